#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs entente counterparts over pairs of rival texts and counts what was found.

    score.py ENTENTE FOLDER… [-v] [--least FOUND] [--most WRONG]

The figures, a line a pair and a total; -v names what is missing and wrong. Exits with 1 when less is found, or more of
what is asserted is wrong, than the per cents given.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

KINDS = ("numbers", "dates", "names", "duty", "conditions")


def read_key(path: pathlib.Path):
    key = {"pairs": set(), "open": set(), "base_only": set(), "only": set(), "differs": []}
    for line in path.read_text().splitlines():
        if line.startswith("! "):
            key["differs"].append(read_difference(line[2:]))
        elif line.startswith("? "):
            base, *others = line[2:].split()
            key["open"].update((base, other) for other in others)
        elif line.startswith("+ "):
            key["only"].update(sides(line[2:]))
        elif " = " in line:
            base, others = line.split(" = ", 1)
            if others.strip() == "-":
                key["base_only"].add(base)
            else:
                key["pairs"].update((base, other) for other in sides(others))
    return key


def sides(text: str):
    """Labels, or first words of paragraphs parted by semicolons."""
    is_label = all(re.fullmatch(r"[\dIVXA-Z.]+", word) for word in text.split())
    return text.split() if is_label else [part.strip() for part in text.split(";")]


def read_difference(text: str):
    kind = next(kind for kind in KINDS if f" {kind} " in text + " ")
    where, _, values = text.partition(f" {kind}")
    base, other = where.split(" / ") if " / " in where else where.split()
    one, _, two = values.partition("|")
    return base.strip(), other.strip(), kind, one.strip(), two.strip()


def plain_name(name: str) -> str:
    return re.sub(r"^(Article|Art\.?|Point|Chapter|Section|Clause|Paragraph)\s+", "", name).replace("/", ".").strip("().")


def names_of(file: pathlib.Path, key_names, points):
    """Each point of the answer as the key calls it."""
    found = {}
    for point in points:
        starts = [start for start in key_names if point["name"].startswith("¶") and
                  point["text"].startswith(start + ("." if len(start) < 5 else ""))]
        found[point["name"]] = starts[0] if starts else plain_name(point["name"])
    return found


def numbers_in(text: str):
    return re.findall(r"\d[\d,.]*\d|\d", text) or re.findall(r"[a-z]+", text.lower())[:1]


def is_named(value: str, side: int, entries) -> bool:
    if not value:
        return True
    wanted = numbers_in(value)
    return any(value.lower() in entry[side].lower() or (entry[side] and numbers_in(entry[side]) == wanted)
               for entry in entries)


def entries_for(kind, differs):
    kinds = ("numbers", "dates") if kind in ("numbers", "dates") else (kind,)
    return [entry for one in kinds for entry in differs.get(one, [])]


def score(program: str, folder: pathlib.Path, verbose: bool):
    base, other = (next(folder.glob(f"{name}.*")) for name in ("base", "other"))
    answer = json.loads(subprocess.run([program, "counterparts", base, f"X={other}", "--json"], check=True,
                                       capture_output=True, text=True).stdout)
    key = read_key(folder / "key.txt")
    base_keys = {pair[0] for pair in key["pairs"]} | key["base_only"]
    other_keys = {pair[1] for pair in key["pairs"]} | key["only"]
    ours = names_of(base, base_keys, answer["texts"][0]["points"])
    theirs = names_of(other, other_keys, answer["texts"][1]["points"])
    certain, possible, differs = set(), set(), {}
    for where, pairs in ((certain, answer["pairs"]), (possible, answer["possible"])):
        for pair in pairs:
            found = {(ours[pair["base"]], theirs[point]) for point in pair["points"]}
            where.update(found)
            for one in found:
                differs.setdefault(one, pair["differs"])
    right = key["pairs"] | key["open"]
    named = [all((is_named(one, 0, entries_for(kind, differs.get((a, b), {}))),
                  is_named(two, 1, entries_for(kind, differs.get((a, b), {})))))
             for a, b, kind, one, two in key["differs"]]
    if verbose:
        print("==", folder.name)
        print("  missing: ", *sorted(f"{a}={b}{' (possible)' if (a, b) in possible else ''}"
                                     for a, b in key["pairs"] - certain))
        print("  wrong:   ", *sorted(f"{a}={b}" for a, b in certain - right))
        print("  possibly wrong:", *sorted(f"{a}={b}" for a, b in possible - right))
        for is_right, difference in zip(named, key["differs"]):
            if not is_right:
                print("  unnamed: ", *difference, "| pair found" if difference[:2] in differs else "| pair not found")
    hard = [n for n, d in zip(named, key["differs"]) if d[2] in ("numbers", "dates", "names")]
    soft = [n for n, d in zip(named, key["differs"]) if d[2] not in ("numbers", "dates", "names")]
    return [len(key["pairs"]), len(key["pairs"] & certain), len(key["pairs"] & possible), len(certain),
            len(certain - right), len(possible - right), len(hard), sum(hard), len(soft), sum(soft)]


def told(name: str, figures) -> str:
    pairs, found, possible, said, wrong, maybe, hard, named, soft, soft_named = figures
    return (f"{name:16} found {found}/{pairs} {100 * found / max(pairs, 1):5.1f} %, possible {possible}; "
            f"wrong {wrong}/{said} {100 * wrong / max(said, 1):4.1f} %, possibly {maybe}; "
            f"numbers, dates, names {named}/{hard}; duties, conditions {soft_named}/{soft}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("--most", type=float, default=100)
    given = parser.parse_args()
    is_worse = False
    for folder in given.folders:
        total = [0] * 10
        for pair in sorted(path for path in folder.iterdir() if path.is_dir()):
            figures = score(given.program, pair, given.v)
            print(told(pair.name, figures))
            total = [a + b for a, b in zip(total, figures)]
        print(told(folder.name, total))
        is_worse |= total[1] * 100 < given.least * total[0] or total[4] * 100 > given.most * total[3]
    sys.exit(is_worse)


if __name__ == "__main__":
    main()
