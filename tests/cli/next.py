#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The next base of texts made at random, read by a plain reader that shares nothing with the program. Prints TAP.

next.py ENTENTE CASES [FIRST]: each case is a base and one to three drafts of it, as redlines.py makes them. They are merged, some slots are
chosen at random, and the next base is made from the merged .docx and from the JSON with the base beside it: its open slots as the base has
them, as tracked changes, and in brackets. The text of each is worked out here from the JSON alone.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import redline_reading as plain  # noqa: E402
import redlines  # noqa: E402

NAMES = "Ada Bo Cy".split()
REFUSED = "nothing is written, and this should be reported"
BORDERS = ("[table]", "[row]", "[cell]", "[/table]")


def run(entente, *arguments):
    return subprocess.run([entente, *arguments], capture_output=True, check=False, timeout=120)


def slots_of(merged):
    return {one["slot"]: one for point in merged["points"] for one in point["segments"] if "slot" in one}


def held(slot, party):
    return next((one for one in slot["variants"] if party in one["parties"]), slot["variants"][0])


def agreed(slot, parties):
    if slot.get("kind"):
        return slot["variants"][0]
    return next((one for one in slot["variants"] if len(one["parties"]) == len(parties) > 1), None)


def bare(text):
    """Words without the names of what is no text, and of notes, which the plain reader puts elsewhere."""
    text = re.sub(r"\{[^{}]*\}", "", text)
    return " ".join(re.sub(r"\[(footnote|endnote|field|an? )[^\[\]]*\]", "", text).split())


def lines_of(merged, taken):
    """The body's lines when taken(slot) says which wording stands in each slot."""
    lines = []
    for point in merged["points"]:
        if point.get("story"):
            continue
        segments = point["segments"]
        text = "".join(one["text"] if "slot" not in one else taken(one)["text"] for one in segments)
        whole = len(segments) == 1 and segments[0].get("whole")
        if whole and not text:
            continue
        if whole and not text.strip("\n"):
            text = text[:-1]
        lines += text.split("\n")
    return [one for one in map(bare, lines) if one]


def found_in(path, accepts):
    lines = [one for one in plain.reading(path, accepts) if one not in BORDERS]
    return [one for line in lines for one in map(bare, line.split("\v")) if one]


def differ(found, wanted):
    for i, (one, other) in enumerate(zip(found, wanted)):
        if one != other:
            return f"line {i}: {one!r}, not {other!r}"
    return None if len(found) == len(wanted) else f"{len(found)} lines, not {len(wanted)}: {(found + wanted)[min(len(found), len(wanted))]!r}"


def untouched(base, path):
    """Parts that are packed otherwise than in the base, though nothing was put into them."""
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(path) as new:
        for part in old.namelist():
            if part.endswith(("document.xml", "notes.xml", "numbering.xml", "styles.xml", ".rels", "[Content_Types].xml", "entente.xml")):
                continue
            if old.read(part) != new.read(part):
                yield part


def choose(draw, slots, parties):
    choices = {}
    for number, slot in slots.items():
        if not slot.get("kind") and draw.random() < 0.5:
            choices[number] = draw.choice([*parties, "base"])
    return choices


def wording(slot, choices, parties):
    """What is taken, or None: open."""
    chosen = choices.get(slot["slot"])
    if chosen is not None:
        return slot["variants"][0] if chosen == "base" else held(slot, chosen)
    return agreed(slot, parties)


def is_column(slot):
    return slot.get("unit") == "cells"


def open_wordings(slots, choices, parties):
    """Of each open slot its wordings and who holds which."""
    return [[(bare(one["text"]), one["parties"], one["base"]) for one in slot["variants"]] for slot in slots.values()
            if not slot.get("kind") and wording(slot, choices, parties) is None]


SAME = {"read again": 0, "alike": 0}


def reread(entente, path, folder, merged, choices):
    """A text in brackets is read again: every party's text is the same, and nearly always the slots are cut alike."""
    again, parties = f"{folder}/again.json", merged["parties"]
    settled = parties if choices is not None else []  # else what all hold stands in brackets too
    wanted = open_wordings(slots_of(merged), choices or {}, settled)
    if not choices and not slots_of(merged):
        return
    done = run(entente, "merge", path, "--as", "json", "-o", again)
    if not wanted and b"tracked changes" in done.stderr:
        return
    if done.returncode > 1:
        yield f"not read again: {done.stderr.decode().strip()[-300:]}"
        return
    with open(again, encoding="utf-8") as file:
        found = json.load(file)
    if found["parties"] != parties:
        yield f"parties {found['parties']}, not {parties}"
        return
    for party in [None, *parties]:
        said = differ(lines_of(found, lambda slot, party=party: held(slot, party)),
                      lines_of(merged, lambda slot, party=party: wording(slot, choices or {}, settled) or held(slot, party)))
        if said:
            yield f"read again, {party or 'the base'}: {said}"
    SAME["read again"] += 1
    SAME["alike"] += open_wordings(slots_of(found), {}, settled) == wanted


def faults(entente, folder, merged_path, base, parties, draw, extra):
    json_path = f"{folder}/merged.json"
    made = run(entente, "merge", merged_path, "--as", "json", "-o", json_path) if merged_path.endswith(".docx") else None
    if made and b"no tracked changes" in made.stderr:
        return []
    if made and made.returncode > 1:
        return [f"merged file not read: {made.stderr.decode()}"]
    with open(json_path, encoding="utf-8") as file:
        merged = json.load(file)
    slots, found = slots_of(merged), []
    parties = merged["parties"]
    choices = choose(draw, slots, parties)
    given = [one for number, name in choices.items() for one in ("--choose", f"{number}={name}")]
    if any(is_column(slot) for slot in slots.values()):
        given, choices = [], {}  # left open in a Word file, and said
    for way in ("base", "tracked", "brackets"):
        out = f"{folder}/next.docx"
        if os.path.exists(out):
            os.remove(out)
        done = run(entente, "next", merged_path, *extra, *given, "--open", way, "-o", out)
        if done.returncode != 0:
            found.append(f"{way}: not written: {done.stderr.decode().strip()[-400:]}")
            continue
        named = sum(1 for slot in slots.values() for one in slot["variants"] if one.get("objects") and not one["base"])
        is_told = b"with notes, pictures or equations" in done.stderr
        if is_told != (merged_path.endswith(".json") and named > 0):
            found.append(f"{way}: {named} wordings name notes or pictures, told: {is_told}")
        found += [f"{way}: {one}" for one in plain.faults(out, base)]
        columns = any(map(is_column, slots.values()))
        if way == "brackets" and not columns:
            found += [f"brackets: {one}" for one in reread(entente, out, folder, merged, choices)]
        is_lost = columns and (way == "tracked" or any(is_column(slot) and agreed(slot, parties) for slot in slots.values()))
        if is_lost or way == "brackets":  # columns stay open, with their rows, and a note says so
            continue
        readings = [(None, lambda author: False)]
        if way == "tracked":
            readings += [(party, plain.by_author(party)) for party in parties]
        for party, accepts in readings:
            def taken(slot, party=party):
                one = wording(slot, choices, parties)
                return one or (held(slot, party) if party else slot["variants"][0])
            said = differ(found_in(out, accepts), lines_of(merged, taken))
            if said:
                found.append(f"{way}, {party or 'the next base'}: {said}")
        found += [f"{way}: {part} was touched" for part in untouched(base, out)]
    return found


def views(entente, folder, merged_path, merged, extra):
    """Each party's text, and the base, as a Word file of its own."""
    out, slots = f"{folder}/view.docx", slots_of(merged)
    if any(map(is_column, slots.values())) and extra:
        return
    for party in [None, *merged["parties"]]:
        done = run(entente, "view", merged_path, *(["--party", party] if party else ["--base"]), *extra, "-o", out)
        if done.returncode != 0:
            yield f"view of {party}: {done.stderr.decode().strip()[-300:]}"
            continue
        yield from (f"view of {party}: {one}" for one in plain.faults(out, f"{folder}/base.docx"))
        said = differ(found_in(out, lambda author: False), lines_of(merged, lambda slot, party=party: held(slot, party)))
        if said:
            yield f"view of {party or 'the base'}: {said}"


def bracketed(entente, folder, base, drafts, merged, way):
    """All drafts in one text in brackets, in proposals, in options."""
    out = f"{folder}/bracketed.docx"
    done = run(entente, "merge", base, *drafts, "--any-base", "--as", way, "--names", "off", "-o", out)
    if done.returncode > 1:
        yield f"as {way}: {done.stderr.decode().strip()[-300:]}"
        return
    yield from (f"as {way}: {one}" for one in plain.faults(out, base))
    numbers = [int(one) for line in found_in(out, lambda author: False) for one in re.findall(r"\[Option (\d+):", line)]
    if any(one not in (1, before + 1) for before, one in zip([0, *numbers], numbers)):
        yield f"as {way}: options are numbered {numbers}"
    if not any(map(is_column, slots_of(merged).values())):
        yield from (f"as {way}: {one}" for one in reread(entente, out, folder, merged, None))


def case(entente, seed, folder):
    files = redlines.case_of(seed)
    names = ["base", *NAMES][:len(files)]
    for name, content in zip(names, files):
        with open(f"{folder}/{name}.docx", "wb") as file:
            file.write(content)
    drafts = [f"{name}={folder}/{name}.docx" for name in names[1:]]
    base, found = f"{folder}/base.docx", []
    for kind in ("json", "docx"):
        done = run(entente, "merge", base, *drafts, "--any-base", "-o", f"{folder}/merged.{kind}")
        if done.returncode > 1:
            return [f"merge: {done.stderr.decode()}"]
    draw = random.Random(seed)
    with open(f"{folder}/merged.json", encoding="utf-8") as file:
        merged = json.load(file)
    found += views(entente, folder, f"{folder}/merged.json", merged, ["--base", base])
    found += [f"own: {one}" for one in views(entente, folder, f"{folder}/merged.docx", merged, []) if "no tracked changes" not in one]
    found += bracketed(entente, folder, base, drafts, merged, ("brackets", "proposals", "options")[seed % 3])
    found += [f"from JSON: {one}" for one in faults(entente, folder, f"{folder}/merged.json", base, names[1:], draw, ["--base", base])]
    found += [f"from .docx: {one}" for one in faults(entente, folder, f"{folder}/merged.docx", f"{folder}/merged.docx", names[1:], draw, [])]
    return found


def main():
    entente, count = sys.argv[1], int(sys.argv[2])
    first, wrong, refused = int(sys.argv[3]) if len(sys.argv) > 3 else 1, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            found = case(entente, seed, folder)
            refused += any(REFUSED in one for one in found)
            found = [one for one in found if REFUSED not in one]
            wrong += bool(found)
            for one in found[:6]:
                print(f"# {seed}: {one}")
    few = SAME["alike"] * 100 < SAME["read again"] * 85
    print(f"{'not ' if wrong else ''}ok 1 - the next base reads as the JSON says, {count} cases, {wrong} wrong")
    print(f"{'not ' if few else ''}ok 2 - texts in brackets have the slots they had, {SAME['alike']} of {SAME['read again']}")
    often = refused * 50 > count
    print(f"{'not ' if often else ''}ok 3 - what cannot be written right is refused, and seldom, {refused} of {count}\n1..3")
    return 1 if wrong or few or often else 0


if __name__ == "__main__":
    sys.exit(main())
