#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A case from base to base, with texts made at random: what was settled, what stays open, who held what, every stance. Prints TAP.

rounds.py ENTENTE CASES [FIRST]: each case is a base and one to three drafts, as redlines.py makes them, submitted to a case. Some places are
agreed and stances taken at random, the next base is entered, twice over. The texts of the new base and of the drafts on it are worked out
here from the JSON of a merge, and read by a plain reader that shares nothing with the program.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import next as words  # noqa: E402
import redlines  # noqa: E402

NAMES = "Ada Bo Cy".split()
VERIFIER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "casefile", "verify.py")
TOLD = {"settled": 0, "open": 0, "unplaced": 0, "changed": 0, "stances": 0}


class Case:
    def __init__(self, entente, folder):
        self.entente, self.folder, self.path, self.second = entente, folder, f"{folder}/talks.entente", 0

    def do(self, verb, *arguments):
        self.second += 1
        now = f"2031-03-01T{self.second // 3600:02}:{self.second // 60 % 60:02}:{self.second % 60:02}Z"
        done = words.run(self.entente, verb, self.path, *arguments, "--now", now)
        if done.returncode != 0:
            raise ValueError(f"{verb} {' '.join(arguments)}: {done.stderr.decode().strip()}")
        return done.stdout.decode()

    def items(self, kind):
        return json.loads(words.run(self.entente, "show", self.path, kind, "--json").stdout)

    def begin(self, count):
        done = words.run(self.entente, "init", self.path, "--title", "Talks", "--id", "talks", "--now", "2031-03-01T00:00:00Z")
        if done.returncode != 0:
            raise ValueError(done.stderr.decode())
        for name in NAMES[:count]:
            self.do("party", name, "--name", name)
        self.do("enter", "document", "plan", "--set", "title=Plan")
        self.do("submit", f"{self.folder}/base.docx", "--document", "plan", "--base")
        for name in NAMES[:count]:
            self.do("submit", f"{self.folder}/{name}.docx", "--document", "plan", "--party", name, "--any-base")


def wordings(slot):
    return tuple(sorted((one.get("text", ""), tuple(sorted(one.get("parties", [])))) for one in slot["variants"]))


def texts(slot):
    return tuple(one.get("text", "") for one in slot["variants"])


def settle_some(case, draw, slots):
    """Agrees on places whose wordings no other place has; gives wording texts -> the text agreed on."""
    alike, agreed = [texts(slot) for slot in slots], {}
    for slot in slots:
        if slot["status"] == "unplaced" or alike.count(texts(slot)) > 1 or draw.random() < 0.5:
            continue
        number = draw.randrange(len(slot["variants"]))
        case.do("agree", slot["id"], str(number + 1))
        agreed[texts(slot)] = slot["variants"][number].get("text", "")
    return agreed


def take_stances(case, draw, slots, parties):
    for slot in draw.sample(slots, min(4, len(slots))):
        number = draw.randrange(len(slot["variants"]))
        case.do("stance", slot["id"], str(number + 1), draw.choice(["support", "oppose", "reserve"]), "--party", draw.choice(parties))


def merged_now(case):
    """The merge of the drafts that count, as JSON, made from the files as the case has them."""
    out = f"{case.folder}/export"
    subprocess.run(["rm", "-rf", out], check=True)
    done = words.run(case.entente, "export", case.path, out)
    drafts = case.items("drafts")
    if done.returncode != 0:
        raise ValueError(done.stderr.decode())
    newest = {}
    for draft in drafts:
        newest[draft.get("party", "")] = f"{out}/drafts/{draft['id']}/{draft['file']['name']}"
    base = newest.pop("")
    target = f"{case.folder}/now.json"
    done = words.run(case.entente, "merge", base, *(f"{party}={path}" for party, path in newest.items()), "--any-base", "-o", target)
    if done.returncode > 1:
        raise ValueError(done.stderr.decode())
    with open(target, encoding="utf-8") as file:
        return json.load(file), base, newest


def check_texts(case, before, agreed):
    """The new base and every draft on it read as the merge before says, with what is agreed in it."""
    _, base, drafts = merged_now(case)
    parties = before["parties"]

    def taken(slot, party):
        key = texts(slot)
        if not slot.get("kind") and key in agreed:
            return {"text": agreed[key]}
        return words.agreed(slot, parties) or (words.held(slot, party) if party else slot["variants"][0])
    for party, path in [(None, base), *drafts.items()]:
        said = words.differ(words.found_in(path, lambda author: False), words.lines_of(before, lambda slot, party=party: taken(slot, party)))
        if said:
            yield f"{party or 'the base'}: {said}"


def check_slots(case, before, stances, agreed, named):
    """Each slot is settled or goes on as it was; each stance still stands."""
    after = {slot["id"]: slot for slot in case.items("slots")}
    for slot in before:
        now = after.get(slot["id"])
        if slot["status"] in ("settled", "unplaced"):
            if now != slot:
                yield f"{slot['id']} was {slot['status']} and is {now}"
            continue
        all_hold = len(slot["variants"]) > 1 and any(not one.get("parties") for one in slot["variants"][:1]) and len(slot["variants"]) == 2
        if not now:
            yield f"{slot['id']} is gone"
        elif texts(slot) in agreed and slot["status"] == "agreed":
            wanted = agreed[texts(slot)]
            chosen = now.get("settled", {}).get("variant")
            text = [one.get("text", "") for one in now["variants"] if one["id"] == chosen]
            if now["status"] != "settled" or text != [wanted] or wordings(now) != wordings(slot):
                if not any(slot["id"] in one for one in named):
                    yield f"{slot['id']} was agreed on {wanted!r} and is {now['status']} on {text}"
            TOLD["settled"] += 1
        elif now["status"] == "unplaced":
            TOLD["unplaced"] += 1
            if not any(slot["id"] in one for one in named):
                yield f"{slot['id']} is unplaced, and not named"
        elif all_hold and now["status"] == "settled":
            TOLD["settled"] += 1
        else:
            TOLD["open"] += 1
            is_changed = wordings(now) != wordings(slot)
            TOLD["changed"] += is_changed
            if now["status"] != slot["status"] or is_changed != any(slot["id"] in one and "other wordings" in one for one in named):
                yield f"{slot['id']} was {wordings(slot)} {slot['status']}, is {wordings(now)} {now['status']}"
    now = {(one["slot"], one.get("variant"), one["party"], one["stance"]) for one in case.items("stances")}
    for one in stances:
        TOLD["stances"] += 1
        if (one["slot"], one.get("variant"), one["party"], one["stance"]) not in now:
            yield f"stance {one['id']} is gone"


def check_record(case):
    done = subprocess.run([sys.executable, VERIFIER, case.path], capture_output=True, check=False)
    if done.returncode != 0:
        yield f"the second verifier: {done.stdout.decode()[-300:]}"
    for verb in ("verify", "rebuild"):
        done = words.run(case.entente, verb, case.path)
        if done.returncode != 0:
            yield f"{verb}: {done.stdout.decode()[-200:]} {done.stderr.decode()[-200:]}"
    again = f"{case.folder}/again.entente"
    if os.path.exists(again):
        os.remove(again)
    done = words.run(case.entente, "import", f"{case.folder}/export", "-o", again, "--now", "2031-03-02T00:00:00Z")
    shown = [words.run(case.entente, "show", path, "--json").stdout for path in (case.path, again)]
    if done.returncode != 0 or shown[0] != shown[1]:
        yield f"the folder form is another case: {done.stderr.decode()[-200:]}"


def rounds(entente, seed, folder):
    files = redlines.case_of(seed)
    for name, content in zip(["base", *NAMES], files):
        with open(f"{folder}/{name}.docx", "wb") as file:
            file.write(content)
    case, draw, found = Case(entente, folder), random.Random(seed), []
    parties = NAMES[:len(files) - 1]
    case.begin(len(parties))
    for number in (1, 2):
        slots = case.items("slots")
        agreed = settle_some(case, draw, [one for one in slots if one["status"] in ("open", "reopened")])
        take_stances(case, draw, [one for one in slots if one["status"] != "unplaced"], parties)
        before, merged = case.items("slots"), merged_now(case)[0]
        stances = case.items("stances")
        told = [json.loads(line) for line in case.do("next", "plan", "--json").splitlines()][-1]
        columns = any(map(words.is_column, words.slots_of(merged).values()))
        found += [f"round {number}: {one}" for one in check_slots(case, before, stances, agreed, told["not_carried"])]
        if not columns:  # they stay open, with their rows, and a note says so
            found += [f"round {number}, text: {one}" for one in check_texts(case, merged, agreed)]
        else:
            merged_now(case)
        found += [f"round {number}, record: {one}" for one in check_record(case)]
    return found


def main():
    entente, count = sys.argv[1], int(sys.argv[2])
    first, wrong, refused = int(sys.argv[3]) if len(sys.argv) > 3 else 1, 0, 0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = rounds(entente, seed, folder)
            except ValueError as error:
                found = [str(error)]
        if any(words.REFUSED in one for one in found):
            refused += 1
            continue
        wrong += bool(found)
        for one in found[:6]:
            print(f"# {seed}: {one[:600]}")
    print("# " + ", ".join(f"{value} {name}" for name, value in TOLD.items()))
    few = (TOLD["unplaced"] + TOLD["changed"]) * 20 > TOLD["open"]
    print(f"{'not ' if wrong else ''}ok 1 - from base to base nothing is lost, {count} cases, {wrong} wrong")
    print(f"{'not ' if few else ''}ok 2 - what stays open is found again, {TOLD['unplaced']} of {TOLD['open'] + TOLD['unplaced']} not")
    often = refused * 20 > count
    print(f"{'not ' if often else ''}ok 3 - what cannot be written right is refused, and seldom, {refused} of {count}\n1..3")
    return 1 if wrong or few or often else 0


if __name__ == "__main__":
    sys.exit(main())
