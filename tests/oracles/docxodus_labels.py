#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Numbers of lists as docxodus counts them beside ours: w:isLgl, w:lvlRestart and starts that are overridden, where LibreOffice does not follow
the format and is no oracle. Prints TAP.

docxodus_labels.py ENTENTE PEER CASES: PEER is a folder where `npm install docxodus` was run. Texts are made at random (numbered_files.py). Two kinds
are left out, because there docxodus may show a label in the form of the first level ("c." for "c.2.3."): what stands behind the first paragraph of
a second list on the same counters, and lists of which a lower level starts at another number than 1. These are held by the plain twin of the
counting (paragraph_numbers.py) and, in real files, by LibreOffice (real_labels.py).
"""
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
import numbered_files as numbered  # noqa: E402


def compared(text):
    """The paragraphs whose labels are compared: numbered ones, up to where a second list uses counters of a first."""
    users = {}
    for at, paragraph in enumerate(text.paragraphs):
        if not paragraph.place:
            continue
        number, level = paragraph.place
        family = text.lists[number].family
        if users.setdefault(family, number) != number:
            return
        levels = text.families[family]
        if levels[level].format != "bullet" and all(one.start == 1 for one in levels[1:]):
            yield at


def ours(entente, path, text):
    lines = subprocess.run([entente, "text", "--labels", path], capture_output=True, text=True, check=False).stdout.splitlines()
    return [line[:len(line) - len(one.words)].strip() for line, one in zip(lines, text.paragraphs)]


def has(text, kind):
    levels = [level for family in text.families.values() for level in family]
    return {"isLgl": any(level.legal for level in levels), "lvlRestart": any(level.restart is not None for level in levels),
            "startOverride": any(one.starts for one in text.lists.values())}[kind]


def main():
    entente, peer, cases = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    texts = [numbered.make(random.Random(seed)) for seed in range(cases)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{seed}.docx") for seed in range(cases)]
        for path, text in zip(paths, texts):
            numbered.write(path, text)
        said = subprocess.run(["node", os.path.join(HERE, "docxodus_labels.mjs"), *paths], cwd=peer, capture_output=True, text=True, check=False)
        theirs = [json.loads(line) for line in said.stdout.splitlines() if line.startswith("[[")]
        mine = [ours(entente, path, text) for path, text in zip(paths, texts)]
    if len(theirs) != cases:
        print(f"1..0 # SKIP docxodus does not run here: {said.stderr.strip()[-200:]}")
        return
    count, wrong, kinds = 0, [], dict.fromkeys(("isLgl", "lvlRestart", "startOverride"), 0)
    for seed, (text, own, other) in enumerate(zip(texts, mine, theirs)):
        for at in compared(text):
            count += 1
            for kind in kinds:
                kinds[kind] += has(text, kind)
            if own[at] != other[at][0].strip():
                wrong.append(f"{seed}: {own[at]!r} for {other[at][0]!r} at {text.paragraphs[at].words[:40]!r}")
    for line in wrong[:10]:
        print("#", line)
    print("#", count, "labels,", ", ".join(f"{number} of them in texts with w:{kind}" for kind, number in kinds.items()))
    print(f"{'not ' if wrong else ''}ok 1 - the numbers of {cases} texts are those of docxodus")
    print(f"{'' if all(kinds.values()) else 'not '}ok 2 - and each kind that LibreOffice counts otherwise is among them")
    print("1..2")


if __name__ == "__main__":
    main()
