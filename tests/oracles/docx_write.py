#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What we write as .docx, judged by others. Prints TAP.

docx_write.py BUILD SHARED

For each real pair of documents (and each base with several reviewers) one redline is written. The strict
checker must find nothing; LibreOffice must open it, its text with all changes rejected must be its text
of the base, and with all accepted (one reviewer) its text of the changed document. On the long text with
four parties the resolver by author must give each party's copy, paragraph for paragraph.
"""
import os
import re
import subprocess
import sys
import tempfile

from office import ACCEPT, REJECT, Office, oracle

BUILD, SHARED = sys.argv[1], sys.argv[2]
SET = os.path.join(SHARED, "data", "docx", "oxpt")
PROSE = os.path.join(SHARED, "data", "merge", "prose-100p")

def write(out, base, drafts):
    done = subprocess.run([os.path.join(BUILD, "bench", "bench-docx"), out, base, *drafts],
                          capture_output=True, timeout=120)
    return done.returncode == 0


def squeezed(text):
    # U+200D: LibreOffice's own mark in tracked rows without text; the private letters: symbol fonts.
    return "".join(re.sub("[\ue000-\uf8ff\u200d]", "", text).split())


class Readings:
    """LibreOffice's readings, without what layout alone decides."""

    def __init__(self):
        self.office = Office(SHARED)

    def accepted(self, path):
        return squeezed(self.office.text(path, ACCEPT))

    def rejected(self, path):
        return squeezed(self.office.text(path, REJECT))


def pairs():
    with open(os.path.join(SET, "manifest.tsv"), encoding="utf-8") as file:
        next(file)
        for line in file:
            name, kind, base, changed = (line.rstrip("\n").split("\t") + [""] * 4)[:4]
            if kind in ("compare", "consolidate"):
                yield name, os.path.join(SET, base), [os.path.join(SET, c) for c in changed.split(";")]


def difference(found, wanted):
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
    return f"at {at}: found {found[max(0, at - 20):at + 30]!r}, wanted {wanted[max(0, at - 20):at + 30]!r}"


def check_pair(office, name, base, changed, out):
    try:
        if office.rejected(out) != office.accepted(base):
            yield "rejected " + difference(office.rejected(out), office.accepted(base))
        if len(changed) == 1 and office.accepted(out) != office.accepted(changed[0]):
            yield "accepted " + difference(office.accepted(out), office.accepted(changed[0]))
    except Exception as problem:  # LibreOffice gives up in many ways
        yield f"does not open: {problem}"


def say(number, good, name):
    print(f"{'ok' if good else 'not ok'} {number} - {name}", flush=True)
    return good


def main():
    print("1..5")
    folder = tempfile.mkdtemp()
    written = []
    good = True
    for name, base, changed in pairs():
        out = os.path.join(folder, name + ".docx")
        drafts = [f"P{i + 1}={draft}" for i, draft in enumerate(changed)]
        if write(out, base, drafts):
            written.append((name, base, changed, out))
        else:
            print(f"# {name}: not written")
            good = False
    say(1, good, f"{len(written)} redlines of real documents are written")
    prose = os.path.join(folder, "prose.docx")
    write(prose, os.path.join(PROSE, "base.docx"), [f"{p}={PROSE}/{p}.docx" for p in "ABCD"])
    lint = oracle(SHARED, "docx_lint")
    faults = [(out, fault) for out in [w[3] for w in written] + [prose] for fault in lint.lint(out)]
    for out, fault in faults:
        print(f"# {os.path.basename(out)}: {fault}")
    say(2, not faults, "the strict checker finds nothing")
    resolver = oracle(SHARED, "perauthor")
    readings = [("-", "base"), *((party, party) for party in "ABCD")]
    say(3, all(resolver.paras(prose, who) == resolver.paras(f"{PROSE}/{file}.docx", "*") for who, file in readings),
        "refusing all gives the base, accepting one party its copy, paragraph for paragraph")
    office = Readings()
    bad = 0
    for name, base, changed, out in written:
        for problem in check_pair(office, name, base, changed, out):
            print(f"# {name} {os.path.basename(base)}: {problem}")
            bad += 1
    say(4, bad == 0, "LibreOffice reads both sides of every redline")
    say(5, office.rejected(prose) == office.accepted(f"{PROSE}/base.docx"),
        "LibreOffice rejects 5,000 changes and has the base")
    office.office.close()


main()
