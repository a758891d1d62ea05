# SPDX-License-Identifier: Apache-2.0
"""Everything at once: viewers, writers, drafts, downloads, listeners and passphrases, by several people on several threads.

The server is one that watches its threads (ThreadSanitizer); it tells of each race and ends with another code. Usage: races.py SECONDS
"""
import os
import random
import re
import sys
import tempfile
import threading
import time

import served
from served import Client, Events, Server, Tap, folder, make_case, run

served.WAIT = 40
tap = Tap()
SECONDS = float(sys.argv[1])
PARTIES = ("UA", "RU", "EU")
PAGES = ("", "/text/plan", "/text/plan?search=days", "/text/plan/columns", "/beside?document=plan", "/drafts", "/record", "/people", "/meetings", "/statements",
         "/time", "/packages", "/packages?document=plan&reading=scores")
DOWNLOADS = ("/text/plan.docx", "/text/plan.next.docx", "/text/plan.list.xlsx", "/text/plan.columns.html", "/brief.docx", "/record.jsonl", "/files/plan-UA-1")


def signed_in(server, party):
    client = Client(server)
    client.post("/sign-in", {"party": party, "passphrase": "the river is wide " + party, "case": "talks"})
    client.cookie = (client.answer.getheader("Set-Cookie") or "").split(";")[0]
    return client


def twin(server, client):
    """Another connection of the same session."""
    other = Client(server)
    other.cookie = client.cookie
    return other


def view(client, rng, slot):
    return client.get("/talks" + rng.choice([*PAGES, "/text/plan/slots/" + slot]))[0] in (200, 404)


def download(client, rng, slot):
    client.last = rng.choice(DOWNLOADS)
    return client.get("/talks" + client.last)[0] == 200


def say(client, rng, slot):
    act = rng.choice([{"act": "stance", "variant": "1", "attitude": rng.choice(["flexible", "oppose"])}, {"act": "comment", "text": "so we said"},
                      {"act": "note", "text": "our own", "readers": "own"}, {"act": "agree", "variant": "2"}, {"act": "reopen"}, {"act": "park"},
                      {"act": "propose", "document": "plan", "wording": f"{rng.randrange(5, 70)} days"}])
    return client.act("talks", slot=slot, **act)[0] in (201, 400, 403, 409, 422)


def draft(client, rng, slot):
    text = client.get("/talks/files/plan-UA-1")[1].replace(b"20 days", b"%d days" % rng.randrange(20, 90))
    return client.post("/talks/acts", {"act": rng.choice(["draft", "preview"]), "document": "plan", "back": "/talks/drafts"}, page="/talks",
                       files=[("file", "next.md", text)])[0] in (200, 303)


def score(client, rng, slot):
    said = {"act": "scores", "document": "plan", "score.0.0": str(rng.randrange(9)), "score.0.1": str(rng.randrange(9)), "reserve": "2", "back": "/talks/packages"}
    return client.post("/talks/acts", said, page="/talks")[0] in (303, 422)


def listen(client, rng, slot):
    line = Events(client, "/talks/events")
    told = line.next(b"here")
    time.sleep(rng.uniform(0, 0.5))
    line.close()
    return told is not None


def ask(client, rng, slot):
    return client.get("/api/v1/cases/talks/" + rng.choice(["slots", "entries", "stances", "brief", "drafts"]))[0] == 200


def at_once(server, clients, slot):
    wrong, count, until = [], [0], time.monotonic() + SECONDS

    def work(seed, what, client):
        rng = random.Random(seed)
        try:
            while time.monotonic() < until:
                count[0] += 1
                if not what(client, rng, slot):
                    wrong.append((what.__name__, client.answer.status))
        except (OSError, ValueError) as error:
            wrong.append((what.__name__, getattr(client, "last", ""), error))

    def come(party):
        while time.monotonic() < until:
            client = signed_in(server, party)
            if not client.cookie and client.answer.status != 429:
                wrong.append(("sign in", client.answer.status))
            client.post("/sign-out", {}, page="/talks")

    threads = [threading.Thread(target=work, args=(seed, what, twin(server, clients[seed % len(clients)])))
               for seed, what in enumerate([view, say, draft, listen, ask, download, view, say, listen, score, view, draft, say])]
    threads += [threading.Thread(target=come, args=(party,)) for party in PARTIES[:2]]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return wrong, count[0]


with folder() as place, tempfile.NamedTemporaryFile("w+") as told:
    path = make_case(place)
    for party in PARTIES:
        with open(os.path.join(place, party), "w") as file:
            file.write("the river is wide " + party)
        run("party", path, party, "--passphrase-file", file.name)
    server = Server(path, stderr=told)
    host = server.host()
    slot = host.json("/api/v1/cases/talks/slots")[0]["id"]
    wrong, count = at_once(server, [host, *(signed_in(server, party) for party in PARTIES)], slot)
    tap.check(not wrong and count > 10, "all are answered while everything goes on at once", wrong[:5], count)
    code = server.end()
    told.seek(0)
    races = told.read()
    tap.check(code == 0, "no two threads are in each other's way", code, *re.findall(r"SUMMARY.*", races), races[:4000])
    tap.check(run("verify", path).startswith("right"), "the record holds")
tap.end()
