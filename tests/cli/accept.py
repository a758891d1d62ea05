#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Blind acceptance: each party marks what it could accept, and only what all could is told.

usage: accept.py ENTENTE
"""
import itertools
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import Tap  # noqa: E402

PACKAGES = ("p1", "p2", "p3")
PARTIES = ("UA", "US")


def made_case(tap):
    case = tap.talks()
    tap.must("party", case, "US", "--passphrase-file", tap.path("us.pass", "old glory\n"))
    tap.must("party", case, "OB", "--name", "Observer", "--role", "observer")
    slot = json.loads(tap.must("show", case, "slots", "--json"))[0]["id"]
    for package in PACKAGES:
        made = json.dumps({"id": package, "title": package, "choices": [{"slot": slot, "variant": "base"}]})
        tap.must("enter", case, "package", tap.path("p.json", made))
    return case


def asked_as(tap, party):
    return "--as", party, "--passphrase-file", tap.path(party.lower() + ".pass")


def told(tap, case):
    return [p["id"] for p in json.loads(tap.must("show", case, "accepted", "--json", *asked_as(tap, "UN")))]


def seen(tap, case, *view):
    """All that this viewer is shown of the case."""
    return [tap.must("show", case, "--json", *view), tap.must("show", case, "acceptances", "--json", *view),
            tap.must("brief", case, "--json", *view), tap.must("log", case, "--json", *view)]


def main(entente):
    tap = Tap(entente, next(room for room in ("/dev/shm", "/tmp") if os.access(room, os.W_OK)))
    case = made_case(tap)
    tap.say(told(tap, case) == [], "nothing is accepted before anybody marked anything")
    tap.refused("who marks says so", "for no other to see", "accept", case, "p1")
    tap.refused("an answer is one of three", "say yes, no or perhaps", "accept", case, "p1", "maybe", *asked_as(tap, "UA"))
    tap.refused("a package is known", "p9", "accept", case, "p9", *asked_as(tap, "UA"))
    tap.refused("a passphrase is the party's own", "", "accept", case, "p1", "--as", "US", "--passphrase-file", tap.path("ua.pass"))
    before = seen(tap, case, *asked_as(tap, "US")), seen(tap, case)
    marks = {}
    rng = random.Random(5)
    for package in PACKAGES:
        marks["UA", package] = "yes" if package != "p2" else "no"
        tap.must("accept", case, package, marks["UA", package], *asked_as(tap, "UA"))
    tap.say((seen(tap, case, *asked_as(tap, "US")), seen(tap, case)) == before,
            "one party's marks change no byte of what another, or anybody, is shown")
    tap.say(told(tap, case) == [], "what one party alone could accept is not told")
    for party in ("UA", "US"):
        tap.refused(f"{party} is not told what all could accept", "only a mediator", "show", case, "accepted", *asked_as(tap, party))
    tap.refused("nobody is told without a passphrase", "only a mediator", "show", case, "accepted", "--as", "UN")
    for _ in range(3):
        for party, package in itertools.product(PARTIES, PACKAGES):
            if (party, package) not in marks or rng.random() < 0.4:
                marks[party, package] = rng.choice(("yes", "yes", "no", "perhaps"))
                tap.must("accept", case, package, marks[party, package], *asked_as(tap, party))
        common = [p for p in PACKAGES if all(marks[party, p] == "yes" for party in PARTIES)]
        tap.say(told(tap, case) == common, f"what all could accept is told: {common}", told(tap, case))
    # A mark that a party makes in another's name counts for nobody.
    tap.must("accept", case, "p1", "no", *asked_as(tap, "UA"))
    tap.must("accept", case, "p1", "yes", *asked_as(tap, "US"))
    tap.must("enter", case, "acceptance", "forged", "--set", "party=UA", "--set", "package=p1", "--set", "answer=yes",
             "--readers", "party:US", "--with-mediator", *asked_as(tap, "US"))
    tap.say("p1" not in told(tap, case), "a mark in another's name counts for nothing")
    tap.both_sound("both verifiers take the record", case)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
