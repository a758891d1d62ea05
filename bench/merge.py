#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench/merge: CPU time and peak memory of `entente merge`, beside the peers that are installed.

    bench/merge.py [--entente build/gcc/entente] [--words 50000 500000] [--parties 1 2 4 10 30]

Texts are generated (seeded): prose-like lines of 42 words from 6,000 made-up words with Zipf
frequencies; each party's copy has edits on 5 % of the words (replace, insert, delete), and one copy
is a total rewrite. Peers compare one pair: git diff --word-diff, wdiff, dwdiff, and git merge-file
with one word a line. Every run is a process of its own; CPU is user + system, best of three.
"""
import argparse
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def vocabulary(rng, count):
    parts = ["ka", "lo", "mer", "tis", "ran", "vel", "do", "sun", "pri", "eth", "or", "gal", "ni", "ushe"]
    words = set()
    while len(words) < count:
        words.add("".join(rng.choice(parts) for _ in range(rng.randint(1, 4))))
    return sorted(words)


def base_text(rng, words, count):
    weights = [1 / (rank + 3) for rank in range(len(words))]
    stream = rng.choices(words, weights, k=count)
    lines = []
    for start in range(0, count, 42):
        line = stream[start:start + 42]
        lines.append(" ".join(line).capitalize() + ".")
    return lines


def edited(rng, words, lines, share):
    out = []
    for line in lines:
        tokens, kept, i = line.split(" "), [], 0
        while i < len(tokens):
            if rng.random() < share / 2:
                kind, span = rng.choice("rrid"), rng.randint(1, 4)
                if kind in "ri":
                    kept += rng.choices(words, k=span)
                i += span if kind in "rd" else 0
                if kind == "i":
                    kept.append(tokens[i])
                    i += 1
            else:
                kept.append(tokens[i])
                i += 1
        out.append(" ".join(kept))
    return out


def measure(command, best_of=3, out=subprocess.DEVNULL):
    """CPU seconds and peak MiB of a command, best of some runs; None when it cannot run."""
    best = None
    for _ in range(best_of):
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            return None
        cpu = usage.ru_utime + usage.ru_stime
        if best is None or cpu < best[0]:
            best = (cpu, usage.ru_maxrss / 1024)
    return best


def show(name, result, reference=None):
    if result is None:
        print(f"  {name:<46} did not run")
        return
    ratio = f"  {result[0] / reference[0]:6.1f} x entente" if reference else ""
    print(f"  {name:<46} {result[0]:7.2f} s CPU {result[1]:7.0f} MiB{ratio}")


def write(path, lines):
    path.write_text("\n".join(lines) + "\n")


def peers(folder, reference):
    base, draft = folder / "base.txt", folder / "p0.txt"
    for tool in ("wdiff", "dwdiff"):
        if shutil.which(tool):
            show(tool, measure([tool, str(base), str(draft)], 1), reference)
    show("git diff --word-diff", measure(["git", "diff", "--no-index", "--word-diff", str(base), str(draft)], 1),
         reference)
    names = []
    for name in ("base.txt", "p0.txt", "p1.txt"):
        lines = folder / (name + ".words")
        lines.write_text("\n".join((folder / name).read_text().split()) + "\n")
        names.append(str(lines))
    command = ["git", "merge-file", "-p", names[1], names[0], names[2]]
    show("git merge-file, a word a line, 2 parties", measure_any(command), reference)


def measure_any(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def bench(entente, count, party_counts):
    rng = random.Random(7)
    words = vocabulary(rng, 6000)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lines = base_text(rng, words, count)
        write(folder / "base.txt", lines)
        for party in range(max(party_counts)):
            write(folder / f"p{party}.txt", edited(rng, words, lines, 0.04))
        write(folder / "rewrite.txt", base_text(rng, words, count))
        print(f"{count} words, 5 % edits")
        first = None
        for parties in party_counts:
            command = [entente, "merge", str(folder / "base.txt"), "-o", str(folder / "out.json")]
            command += [f"P{party}={folder / f'p{party}.txt'}" for party in range(parties)]
            result = measure(command, 3 if parties < 10 else 1)
            first = first or result
            show(f"entente merge, {parties} parties, JSON", result)
        command = [entente, "merge", str(folder / "base.txt"), f"R={folder / 'rewrite.txt'}", "--any-base",
                   "-o", str(folder / "out.json")]
        show("entente merge, a total rewrite", measure(command, 1))
        peers(folder, first)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--entente", default=str(ROOT / "build/gcc/entente"))
    parser.add_argument("--words", type=int, nargs="+", default=[50000, 500000])
    parser.add_argument("--parties", type=int, nargs="+", default=[1, 2, 4, 10, 30])
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for count in arguments.words:
        bench(arguments.entente, count, arguments.parties)


if __name__ == "__main__":
    sys.exit(main())
