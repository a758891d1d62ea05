# SPDX-License-Identifier: Apache-2.0
"""Finished sealed entries that a party hands over, over HTTP: what is improper is refused at the door where the server can
tell, and passed over by whoever can read it where only the reader can. Usage: handed.py OWN_PAGE"""
import base64
import json
import os
import subprocess
import sys

from served import Client, Server, Tap, folder, make_case, run

tap = Tap()
OWN_PAGE = sys.argv[1]
PARTIES = ("UA", "RU", "MED")
clock = (f"2099-03-01T10:{minute:02}:{second:02}Z" for minute in range(60) for second in range(60))


def words_of(party):
    return f"the river is wide {party}"


def signed_in(server, party, case="talks"):
    client = Client(server)
    client.post("/sign-in", {"party": party, "passphrase": words_of(party), "case": case})
    client.cookie = (client.answer.getheader("Set-Cookie") or "").split(";")[0]
    return client


class Page:
    """A party's own page: fetches the record, works on the copy, hands over."""
    def __init__(self, place, client, party, case="talks"):
        self.copy, self.client, self.party, self.case = os.path.join(place, f"copy-{party}.jsonl"), client, party, case

    def made(self, *words):
        with open(self.copy, "wb") as file:
            file.write(self.client.get(f"/api/v1/cases/{self.case}/own-record")[1])
        return subprocess.run([OWN_PAGE, self.copy, self.party, words_of(self.party), next(clock), *words], check=True, capture_output=True).stdout.decode()

    def hand(self, lines):
        return self.client.ask("POST", f"/api/v1/cases/{self.case}/own-entries", json.dumps({"lines": lines}),
                               {"Content-Type": "application/json", "Authorization": f"Bearer {self.client.cookie.split('=')[-1]}", "Cookie": ""})


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def changed(lines, change):
    """The lines with another entry: `change` gets its members; what it gives is written in canonical form."""
    out = []
    for line in lines.splitlines():
        value = json.loads(line)
        if "audience" in value:
            change(value)
            line = canonical(value)
        out.append(line)
    return "\n".join(out) + "\n"


def mutations(first, rival, other, honest):
    """Name and lines: everything that the server can tell by itself."""
    names = [name for name in json.loads(honest.splitlines()[0])]
    entry, checkpoint = honest.splitlines()

    def bytes_in(name, what):
        def change(value):
            value[name] = base64.b64encode(what(base64.b64decode(value[name]))).decode()
        return changed(honest, change)

    content = max(names, key=lambda name: len(str(json.loads(entry)[name])))
    for name in names:
        yield f"without its {name}", changed(honest, lambda value, name=name: value.pop(name))
        for what in (None, 7 if name != "at" else "7", "", [], {"a": 1}):
            if what != json.loads(entry)[name]:
                yield f"{name} is {what!r}", changed(honest, lambda value, name=name, what=what: value.update({name: what}))
    for name, what in (("cut by a byte", lambda b: b[:-1]), ("cut to half", lambda b: b[:len(b) // 2]), ("cut to its mark", lambda b: b[:17]),
                       ("with a byte more", lambda b: b + b"\0"), ("not sealed", lambda b: b"X" + b[1:]), ("without readers", lambda b: b[:17] + b"\0" + b[18:]),
                       ("with another number of readers", lambda b: b[:17] + b"\x08" + b[18:]), ("with more readers than may be", lambda b: b[:17] + b"\xfc" + b[18:]),
                       ("with another bit", lambda b: b[:-1] + bytes([b[-1] ^ 1])), ("with another reader", lambda b: b[:40] + bytes([b[40] ^ 1]) + b[41:]),
                       ("of a larger size", lambda b: b + bytes(512)), ("of twice a megabyte", lambda b: b + bytes(2 << 20)), ("in the clear", lambda b: b'{"act":"note"}')):
        yield name, bytes_in(content, what)
    for name in ("commitment", "salt", "subtree"):
        if name in names:
            yield f"{name} cut", changed(honest, lambda value, name=name: value.update({name: value[name][:-2]}))
            yield f"{name} of another", changed(honest, lambda value, name=name: value.update({name: value[name][:-1] + ("0" if value[name][-1] != "0" else "1")}))
    at = json.loads(entry)["at"]
    for where in (at - 1, at + 1, -1, 1 << 40, 1 << 63, 0.5):
        yield f"at place {where}", changed(honest, lambda value, where=where: value.update({"at": where}))
    for log in ("party:RU", "party:MED", "all", "public", "mediator", "group:G", "party:", "party:UA ", "\u0000"):
        yield f"in the log {log!r}", changed(honest, lambda value, log=log: value.update({"audience": log}))
    yield "replayed", first
    yield "of another party", rival
    yield "of another case", other
    yield "without a checkpoint", entry + "\n"
    yield "twice", entry + "\n" + honest
    yield "with two checkpoints", honest + checkpoint + "\n"
    yield "with a checkpoint of before", entry + "\n" + first.splitlines()[1] + "\n"
    yield "with a checkpoint of another", entry + "\n" + rival.splitlines()[1] + "\n"
    yield "with a file that nobody names", honest + '{"bytes":"","file":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}\n'
    yield "in another order of members", honest.replace("{", '{"zz":1,', 1)
    yield "with white space", honest.replace(":", ": ", 1)
    yield "with a line that is nothing", honest + "null\n"
    yield "that is nothing", ""
    yield "that is deep", "[" * 5000 + "]" * 5000 + "\n"
    yield "65 entries", "".join(changed(entry, lambda value, row=row: value.update({"at": at + row})) for row in range(65)) + checkpoint + "\n"


def entered(act="note", by="UA", changes=(), time="2031-03-02T10:00:00Z", **more):
    return canonical({"act": act, "by": by, "changes": list(changes), "time": time, **more})


def note(text, **more):
    return {"id": "n1", "kind": "note", "set": {"text": text, **more}}


# What only who can open it can tell: the server sees a sealed entry, well made and well signed.
IMPROPER = {
    "nothing": "", "no JSON": "what is this?", "not canonical": '{ "act": "note" }', "a list": "[]", "no time": canonical({"act": "note", "by": "UA", "changes": []}),
    "changes that are none": entered(changes=[1, "a", None]), "changes without a kind": entered(changes=[{"id": "x", "set": {}}]),
    "a change that is a text": entered(changes=[{"id": "x", "kind": "note", "set": "text"}]), "bytes that are no UTF-8": "\udcff\udcfe".encode("utf-8", "surrogateescape"),
    "another's name": entered(by="RU", changes=[note("RU gives in")]), "nobody's name": entered(by="", changes=[note("nobody gives in")]),
    "a party's role": entered(changes=[{"id": "UA", "kind": "party", "set": {"name": "UA", "role": "mediator"}}]),
    "another party": entered(changes=[{"id": "RU", "kind": "party", "gone": True}]), "another's keys": entered(changes=[{"id": "RU", "kind": "key", "set": {}}]),
    "the text itself": entered(changes=[{"id": "plan", "kind": "document", "gone": True}]), "a draft of another": entered(changes=[{"id": "plan-RU-1", "kind": "draft", "set": {"party": "RU"}}]),
    "another's scores": entered(changes=[{"id": "RU-plan", "kind": "worth", "set": {"party": "RU", "reserve": 1}}]),
    "deep": "[" * 4000 + "]" * 4000,
}
HEADS = ("/talks", "/talks/packages", "/talks/record", "/talks/text/plan", "/talks/text/plan/findings", "/api/v1/cases/talks", "/api/v1/cases/talks/entries", "/api/v1/cases/talks/worths",
         "/api/v1/cases/talks/parties", "/api/v1/cases/talks/drafts", "/api/v1/cases/talks/brief")

with folder() as place:
    path = make_case(place)
    run("party", path, "MED", "--name", "The mediator", "--role", "mediator")
    for party in PARTIES:
        secret = os.path.join(place, "pass-" + party)
        with open(secret, "w") as file:
            file.write(words_of(party))
        run("party", path, party, "--passphrase-file", secret)
    os.mkdir(os.path.join(place, "elsewhere"))
    elsewhere = make_case(os.path.join(place, "elsewhere"))
    run("party", elsewhere, "UA", "--passphrase-file", os.path.join(place, "pass-UA"))

    with Server(elsewhere) as server:
        other = Page(place, signed_in(server, "UA"), "UA").made("note", "of another case")

    with Server(path) as server:
        clients = {party: signed_in(server, party) for party in PARTIES}
        pages = {party: Page(place, clients[party], party) for party in PARTIES}
        ua = pages["UA"]

        def views():
            """What each of the others sees: status and size-bearing words of all addresses, without what is another at each look."""
            return [(party, target, client.get(target)[0]) for party, client in clients.items() for target in HEADS]

        def entries():
            return {party: client.json("/api/v1/cases/talks/entries")["entries"] for party, client in clients.items()}

        first = ua.made("note", "the first")
        status, told = ua.hand(first)
        tap.check(status == 201, "a note that is handed over is taken", status, told)
        # The door.
        rival, honest = pages["RU"].made("note", "of a rival"), ua.made("note", "the second")
        before, seen = entries(), views()
        tried = list(mutations(first, rival, other, honest))
        wrong, untold, statuses = [], [], set()
        for name, lines in tried:
            status, body = ua.hand(lines)
            statuses.add(status)
            if status not in (403, 409, 413, 422):
                wrong.append((name, status, body))
            elif len(json.loads(body)["error"]["message"]) < 15:
                untold.append((name, body))
        tap.check(len(tried) >= 40 and not wrong, f"{len(tried)} improper entries are refused at the door", len(tried), *wrong[:8])
        tap.check(not untold, "each with a reason", *untold[:4])
        tap.check(entries() == before and views() == seen, "and nothing of them was entered")
        tap.check(ua.hand(honest)[0] == 201, "as itself it is taken")
        with open(os.path.join(place, "large"), "wb") as file:
            file.write(b"entente-sealed/1\n\x04" + os.urandom(320 + 24 + 16 + (1 << 20)))
        status, body = ua.hand(ua.made("raw", file.name))
        tap.check((status, b"too large" in body) == (413, True), "an entry that is signed and too large is refused", status, body)

        # The reader: sealed to the mediator, signed, in its place.
        before, seen, wrong = entries(), views(), []
        for name, plain in IMPROPER.items():
            status, body = ua.hand(ua.made("seal", "MED", plain))
            now = views()
            if status != 201 or now != seen:
                wrong.append((name, status, body, [pair for pair in zip(seen, now) if pair[0] != pair[1]]))
        with open(os.path.join(place, "noise"), "wb") as file:
            file.write(b"entente-sealed/1\n\x04" + os.urandom(320 + 24 + 16 + 512))
        status, body = ua.hand(ua.made("raw", file.name))
        tap.check(status == 201 and views() == seen, "what nobody can open breaks nobody", status, body)
        tap.check(not wrong, f"{len(IMPROPER)} sealed entries in which is what no verb enters are passed over by their reader", *wrong[:6])
        tap.check(entries() == before, "which sees no entry of them")
        names = [{each["id"]: each.get("role") for each in client.json("/api/v1/cases/talks/parties")} for client in clients.values()]
        tap.check(all(each.get("MED") == "mediator" and each.get("UA") != "mediator" and "RU" in each for each in names), "nor anything that they say of others", names)
        # What is proper is read on behind them, by the same handles and by new ones.
        kept = entered(changes=[note("we could live with fifty", party="RU")])
        tap.check(ua.hand(ua.made("seal", "MED", kept))[0] == 201 and b"we could live with fifty" in clients["MED"].get("/api/v1/cases/talks/notes")[1], "what is proper is read behind them")

    with Server(path) as server:
        med = signed_in(server, "MED")
        tap.check([med.get(target)[0] for target in HEADS] == [each[2] for each in seen if each[0] == "MED"] and b"we could live with fifty" in med.get("/api/v1/cases/talks/notes")[1],
                  "by a server that is started anew too")
        # Two parties sign the same checkpoint in their pages.
        signers = {party: Page(place, signed_in(server, party), party) for party in ("UA", "RU")}
        status, _ = signers["UA"].hand(signers["UA"].made("sign", "all"))
        one = med.get("/talks/checkpoint.note")[1]
        with open(os.path.join(place, "one.note"), "wb") as file:
            file.write(one)
        again, body = signers["RU"].hand(signers["RU"].made("sign", "all", file.name))
        both = med.get("/talks/checkpoint.note")[1]
        tap.check((status, again) == (201, 201) and "\u2014 UA ".encode() in both and "\u2014 RU ".encode() in both, "two parties sign one checkpoint in their pages, and both signatures gather", status, again, both, body)
        with open(os.path.join(place, "both.note"), "wb") as file:
            file.write(both)
    told = run("verify", path, "--checkpoint", os.path.join(place, "both.note"))
    tap.check(told.startswith("right"), "the record holds with it, by the program", told)
    second = subprocess.run([sys.executable, "tests/casefile/verify.py", path, "--checkpoint", file.name], capture_output=True, text=True)
    tap.check(second.returncode == 0, "and by the second verifier", second.stdout, second.stderr)
    told = run("verify", path)
    tap.check(told.startswith("right"), "and with all that was passed over", told)
tap.end()
