#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Entries that are taken out: their words are nowhere any more, everything else stays, both verifiers agree.

forget.py ENTENTE
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import Tap, ask, change, libpq  # noqa: E402

SECRET = "Ada Quillfeather asked for asylum"


def make(tap):
    """A case in which a statement, a note with a file and a sealed note must be forgotten later."""
    case = tap.talks()
    tap.must("statement", case, "s1", "--speaker", "Ada", "--paraphrase", SECRET)
    tap.must("enter", case, "note", "-", input=json.dumps([{"id": "n1", "text": SECRET}, {"id": "n2", "text": "kept words"},
                                                           {"id": "n3", "text": "later changed"}]))
    tap.must("enter", case, "note", "n3", "--set", "text=changed since")
    tap.must("enter", case, "note", "f1", "--set", "text=x", "--file", tap.path("f.txt", SECRET + " in a file\n"))
    tap.must("enter", case, "note", "f2", "--set", "text=y", "--file", tap.path("f.txt"))
    tap.must("seal", case, tap.path("f.txt"), "--kind", "note", "--id", "w1", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.must("seal", case, tap.path("g.txt", "second\n"), "--id", "w2", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.must("log", case, "--checkpoint", "--as", "UN", "--passphrase-file", tap.path("un.pass"), "-o", tap.path("kept.note"))
    return case


def holds(case, words):
    """Does the case hold these words anywhere, in its file, its journal, or rows that are dead?"""
    if libpq.is_address(case):
        return any(words.encode() in b"".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)
                   for table in ("entry", "attachment", "state") for row in ask(case, f"SELECT * FROM {table}")) or \
            any(words in str(row) for row in ask(case, "SELECT s.most_common_vals::text, s.histogram_bounds::text FROM pg_stats s "
                                                       "WHERE s.schemaname = current_schema()"))
    texts = []
    for ending in ("", "-wal", "-journal"):
        if os.path.exists(case + ending):
            with open(case + ending, "rb") as file:
                texts.append(file.read())
    return words.encode() in b"".join(texts)


def test_items(tap, case):
    before = json.loads(tap.must("show", case, "--json"))
    tap.say(holds(case, SECRET), "the words are in the case")
    for kind, name in (("statement", "s1"), ("note", "n1"), ("note", "f1")):
        said = json.loads(tap.must("forget", case, kind, name, "--by", "UN", "--json").splitlines()[0])
        tap.say(said["audience"] == "all" and said["told_at"] > said["at"] and said["clean"], f"{kind} {name} is taken out, and its log says so", said)
    after = json.loads(tap.must("show", case, "--json"))
    tap.say([n["id"] for n in after["notes"]] == ["n3", "f2", "n2"] and not after.get("statements"), "only those are gone", after["notes"])
    tap.say({n["id"]: n["text"] for n in after["notes"]} == {"n2": "kept words", "n3": "changed since", "f2": "y"},
            "what stood in the same entry is as it was, also what was changed since")
    same = [k for k in before if k not in ("notes", "statements")]
    tap.say(all(before[k] == after[k] for k in same), "all else is as it was")
    tap.say(holds(case, "in a file"), "a file that another entry names too stays")
    tap.must("forget", case, "note", "f2")
    tap.say(not holds(case, SECRET), "and goes with the last entry that names it; then the words are nowhere")
    tap.refused("what was forgotten cannot be again", "no entry that you may read", "forget", case, "note", "n1")
    tap.refused("nor proved", "was taken out", "log", case, "--prove", "9")
    tap.say(SECRET not in tap.must("log", case) and "forget by UN" in tap.must("log", case), "log tells of it", tap.must("log", case))


def test_verified(tap, case, forgotten):
    ours, theirs = tap.both(case, "--checkpoint", tap.path("kept.note"))
    tap.say(ours.returncode == 0 and theirs.returncode == 0, "both verifiers find the record right, by the checkpoint kept from before",
            ours.stdout + theirs.stdout + theirs.stderr)
    tap.say(ours.stdout.count("taken out") == forgotten and theirs.stdout.count("taken out all") == forgotten, "and say what was taken out",
            ours.stdout + theirs.stdout)
    said = json.loads(tap.must("verify", case, "--json"))["forgotten"]
    tap.say(len(said) == forgotten and all(one["told_at"] > one["at"] for one in said), "also as JSON", said)
    tap.must("enter", case, "note", "n9", "--set", "text=on")
    tap.must("rebuild", case)
    tap.both_sound("acts go on, the state can be made anew", case)


def test_sealed(tap, case):
    """By its party as an item, and by its place without a key."""
    ua = ("--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    said = json.loads(tap.must("forget", case, "note", "w1", *ua, "--json"))
    tap.say(said["audience"] == "party:UA", "what is sealed is forgotten by its party", said)
    tap.say("w2" in tap.must("show", case, "note", *ua) and "w1" not in tap.must("show", case, "note", *ua), "the rest of its log can be read")
    tap.must("log", case, "--checkpoint", "--audience", "party:UA", *ua)
    tap.must("forget", case, "--entry", "party:UA/1")
    tap.say("w2" not in tap.must("show", case, "note", *ua), "an entry of a closed log goes by its place, without the key")
    for entry, words in (("party:UA/1", "taken out before"), ("party:UA/2", "says which others"), ("all/3", "name the item"),
                         ("party:UA/99", "has no entry"), ("party:UA", "no entry of a log")):
        tap.refused(f"{entry} is not taken out", words, "forget", case, "--entry", entry)
    tap.refused("keys stay", "on its keys signatures stand", "forget", case, "party", "UN")
    tap.refused("so do they", "on its keys signatures stand", "forget", case, "key", "UN")
    tap.refused("a base is not lost with the slots that a submission brought", "brings the draft" , "forget", case, "slot", ask(case, "SELECT id FROM state WHERE kind='slot'")[0][0])
    tap.refused("one of the two is said", "say what is to be forgotten", "forget", case)


def test_copies(tap, case, forgotten):
    """Backups, exports and copies made later hold as much as the case, and say as much."""
    said = tap.must("backup", case, "-o", tap.path("copy.entente")) if not libpq.is_address(case) else tap.must("copy", case, tap.path("copy.entente"))
    tap.say(said.count("taken out") == forgotten, "a backup says what was taken out", said)
    for name, words in (("out.jsonl", ("--bundle", "--with-sealed", "-o", tap.path("out.jsonl"))), ("folder", ("--with-sealed", tap.path("folder")))):
        done = tap.run("export", case, *words)
        tap.say(done.returncode == 0 and f"{forgotten + 2} entries were taken out" in done.stderr + done.stdout, f"an export says so: {name}", done.stdout[-300:] + done.stderr)
        ours, theirs = tap.both(tap.path(name))
        tap.say(ours.returncode == 0 and theirs.returncode == 0 and ours.stdout.count("taken out") == forgotten, f"and is right: {name}", ours.stdout + theirs.stdout)
    tap.must("import", tap.path("folder"), "-o", tap.path("again.entente"))
    tap.both_sound("imported it is sound", tap.path("again.entente"))


def test_tampering(tap, case):
    """Every way to pass something off as forgotten, or as not."""
    gone = json.loads(tap.must("verify", case, "--json"))["forgotten"][0]
    where = "audience='all' AND at"
    empty = tap.copy(case, "empty.entente")
    change(empty, (f"UPDATE entry SET salt=?, content=?, attachments=? WHERE {where}=2", b"", b"", b""))
    tap.both_find("an entry emptied by hand", "no entry says that it was taken out", empty)
    other = tap.copy(case, "other.entente")
    change(other, (f"UPDATE entry SET commitment=? WHERE {where}=?", b"\1" * 32, gone["at"]))
    tap.both_find("one that went, with another commitment", "was exchanged", other)
    back = tap.copy(case, "back.entente")
    change(back, (f"UPDATE entry SET salt=?, content=? WHERE {where}=?", b"\2" * 32, b'{"act":"x","changes":[],"time":"2025-01-01T00:00:00Z"}', gone["at"]))
    tap.both_find("other words in its place", "is not what was recorded", back)
    short = tap.copy(case, "short.entente")
    change(short, (f"UPDATE entry SET commitment=? WHERE {where}=?", b"", gone["at"]))
    tap.both_find("no commitment at all", "was exchanged", short)


def main(entente):
    tap = Tap(entente)
    case = make(tap)
    test_items(tap, case)
    test_verified(tap, case, 4)
    test_sealed(tap, case)
    test_verified(tap, case, 4)
    test_copies(tap, case, 4)
    test_tampering(tap, case)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
