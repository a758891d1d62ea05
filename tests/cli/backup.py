#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Backups: whole and verified while others write; nothing overwritten; restored by being used.

backup.py ENTENTE ROUNDS
"""
import os
import sqlite3
import stat
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import Tap, ask  # noqa: E402

ROWS = ("SELECT * FROM meta ORDER BY 1", "SELECT * FROM entry ORDER BY 1,2", "SELECT * FROM head ORDER BY 1", "SELECT * FROM attachment ORDER BY 1",
        "SELECT * FROM checkpoint ORDER BY 1,2", "SELECT * FROM state ORDER BY 1,2")


def rows(path):
    return [ask(path, sql) for sql in ROWS]


def make(tap):
    case = tap.path("talks.entente")
    tap.path("ua.pass", "a long enough passphrase\n")
    tap.path("worth.json", '{"a": 1}')
    tap.must("init", case, "--title", "T")
    tap.must("party", case, "UA", "--name", "Ukraine", "--passphrase-file", tap.path("ua.pass"))
    tap.must("seal", case, tap.path("worth.json"), "--kind", "worth", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    tap.must("log", case, "--checkpoint", "--as", "UA", "--passphrase-file", tap.path("ua.pass"))
    return case


def test_whole(tap, case):
    copy = tap.path("copy.entente")
    said = tap.must("backup", case, "-o", copy)
    tap.say(rows(copy) == rows(case) and "right" in said, "a backup has every row of the case, and is verified", said)
    tap.say(stat.S_IMODE(os.stat(copy).st_mode) & 0o077 == stat.S_IMODE(os.stat(case).st_mode) & 0o077, "others may read it as they may read the case")
    tap.must("enter", copy, "note", "--set", "text=on")
    tap.say(tap.must("unseal", copy, "--as", "UA", "--passphrase-file", tap.path("ua.pass")) == '{"a": 1}', "restored, it is entered into, and what is sealed opens")


def test_refusals(tap, case):
    there = tap.path("there.entente", "mine")
    tap.refused("nothing is overwritten", "", "backup", case, "-o", there)
    with open(there, encoding="utf-8") as file:
        tap.say(file.read() == "mine", "and stays what it was")
    tap.refused("a case is no backup of itself", "", "backup", case, "-o", case)
    tap.must("export", case, tap.path("folder"))
    tap.refused("a folder is no case file", "only a case file is backed up", "backup", tap.path("folder"), "-o", tap.path("of-folder.entente"))
    tap.refused("a backup has a name", "say the case and the file", "backup", case)
    tap.refused("a folder that is not there", "", "backup", case, "-o", tap.path("nowhere/copy.entente"))


def test_damaged(tap, case):
    bad = tap.copy(case, "bad.entente")
    with sqlite3.connect(bad) as database:
        database.execute("UPDATE entry SET content=x'7b7d' WHERE at=0 AND audience='all'")
    done = tap.run("backup", bad, "-o", tap.path("of-bad.entente"))
    tap.say(done.returncode == 1 and "entry 0 is not what was recorded" in done.stdout, "what is wrong in the case is told of its copy", done.stdout + done.stderr)
    tap.say(rows(tap.path("of-bad.entente")) == rows(bad), "which is there all the same")


def test_writers(tap, case, rounds):
    """Each backup, taken while two others write, is right and has an early part of what there is at the end."""
    script = 'i=0; while [ ! -e "$3" ]; do "$1" enter "$2" note --set text=$i >"$4" 2>&1 || exit 1; i=$((i+1)); done'
    stop = tap.path("stop")
    writers = [subprocess.Popen(["sh", "-c", script, "sh", tap.entente, case, stop, tap.path(f"said{i}")]) for i in range(2)]
    copies = [tap.path(f"copy{i}.entente") for i in range(rounds)]
    said = [tap.run("backup", case, "-o", copy) for copy in copies]
    tap.path("stop", "")
    ended = [writer.wait() for writer in writers]
    tap.say(ended == [0, 0], "others write on while a backup is made", ended)
    whole = ask(case, "SELECT at, commitment FROM entry WHERE audience='all' ORDER BY at")
    parts = [ask(copy, "SELECT at, commitment FROM entry WHERE audience='all' ORDER BY at") for copy in copies]
    tap.say(all(done.returncode == 0 for done in said), f"each of {rounds} is right", [done.stdout + done.stderr for done in said if done.returncode])
    tap.say(all(part == whole[:len(part)] for part in parts) and [len(part) for part in parts] == sorted(len(part) for part in parts),
            "and has all that there was at one moment, the later ones more", [len(part) for part in parts])


def main():
    tap = Tap(sys.argv[1])
    case = make(tap)
    test_whole(tap, case)
    test_refusals(tap, case)
    test_damaged(tap, case)
    test_writers(tap, case, int(sys.argv[2]))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
