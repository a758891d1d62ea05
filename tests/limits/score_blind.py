#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores `entente limits` against marked texts that were annotated before the program saw them.

usage: score_blind.py ENTENTE FILE.mark… [--verbose] [--at-least found=…,value=…]

A mark is [[words | relation value | reference]] ("-" for no value; the reference may be left out), or
[[? words]] for an expression of time that matters and is no limit. The text is what is left when the marks
are taken away. A limit is found when one of ours begins in the mark or covers half of it or of itself.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

MARK = re.compile(r"\[\[(.*?)\]\]", re.S)


def read_marked(source):
    text, rows, at = "", [], 0
    for mark in MARK.finditer(source):
        text += source[at:mark.start()]
        at = mark.end()
        parts = [part.strip() for part in mark.group(1).split("|")]
        is_other = parts[0].startswith("?")
        words = parts[0].lstrip("? ")
        row = {"from": len(text), "to": len(text) + len(words), "words": words, "is_other": is_other}
        if not is_other:
            row["relation"], _, value = parts[1].partition(" ")
            row["value"] = "" if value == "-" else value
            row["reference"] = parts[2] if len(parts) > 2 else ""
        rows.append(row)
        text += words
    return text + source[at:], rows


def place(text, item):
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[:item["line"] - 1]) + item["column"] - 1


def shared(row, item):
    common = min(row["to"], item["to"]) - max(row["from"], item["from"])
    return common if common * 2 >= min(row["to"] - row["from"], item["to"] - item["from"]) else 0


def stems(words):
    return {word[:5] for word in re.findall(r"\w+", words.lower()) if len(word) > 2}


def score(entente, path, totals, verbose):
    text, rows = read_marked(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        name = pathlib.Path(folder) / (path.stem + ".txt")
        name.write_text(text, encoding="utf-8")
        done = subprocess.run([entente, "limits", "--json", str(name)], capture_output=True, check=True)
    answer = json.loads(done.stdout)
    for item in answer["limits"] + answer.setdefault("unread", []):
        item["from"] = place(text, item)
        item["to"] = item["from"] + len(item["phrase"])
    tell = print if verbose else lambda *words: None
    taken = set()
    for row in rows:
        if row["is_other"]:
            continue
        totals["rows"] += 1
        best = max((i for i in range(len(answer["limits"])) if i not in taken),
                   key=lambda i: shared(row, answer["limits"][i]), default=None)
        if best is None or not shared(row, answer["limits"][best]):
            totals["missed"] += 1
            is_listed = any(shared(row, item) for item in answer["unread"])
            totals["listed"] += is_listed
            tell(f"  missed{'' if is_listed else ' SILENTLY'} {path.stem}: {row['words']}")
            continue
        taken.add(best)
        limit = answer["limits"][best]
        totals["found"] += 1
        if row["value"]:
            totals["valued"] += 1
        if row["value"] == (limit["value"] or ""):
            totals["value"] += bool(row["value"])
        else:
            totals["wrong value"] += 1
            tell(f"  value {path.stem}: {row['words']}: {row['value']} but {limit['value']}")
        if row["relation"] == limit["relation"]:
            totals["relation"] += 1
        else:
            tell(f"  relation {path.stem}: {row['words']}: {row['relation']} but {limit['relation']}")
        if row["reference"]:
            totals["referring"] += 1
            ours = stems(f"{limit['reference'] or ''} {limit['event'] or ''}".replace(".", " "))
            if stems(row["reference"]) & ours or row["reference"] == limit["reference"]:
                totals["reference"] += 1
            else:
                tell(f"  reference {path.stem}: {row['words']}: {row['reference']} but {limit['reference']}")
    totals["all valued"] += sum(1 for row in rows if not row["is_other"] and row["value"])
    totals["all referring"] += sum(1 for row in rows if not row["is_other"] and row["reference"])
    for i, limit in enumerate(answer["limits"]):
        if i not in taken and not any(shared(row, limit) for row in rows):
            totals["alarms"] += 1
            tell(f"  alarm {path.stem}: {limit['relation']} {limit['phrase']}")
    for item in answer["unread"]:
        totals["unread"] += 1
        if any(shared(row, item) for row in rows):
            totals["unread right"] += 1
        else:
            tell(f"  unread of no matter {path.stem}: {item['phrase']}")


def main():
    options = [a for a in sys.argv[1:] if a.startswith("--")]
    entente, *paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    keys = ["rows", "found", "missed", "listed", "valued", "value", "wrong value", "relation", "referring", "reference",
            "all valued", "all referring", "alarms", "unread", "unread right"]
    totals = dict.fromkeys(keys, 0)
    for path in paths:
        score(entente, pathlib.Path(path), totals, "--verbose" in options)
    rates = {"found": (totals["found"], totals["rows"]), "value": (totals["value"], totals["all valued"]),
             "relation": (totals["relation"], totals["found"]),
             "reference": (totals["reference"], totals["all referring"]),
             "listed": (totals["listed"], totals["missed"]), "unread right": (totals["unread right"], totals["unread"])}
    for name, (part, whole) in rates.items():
        print(f"{name:13} {part:4} of {whole:4} {100 * part / whole if whole else 100:6.1f} %")
    print(f"{'alarms':13} {totals['alarms']:4}")
    for option in options:
        if option.startswith("--at-least="):
            for pair in option[len("--at-least="):].split(","):
                name, least = pair.split("=")
                part, whole = rates[name]
                if whole and part / whole < float(least):
                    sys.exit(f"{name} is below {least}")


main()
