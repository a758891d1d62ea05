# SPDX-License-Identifier: Apache-2.0
"""First figures of entente serve: pages for 200 viewers, an act told to many listeners, an upload (writers: bench/serve_writers.py).

Usage: ENTENTE=build/gcc/entente python3 bench/serve.py [CASE]; wants wrk for the pages. Prints one line a figure.
"""
import os
import re
import select
import shutil
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "serve"))
from served import Events, Server, folder, make_case  # noqa: E402


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def say(what, times):
    print(f"{what}: p50 {percentile(times, 0.5):.1f} ms, p99 {percentile(times, 0.99):.1f} ms, most {max(times) * 1000:.1f} ms (n {len(times)})", flush=True)


def pages(server, host, case, document):
    for page in (f"/{case}", f"/{case}/text/{document}"):
        begun = time.perf_counter()
        host.get(page)
        print(f"{page}: cold {1000 * (time.perf_counter() - begun):.1f} ms, {len(host.get(page)[1])} bytes")
        time.sleep(0.1)
        host.get(page)
        if shutil.which("wrk"):
            said = subprocess.run(["wrk", "-t1", "-c200", "-d4", "--latency", "-H", "Cookie: " + host.cookie, f"http://127.0.0.1:{server.port}{page}"],
                                  capture_output=True, text=True).stdout
            print(f"{page}, kept, 200 viewers:", "; ".join(" ".join(line.split()) for line in said.splitlines() if re.search(r"50%|99%|Requests/sec", line)), flush=True)


def listeners(host, case, slot, count, acts):
    lines = [Events(host, f"/{case}/events") for _ in range(count)]
    for line in lines:
        line.line.setblocking(False)
    poll = select.epoll()
    for number, line in enumerate(lines):
        poll.register(line.line.fileno(), select.EPOLLIN)
    by = {line.line.fileno(): line for line in lines}
    time.sleep(1)
    while poll.poll(0.2):
        for descriptor, _ in poll.poll(0):
            by[descriptor].line.recv(65536)
    times = []
    for _ in range(acts):
        done = {}
        worker = threading.Thread(target=lambda: done.update(at=time.perf_counter(), told=host.act(case, act="stance", slot=slot, variant="1", attitude="flexible", party="EU")))
        begun = time.perf_counter()
        worker.start()
        waiting = set(by)
        while waiting and time.perf_counter() - begun < 10:
            for descriptor, _ in poll.poll(0.5):
                if b"event: changed" in by[descriptor].line.recv(65536) and descriptor in waiting:
                    waiting.discard(descriptor)
                    times.append(time.perf_counter() - begun)
        worker.join()
        while poll.poll(0.05):
            for descriptor, _ in poll.poll(0):
                by[descriptor].line.recv(65536)
    for line in lines:
        line.close()
    say(f"an act until each of {count} listeners has it, from the request on", times)


def main():
    with folder() as place:
        path = sys.argv[1] if len(sys.argv) > 1 else make_case(place)
        case = os.path.basename(path).removesuffix(".entente")
        server = Server(path)
        host = server.host()
        slot = host.json(f"/api/v1/cases/{case}/slots")[0]
        document, slot = slot["document"], slot["id"]
        before = server.memory(), server.descriptors()
        pages(server, host, case, document)
        listeners(host, case, slot, 300, 5)
        listeners(host, case, slot, 1000, 5)
        for page in ("/healthy", f"/{case}"):
            for _ in range(2000):
                host.get(page)
        time.sleep(0.5)
        print(f"memory {before[0] >> 20} MB at first, {server.memory() >> 20} MB at last; descriptors {before[1]} and {server.descriptors()}")
        server.end()
        server = Server(cwd=place)
        host = server.host()
        first = server.memory()
        begun = time.perf_counter()
        host.post("/merge", [], page="/", files=[("base", "base.txt", b"x" * 50_000_000), ("drafts", "a.txt", b"y")])
        print(f"50 MB of upload: {time.perf_counter() - begun:.1f} s, memory grows by {(server.memory() - first) / (1 << 20):.1f} MB")
        server.end()


main()
