# SPDX-License-Identifier: Apache-2.0
"""Pages of a server that has seen everything happen are those of one that was started just now, byte for byte.

Usage: warm.py ROUNDS, each of some acts at random and then every page for every viewer.
"""
import os
import random
import sys

from served import Client, Server, Tap, folder, make_case, run

tap = Tap()
ROUNDS = int(sys.argv[1])
PARTIES = ("UA", "RU", "EU")
PAGES = ("", "/text/plan", "/text/plan?party=UA", "/text/plan?reading=agreed", "/text/plan?search=days", "/text/plan/columns", "/text/plan/findings", "/text/plan/findings?kind=figure", "/drafts", "/time", "/packages", "/record",
         "/people", "/meetings", "/statements")
DOWNLOADS = ("/text/plan.docx", "/text/plan.columns.html", "/text/plan.md", "/text/plan.json", "/record.jsonl")


def viewers(server):
    found = {"host": server.host()}
    for party in PARTIES[:2]:
        client = found[party] = Client(server)
        client.post("/sign-in", {"party": party, "passphrase": "the river is wide " + party, "case": "talks"})
        client.cookie = (client.answer.getheader("Set-Cookie") or "").split(";")[0]
    for client in found.values():
        client.known = client.token("/talks")
    return found


def act(rng, clients, number):
    """One act of somebody; what is refused is as good as what is done."""
    who = rng.choice(list(clients))
    client = clients[who]
    slots = [slot["id"] for slot in client.json("/api/v1/cases/talks/slots")]
    slot = rng.choice(slots)
    party = {} if who in PARTIES else {"party": rng.choice(PARTIES)}
    kind = rng.randrange(8)
    if kind == 0:
        client.act("talks", act="stance", slot=slot, variant=str(rng.randrange(1, 4)), attitude=rng.choice(["support", "flexible", "oppose", "reserve"]), **party)
    elif kind == 1:
        client.act("talks", act="agree", slot=slot, variant=str(rng.randrange(1, 4)), **party)
    elif kind == 2:
        client.act("talks", act=rng.choice(["park", "reopen"]), slot=slot, **party)
    elif kind == 3:
        client.act("talks", act="comment", slot=slot, text=f"comment <{number}>", **party)
    elif kind == 4 and who in PARTIES:
        client.act("talks", act="note", slot=slot, text=f"note {number}", readers="own")
    elif kind == 7:
        client.act("talks", act="finding", document="plan", check="figure", quote=f"thirty ({rng.randrange(20, 40)})", readers=rng.choice(["own", "all"]), **party)
    elif kind == 5:
        client.act("talks", act="propose", document="plan", slot=slot, wording=f"{number + 3} days", **party)
    else:
        words = client.get("/talks/files/plan-UA-1")[1].replace(b"20 days", b"%d days" % rng.randrange(20, 40)).replace(b"first day", rng.choice([b"first day", b"last day", b"thirty (%d) days" % rng.randrange(20, 40)]))
        client.post("/talks/acts", {"act": "draft", "document": "plan", "back": "/talks/people", **party}, page="/talks", files=[("file", "next.md", words)])
        client.get("/talks/people")  # which shows the line that the act left


def seen(clients):
    """Every page and download of every viewer, with the marks of its session taken out."""
    found = {}
    slots = [slot["id"] for slot in clients["host"].json("/api/v1/cases/talks/slots")]
    for who, client in clients.items():
        for page in (*PAGES, *DOWNLOADS, *("/text/plan/slots/" + slot for slot in slots)):
            status, body = client.get("/talks" + page)
            found[who, page] = status, body.replace(client.known.encode(), b"TOKEN")
    return found


with folder() as place:
    path = make_case(place)
    for party in PARTIES:
        with open(os.path.join(place, party), "w") as file:
            file.write("the river is wide " + party)
        run("party", path, party, "--passphrase-file", file.name)
    rng = random.Random(7)
    wrong, count = [], 0
    with Server(path) as warm:
        clients = viewers(warm)
        for number in range(ROUNDS):
            for each in range(rng.randrange(1, 5)):
                act(rng, clients, number * 5 + each)
            here = seen(clients)
            with Server(path) as cold:
                there = seen(viewers(cold))
            count += len(here)
            wrong += [(number, *key, here[key][0], there[key][0]) for key in here if here[key] != there.get(key)]
            if wrong:
                break
    tap.check(not wrong and count >= ROUNDS * 3 * len(PAGES), f"{count} warm pages and downloads are the cold ones", wrong[:5], count)
tap.end()
