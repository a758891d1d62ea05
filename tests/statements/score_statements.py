#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores `entente statements` against annotated reports.

usage: score_statements.py ENTENTE REPORT.json… [--verbose] [--texts=FOLDER] [--at-least=found=…,speaker=…]

REPORT.json stands beside REPORT.txt (or names it in "file") and holds
  given       the date to pass with --date; absent: the program finds it
  date        the report's date
  statements  each with words (a part of what was said, as in the text), speaker, form (direct, reported),
              and where the text says so quotes, capacity, date, place, addressee, channel;
              span and quote_spans give words and quotes by their characters [from, to) instead
  persons     name, role (a part of one of the roles; "" for none)
  meetings    format, parties, each where given
  documents   a part of the name of each
A statement is found when the words lie inside one of ours; ours that hold no annotated words are false.
"""
import json
import pathlib
import subprocess
import sys

FIELDS = ["speaker", "form", "capacity", "date", "place", "addressee", "channel"]


def flat(text):
    return " ".join((text or "").split())


def fits(field, wanted, ours):
    wanted, ours = flat(wanted).lower(), flat(ours).lower()
    if field in ("speaker", "capacity"):
        strip = lambda text: text.removeprefix("the ").removeprefix("a ")
        return strip(wanted) == strip(ours)
    return wanted == ours


def spell_out(statement, content):
    """Puts the words where the annotation has only their places."""
    if "span" in statement:
        statement["words"] = content[slice(*statement["span"])]
        statement["quotes"] = [content[slice(*span)] for span in statement.get("quote_spans", [])]


def score_one(path, texts, entente, verbose, totals):
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = pathlib.Path(texts or path.parent) / gold.get("file", path.with_suffix(".txt").name)
    command = [entente, "statements", "--json", str(text)] + (["--date", gold["given"]] if "given" in gold else [])
    ours = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    content = text.read_text(encoding="utf-8")

    def count(name, hit, message=""):
        right, all_of = totals.get(name, (0, 0))
        totals[name] = (right + bool(hit), all_of + 1)
        if verbose and not hit:
            print(f"  {path.stem}: {name}: {message}")

    used = set()
    for wanted in gold["statements"]:
        spell_out(wanted, content)
        at = wanted["span"][0] if "span" in wanted else content.find(wanted["words"])
        holding = [i for i, s in enumerate(ours["statements"])
                   if s["from"] <= at and at + len(wanted["words"]) <= s["to"]]
        # Words said by several are a statement of each: the one of the same speaker, else the first.
        same = [i for i in holding if fits("speaker", wanted["speaker"], ours["statements"][i]["speaker"])]
        match = next(iter([i for i in same if i not in used] or same or holding), None)
        count("found", match is not None, wanted["words"])
        if match is None:
            continue
        used.add(match)
        statement = ours["statements"][match]
        for field in FIELDS:
            if field in wanted:
                count(field, fits(field, wanted[field], statement[field]),
                      f"{wanted[field]!r} but {statement[field]!r}: {wanted['words']}")
        for quote in wanted.get("quotes", []):
            strip = lambda text: flat(text).rstrip(",.")
            hit = next((q for q in statement["quotes"] if strip(q["text"]) == strip(quote)), None)
            count("quotation", hit, f"{quote!r} but {[q['text'] for q in statement['quotes']]}")
            if hit:
                count("position", flat(content[hit["from"]:hit["to"]]) == hit["text"], quote)
    for i, statement in enumerate(ours["statements"]):
        count("true", i in used, f"false: {statement['speaker']} {statement['verb']}: {statement['text'][:70]}")
    for person in gold["persons"]:
        hit = next((p for p in ours["persons"] if p["name"] == person["name"]), None)
        count("person", hit, person["name"])
        if hit and person.get("role"):
            count("role", any(person["role"] in role for role in hit["roles"]), f"{person['role']} but {hit['roles']}")
    for meeting in gold.get("meetings", []):
        count("meeting", any(set(meeting.get("parties", [])) <= set(m["parties"]) and
                             meeting.get("format", m["format"]) == m["format"] for m in ours["meetings"]),
              f"{meeting} not in {[(m['format'], m['parties']) for m in ours['meetings']]}")
    for document in gold.get("documents", []):
        count("document", any(document in d["name"] for d in ours["documents"]),
              f"{document} not in {[d['name'] for d in ours['documents']]}")
    count("report date", ours["reports"][0]["date"] == gold["date"], f"{ours['reports'][0]['date']}")


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    least = {}
    for word in sys.argv[1:]:
        if word.startswith("--at-least="):
            least = {k: float(v) for k, v in (pair.split("=") for pair in word.split("=", 1)[1].split(","))}
    texts = next((word.split("=", 1)[1] for word in sys.argv if word.startswith("--texts=")), None)
    totals = {}
    for name in words[1:]:
        score_one(pathlib.Path(name), texts, words[0], "--verbose" in sys.argv, totals)
    failed = []
    for name, (right, all_of) in totals.items():
        print(f"{name:12} {right:4} of {all_of:4}  {100 * right / all_of:5.1f} %")
        if right / all_of < least.get(name, 0):
            failed.append(name)
    if failed:
        print("below the threshold: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
