# SPDX-License-Identifier: Apache-2.0
"""Memory and descriptors over many requests: neither grows. Usage: flat.py REQUESTS"""
import socket
import sys
import threading

from served import Server, Tap, folder, make_case, wait_for

tap = Tap()
REQUESTS = int(sys.argv[1])
THREADS = 4
GROWTH = 1 << 20  # bytes that may be more in use at the end


def ask_all(server, cookie, targets, count, wrong):
    """So many requests over one line, each answer read to its end; now and then a stream is opened and left."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    file = line.makefile("rb")
    for number in range(count):
        target, wanted = targets[number % len(targets)]
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\n\r\n".encode())
        status = file.readline()
        length = 0
        while (field := file.readline()) not in (b"\r\n", b""):
            if field.lower().startswith(b"content-length:"):
                length = int(field.split(b":")[1])
        file.read(length)
        if wanted not in status:
            wrong.append((target, status))
            break
        if number % 500 == 0:
            with socket.create_connection(("127.0.0.1", server.port), timeout=60) as stream:
                stream.sendall(f"GET /talks/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\n\r\n".encode())
                if b" 200 " not in stream.recv(1000):
                    wrong.append(("a stream",))
    file.close()
    line.close()


with folder() as place, Server(make_case(place)) as server:
    host = server.host()
    targets = [("/talks", b" 200 "), ("/talks/text/plan", b" 200 "), ("/talks/none", b" 404 "), ("/healthy", b" 200 "), ("/api/v1/cases/talks/slots", b" 200 "),
               ("/api/v1/cases/talks/entries", b" 200 "), ("/talks/text/plan.docx", b" 200 ")]
    wrong = []

    def at_once(count):
        threads = [threading.Thread(target=ask_all, args=(server, host.cookie, targets[number:] + targets[:number], count // THREADS, wrong)) for number in range(THREADS)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()

    at_rest = server.descriptors()
    at_once(max(2000, REQUESTS // 20))
    tap.check(wait_for(lambda: server.descriptors() <= at_rest + 8), "lines that were closed hold nothing", server.descriptors())
    before = server.memory(), server.descriptors()
    at_once(REQUESTS)
    tap.check(not wrong, f"{REQUESTS} requests are answered", wrong[:3])
    tap.check(wait_for(lambda: server.descriptors() <= before[1]), "no descriptor more than before them", before[1], server.descriptors())
    grown = server.memory() - before[0]
    print(f"# {REQUESTS} requests: {before[0] / 1024:.0f} kB, {grown / 1024:+.0f} kB; {before[1]} descriptors")
    tap.check(grown <= GROWTH, "and no memory more than a megabyte", grown)
tap.end()
