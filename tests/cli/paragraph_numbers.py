#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The numbers that paragraphs bear (M7), in every reading of a redline, over texts made at random. Prints TAP.

paragraph_numbers.py ENTENTE CASES [FIRST]: a text written again by another program, with other numbers for the same lists, changes nothing; one
to three parties edit clauses and lists, and each party's reading has that party's numbers, refusing all those of the base.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import numbered_files as numbered  # noqa: E402

SHOWN = 6
PARTIES = ["North", "South", "West"]


class Folder:
    def __init__(self, entente, folder):
        self.entente, self.folder = entente, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments):
        return subprocess.run([self.entente, *arguments], cwd=self.folder, capture_output=True, check=False)

    def lines(self, name, *options):
        return self.run("text", "--body", "--labels", *options, name).stdout.decode().strip("\n").split("\n")


def twin(text):
    return [f"{label} {paragraph.words}".strip() for label, paragraph in zip(numbered.labels(text), text.paragraphs)]


def tracked(path):
    with zipfile.ZipFile(path) as archive:
        return re.findall(r"<w:(?:ins|del|moveFrom|moveTo|pPrChange|rPrChange)\b", archive.read("word/document.xml").decode())


def resave_faults(at, seed):
    """Nothing that anybody sees has changed."""
    draw = numbered.rng(seed, "resave")
    base = numbered.make(draw)
    again = numbered.resaved(base, draw)
    if numbered.labels(base) != numbered.labels(again):
        yield "the generator changed a label"
        return
    numbered.write(at.path("base.docx"), base)
    numbered.write(at.path("a.docx"), again, numbered.Writing(draw))
    for name in ("base.docx", "a.docx"):
        if at.lines(name) != twin(base):
            yield f"{name} reads {at.lines(name)}, not {twin(base)}"
    done = at.run("merge", "base.docx", "North=a.docx", "-o", "out.docx", "--check")
    if done.returncode != 0 or b"number" in done.stderr or b"list" in done.stderr or b"0 open" not in done.stderr:
        yield f"resaved: exit {done.returncode}: {done.stderr.decode()}"
    elif tracked(at.path("out.docx")):
        yield f"resaved: tracked {tracked(at.path('out.docx'))}"
    elif at.lines("out.docx") != twin(base):
        yield f"resaved: {at.lines('out.docx')}, not {twin(base)}"


def edit_faults(at, seed, parties):
    """Each party's reading bears its numbers; refusing all gives the base's."""
    draw = numbered.rng(seed, "edit", parties)
    base = numbered.make(draw)
    numbered.write(at.path("base.docx"), base)
    drafts = {}
    for party in PARTIES[:parties]:
        text = numbered.edited(base, draw) if parties == 1 or party == PARTIES[0] else numbered.edited(base, draw, numbering=0)
        text = numbered.resaved(text, draw) if draw.random() < 0.7 else text
        numbered.write(at.path(party + ".docx"), text, numbered.Writing(draw))
        drafts[party] = text
    done = at.run("merge", "base.docx", *[f"{party}={party}.docx" for party in drafts], "-o", "out.docx", "--any-base")
    if done.returncode != 0:
        yield f"not written: {done.stderr.decode()}"
        return
    if at.lines("out.docx", "--reject") != twin(base):
        yield f"base: {at.lines('out.docx', '--reject')}, not {twin(base)}"
    for party, text in drafts.items():
        if at.lines(party + ".docx") != twin(text):
            yield f"{party} reads {at.lines(party + '.docx')}, not {twin(text)}"
        mine = at.lines("out.docx", "--author", ",".join(holders(at.path("out.docx"), party)))
        is_told = f"another number that {party} gives" in done.stderr.decode()
        if mine != twin(text) and not is_told:
            yield f"{party}: {mine}, not {twin(text)}; {done.stderr.decode()}"
    yield from view_faults(at, base, drafts)


def view_faults(at, base, drafts, ending=".docx"):
    """The same in JSON: every reading bears its numbers."""
    at.run("merge", "base.docx", *[f"{party}={party}{ending}" for party in drafts], "-o", "out.json", "--any-base")
    for reading, text in (("--base", base), *drafts.items()):
        at.run("view", "out.json", *([reading] if reading == "--base" else ["--party", reading]), "-o", "view.json")
        with open(at.path("view.json"), encoding="utf-8") as file:
            points = json.load(file)["points"]
        mine = [((point["label"] + " " if point.get("label_is_computed") else "") + point["text"]) for point in points]
        if mine != twin(text):
            yield f"{reading} of JSON: {mine}, not {twin(text)}"


def typed_faults(at, seed):
    """A draft without computed numbers, which has them typed: its reading bears them, in JSON and in Markdown."""
    draw = numbered.rng(seed, "typed")
    base = numbered.make(draw)
    text = numbered.edited(base, draw, numbering=0)
    numbered.write(at.path("base.docx"), base)
    with open(at.path("North.txt"), "w", encoding="utf-8") as file:
        file.write("\n\n".join(twin(text)) + "\n")
    yield from view_faults(at, base, {"North": text}, ".txt")
    at.run("view", "out.json", "--party", "North", "-o", "view.md")
    with open(at.path("view.md"), encoding="utf-8") as file:
        lines = [re.sub(r"^#+ |\\", "", line) for line in file.read().split("\n") if line]
    if lines != twin(text):
        yield f"Markdown: {lines}, not {twin(text)}"


def holders(path, party):
    """The authors in whose names the party is: several may share a change."""
    with zipfile.ZipFile(path) as archive:
        names = set(re.findall(r'w:author="([^"]*)"', archive.read("word/document.xml").decode()))
    return [name for name in names if party in name.split("; ")] or ["nobody at all"]


def main():
    entente, cases = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    print("1..4")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        at = Folder(entente, folder)
        for test, (name, faults) in enumerate((("written again, nothing has changed", resave_faults),
                                               ("one party's edits", lambda at, seed: edit_faults(at, seed, 1)),
                                               ("three parties' edits", lambda at, seed: edit_faults(at, seed, 3)),
                                               ("a draft whose numbers are typed", typed_faults)), 1):
            wrong = 0
            for seed in range(first, first + cases):
                found = list(faults(at, seed))
                wrong += bool(found)
                for line in found[:1] if wrong <= SHOWN else []:
                    print(f"# case {seed}: {line}")
            print("not ok" if wrong else "ok", test, f"- {name}: {cases} cases, {wrong} wrong")
            failed = failed or wrong > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
