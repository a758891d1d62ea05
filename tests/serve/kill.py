# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the server and of its workers under load: nothing acknowledged is lost. Usage: kill.py ROUNDS"""
import http.client
import json
import os
import random
import signal
import sys
import threading
import time

from served import BASE, Client, Server, Tap, folder, make_case, run, wait_for

tap = Tap()
ROUNDS = int(sys.argv[1])


def write(server, slot, name, told, stop):
    """Comments until the server is gone; each that was acknowledged is noted."""
    client = Client(server)
    client.cookie = name[1]
    number = 0
    while not stop.is_set():
        words = f"{name[0]}-{number}"
        try:
            if client.act("talks", act="comment", slot=slot, text=words, party="UA")[0] == 201:
                told.append(words)
        except (OSError, ValueError):
            return
        number += 1


def ask(client, address):
    """The answer does not matter."""
    try:
        client.get(address)
    except (OSError, ValueError, http.client.HTTPException):
        pass


def children(process):
    with open(f"/proc/{process}/task/{process}/children") as file:
        return [int(word) for word in file.read().split()]


with folder() as place:
    path = make_case(place)
    told = []
    for number in range(ROUNDS):
        server = Server(path)
        host = server.host()
        slot = host.json("/api/v1/cases/talks/slots")[0]["id"]
        stop = threading.Event()
        writers = [threading.Thread(target=write, args=(server, slot, (f"{number}-{i}", host.cookie), told, stop)) for i in range(4)]
        for each in writers:
            each.start()
        time.sleep(random.uniform(0.05, 0.3))
        server.end(signal.SIGKILL)
        stop.set()
        for each in writers:
            each.join()
    kept = {each["text"] for each in json.loads(run("show", path, "comments", "--json"))}
    lost = [words for words in told if words not in kept]
    tap.check(told and not lost, f"{ROUNDS} kills of the server: {len(told)} acts acknowledged, none lost", lost)
    tap.check(run("verify", path).startswith("right"), "the record holds")

    # A worker that is killed costs its own request one line.
    server = Server(cwd=place)
    client = server.host()
    large = "\n\n".join(f"{i}. Party {i % 7} does thing {i * 7919 % 104729} within {i % 90} days of the {i}th meeting." for i in range(30000))
    killed = []

    def kill_workers():
        until = time.monotonic() + 20
        while time.monotonic() < until and not killed:
            for child in children(server.process.pid):
                try:
                    os.kill(child, signal.SIGKILL)
                    killed.append(child)
                except ProcessLookupError:
                    pass
    texts = [("base", "b.txt", large.encode()), ("drafts", "d.txt", large.replace("7", "8").encode())]
    client.post("/merge", [], page="/", files=texts)
    address = client.answer.getheader("Location")
    killer = threading.Thread(target=kill_workers)
    killer.start()
    status, page = client.get(address)
    killer.join()
    tap.check(killed and status == 422 and page.count(b'<p dir="auto">') == 1, "a worker that is killed is told in one line", status, page)
    tap.check(client.get("/healthy")[0] == 200 and server.end() == 0, "and the server goes on")

    # Told to end while a request waits for its worker it ends in good order, and leaves no worker behind.
    server = Server(cwd=place)
    client = server.host()
    client.post("/merge", [], page="/", files=texts)
    waits = threading.Thread(target=ask, args=(client, client.answer.getheader("Location")))
    waits.start()
    wait_for(lambda: children(server.process.pid))
    worker = children(server.process.pid)
    code = server.end()
    waits.join()
    tap.check(code == 0 and worker and not any(os.path.exists(f"/proc/{each}") for each in worker), "told to end while a worker is at it, it ends in good order", code)
tap.end()
