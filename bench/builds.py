#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench/builds: user CPU of two builds of entente in turn, over the verbs that nothing may make slower.

    bench/builds.py OLD NEW [--rounds 5] [--only 'merge*']        OLD: build/run/entente of an earlier commit
    bench/builds.py OLD NEW --case TALKS.entente                  brief, verify and submit of a large case besides (bench/case_large.py)

A row is the median of the rounds, and the median of the ratios of each pair. A command of a few milliseconds is called
many times a round. Inputs are made with fixed seeds. Rows for Markdown, to be kept in bench/results-builds.md.
"""
import argparse
import fnmatch
import json
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

import bargain
import docx_input
import merge as texts

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLAN = ROOT / "examples/ardel/economy"


def limits_text(rng, count):
    """Prose with a time limit in every tenth line."""
    words = texts.vocabulary(rng, 6000)
    lines = [str(line) for line in texts.base_text(rng, words, count)]
    for at in range(0, len(lines), 10):
        lines[at] = f"{at // 10 + 1}. The Parties shall exchange the lists of annex {at % 7} within {rng.randint(2, 90)} days after signature."
    return lines


def network(rng, activities):
    """Links u v w that can all be kept: each activity some days behind an earlier one, and no later than twice that."""
    rows = []
    for at in range(1, activities):
        for before in rng.sample(range(at), min(at, 3)):
            least = rng.randint(1, 30)
            rows += [f"{at}\t{before}\t{-least}", f"{before}\t{at}\t{least + 30 * activities}"]
    return rows


def make_inputs(folder):
    rng = random.Random(5)
    words = texts.vocabulary(rng, 6000)
    base = texts.base_text(rng, words, 35000)
    texts.write(folder / "base.txt", base)
    for party in "ABCD":
        texts.write(folder / f"{party}.txt", texts.edited(rng, words, base, 0.05))
    (folder / "limits.txt").write_text("\n\n".join(limits_text(rng, 35000)) + "\n")
    (folder / "net.tsv").write_text("\n".join(network(rng, 500)) + "\n")
    for name in ("base", "tarsen", "velmark", "nereth"):
        docx_input.lengthen(PLAN / f"{name}.docx", 20, folder / f"{name}.docx")
    for name, made in (("line3", bargain.scenario(20, 4, 3, "line", 3)), ("random4", bargain.scenario(7, 3, 4, "random", 4, reserve=0.4)),
                       ("line2", bargain.scenario(20, 4, 2, "line", 5)), ("large3", bargain.scenario(30, 4, 3, "line", 6))):
        (folder / f"{name}.json").write_text(json.dumps(made))


def commands(folder, case):
    """(what, how often a round, command) of each row."""
    drafts = [f"{party}={folder}/{party}.txt" for party in "ABCD"]
    word = [f"{name}={folder}/{name}.docx" for name in ("tarsen", "velmark", "nereth")]
    yield "--version", 100, ["--version"]
    yield "merge, 100 pages, four parties, .txt to .html", 1, ["merge", f"{folder}/base.txt", *drafts, "-o", f"{folder}/out.html"]
    yield "merge, three parties, .docx to .docx", 1, ["merge", f"{folder}/base.docx", *word, "-o", f"{folder}/out.docx"]
    yield "diff, 100 pages", 1, ["diff", f"{folder}/base.txt", f"{folder}/A.txt", "--json"]
    yield "limits, 100 pages", 1, ["limits", f"{folder}/limits.txt"]
    yield "timetable of the example's plan", 50, ["timetable", str(ROOT / "examples/ardel/timetable/nereth.yaml")]
    yield "timetable --network, 500 activities", 5, ["timetable", "--network", f"{folder}/net.tsv"]
    yield "bargain of the example", 20, ["bargain", str(ROOT / "examples/ardel/bargain/scenario.json")]
    for what, name, times in (("4 parties, 7 issues", "random4", 50), ("3 parties, 20 issues", "line3", 20), ("2 parties, 20 issues", "line2", 20),
                              ("3 parties, 30 issues", "large3", 5)):
        yield f"bargain, {what}", times, ["bargain", f"{folder}/{name}.json"]
    if case:
        yield "brief of the large case", 1, ["brief", f"{case}"]
        yield "verify of the large case", 1, ["verify", f"{case}"]


def user_seconds(program, arguments, times):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    for _ in range(times):
        subprocess.run([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="*")
    parser.add_argument("--case")
    asked = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        make_inputs(folder)
        print("| what | old | new | ratio |\n| --- | --- | --- | --- |")
        for what, times, arguments in commands(folder, asked.case):
            if not fnmatch.fnmatch(what, asked.only):
                continue
            pairs = [(user_seconds(asked.old, arguments, times), user_seconds(asked.new, arguments, times)) for _ in range(asked.rounds)]
            old, new = (statistics.median(pair[side] for pair in pairs) / times for side in (0, 1))
            ratio = statistics.median(b / a for a, b in pairs if a > 0)
            print(f"| {what} | {old:.4f} | {new:.4f} | {ratio:.2f} |", flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
