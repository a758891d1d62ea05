#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench/draft_kinds: what the gate says of pairs made from real files.

    bench/draft_kinds.py --data ../shared/data [--build build/gcc] [--files 60] [--seed 1]

From each real text are made: light and heavy copies (words replaced, paragraphs struck, put in and
moved, whole chapters struck), fragments (one paragraph, several in a row, scattered ones, an e-mail
around a clause, a table of clauses, half of the text) as .txt, .md and .docx. Strangers are pairs of
two different files; counter-drafts are pairs of different texts on one subject. Prints the table of
what was made against what was said, and with --figures all figures of each pair.
"""
import argparse
import collections
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/support"))
from made_drafts import made_from, write  # noqa: E402

def texts_of(data, entente):
    found = []
    for path in sorted(data.glob("docx/**/*.docx")) + sorted(data.glob("faults/docx/base.docx")) + \
            sorted(data.glob("timetable/agreements/*.txt")) + sorted(data.glob("brackets/*.md")):
        done = subprocess.run([entente, "text", path], capture_output=True, text=True, check=False)
        lines = [line.strip() for line in done.stdout.split("\n") if line.strip()]
        words = sum(len(line.split()) for line in lines)
        if done.returncode == 0 and len(lines) >= 4 and words >= 80:
            found.append((path, lines))
    unlike = {}
    for path, lines in found:
        unlike.setdefault(" ".join(lines)[:300], (path, lines))
    return list(unlike.values())


def main():
    wants = argparse.ArgumentParser()
    wants.add_argument("--data", default="../shared/data", type=pathlib.Path)
    wants.add_argument("--build", default="build/gcc", type=pathlib.Path)
    wants.add_argument("--files", default=60, type=int)
    wants.add_argument("--seed", default=1, type=int)
    wants.add_argument("--figures", action="store_true")
    wants.add_argument("--counter", nargs=2, action="append", default=[], metavar=("BASE", "DRAFT"))
    given = wants.parse_args()
    rng = random.Random(given.seed)
    texts = texts_of(given.data, given.build / "entente")[:given.files]
    pairs = [("counter", "counter", base, draft) for base, draft in given.counter]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for number, (path, lines) in enumerate(texts):
            for i, (kind, how, made, ending) in enumerate(made_from(rng, lines)):
                draft = folder / f"{number}-{i}-{how}{ending}"
                write(draft, made)
                pairs.append((kind, how, path, draft))
            other = rng.choice([t for t in texts if t[0] != path])
            pairs.append(("stranger", "stranger", path, other[0]))
        ask = "".join(f"{kind}:{how}\t{base}\t{draft}\n" for kind, how, base, draft in pairs)
        done = subprocess.run([given.build / "bench/bench-draft_kind"], input=ask, capture_output=True, text=True,
                              check=True)
    sys.stderr.write(done.stderr)
    table = collections.Counter()
    for line in done.stdout.splitlines():
        made, said = line.split("\t")[:2]
        table[made, said] += 1
        if given.figures:
            print(line)
    print(f"{len(texts)} texts, {len(pairs)} pairs")
    for made in sorted({made for made, _ in table}):
        row = "  ".join(f"{said} {table[made, said]}" for said in ("copy", "fragment", "counter", "stranger")
                        if table[made, said])
        print(f"  {made:<22} {row}")


if __name__ == "__main__":
    main()
