#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that every pattern of time phrase is read with its relation, bounds, unit and value.

usage: catalogue.py ENTENTE catalogue.tsv [phrase_catalogue.tsv]

Each sentence stands in a paragraph of its own; some limit (or rule of counting) found in it must be
as its row says. With the shared catalogue at hand: every pattern there has a row here, and its own
example gives something of the same relation.
"""
import csv
import json
import subprocess
import sys
import tempfile


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(entente, sentences):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
        text.write("\n\n".join(sentences) + "\n")
        text.flush()
        done = subprocess.run([entente, "limits", "--json", text.name], capture_output=True, check=True)
    answer = json.loads(done.stdout)
    found = [[] for _ in sentences]
    for limit in answer["limits"]:
        found[(limit["line"] - 1) // 2].append(limit)
    for rule in answer["rules"]:
        found[(rule["line"] - 1) // 2].append({"relation": "rule", "value": rule["rule"]})
    return found


def bound(text):
    return None if text == "*" else int(text)


def is_as(row, limit):
    if (row["relation"], row["value"]) != (limit["relation"], limit["value"] or ""):
        return False
    same = (limit.get("min"), limit.get("max")) == (bound(row["min"]), bound(row["max"]))
    return same and (limit.get("unit") or "") == row["unit"]


def shown(limit):
    return " ".join(str(limit.get(key)) for key in ("relation", "min", "max", "unit", "value", "phrase"))


def check_rows(entente, rows):
    wrong = 0
    for row, limits in zip(rows, read(entente, [row["sentence"] for row in rows])):
        if not any(is_as(row, limit) for limit in limits):
            wrong += 1
            print(f"{row['id']}: {row['sentence']}\n  found " + ("; ".join(map(shown, limits)) or "nothing"))
    return wrong


# What stands before a bare phrase, where the usual words will not do.
FRAMES = {"A7": "It ends 90 days after the vote ", "E13": "It ends on ", "E14": "It ends on "}


def framed_example(pattern):
    example = pattern["real example"].replace(" …", " Parties")  # an event that was left out
    before = FRAMES.get(pattern["id"], "It shall be done " if example[0].islower() else "")
    return before + example + "."


def check_examples(entente, rows, patterns):
    relations = {}
    for row in rows:
        relations.setdefault(row["id"], set()).add(row["relation"])
    wrong = 0
    for pattern in patterns:
        if pattern["id"] not in relations:
            wrong += 1
            print(f"{pattern['id']}: no row for \"{pattern['pattern']}\"")
    framed = [framed_example(pattern) for pattern in patterns]
    for pattern, limits in zip(patterns, read(entente, framed)):
        got = {limit["relation"] for limit in limits}
        if not got & relations.get(pattern["id"], set()):
            wrong += 1
            print(f"{pattern['id']}: {pattern['real example']}\n  found {sorted(got)}")
    return wrong


def main():
    rows = rows_of(sys.argv[2])
    wrong = check_rows(sys.argv[1], rows)
    if len(sys.argv) > 3:
        wrong += check_examples(sys.argv[1], rows, rows_of(sys.argv[3]))
    patterns = len({row["id"] for row in rows})
    print(f"{len(rows)} sentences for {patterns} patterns, {wrong} read wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
