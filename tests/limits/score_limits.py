#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores `entente limits` against annotated agreements.

usage: score_limits.py ENTENTE FOLDER-OF-TEXTS GOLD.tsv… [--verbose] [--at-least found=…,value=…]

A gold file has the columns id, file, line, col, phrase, step, ref_event, relation, min, max, unit,
calendar, value, numeric, note; lines count from 1, columns from 0, in characters. A limit is found when
one of ours on the same line shares at least half of the shorter of the two phrases.
"""
import csv
import json
import pathlib
import subprocess
import sys

FIGURES = ["found", "value", "bounds", "relation", "reference", "alarms"]


def overlap(row, limit):
    start = int(row["col"])
    ours = limit["column"] - 1
    if int(row["line"]) != limit["line"]:
        return 0
    shared = min(start + len(row["phrase"]), ours + len(limit["phrase"])) - max(start, ours)
    return shared if 2 * shared >= min(len(row["phrase"]), len(limit["phrase"])) else 0


def bound(text):
    return None if text in ("*", "") else int(text)


def words_of(name):
    words = (name or "").lower().replace(".", " ").split()
    return {word[:5] for word in words if len(word) > 2 or len(words) < 3}


def score(entente, texts, gold, verbose, totals):
    rows = list(csv.DictReader(gold.open(encoding="utf-8"), delimiter="\t"))
    name = rows[0]["file"]
    done = subprocess.run([entente, "limits", "--json", str(texts / name)], capture_output=True, check=True)
    limits = json.loads(done.stdout)["limits"]
    used = set()
    for row in rows:
        totals["rows"] += 1
        best = max(range(len(limits)), key=lambda i: overlap(row, limits[i]), default=None)
        if best is None or overlap(row, limits[best]) == 0:
            if verbose:
                print(f"  missed   {row['id']}: {row['phrase']}")
            continue
        limit = limits[best]
        used.add(best)
        totals["found"] += 1
        if row["numeric"] == "1":
            totals["numeric"] += 1
            totals["value"] += row["value"] == (limit["value"] or "")
            if row["value"] != (limit["value"] or "") and verbose:
                print(f"  value    {row['id']}: {row['value']} but {limit['value']}: {limit['phrase']}")
            same = (bound(row["min"]), bound(row["max"])) == (limit["min"], limit["max"])
            totals["bounds"] += same
            if not same and verbose:
                print(f"  bounds   {row['id']}: {row['min']} {row['max']} but {limit['min']} {limit['max']}")
        totals["relation"] += row["relation"] == limit["relation"]
        if row["relation"] != limit["relation"] and verbose:
            print(f"  relation {row['id']}: {row['relation']} but {limit['relation']}: {limit['phrase']}")
        if row["ref_event"]:
            totals["referring"] += 1
            wanted = words_of(row["ref_event"])
            bound_to = words_of(f"{limit['reference'] or ''} {limit['event'] or ''}")
            totals["reference"] += bool(limit["reference"])
            totals["same words"] += bool(wanted & bound_to)
            if verbose and not wanted & bound_to:
                print(f"  refers   {row['id']}: {row['ref_event']} but {limit['reference']} ({limit['event']})")
    for i, limit in enumerate(limits):
        if i in used or any(overlap(row, limit) for row in rows):
            continue
        totals["open alarms" if limit["open"] else "alarms"] += 1
        if verbose:
            print(f"  alarm    {name}:{limit['line']}:{limit['column']} {limit['relation']} {limit['phrase']}")


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    verbose = "--verbose" in sys.argv
    least = {}
    for word in sys.argv[1:]:
        if word.startswith("--at-least="):
            least = {k: float(v) for k, v in (pair.split("=") for pair in word.split("=", 1)[1].split(","))}
    totals = {key: 0 for key in ["rows", "found", "numeric", "value", "bounds", "relation", "referring",
                                 "reference", "same words", "alarms", "open alarms"]}
    for gold in words[2:]:
        score(words[0], pathlib.Path(words[1]), pathlib.Path(gold), verbose, totals)
    of = {"found": "rows", "value": "numeric", "bounds": "numeric", "relation": "found",
          "reference": "referring", "same words": "referring"}
    failed = []
    for key, base in of.items():
        share = totals[key] / max(totals[base], 1)
        print(f"{key:12} {totals[key]:4} of {totals[base]:4}  {100 * share:5.1f} %")
        if share < least.get(key, 0):
            failed.append(key)
    print(f"{'alarms':12} {totals['alarms']:4}, and {totals['open alarms']} vague terms that the annotation leaves out")
    if totals["alarms"] / max(totals["rows"], 1) > least.get("alarms", 1e9):
        failed.append("alarms")
    if failed:
        print("below the threshold: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
