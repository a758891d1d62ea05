# SPDX-License-Identifier: Apache-2.0
"""A case with several people: invitations, acts, events, refusals; what a viewer may not see does not reach it."""
import json
import os
import re
import shutil
import sys

from served import Client, Events, Server, Tap, folder, invited, make_case, run, wait_for

tap = Tap()
REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def talk(place):
    path = make_case(place)
    server = Server(path)
    host = server.host()
    ua, link = invited(host, server, "UA", "the river is wide")
    ru, _ = invited(host, server, "RU", "the bridge is long")
    tap.check(ua.get("/talks")[0] == 200 and ru.get("/talks")[0] == 200, "two parties come in by their links")
    stranger = Client(server)
    tap.check(stranger.post("/sign-in", {"link": link, "party": "UA", "passphrase": "the river is wide"})[0] == 410, "a link is good once")
    for words in ("", "the river is narrow"):
        status = stranger.post("/sign-in", {"party": "UA", "passphrase": words, "case": "talks"})[0]
        tap.check(status in (403, 422) and not stranger.answer.getheader("Set-Cookie"), f"the passphrase \"{words}\" opens nothing")
    known = stranger.post("/sign-in", {"party": "XX", "passphrase": "the river is narrow", "case": "talks"})
    tap.check(known[0] == 403, "who is known is not told", known)
    back = Client(server)
    back.post("/sign-in", {"party": "UA", "passphrase": "the river is wide", "case": "talks", "back": "//evil.example/"})
    tap.check(back.answer.getheader("Location") == "/talks", "nobody is led away", back.answer.getheader("Location"))

    slot = host.json("/api/v1/cases/talks/slots")[0]["id"]
    listening = Events(ru, "/talks/events")
    tap.check(" 200 " in listening.head and listening.next(b"here") is not None and listening.next(b"at") is not None, "a page listens")
    size = len(host.json("/api/v1/cases/talks/entries")["entries"])
    status, told = ua.act("talks", act="agree", slot=slot, variant="3", size=str(size))
    tap.check(status == 201 and told["size"] == size + 1, "a party agrees", told)
    event = listening.next()
    tap.check(event and event["by"] == "UA" and event["slot"] == slot and event["size"] == size + 1, "the others are told", event)
    status, told = ru.act("talks", act="agree", slot=slot, variant="2", size=str(size))
    tap.check(status == 409 and "UA settled" in told["error"]["message"], "the second who settles the same place is told who did what", told)
    tap.check(host.json(f"/api/v1/cases/talks/slots/{slot}")["agreed"]["by"] == ["UA"], "nothing is lost")
    status, told = ru.act("talks", act="agree", slot=slot, variant="3", size=str(size + 1))
    tap.check(host.json(f"/api/v1/cases/talks/slots/{slot}")["agreed"]["by"] == ["UA", "RU"], "who agrees on the same joins those who do")
    tap.check(listening.next()["by"] == "RU", "and the others are told once more")

    # As a browser does it: a form, and a line on the next page.
    status, _ = ua.post("/talks/acts", {"act": "stance", "slot": slot, "variant": "1", "attitude": "oppose", "party": "RU", "back": "/talks"}, page="/talks")
    stance = host.json("/api/v1/cases/talks/stances")[-1]
    tap.check(status == 303 and stance["party"] == "UA", "a party speaks for itself alone, whatever its form says", stance)
    tap.check(b"The stance is entered." in ua.get("/talks")[1] and b"The stance is entered." not in ua.get("/talks")[1], "what was done is told once")
    status, told = ua.act("talks", act="invite", party="EU")
    tap.check(status == 400, "a party invites nobody", told)
    for odd in ({"text": "all of it\0 or none"}, {"text": "x", "no\0te": "y"}, {"text": ["x", "y\0z"]}, {"text": "x", "more": {"a": [{"b\0": 1}]}}):
        before = len(host.json("/api/v1/cases/talks/comments"))
        status, told = ua.act("talks", act="comment", slot=slot, **odd)
        tap.check(status == 400 and len(host.json("/api/v1/cases/talks/comments")) == before, f"nothing is cut at a NUL: {odd!r}", told)
    status, told = ua.act("talks", act="agree", slot="plan/9/none", variant="1")
    tap.check(status in (404, 422) and "plan/9/none" in told["error"]["message"], "what is not there is told", told)

    # Another program writes to the same file.
    listening.next()
    run("stance", path, slot, "2", "flexible", "--party", "EU")
    event = listening.next()
    tap.check(event and event["by"] == "EU", "what another program enters is told too", event)

    # An act between the making of a page and the moment in which it begins to listen, by the server and by another program.
    missed = 0
    for number in range(4):
        size = len(host.json("/api/v1/cases/talks/entries")["entries"])
        attitude = "oppose" if number % 2 else "flexible"
        if number < 2:
            ua.act("talks", act="stance", slot=slot, variant="1", attitude=attitude)
        else:
            run("stance", path, slot, "2", attitude, "--party", "EU")
        late = Events(ru, "/talks/events")
        missed += not late.past(size)
        late.close()
    tap.check(missed == 0, "no act falls between a page and its events", missed)

    # A draft; and one that cannot be read.
    base = host.get("/api/v1/cases/talks/drafts/plan-UA-1/file")[1]
    status, body = ua.post("/talks/acts", {"act": "draft", "document": "plan", "back": "/talks/drafts"}, page="/talks",
                           files=[("file", "next.md", base.replace(b"20 days", b"25 days"))])
    tap.check(status == 303 and any("25" in each["text"] for each in host.json("/api/v1/cases/talks/slots")[0]["variants"]), "a party's next draft is entered", status, body)
    tap.check(host.get("/talks/files/plan-UA-1")[1] == base, "a draft is given back as it came")
    status, body = ua.post("/talks/acts", {"act": "draft", "document": "plan"}, page="/talks", files=[("file", "x.docx", b"PK no")])
    tap.check(status == 422, "a file that cannot be read is told", status)
    with open(os.path.join(place, "long.txt"), "w") as file:
        file.write("".join(f"{number}. The council number {number} meets in town {number * 7} and decides by {number * 3} votes.\n\n" for number in range(1, 60)))
    run("enter", path, "document", "long", "--set", "title=Long")
    run("submit", path, file.name, "--document", "long", "--base")
    status, body = ua.post("/talks/acts", {"act": "draft", "document": "long"}, page="/talks",
                           files=[("file", "x.txt", "".join(f"Bakers of loaf{number} bake rye{number} at dawn{number}.\n\n" for number in range(150)).encode())])
    tap.check(status == 422 and b"document" in body and b"--" not in re.sub(rb"<!--.*?-->|<svg.*?</svg>", b"", body, flags=re.S) and b"entente counterparts" not in body, "a text that is no draft is told so, in words of the page", status, body)
    for ending in ("docx", "html", "md", "columns.html", "json", "next.docx", "list.xlsx"):
        status, body = ru.get(f"/talks/text/plan.{ending}")
        tap.check(status == 200 and len(body) > 200, f"the consolidated text comes as .{ending}", body)

    # Before something is entered, and what is written in the page itself.
    status, page = ua.post("/talks/acts", {"act": "preview", "document": "plan", "back": "/talks/drafts"}, page="/talks",
                           files=[("file", "look.md", base.replace(b"20 days", b"26 days"))])
    upload = re.search(rb'name="upload" value="(\w+)"', page)
    tap.check(status == 200 and b"26" in page and upload, "a draft is looked at before it is entered", status, page)
    status, body = ua.post("/talks/acts", {"act": "draft", "document": "plan", "upload": upload[1].decode(), "back": "/talks/drafts"}, page="/talks")
    tap.check(status == 303 and any("26" in each["text"] for each in host.json("/api/v1/cases/talks/slots")[0]["variants"]), "and entered as it was looked at", status, body)
    status, told = ua.act("talks", act="propose", document="plan", slot=slot, wording="27")
    tap.check(status == 201 and any(each["text"] == "27" and each["parties"] == ["UA"] for each in host.json("/api/v1/cases/talks/slots")[0]["variants"]),
              "a wording that is proposed becomes the party's next draft", told)
    status, _ = host.post("/talks/acts", [("act", "meeting"), ("title", "Spring round"), ("place", "Morren"), ("format", "UA"), ("format", "RU"),
                                          ("agenda", "Bridges\r\nWater"), ("next_steps", "Drafts are tabled"), ("back", "/talks")], page="/talks")
    meeting = host.json("/api/v1/cases/talks/meetings")[-1]
    tap.check(status == 303 and (meeting["title"], meeting["place"], meeting["format"], meeting["agenda"], meeting["next_steps"]) ==
              ("Spring round", "Morren", ["UA", "RU"], ["Bridges", "Water"], [{"text": "Drafts are tabled"}]), "a meeting is kept line by line", status, meeting)
    report = "Olena Kovalenko of Nordland said on Monday that the troops must leave within twenty days."
    status, page = host.post("/talks/acts", {"act": "read", "report": report, "back": "/talks/statements"}, page="/talks")
    tap.check(status == 200 and b"Kovalenko" in page, "a report is read", status, page)
    status, body = host.post("/talks/acts", {"act": "statement", "report": report, "confirm": "0", "back": "/talks/statements"}, page="/talks")
    tap.check(status == 303 and len(host.json("/api/v1/cases/talks/statements")) == 1, "and what was confirmed is entered", status, body)
    status, body = ru.post("/talks/acts", {"act": "note", "slot": slot, "text": "our own", "readers": "own", "back": "/talks"}, page="/talks")
    tap.check(status == 303 and not host.json("/api/v1/cases/talks/notes") and len(ru.json("/api/v1/cases/talks/notes")) == 1, "a note of one's own is one's own", status, body)
    status, body = ru.get("/talks/text/plan.next.docx")
    before = len(host.json("/api/v1/cases/talks/entries")["entries"])
    tap.check(body[:2] == b"PK" and "plan.next.docx" in ru.answer.getheader("Content-Disposition", ""), "the next base comes as a Word file", ru.answer.getheaders())
    tap.check(len(host.json("/api/v1/cases/talks/entries")["entries"]) == before, "and nothing is entered by it")

    # What can be kept elsewhere: a checkpoint, signed by two, and a proof; both hold without the server.
    tap.check(ru.get("/talks/checkpoint.note")[0] == 422 and b"checkpoint.note" not in ru.get("/talks/record")[1], "there is no checkpoint before somebody signs one")
    status, _ = ru.post("/talks/acts", {"act": "checkpoint", "back": "/talks/record"}, page="/talks")
    status, note = ua.get("/talks/checkpoint.note")
    tap.check(status == 200 and b"/all\n" in note and b"RU" in note, "a checkpoint is downloaded by another party", status, note)
    status, _ = ua.post("/talks/acts", {"act": "checkpoint", "back": "/talks/record"}, page="/talks", files=[("file", "checkpoint.note", note)])
    both = ua.get("/talks/checkpoint.note")[1]
    tap.check(status == 303 and both.startswith(note) and len(both) > len(note), "and co-signed", status, both)
    with open(os.path.join(place, "checkpoint.note"), "wb") as file:
        file.write(both)
    with open(os.path.join(place, "all-1.json"), "wb") as file:
        file.write(ua.get("/talks/proofs/all-1.json")[1])
    told = run("verify", os.path.join(place, "all-1.json"), "--proof")
    tap.check(told.startswith("the proof holds"), "a proof holds without the server", told)
    told = run("verify", path, "--checkpoint", os.path.join(place, "checkpoint.note"))
    tap.check(told.startswith("right"), "and the record with the checkpoint", told)
    tap.check([ua.get(f"/talks/proofs/{name}")[0] for name in ("party:UA-0.json", "all-x.json", "all-1", "mediator-1.json")] == [404] * 4, "what is sealed is not proved here")
    status, body = ru.post("/talks/acts", {"act": "verify", "back": "/talks/record"}, page="/talks")
    tap.check(status == 303 and b"All of it holds" in ru.get("/talks/record")[1], "the record is verified from its page", status, body)

    # What a party keeps to itself.
    scenario = json.dumps({"format": "entente-bargain/1", "issues": []})
    status, told = ua.act("talks", act="scores", scenario=scenario)
    tap.check(status == 201 and told["entered"][0]["audience"] == "party:UA", "scores are sealed to their party", told)
    tap.check("party:UA" not in json.dumps(ru.json("/api/v1/cases/talks/entries")), "the others see no entry of them")
    packages(host, ua, ru)
    listening.close()
    tap.check(server.end() == 0, "it ends while pages listen")
    tap.check(run("verify", path).startswith("right"), "the record holds")


def packages(host, ua, ru):
    """What a party says of the open places, by scores, by order and by answers: its own page shows it, and no other."""
    def page(who, reading=""):
        return who.get(f"/talks/packages?document=plan{reading and '&reading=' + reading}")[1].decode()
    issues = len(re.findall(r'name="score\.\d+\.0"', page(ua, "scores")))
    before = page(ru)
    said = {"act": "scores", "document": "plan", "score.0.0": "3", "score.0.1": "71935", "red": "0.0", "reserve": "5", "back": "/talks/packages"}
    status, body = ua.post("/talks/acts", said, page="/talks")
    own = page(ua, "scores")
    tap.check(status == 303 and issues > 0 and 'name="score.0.1" value="71935"' in own and 'value="0.0" checked' in own and 'name="reserve" value="5"' in own,
              "what was scored stands in the grid again, with its red line and reserve", status, body)
    tap.check(page(ru) == before and "71935" not in page(host), "and on nobody else's page")
    place = re.search(r'<th scope="row"><a href="([^"]+)"', own)[1]
    tap.check("worth 71,935 to you" in ua.get(place)[1].decode().replace("71935", "71,935") and b"to you" not in ru.get(place)[1], "nor at the place, where it is told what a wording is worth")
    said = {"act": "scores", "document": "plan", "how": "order", "rank.0.0": "2", "rank.0.1": "1", "rank.0.2": "2", "rank.1.0": "1", "rank.1.1": "2", "matters.0": "2", "matters.1": "1", "base": "rejects", "empty": "open", "back": "/talks/packages"}
    status, body = ua.post("/talks/acts", said, page="/talks")
    own = page(ua)
    tap.check(status == 303 and 'name="rank.0.0" value="2"' in own and 'name="matters.0" value="2"' in own and 'name="matters.1" value="1"' in own and 'value="rejects" checked' in own,
              "an order stands there as it was given", status, body)
    tap.check("for sure" in own and "possibly" in own, "and is weighed for what it is")
    status, body = ua.post("/talks/acts", {**said, "rank.0.0": "first"}, page="/talks")
    tap.check(status == 422 and b"no place in an order" in body and 'name="rank.0.0" value="2"' in page(ua), "what is no place in an order is refused with its place", status, body)
    status, body = ua.post("/talks/acts", {**said, "matters.1": ""}, page="/talks")
    tap.check(status == 422 and b"of two places" in body, "how much one place matters says nothing without another", status, body)
    status, body = ua.post("/talks/acts", {"act": "scores", "document": "plan", "how": "order", "empty": "open", "best": "0.1", "back": "/talks/packages"}, page="/talks")
    own = page(ua, "order")
    tap.check(status == 303 and 'name="rank.0.1" value="1"' in own and 'value="open" checked' in own, "the answer to a question goes into the order", status, body)


DATED = """# Plan

1. This Agreement enters into force on 1 March 2031.
2. The forces leave within 30 days of the entry into force of this Agreement.
"""


def calendar(place):
    """A text with a day in it makes a calendar; the wording that is chosen moves its days; without a day it is told that there is none."""
    path = os.path.join(place, "days.entente")
    run("init", path, "--title", "Days")
    run("party", path, "UA", "--name", "UA")
    run("enter", path, "document", "dated", "--set", "title=Dated")
    for who, text in (("--base", DATED), ("UA", DATED.replace("30 days", "45 days"))):
        file = os.path.join(place, "days.md")
        with open(file, "w") as out:
            out.write(text)
        run("submit", path, file, "--document", "dated", *(["--base"] if who == "--base" else ["--party", who]))
    with Server(path) as server:
        host = server.host()
        page = host.get("/days/time")[1].decode()
        choices = re.findall(r'<option value="(\d+=\d+)"', page)
        ics = [host.get(f"/days/time/dated.ics?choice={choice}")[1].decode() for choice in choices]
        tap.check(len(ics) == 2 and all(each.startswith("BEGIN:VCALENDAR\r\n") and each.endswith("END:VCALENDAR\r\n") and "20310301" in each for each in ics),
                  "a text with a day in it is a calendar", choices, ics[:1])
        tap.check(len(ics) == 2 and "20310331" in ics[0] and "20310415" in ics[1] and "20310331" not in ics[1], "and the wording that is chosen moves its days", *ics)


def invitations(place):
    """A link outlives the program, is good once all the same, and cannot be read from the disk."""
    path = make_case(place, "asked")
    kept = path + "-invitations"
    with Server(path) as server:
        host = server.host()
        told = [host.act("asked", act="invite", party=party)[1]["told"] for party in ("UA", "RU")]
    links = [re.search(r"/link/(\w+)", each)[1] for each in told]
    with open(kept) as file:
        words = file.read()
    tap.check(len(words.splitlines()) == 2 and not any(link in words for link in links) and os.stat(kept).st_mode & 0o77 == 0, "what is kept of a link opens nothing", words)
    with Server(path) as server:
        party = Client(server)
        page = party.get("/link/" + links[0])[1]
        words = {"link": links[0], "party": "UA", "passphrase": "the river is wide", "again": "the river is wide"}
        status = party.post("/sign-in", words)[0]
        tap.check(b"UA" in page and status == 303 and party.answer.getheader("Set-Cookie"), "an invitation is good after the program was started anew", status, page)
        tap.check(party.post("/sign-in", words)[0] == 410, "and good once")
    with open(kept, "a") as file:
        file.write("0" * 64 + " 99999999999 UA\nnonsense\n\n")
    with Server(path) as server:
        statuses = [Client(server).get("/link/" + link)[0] for link in (*links, "0" * 32)]
        tap.check(statuses == [410, 200, 410], "also when it is started once more", statuses)


def findings(place):
    """What is found before signature: at its place, by kind, and told no more to who has accepted it."""
    path = make_case(place, "signed")
    base = open(os.path.join(place, "signed-base.md")).read()
    for party, old, new in (("UA", "30 days", "thirty (20) days"), ("RU", "ten days", "ten days, as point 9 says")):
        with open(os.path.join(place, "next.md"), "w") as file:
            file.write(base.replace(old, new))
        run("submit", path, file.name, "--document", "plan", "--party", party)
    with Server(path) as server:
        host = server.host()
        ua, _ = invited(host, server, "UA", "the river is wide", "signed")
        ru, _ = invited(host, server, "RU", "the bridge is long", "signed")
        address = "/signed/text/plan/findings"

        def page(who, kind=""):
            return who.get(address + kind)[1].decode()

        def quotes(who, kind=""):
            return re.findall(r'<li class="(?:look|likely|sure)".*?<q>([^<]*)</q>', page(who, kind), re.S)

        rows = dict(re.findall(r'<section class="pt[^>]*id="(r\d+)">(.*?)</section>', page(ua), re.S))
        at = {quote: row for row, body in rows.items() for quote in re.findall(r"<q>([^<]*)</q>", body)}
        tap.check(quotes(ua) == ["thirty (20)", "point 9"] and (at["thirty (20)"], at["point 9"]) == ("r2", "r5"), "each finding stands below its point", quotes(ua), at)
        tap.check("2 findings: " in page(ua) and quotes(ua, "?kind=figure") == ["thirty (20)"] and quotes(ua, "?kind=reference") == ["point 9"] and quotes(ua, "?kind=blank") == [],
                  "they are counted, and a kind can be shown alone", quotes(ua, "?kind=figure"))
        told = host.json("/api/v1/cases/signed/proofread/plan")
        tap.check(told == json.loads(run("proofread", path, "plan", "--json")), "a program is told what the command says", told)
        tap.check([len(host.json("/api/v1/cases/signed/proofread/plan?least=" + least).get("findings", [])) for least in ("look", "sure", "rather")] == [2, 1, 0], "from a certainty on")
        words = {"act": "finding", "document": "plan", "check": "figure", "quote": "thirty (20)", "by": "RU", "party": "RU", "note": "the figure counts", "back": address}
        status, body = ua.post("/signed/acts", {**words, "readers": "own"}, page="/signed")
        tap.check(status == 303 and quotes(ua) == ["point 9"] and "1 further finding was accepted" in page(ua) and "the figure counts" in page(ua), "what a party accepts it is not told twice", status, body)
        tap.check(len(quotes(ru)) == len(quotes(host)) == 2 and "the figure counts" not in page(ru) + page(host) and not ru.json("/api/v1/cases/signed/findings"), "the others are, and do not hear of it")
        status, body = ua.post("/signed/acts", words, page="/signed")
        kept = host.json("/api/v1/cases/signed/findings")
        tap.check(status == 303 and [each["by"] for each in kept] == [["UA"]] and len(quotes(ru)) == 2 and "Accepted by UA" in page(ru), "a party accepts for itself alone, whatever its form says", kept)
        status, told = host.act("signed", act="finding", document="plan", check="reference", quote="point 9", note="to be added")
        tap.check(status == 201 and quotes(ru) == ["thirty (20)"] and quotes(ua) == [], "what the secretariat accepts for all nobody is told", told)
        status, told = ua.act("signed", act="finding", document="plan", check="figure")
        tap.check(status == 422 and "quotation" in told["error"]["message"], "without its words nothing is accepted", told)


def roles(place):
    """Each address of the table, for each who may come: default deny."""
    table = []
    with open(os.path.join(REPOSITORY, "docs", "serving.md")) as file:
        for line in file:
            row = [cell.strip(" `") for cell in line.strip().strip("|").split("|")]
            if len(row) == 6 and row[0] in ("GET", "POST"):
                table.append(row)
    with open(os.path.join(REPOSITORY, "src", "serve", "routes.c")) as file:
        known = re.findall(r'HEAD_(GET|POST), "([^"]+)", (ROLE\w+), BODY_(\w+)', file.read().replace("\n", " "))
    tap.check(sorted((row[0], row[1]) for row in table) == sorted((each[0], each[1]) for each in known), "the table in docs/serving.md has every address",
              [each for each in known if (each[0], each[1]) not in [(row[0], row[1]) for row in table]])
    path = make_case(place, "other")
    shutil.copy(path, os.path.join(place, "mine.entente"))
    cases = os.path.join(place, "cases")
    os.mkdir(cases)
    for name in ("mine", "other"):
        shutil.move(os.path.join(place, name + ".entente"), cases)
    server = Server(cases)
    host = server.host()
    party, _ = invited(host, server, "UA", "the river is wide", "mine")
    clients = {"nobody": Client(server), "party": party, "other": party, "host": host}
    wrong = []
    for method, pattern, *may in table:
        for (who, client), allowed in zip(clients.items(), may):
            case = "other" if who == "other" else "mine"
            target = pattern.replace("{case}", case).replace("{name}", "record").replace("{rest}", "plan")
            if "events" in target or "sign-out" in target:
                continue
            status = client.ask(method, target, b"" if method == "POST" else None,
                                {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {})[0]
            # Whoever may come is told of what is missing; a form without its token goes no further than that.
            is_refused = status == 401 or (status == 403 and method == "GET") or (status == 403 and b"is for others" in client.ask(method, target, b"", {"Content-Type": "application/x-www-form-urlencoded"})[1])
            if is_refused == (allowed == "yes"):
                wrong.append((who, method, target, allowed, status))
    tap.check(not wrong, f"{len(table)} addresses x 4 roles: who may come comes, nobody else", wrong)
    tap.check(clients["nobody"].get("/mine/secret/page")[0] == 401 and host.get("/mine/secret/page")[0] == 404, "what the table does not name is refused")
    tap.check(all(client.ask(method, "/mine/acts" if method == "GET" else "/mine/record", b"" if method == "POST" else None)[0] in (401, 404, 405, 422)
                  for client in clients.values() for method in ("GET", "POST")), "an address is asked in its own way")
    server.end()


def interference(place, trials):
    """Cases that differ in what UA keeps to itself are the same, byte for byte, for RU and for all."""
    path = make_case(place, "pair")
    other = os.path.join(place, "other", "pair.entente")
    os.mkdir(os.path.dirname(other))
    seen = []
    addresses = ["/pair", "/pair/text/plan", "/pair/text/plan/columns", "/pair/drafts", "/pair/time", "/pair/record", "/pair/people", "/pair/packages", "/pair/statements",
                 "/pair/text/plan.md", "/pair/beside?document=plan", "/pair/text/plan.next.docx", "/pair/text/plan.list.xlsx", "/pair/time/plan.ics", "/pair/checkpoint.note",
                 "/pair/proofs/all-2.json", "/pair/text/plan/findings", "/pair/text/plan/findings?kind=figure", "/api/v1/cases/pair/proofread/plan", "/api/v1/cases/pair/findings", "/pair/text/nothing", "/pair/files/nothing", "/pair/files/plan-UA-1", "/api/v1/cases/pair", "/api/v1/cases/pair/entries",
                 "/api/v1/cases/pair/notes", "/api/v1/cases/pair/notes/note-1", "/api/v1/cases/pair/brief", "/api/v1/cases/pair/slots", "/api/v1/cases/pair/keys"]
    passphrase = os.path.join(place, "pass")
    for party in ("UA", "RU"):
        with open(passphrase + party, "w") as file:
            file.write("the river is wide " + party)
        run("party", path, party, "--passphrase-file", passphrase + party)
    shutil.copy(path, other)
    # Of the one text something is found, which UA accepts for itself in the other case alone.
    words = open(os.path.join(place, "pair-EU.md")).read().replace("ten days", "ten (12) days")
    with open(os.path.join(place, "pair-EU.md"), "w") as file:
        file.write(words)
    run("submit", path, file.name, "--document", "plan", "--party", "EU")
    shutil.copy(path, other)
    run("enter", other, "finding", "f1", "--set", "check=figure", "--set", "quote=ten (12)", "--set", "by=UA", "--readers", "party:UA", "--as", "UA", "--passphrase-file", passphrase + "UA")
    for number in range(trials):
        run("seal", other, "--text", "our reserve is " + "9" * (number * 40 + 1), "--as", "UA", "--passphrase-file", passphrase + "UA")
    for file in (path, other):
        server = Server(file)
        ru = Client(server)
        ru.post("/sign-in", {"party": "RU", "passphrase": "the river is wide RU", "case": "pair"})
        ru.cookie = (ru.answer.getheader("Set-Cookie") or "").split(";")[0]
        token = ru.token("/pair")
        here = []
        for target in addresses:
            status, body = ru.get(target)
            fields = [(name, value) for name, value in ru.answer.getheaders() if name not in ("Date", "ETag")]
            body = re.sub(rb"\d\d:\d\d(:\d\d)?", b"", body.replace(token.encode(), b"TOKEN"))
            here.append((target, status, body, fields))
        events = Events(ru, "/pair/events")
        here.append(events.next(b"here"))
        here.append(events.next(b"at"))
        run("stance", file, "plan/Plan/1/624b60c5", "2", "flexible", "--party", "EU", "--now", "2099-03-01T10:00:00Z", "--any-time")
        here.append(events.next())
        events.close()
        seen.append(here)
        server.end()
    wrong = [pair[0][0] if isinstance(pair[0], tuple) else pair for pair in zip(*seen) if pair[0] != pair[1]]
    tap.check(not wrong and seen[0][0][1] == 200, f"{len(addresses)} answers and the events tell RU nothing of what UA sealed", wrong)


def unmoved(place):
    """While UA seals, signs in and out, and errs, RU's own answers stay as they are to the last byte: pages, its record, errors, sizes and ETags; and it is told of nothing."""
    path = make_case(place, "still")
    with Server(path) as server:
        host = server.host()
        ua, _ = invited(host, server, "UA", "the river is wide", "still")
        ru, _ = invited(host, server, "RU", "the bridge is long", "still")
        for who in (ua, ru):
            who.act("still", act="note", text="of our own", readers="own")
            who.post("/still/acts", {"act": "scores", "document": "plan", "score.0.0": "3", "score.0.1": "9", "back": "/still/packages"}, page="/still")
            who.act("still", act="checkpoint")
        slot = host.json("/api/v1/cases/still/slots")[0]["id"]
        api = "/api/v1/cases/still"
        addresses = ["/still", "/still/text/plan", "/still/text/plan/columns", "/still/text/plan/findings", "/still/packages", "/still/packages?document=plan&reading=scores", "/still/packages?document=plan&reading=order",
                     "/still/record", "/still/record.jsonl", "/still/checkpoint.note", "/still/people", "/still/drafts", "/still/time", "/still/statements", "/still/text/plan.next.docx", "/still/text/plan.list.xlsx",
                     "/still/files/none", "/still/proofs/party:UA-0.json", "/still/proofs/party:RU-0.json", "/still/proofs/all-0.json",
                     f"/still/text/{slot}", api, api + "/entries", api + "/notes", api + "/notes/note-1", api + "/worths", api + "/worths/UA-plan", api + "/worths/RU-plan", api + "/findings", api + "/keys", api + "/brief", api + "/own-record"]
        posted = [json.dumps({"lines": lines}) for lines in ("", "{}\n", '{"at":0,"audience":"party:UA"}\n', '{"at":0,"audience":"party:RU"}\n')]

        def seen():
            answers = []
            for target in addresses:
                status, body = ru.get(target)
                fields = [field for field in ru.answer.getheaders() if field[0] != "Date"]
                mark = ru.answer.getheader("ETag")
                again = ru.get(target, **{"If-None-Match": mark})[0] if mark else None
                answers.append((target, status, body, fields, again))
            for body in posted:
                answers.append((body, *ru.ask("POST", api + "/own-entries", body, {"Content-Type": "application/json", "Authorization": f"Bearer {ru.cookie.split('=')[-1]}", "Cookie": ""})))
            return answers

        seen()
        before = seen()
        listening = Events(ru, "/still/events")
        listening.next(b"at")
        size = len(host.json(api + "/entries")["entries"])
        did = [ua.act("still", act="note", text="our reserve is " + "9" * long, readers="own", slot=slot)[0] for long in (1, 3000)]
        did.append(ua.post("/still/acts", {"act": "scores", "document": "plan", "score.0.0": "71935", "reserve": "5", "back": "/still/packages"}, page="/still")[0])
        did.append(ua.act("still", act="finding", document="plan", check="figure", quote="30 days", readers="own")[0])
        did.append(ua.act("still", act="note", text="", readers="own")[0])
        ua.ask("POST", api + "/own-entries", posted[2], {"Content-Type": "application/json", "Authorization": f"Bearer {ua.cookie.split('=')[-1]}", "Cookie": ""})
        after = seen()
        wrong = [(old[0], old[1:2], new[1:2], old[3:], new[3:]) for old, new in zip(before, after) if old != new]
        tap.check(did[:3] == [201, 201, 303] and len(ua.json(api + "/notes")) > len(ru.json(api + "/notes")), "a party seals more", did)
        tap.check(not wrong and [each[1] for each in before].count(200) > 20, f"{len(before)} answers of another are the same to the last byte, with sizes, ETags and errors", *wrong[:5])
        host.act("still", act="comment", slot=slot, text="for all", party="EU")
        event = listening.next()
        tap.check(event and event["size"] == size + 1 and event["kind"] == "comment", "and the next that it is told of is what all are told", event, size)
        listening.close()


with folder() as first, folder() as second, folder() as sixth, folder() as third, folder() as fourth, folder() as fifth:
    talk(first)
    findings(fifth)
    calendar(first)
    invitations(fourth)
    roles(second)
    interference(third, int(sys.argv[1]))
    unmoved(sixth)
tap.end()
