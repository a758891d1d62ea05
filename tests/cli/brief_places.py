#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Links, marks and tables of a brief in Word and on the page, and the history of each place. Prints "ok NAME" or "bad NAME".

brief_places.py ENTENTE FOLDER: FOLDER gets a case of two rounds on which parties move and a meeting agrees.
"""
import json
import os
import re
import subprocess
import sys
import zipfile

ENTENTE, FOLDER = sys.argv[1:3]
BASE = ["1. The rent is 30 crowns a month.", "2. The barn is open from 8 to 5.", "3. Notice is given in 60 days.", "4. Dogs are welcome."]


def run(*words, day=1):
    clock = ["--now", f"2031-03-{day:02}T09:00:00Z"] if words[0] not in ("show", "brief", "text") else []
    done = subprocess.run([ENTENTE, *words, *clock], capture_output=True, check=False, text=True)
    if done.returncode not in (0, 1):
        print("bad", *words, done.stderr.replace("\n", " "))
    return done.stdout


def say(good, name):
    print("ok" if good else "bad", name)


def draft(name, **changed):
    lines = [changed.get(f"p{number}", line) for number, line in enumerate(BASE, 1)]
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as file:
        file.write("\n\n".join(lines) + "\n")
    return os.path.join(FOLDER, name)


def main():
    case = os.path.join(FOLDER, "lease.entente")
    run("init", case, "--title", "The lease")
    for party in ("Landlord", "Tenant"):
        run("party", case, party, "--name", party)
    run("enter", case, "document", "lease", "--set", "title=Lease")
    run("submit", case, draft("base.md"), "--document", "lease", "--base")
    run("submit", case, draft("l.md", p1="1. The rent is 50 crowns a month.", p4="4. Dogs are not welcome."), "--document", "lease", "--party", "Landlord", day=2)
    run("submit", case, draft("t.md", p1="1. The rent is 20 crowns a month.", p3="3. Notice is given in 90 days."), "--document", "lease", "--party", "Tenant",
        day=3)
    run("submit", case, draft("t2.md", p1="1. The rent is 50 crowns a month.", p3="3. Notice is given in 80 days."), "--document", "lease", "--party", "Tenant", day=4)
    run("meeting", case, "barn", "--from", "2031-03-05", "--to", "2031-03-05", day=5)
    slots = json.loads(run("show", case, "slots", "--json"))
    run("agree", case, next(slot["id"] for slot in slots if slot["point"] == "4"), "base", "--meeting", "barn", day=5)
    for ending in ("docx", "html", "md", "txt"):
        run("brief", case, "-o", os.path.join(FOLDER, "brief." + ending))
    with open(os.path.join(FOLDER, "brief.txt"), encoding="utf-8") as file:
        text = " ".join(file.read().split())
    say("2031-03-04, Tenant moves from “20” to “50”, towards Landlord." in text and "Tenant moves from “90” to “80”, towards nobody" in text
        and "2031-03-05, agreed at the meeting barn: nothing." in text, "each place has its history: who moved, when, from what to what, towards whom")
    with zipfile.ZipFile(os.path.join(FOLDER, "brief.docx")) as package:
        body = package.read("word/document.xml").decode()
    with open(os.path.join(FOLDER, "brief.html"), encoding="utf-8") as file:
        page = file.read()
    targets, anchors = set(re.findall(r'w:anchor="([^"]+)"', body)), re.findall(r'w:name="(place_\d+)"', body)
    say(len(targets) >= 3 and targets <= set(anchors) and len(set(anchors)) == len(anchors), "every link of the Word file has its place, and each place one name")
    links, ids = set(re.findall(r'href="#([^"]+)"', page)), re.findall(r'id="(place_\d+)"', page)
    say(links == targets and links <= set(ids) and len(set(ids)) == len(ids), "the page has the same links")
    rows = body.count("<w:tr>")
    say(rows > 4 and body.count("<w:cantSplit/>") == rows and body.count("<w:tblHeader/>") == body.count("<w:tbl>"), "no row breaks, and every head is repeated")
    fills = dict(re.findall(r'w:fill="([0-9A-F]{6})"/></w:rPr><w:t[^>]*>(Landlord|Tenant)<', body))
    say(sorted(fills.values()) == ["Landlord", "Tenant"], "each party has a colour of its own in Word, and its name with it")
    named = set(re.findall(r'class="party h(\d)">(\w+)<', page))
    say(sorted(named) == [("0", "Landlord"), ("1", "Tenant")], "and on the page")
    read = run("text", os.path.join(FOLDER, "brief.docx"))
    say("3. Notice is given in [base, Landlord: 60] [Tenant: 80] days." in read, "the words of a place stand under it")


if __name__ == "__main__":
    main()
