#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real .docx files edited heavily by three parties at once, merged, and read by a reader that shares nothing with the program. Prints TAP.

heavy_edits.py ENTENTE ROUNDS FILE…: for each file, ROUNDS times three drafts. Held against them are M1 to M9 of the design: all refused is the base
and its looks, accepting one party is its draft, every wording has its parties, order changes nothing, the same bytes come twice, what is computed
(numbers of paragraphs) is as in base and drafts, every word of a draft is in its reading in each form, and what is written can be read.
"""
import json
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import heavy_edits as heavy  # noqa: E402
import redline_reading as plain  # noqa: E402

PARTIES = "Ada Bo Cy".split()


def said(entente, *arguments):
    done = subprocess.run([entente, *arguments], capture_output=True, check=False, timeout=120)
    return done.stdout.decode() if done.returncode in (0, 1) else f"exit {done.returncode}: {done.stderr.decode()}"


def first_difference(found, wanted):
    for i, (a, b) in enumerate(zip(found, wanted)):
        if a != b:
            return f"line {i}: {a[:200]!r}, not {b[:200]!r}"
    return f"{len(found)} lines, not {len(wanted)}: {(found + wanted)[min(len(found), len(wanted)):][:2]!r}"


def variants(one):
    if isinstance(one, dict):
        yield from one.get("variants", [])
        for inner in one.values():
            yield from variants(inner)
    elif isinstance(one, list):
        for inner in one:
            yield from variants(inner)


def faults(entente, folder, files):
    """files: of the base and each party."""
    base, out, again = files["base"], f"{folder}/out.docx", f"{folder}/again.docx"
    parties = [f"{party}={files[party]}" for party in PARTIES]
    for path, order in ((out, parties), (again, parties[::-1])):
        if os.path.exists(path):
            os.remove(path)
        done = subprocess.run([entente, "merge", base, *order, "--any-base", "-o", path], capture_output=True, check=False, timeout=300)
        if done.returncode != 0:
            yield f"not written: {done.stderr.decode().strip()[-300:]}"
            return
    with open(out, "rb") as one, open(again, "rb") as other:
        if one.read() != other.read():
            yield "another order gives other bytes"
    yield from plain.faults(out, base)
    for who, accepts, looks in [("base", lambda _: False, True), *((party, plain.by_author(party), False) for party in PARTIES)]:
        found, wanted = plain.reading(out, accepts, looks=looks), plain.reading(files[who], lambda _: True, looks=looks)
        if found != wanted:
            yield f"as {who} {first_difference(found, wanted)}"
    for who, options in [("base", ["--reject"]), *((party, ["--author", party]) for party in PARTIES)]:
        found, wanted = (said(entente, "text", one, "--labels", *more).split("\n") for one, more in ((out, options), (files[who], [])))
        if found != wanted:
            yield f"numbers as {who} {first_difference(found, wanted)}"
    with zipfile.ZipFile(base) as archive:
        has_notes = any(one.endswith(("footnotes.xml", "endnotes.xml")) for one in archive.namelist())
    if not has_notes:  # a note that goes with its reference stands beside the text there
        yield from forms(entente, folder, files, parties)


def forms(entente, folder, files, parties):
    """The merged text in its own form: every reading of it has the words of its file."""
    out = f"{folder}/out.json"
    done = subprocess.run([entente, "merge", files["base"], *parties, "--any-base", "-o", out], capture_output=True, check=False, timeout=300)
    if done.returncode != 0:
        yield f"no JSON: {done.stderr.decode().strip()[-300:]}"
        return
    with open(out, encoding="utf-8") as file:
        merged = json.load(file)
    for variant in variants(merged["points"]):
        if not variant["parties"] and not variant["base"]:
            yield f"nobody holds {variant['text'][:80]!r}"
    own = f"{folder}/own.json"
    for who, options in [("base", ["--base"]), *((party, ["--party", party]) for party in PARTIES)]:
        said(entente, "merge", files[who], f"Self={files[who]}", "-o", own)
        found, wanted = ("".join(said(entente, *one).split()) for one in (["view", out, *options], ["view", own, "--base"]))
        if found != wanted:  # white space that one party sets otherwise is no wording
            at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
            yield f"words of the view as {who}: {found[max(0, at - 20):at + 40]!r}, not {wanted[max(0, at - 20):at + 40]!r}"


def main():
    entente, rounds, paths = os.path.abspath(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    print("1..1", flush=True)
    wrong = cases = left_out = 0
    for path in paths:
        try:
            parts = heavy.package(path)
            main_part = heavy.main_part(parts)
            tracked = main_part is None or heavy.has_changes(parts) or b":altChunk " in parts[main_part]  # text in another file is refused, and said
        except Exception:  # not a Word file that a strict reader takes
            left_out += 1
            continue
        if tracked:
            left_out += 1
            continue
        for turn in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                folder = os.environ.get("ENTENTE_KEEP", folder)
                files = {"base": f"{folder}/base.docx"}
                heavy.written(parts, files["base"])
                for i, party in enumerate(PARTIES):
                    draft = heavy.edited(parts, main_part, zlib.crc32(f"{os.path.basename(path)} {turn} {party}".encode()))
                    if draft is None:
                        break
                    files[party] = f"{folder}/{party}.docx"
                    heavy.written(draft, files[party])
                if len(files) < 4:
                    continue
                cases += 1
                for fault in faults(entente, folder, files):
                    wrong += 1
                    print(f"# {os.path.basename(path)} turn {turn}: {fault}", flush=True)
    print("not ok" if wrong else "ok", "1 -", cases, "heavy merges of real files read back as their base and each draft;", left_out, "files have tracked changes or are none")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
