# SPDX-License-Identifier: Apache-2.0
"""What a mediator sees of packages is what counting all of them gives, and what others see is nothing of it.

Usage: packages.py ROUNDS, each with scores, reserves and red lines at random.
"""
import html
import itertools
import os
import random
import re
import sys

from served import BASE, Client, Server, Tap, folder, run

tap = Tap()
ROUNDS = int(sys.argv[1])
TEXTS = {"base": BASE, "UA": BASE.replace("30 days", "20 days").replace("first day", "last day"),
         "RU": BASE.replace("30 days", "60 days").replace("equal", "fair").replace("ten days", "five days")}
PEOPLE = ("UA", "RU", "MED", "EU")
READINGS = ("", "&reading=scores", "&reading=order", "&reading=questions")


def make(place):
    path = os.path.join(place, "talks.entente")
    run("init", path, "--title", "Talks")
    for name in PEOPLE:
        run("party", path, name, "--name", f"The party {name}", "--role", "mediator" if name == "MED" else "party")
    run("enter", path, "document", "plan", "--set", "title=Plan")
    for who, text in TEXTS.items():
        file = os.path.join(place, who + ".md")
        with open(file, "w") as out:
            out.write(text)
        run("submit", path, file, "--document", "plan", *(["--base"] if who == "base" else ["--party", who]))
    for name in PEOPLE:
        file = os.path.join(place, "word-" + name)
        with open(file, "w") as out:
            out.write("the river is wide " + name)
        run("party", path, name, "--passphrase-file", file)
    return path


def signed_in(server, party):
    client = Client(server)
    client.post("/sign-in", {"party": party, "passphrase": "the river is wide " + party, "case": "talks"})
    client.cookie = (client.answer.getheader("Set-Cookie") or "").split(";")[0]
    return client


def page(client, reading=""):
    return client.get("/talks/packages?document=plan" + reading)[1].decode()


def words(markup):
    markup = re.sub(r"</t[dh]>", " | ", re.sub(r"</(p|tr|h\d|li)>", "\n", markup))
    return re.sub(r"[ \t]+", " ", html.unescape(re.sub(r"<[^>]+>", "", markup))).replace(",", "")


def said_at_random(rng, options):
    """Scores by place and wording, red lines, a reserve."""
    scores = [[rng.randrange(10) for _ in range(count)] for count in options]
    red = [(i, o) for i, count in enumerate(options) for o in range(count) if rng.randrange(9) == 0]
    return scores, red, rng.randrange(4, 24)


def tell(client, said, with_mediator=True):
    scores, red, reserve = said
    fields = [("act", "scores"), ("document", "plan"), ("back", "/talks/packages"), ("reserve", str(reserve))]
    fields += [(f"score.{i}.{o}", str(each)) for i, row in enumerate(scores) for o, each in enumerate(row)]
    fields += [("red", f"{i}.{o}") for i, o in red]
    fields += [("with_mediator", "yes")] if with_mediator else []
    return client.post("/talks/acts", fields, page="/talks")[0]


def counted(options, said):
    """All packages, by hand: what each is worth to each, and whom it suits."""
    worths = []
    for package in itertools.product(*(range(count) for count in options)):
        sums = tuple(sum(scores[i][o] for i, o in enumerate(package)) for scores, _, _ in said)
        suits = all(total >= reserve and not any(package[i] == o for i, o in red) for total, (_, red, reserve) in zip(sums, said))
        worths.append((sums, suits))
    return worths


def expected(options, said):
    worths = counted(options, said)
    good = [sums for sums, suits in worths if suits]
    gains = [tuple(total - reserve for total, (_, _, reserve) in zip(sums, said)) for sums in good]
    return {"packages": len(worths), "acceptable": len(good), "sum": max((sum(each) for each in good), default=None),
            "product": max((each[0] * each[1] for each in gains), default=None), "least": max((min(each) for each in gains), default=None)}


def shown(text):
    """The same figures as the page has them."""
    count = re.search(r"issues?: (\d+) packages", text)
    good = re.search(r"(\d+) acceptable to all", text)
    point = {name: re.search(name + r"[^|\n]*\| (\d+) \|", text) for name in ("Nash", "Utilitarian", "Max-min")}
    number = {name: int(found[1]) if found else None for name, found in point.items()}
    none = re.search(r"[Nn]o package is acceptable|none of them acceptable|0 acceptable", text)
    return {"packages": int(count[1]) if count else None, "acceptable": int(good[1]) if good else 0 if none else None, "sum": number["Utilitarian"],
            "product": number["Nash"], "least": number["Max-min"]}


def seen_by_others(clients):
    return [page(client, reading) for client in clients for reading in READINGS]


def weigh(clients, options, rng):
    ua, ru, med, eu, host = clients
    said = [said_at_random(rng, options) for _ in range(2)]
    tell(ua, said[0])
    page(ua)  # the line that the act left is shown once
    before = seen_by_others((ua, eu, host))
    done = tell(ru, said[1])
    after = seen_by_others((ua, eu, host))
    tap.check(done == 303 and after == before, "what one party scores changes no byte of what the others see", done, [i for i, pair in enumerate(zip(before, after)) if pair[0] != pair[1]])
    text = words(page(med))
    tap.check(shown(text) == expected(options, said), "the mediator's figures are those of counting every package", expected(options, said), shown(text), said, text[:1500])


with folder() as place:
    server = Server(make(place))
    clients = [*(signed_in(server, name) for name in ("UA", "RU", "MED", "EU")), server.host()]
    grid = page(clients[0], "&reading=scores")
    pairs = [(int(i), int(o)) for i, o in re.findall(r'name="score\.(\d+)\.(\d+)"', grid)]
    options = [sum(1 for i, _ in pairs if i == issue) for issue in range(max(i for i, _ in pairs) + 1)]
    tap.check(sorted(options) == [2, 2, 2, 3], "four places, of which one has three wordings", options)
    nothing = page(clients[2])
    tell(clients[0], said_at_random(random.Random(1), options), with_mediator=False)
    tell(clients[1], said_at_random(random.Random(2), options), with_mediator=False)
    tap.check(page(clients[2]) == nothing, "without consent the mediator sees nothing of the scores")
    rng = random.Random(11)
    for _ in range(ROUNDS):
        weigh(clients, options, rng)
    tap.check(server.end() == 0, "it ends")
tap.end()
