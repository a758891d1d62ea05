# SPDX-License-Identifier: Apache-2.0
"""How long an act of one takes to reach 1,000 others: entente serve, and beside it a bare loop over libmicrohttpd.

Usage: ENTENTE=build/gcc/entente python3 bench/serve_streams.py build/gcc/bench/bench-serve_streams [COUNT [ACTS]]

Both are asked by one client in C, in turn, act by act. The time runs from when the act is sent, so it holds the act itself and its wait for the disk;
of the bare loop, from when it is asked, and there is nothing to write. Prints percentiles over all acts and listeners.
"""
import os
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "serve"))
from served import Server, folder, make_case  # noqa: E402


class Listeners:
    def __init__(self, client, port, cookie, target, count):
        self.process = subprocess.Popen([client, "listen", str(port), cookie, target, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n"

    def told(self, act):
        """Sends the act; how many had it, and half, 99 of 100, and the last of them within how many milliseconds."""
        begun = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
        self.process.stdin.write(f"{begun}\n")
        self.process.stdin.flush()
        act()
        count, *times = map(int, self.process.stdout.readline().split())
        return count, [each / 1000 for each in times]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def say(what, count, rows):
    assert all(row[0] == count for row in rows), "not all were told"
    half, most, last = (sorted(row[1][i] for row in rows) for i in range(3))
    print(f"{what}: half of {count} within {half[len(half) // 2]:.1f} ms, 99 of 100 within {most[len(most) // 2]:.1f} ms (worst act {most[-1]:.1f}), "
          f"all within {last[len(last) // 2]:.1f} ms (worst {last[-1]:.1f}); {len(rows)} acts", flush=True)


def main():
    client = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    acts = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with folder() as place, Server(make_case(place)) as server:
        host = server.host()
        slot = host.json("/api/v1/cases/talks/slots")[0]["id"]
        before = server.memory(), server.descriptors()
        ours = Listeners(client, server.port, host.cookie, "/talks/events", count)
        print(f"{count} streams: {(server.memory() - before[0]) / count / 1024:.1f} kB each, {server.descriptors() - before[1]} descriptors")
        bare = subprocess.Popen([client, "bare"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = int(bare.stdout.readline())
        plain = Listeners(client, port, "none", "/events", count)
        rows = [], []
        for number in range(acts):
            attitude = ("flexible", "support")[number % 2]
            rows[0].append(ours.told(lambda said=attitude: host.act("talks", act="stance", slot=slot, variant="1", attitude=said, party="EU")))
            rows[1].append(plain.told(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/act").read()))
        ours.end()
        plain.end()
        say("entente serve", count, rows[0])
        say("bare libmicrohttpd", count, rows[1])
        bare.stdin.close()
        bare.wait()


main()
