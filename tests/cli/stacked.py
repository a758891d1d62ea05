#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tracked changes of up to three authors on top of one another: what each of them is read as, and that every form shows it. Prints TAP.

stacked.py ENTENTE CASES: cases that stand here with their readings, then CASES paragraphs made at random, read by a plain twin of the rule: an
author who strikes something in a stretch of another's insertions and deletions has read that stretch.
"""
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import odd_files as odd  # noqa: E402

# A piece is (words, who put it in or "", who struck it or "").
BASE = ""
CASES = [
    ("one strikes a word that another put in", [("keep ", "", ""), ("two ", "A", ""), ("three ", "A", "B"), ("four ", "A", ""), ("end", "", "")],
     {"A": "keep two three four end", "B": "keep two four end"}),
    ("one strikes all that another put in", [("keep ", "", ""), ("two ", "A", "B"), ("end", "", "")], {"A": "keep two end", "B": "keep end"}),
    ("one strikes a part of what another put for old words", [("pay ", "", ""), ("thirty ", "", "A"), ("sixty ", "A", ""), ("working ", "A", "B"),
                                                                ("days", "", "")], {"A": "pay sixty working days", "B": "pay sixty days"}),
    ("one strikes all that another put for old words, and so wants the old ones", [("pay ", "", ""), ("thirty ", "", "A"), ("sixty ", "A", "B"), ("days", "", "")],
     {"A": "pay sixty days", "B": "pay thirty days"}),
    ("what stands between two insertions of another is no change of them", [("pay ", "", ""), ("within ", "A", ""), ("sixty ", "B", ""), ("days ", "A", ""),
                                                                          ("here", "", "")], {"A": "pay within days here", "B": "pay sixty here"}),
    ("beside is not inside", [("pay ", "", ""), ("soon ", "A", ""), ("twice ", "B", ""), ("here", "", "")], {"A": "pay soon here", "B": "pay twice here"}),
    ("another stretch of the same author is nobody's", [("a ", "A", ""), ("old ", "", ""), ("b ", "A", ""), ("c ", "A", "B"), ("end", "", "")],
     {"A": "a old b c end", "B": "old b end"}),
    ("three authors, each on what the one before put in", [("x ", "A", ""), ("y ", "A", "B"), ("z ", "A", "C"), ("end", "", "")],
     {"A": "x y z end", "B": "x z end", "C": "x y end"}),
]


def xml(pieces):
    number, out = 0, []
    for words, into, struck in pieces:
        tag = "w:delText" if struck else "w:t"
        inner = f'<w:r><{tag} xml:space="preserve">{words}</{tag}></w:r>'
        for kind, author in (("del", struck), ("ins", into)):
            number += 1
            if author:
                inner = f'<w:{kind} w:id="{number}" w:author="{author}" w:date="{odd.DATE}">{inner}</w:{kind}>'
        out.append(inner)
    return "<w:p>" + "".join(out) + "</w:p>"


def twin(pieces, reader):
    """What the pieces are read as: a plain walk over stretches of pieces that somebody put in or struck."""
    out, at = [], 0
    while at < len(pieces):
        if not pieces[at][1] and not pieces[at][2]:
            out.append(pieces[at][0])
            at += 1
            continue
        end = at
        while end < len(pieces) and (pieces[end][1] or pieces[end][2]):
            end += 1
        stretch = pieces[at:end]
        accepted = {reader}
        for author in {into or struck for _, into, struck in stretch} - {reader}:
            own = [i for i, (_, into, _) in enumerate(stretch) if into == author]
            inside = any(stretch[i][2] == reader for i in own)
            left = any(stretch[i][2] != reader for i in own)
            if inside and left:
                accepted.add(author)
        for words, into, struck in stretch:
            if (not into or into in accepted) and struck not in ({reader} if into else accepted):
                out.append(words)
        at = end
    return "".join(out)


def said(entente, *arguments):
    return subprocess.run([entente, *arguments], capture_output=True, check=False).stdout.decode()


def plain(text):
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def faults(entente, folder, pieces, readings):
    path = f"{folder}/stacked.docx"
    with open(path, "wb") as file:
        file.write(odd.plain(xml(pieces) + odd.t("A last line.")))
    for author, wanted in readings.items():
        found = said(entente, "text", path, "--author", author).split("\n")[0]
        if found.split() != wanted.split():
            yield f"as {author} {found!r}, not {wanted!r}"
    if not readings:
        return
    base = "".join(words for words, into, _ in pieces if not into)
    out = f"{folder}/out"
    for form in ("json", "md"):
        said(entente, "merge", path, "-o", f"{out}.{form}")
        for author, wanted in [("", base), *readings.items()]:
            found = said(entente, "view", f"{out}.{form}", *(("--party", author) if author else ("--base",)))
            if "".join(wanted.split()) not in "".join(found.split()):
                yield f"{form} as {author or 'base'} {found!r}, not {wanted!r}"
    said(entente, "merge", path, "-o", f"{out}.docx")
    for author, wanted in [("", base), *readings.items()]:
        found = said(entente, "text", f"{out}.docx", *(("--author", author) if author else ("--reject",))).split("\n")[0]
        if found.split() != wanted.split():
            yield f"docx as {author or 'base'} {found!r}, not {wanted!r}"


def made_at_random(draw):
    pieces = []
    for i in range(draw.randint(2, 9)):
        into = draw.choice(("", "", "A", "A", "B", "C"))
        struck = draw.choice([""] * 3 + [one for one in "ABC" if one != into])
        pieces.append((f"{draw.choice('pay give take hold send keep'.split())}{i} ", into, struck))
    return pieces + [("end", "", "")]


def main():
    entente, cases = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    print(f"1..{len(CASES) + 1}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, pieces, readings) in enumerate(CASES, 1):
            found = [*faults(entente, folder, pieces, readings), *(f"the twin says {twin(pieces, one)!r}" for one, wanted in readings.items()
                                                                  if twin(pieces, one).split() != wanted.split())]
            for line in found:
                print("#", line)
            print("not ok" if found else "ok", number, "-", name)
        draw, wrong = random.Random(26), 0
        for case in range(cases):
            pieces = made_at_random(draw)
            authors = sorted({one for _, into, struck in pieces for one in (into, struck) if one})
            for line in faults(entente, folder, pieces, {one: twin(pieces, one) for one in authors}):
                wrong += 1
                print(f"# {case} {pieces}: {line}")
        print("not ok" if wrong else "ok", len(CASES) + 1, "-", cases, "stacks made at random are read as the plain twin reads them, in each form")


main()
