#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A wording at an open place makes the party's next draft. Prints TAP. wording.py ENTENTE CASES

A case of the bundled example's Word files. For places and parties drawn at random the wording is set in; then the party holds it there,
nobody else holds other words anywhere than before, and of the party's file nothing differs but the paragraphs of the place: every other part
and every other paragraph keeps its bytes.
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

entente, cases = sys.argv[1], int(sys.argv[2])
example = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples/ardel/economy")
folder = tempfile.mkdtemp(prefix="entente-wording-")
case = os.path.join(folder, "talks.entente")
parties = ["Velmark", "Tarsen", "Nereth"]
count = 0


def check(truth, name, *more):
    global count
    count += 1
    print(f"{'ok' if truth else 'not ok'} {count} - {name}")
    for each in () if truth else more:
        print(f"# {str(each)[:600]}")


def run(*words):
    done = subprocess.run([entente, *words], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def slots(path):
    return json.loads(run("show", path, "slot", "--json")[1])


def held(slot):
    return {party: each["text"].strip() for each in slot["variants"] for party in each.get("parties", [])}


def newest(path, party):
    """The party's newest draft, as it lies in the exported folder."""
    out = tempfile.mkdtemp(dir=folder)
    os.rmdir(out)
    run("export", path, "-o", out)
    drafts = sorted(each for each in os.listdir(out + "/drafts") if each.startswith(f"plan-{party}-"))
    where = f"{out}/drafts/{drafts[-1]}"
    return zipfile.ZipFile(os.path.join(where, os.listdir(where)[0]))


def paragraphs(package):
    return re.findall(rb"<w:p[ >].*?</w:p>|<w:p/>", package.read("word/document.xml"), re.S)


def differing(old, new):
    """Paragraphs from the first to the last that differ: of the old file and of the new."""
    before, after = paragraphs(old), paragraphs(new)
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return before[first:len(before) - last], after[first:len(after) - last]


def propose(slot, party, words):
    copy = os.path.join(folder, "copy.entente")
    shutil.copy(case, copy)
    return copy, *run("submit", copy, "--document", "plan", "--party", party, "--at", slot, "--wording", words)


def make():
    run("init", case, "--id", "wording", "--title", "Wording")
    run("enter", case, "document", "plan", "--set", "title=Plan")
    for party in parties:
        run("party", case, party, "--name", party)
    run("submit", case, f"{example}/base.docx", "--document", "plan", "--base")
    for party in parties:
        run("submit", case, f"{example}/{party.lower()}.docx", "--document", "plan", "--party", party)


def try_one(draw, known):
    slot, party = draw.choice(known), draw.choice(parties)
    words = draw.choice([f"quite another wording {draw.randint(10, 99)}", slot["variants"][0]["text"], slot["variants"][-1]["text"]]).strip()
    copy, status, _, said = propose(slot["id"], party, words)
    name = f"{party} at {slot['id']}: {words[:30]!r}"
    if held(slot).get(party) == words:
        check(status == 2 and "already" in said, f"{name}: it has these words there", status, said)
        return
    new = {each["id"]: held(each) for each in slots(copy)}
    there = new.get(slot["id"])
    if there is not None:
        check(status == 0 and there.get(party) == words, f"{name}: it holds them", status, said, there)
    others = {each["id"]: {who: text for who, text in held(each).items() if who != party} for each in known}
    moved = [each for each in others if each in new and any(new[each].get(who) != text for who, text in others[each].items())]
    check(status == 0 and not moved, f"{name}: nobody else's words are others", status, said, moved)
    old, made = newest(case, party), newest(copy, party)
    parts = [each for each in old.namelist() if each != "word/document.xml" and old.read(each) != made.read(each)]
    before, after = differing(old, made)
    check(old.namelist() == made.namelist() and not parts and len(before) <= 1 and len(after) <= 2,
          f"{name}: all else in its file keeps its bytes", parts, before, after)


def main():
    make()
    known = slots(case)
    check(len(known) > 20, "the example has open places", len(known))
    draw = random.Random(20310303)
    for _ in range(cases):
        try_one(draw, known)

    place = next(each for each in known if each["id"].startswith("plan/Title_I/4/new/"))
    copy, status, _, said = propose(place["id"], "Tarsen", "The audit is public.\nEach Contributor may answer it.")
    before, after = differing(newest(case, "Tarsen"), newest(copy, "Tarsen"))
    check(status == 0 and not before and len(after) == 2 and all(b'"Clause"' in each for each in after),
          "two clauses come in between two, and look like their neighbour", status, said, after)
    inside = next(each for each in known if each["id"].startswith("plan/Title_I/2(a)/"))
    _, status, _, said = propose(inside["id"], "Tarsen", "one line\nand another")
    check(status == 2 and "write it in the draft" in said, "several paragraphs within one are refused, with what to do", status, said)
    _, status, _, said = propose("plan/Title_I/99/00000000", "Tarsen", "words")
    check(status == 2 and "no open place" in said, "so is a place that is not there", status, said)
    status, _, said = run("submit", case, "--document", "plan", "--party", "Tarsen", "--at", inside["id"])
    check(status == 2 and "--wording" in said, "a place without a wording is a slip of the pen", status, said)
    check(run("verify", case)[0] == 0 and run("verify", copy)[0] == 0, "the record is right")
    print(f"1..{count}")
    shutil.rmtree(folder)


main()
