#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files of format 1 read and made format 2, forward only and with the act or not at all; and checkpoints
that name the one before them.

case_versions.py ENTENTE
"""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import AS_IT_IS, Tap, ask, change, format_of, set_format, whole  # noqa: E402

OLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "casefile", "version1")
ENTRIES = "SELECT audience,at,salt,content,attachments,commitment,subtree FROM entry ORDER BY audience,at"


def secrets(tap):
    tap.path("un.pass", "good offices\n")
    tap.path("ua.pass", "open sesame\n")
    return ("--as", "UA", "--passphrase-file", tap.path("ua.pass"))


def test_reading(tap, old, ua):
    before = whole(old)
    for words in (("show", old), ("log", old), ("brief", old), ("verify", old), ("unseal", old, "worth", *ua), ("show", old, *ua)):
        done = tap.run(*words)
        tap.say(done.returncode == 0 and done.stdout, f"{words[0]} reads a case of format 1", done.stderr)
    tap.both_sound("it holds, by both verifiers", old)
    for form, words in (("bundle", ("--bundle", "--with-sealed", "-o", tap.path("out.jsonl"))), ("folder", (tap.path("out"), "--with-sealed"))):
        tap.must("export", old, *words)
        made = tap.path("out.jsonl") if form == "bundle" else tap.path("out/record.jsonl")
        tap.say(whole(made) == whole(os.path.join(OLD, "talks.jsonl")), f"its {form} says that it is of format 1, byte for byte")
    tap.say(whole(old) == before and format_of(old) == 1, "reading makes nothing new of it")


def test_migration(tap, old, ua):
    entries = ask(old, ENTRIES)
    for words in (("enter", old, "nothing", "--set", "x=y"), ("agree", old, "plan/77", "1"), ("party", old, "public", "--name", "X"),
                  ("enter", old, "note", "--set", "text=x", "--now", "2001-01-01T00:00:00Z"),
                  ("seal", old, tap.path("un.pass"), "--as", "UA", "--passphrase-file", tap.path("un.pass"))):
        done = tap.run(*words)
        tap.say(done.returncode == 2 and format_of(old) == 1 and ask(old, ENTRIES) == entries,
                f"an act that is refused leaves it as it is: {' '.join(map(os.path.basename, words))}", done.stderr)
    tap.must("enter", old, "note", "n2", "--set", "text=new", "--any-time")
    tap.say(format_of(old) == 2, "the first act makes it format 2")
    now = ask(old, ENTRIES)
    tap.say([row for row in now if row in entries] == entries and len(now) == len(entries) + 1, "every entry stays what it was, and one is added")
    tap.both_sound("both verifiers take it", old)
    tap.say(tap.must("unseal", old, "worth", *ua) == whole_text(os.path.join(OLD, "folder"), tap, ua), "what was sealed opens as before")
    tap.must("log", old, "--checkpoint", "--as", "UN", "--passphrase-file", tap.path("un.pass"))
    note = ask(old, "SELECT note FROM checkpoint ORDER BY size DESC")[0][0]
    tap.say(note.split("\n")[3].startswith("previous 11 "), "a new checkpoint names the one that was signed before", note)
    tap.both_sound("and both take that", old)
    later = tap.copy(os.path.join(OLD, "talks.entente"), "later.entente")
    set_format(later, 3)
    tap.refused("a later format is told in one line", "has format 3; this program reads formats 1 to 2", "show", later)


def whole_text(folder, tap, ua):
    """The same from the folder form."""
    return tap.must("unseal", folder, "worth", *ua)


def test_forms(tap, ua):
    bundle = os.path.join(OLD, "talks.jsonl")
    tap.both_sound("a bundle of format 1 holds, by both verifiers", bundle)
    tap.say(tap.run("unseal", bundle, "worth", *ua).returncode == 0, "and is read")
    for form in ("folder",):
        made = tap.path(form + ".entente")
        tap.must("import", os.path.join(OLD, form), "-o", made)
        tap.say(format_of(made) == 2, f"{form} of format 1 is imported as format 2")
        tap.both_sound(f"{form}: both verifiers take it", made)
        tap.say(tap.run("unseal", made, "worth", *ua).returncode == 0, f"{form}: what was sealed opens")
        folder = tap.path(form + ".folder")
        tap.must("export", made, folder, "--with-sealed")
        lines = whole(os.path.join(folder, "record.jsonl")).split(b"\n")
        tap.say(lines[0] == b'{"case":"talks","format":"entente-record/2"}' and lines[1:] == whole(os.path.join(OLD, "talks.jsonl")).split(b"\n")[1:],
                f"{form}: exported again the record says format 2, and else the same")
        with open(os.path.join(folder, "entente.yaml"), encoding="utf-8") as file:
            tap.say("\nentente: 2\n" in file.read(), f"{form}: and so does the folder")
        tap.both_sound(f"{form}: both verifiers take the folder", folder)
    for text, words in ((lines[0].replace(b"/2", b"/3"), "has the format entente-record/3"), (b'{"case":"t","format":"other/1"}', "not a record")):
        later = tap.path("later.jsonl", b"\n".join([text, *lines[1:]]).decode())
        tap.refused(f"a record of another format: {words}", words, "show", later)


def test_at_once(tap):
    """Programs that make it format 2 at the same moment."""
    case = tap.copy(os.path.join(OLD, "talks.entente"), "once.entente")
    running = [subprocess.Popen([tap.entente, "enter", case, "note", f"m{i}", "--set", "text=x", "--any-time"], stderr=subprocess.PIPE, text=True) for i in range(6)]
    said = [(one.communicate()[1], one.returncode) for one in running]
    tap.say(all(code == 0 for _, code in said) and format_of(case) == 2, "six programs at once enter into a case of format 1", said)
    tap.both_sound("and it holds", case)


def checkpoint(tap, case, who, *more):
    return tap.must("log", case, *(more or ("--checkpoint",)), "--as", who, "--passphrase-file", tap.path(who.lower() + ".pass"))


def test_chain(tap, case):
    for number in range(3):
        tap.must("enter", case, "note", f"c{number}", "--set", "text=x")
        checkpoint(tap, case, "UN")
    checkpoint(tap, case, "UA")
    tap.both_sound("checkpoints that follow one another hold", case)
    sizes = [row[0] for row in ask(case, "SELECT size FROM checkpoint ORDER BY size")]
    for size in sizes:
        bad = change(tap.copy(case, "bad.entente"), ("DELETE FROM checkpoint WHERE size=?", size))
        tap.both_find(f"a checkpoint taken away is missed: {size}", "checkpoints are not those", bad)
        bound = tap.run("enter", bad, "note", "--set", "text=y")
        tap.say(bound.returncode == 0, "acts go on meanwhile", bound.stderr)
        checkpoint(tap, bad, "UN")
        if size != sizes[-1]:
            tap.both_find("and is missed still when another one is signed", "that is not there any more", bad)
    bad = change(tap.copy(case, "bad.entente"), ("UPDATE checkpoint SET note=replace(note,'previous ','previous 0') WHERE size=?", sizes[-1]))
    tap.both_find("what a checkpoint follows is under its signature", "checkpoint", bad)
    bad = change(tap.copy(case, "bad.entente"), ("DELETE FROM meta WHERE name='checkpoints'",))
    tap.both_find("a file that does not say which checkpoints it holds", "checkpoints are not those", bad)


def test_cosigning(tap, case):
    """Two copies: what somebody signs in one is vouched for in the other with all it follows."""
    tap.must("enter", case, "note", "--set", "text=a")
    other = tap.copy(case, "other.entente")
    first = tap.path("first.note", checkpoint(tap, case, "UN"))
    for copy in (case, other):
        tap.must("enter", copy, "note", "same", "--set", "text=b", "--now", "2099-01-01T00:00:00Z", "--any-time", "--seed", "6" * 64)
    second = tap.path("second.note", checkpoint(tap, case, "UN"))
    words = ("log", other, "--as", "UA", "--passphrase-file", tap.path("ua.pass"), "--now", "2031-01-01T00:00:00Z", "--cosign")
    tap.refused("a checkpoint is not co-signed without the one it follows", "co-sign that one first", *words, second)
    tap.must(*words, first)
    tap.must(*words, second)
    tap.both_sound("in their order they are", other)
    apart = tap.copy(case, "apart.entente")
    change(apart, ("DELETE FROM checkpoint",))
    checkpoint(tap, apart, "UA")
    change(apart, *(("INSERT INTO checkpoint VALUES(?,?,?)", *row) for row in ask(case, "SELECT * FROM checkpoint ORDER BY size")[:1]))
    tap.refused("one body of a checkpoint is signed by all", "follows another one", "log", apart, "--as", "UA", "--passphrase-file",
                tap.path("ua.pass"), "--now", "2031-01-01T00:00:00Z", "--cosign", tap.path("lone.note", ask(case, "SELECT note FROM checkpoint ORDER BY size DESC")[0][0]))


def main(entente):
    tap = Tap(entente)
    ua = secrets(tap)
    old = tap.copy(os.path.join(OLD, "talks.entente"), "old.entente")
    tap.environment = AS_IT_IS
    test_reading(tap, old, ua)
    test_migration(tap, old, ua)
    test_forms(tap, ua)
    test_at_once(tap)
    tap.environment = None
    case = tap.talks()
    test_chain(tap, tap.copy(case, "chain.entente"))
    test_cosigning(tap, tap.copy(case, "cosign.entente"))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
