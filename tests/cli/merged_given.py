#!/usr/bin/env python3
"""Merged texts where one party's text is wanted: merged_given.py ENTENTE COUNT.

Each seed writes a base and drafts whose limits, and new numbered lines behind lines that changed, are known beforehand."""
import json
import os
import random
import subprocess
import sys
import tempfile

PARTIES = ["Alder", "Birch", "Cedar"]
STEPS = ["The garrison shall leave the harbour", "Alder shall reopen the northern bridge", "The commission shall publish its map",
         "Birch shall return the archives", "The observers shall take up their posts"]
NEW = ["Cedar shall lend the ferries", "The wardens shall keep the lighthouse", "Each side shall name an agent", "Birch shall clear the wells"]
TAILS = [" of signature", " of signature and in the presence of observers", " of signature, weather permitting"]


def written(lines):
    return "# Harbour agreement\n\n" + "\n\n".join(f"{n}. {line}." for n, line in enumerate(lines, 1)) + "\n"


def draft_of(chance, base):
    """Lines of a draft, and for each whether it is new there."""
    lines = []
    new = chance.sample(NEW, len(NEW))
    for step, days, tail in base:
        if chance.random() < 0.5:
            days, tail = chance.choice([4, 11, 18, 45]), chance.choice(TAILS)
        lines.append((f"{step} within {days} days{tail}", False))
        if new and chance.random() < 0.25:
            lines.append((f"{new.pop()} for {chance.choice([2, 5])} seasons", True))
    return lines


def run(entente, *arguments):
    return subprocess.run([entente, *arguments], capture_output=True, text=True, check=False)


def limits(entente, path):
    found = json.loads(run(entente, "limits", path, "--json").stdout)["limits"]
    return [(limit["step"], limit["phrase"], limit["value"], limit["reference"]) for limit in found]


def check_new(drafts, merged):
    """A new line is a place of its own and bears the number that its party gives it."""
    for party, lines in drafts.items():
        for number, (line, is_new) in enumerate(lines, 1):
            if not is_new:
                continue
            homes = [(point, variant) for point in merged["points"] for segment in point["segments"] for variant in segment.get("variants", [])
                     if line in variant["text"] and party in variant["parties"]]
            assert len(homes) == 1, (party, line, len(homes))
            point, variant = homes[0]
            assert point.get("inserted") and variant["text"] == line + ".", (party, line, variant["text"])
            own = [label["labels"] for label in point["labels"] if party in label["parties"]]
            assert own == [[f"{number}."]], (party, line, number, own)


def check(entente, seed, folder):
    chance = random.Random(seed)
    base = [(step, chance.choice([7, 14, 30]), "" if chance.random() < 0.2 else TAILS[0]) for step in STEPS]
    drafts = {party: draft_of(chance, base) for party in PARTIES[:chance.choice([1, 2, 3])]}
    paths = {"base": os.path.join(folder, "base.md")}
    with open(paths["base"], "w", encoding="utf-8") as file:
        file.write(written([f"{step} within {days} days{tail}" for step, days, tail in base]))
    for party, lines in drafts.items():
        paths[party] = os.path.join(folder, party + ".md")
        with open(paths[party], "w", encoding="utf-8") as file:
            file.write(written([line for line, _ in lines]))
    given = [paths["base"], *(f"{party}={paths[party]}" for party in drafts)]
    merged = json.loads(run(entente, "merge", *given, "--as", "json").stdout)
    check_new(drafts, merged)
    is_open = any("slot" in segment for point in merged["points"] for segment in point["segments"])
    straight = json.loads(run(entente, "timetable", *given, "--json").stdout)
    straight.pop("notes", None)
    for form in ["json", "md", "docx"]:
        path = os.path.join(folder, "merged." + form)
        run(entente, "merge", *given, "-o", path)
        plain = run(entente, "limits", path)
        if is_open:
            assert plain.returncode == 2 and plain.stdout == "" and "merged text" in plain.stderr, (form, plain)
            read = json.loads(run(entente, "timetable", path, "--json").stdout)
            read.pop("notes", None)
            assert read == straight, (form, read, straight)
        for party in drafts:
            own = os.path.join(folder, f"{party}-own.md")
            run(entente, "view", path, "--party", party, "-o", own)
            assert limits(entente, own) == limits(entente, paths[party]), (form, party)
    check_returned(entente, drafts, folder, paths)


def words(entente, *given):
    """What stands in each point, and who wants it."""
    merged = json.loads(run(entente, "merge", *given, "--as", "json").stdout)
    return [[segment.get("text") or [(variant["text"], variant["parties"]) for variant in segment["variants"]] for segment in point["segments"]]
            for point in merged["points"]]


def check_returned(entente, drafts, folder, paths):
    """A redline that a party sends back says what that party wants, not what the others have written into it."""
    redline, base = os.path.join(folder, "merged.docx"), os.path.join(folder, "base.docx")
    run(entente, "view", redline, "--base", "-o", base)
    for party in drafts:
        assert words(entente, base, f"{party}={redline}") == words(entente, paths["base"], f"{party}={paths[party]}"), party
    assert all(len(point) < 2 for point in words(entente, base, f"Dorn={redline}"))


def main():
    entente, count = sys.argv[1], int(sys.argv[2])
    for seed in range(count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(entente, seed, folder)
            except AssertionError as error:
                raise SystemExit(f"seed {seed}: {error}") from error
    print(f"{count} merged texts")


if __name__ == "__main__":
    main()
