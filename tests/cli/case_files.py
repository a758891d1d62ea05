#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How cases, folders and outputs come onto the disk: whole or not at all, and nothing else with them. Over a database
(tests/stores/postgresql.sh) the cases are there, and what is said of their files is left out.

case_files.py ENTENTE ROUNDS
"""
import hashlib
import os
import signal
import stat
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import DATABASE, Tap, case_in_database, change  # noqa: E402


def listed(folder):
    return sorted(os.path.join(at[len(folder):].lstrip("/"), name) for at, folders, names in os.walk(folder) for name in names + folders)


def test_races(tap, rounds):
    """Four at once on one path: one makes it, the others are told, and what is there is whole."""
    source = tap.path("source")
    tap.must("export", tap.path("talks.entente"), source)
    room, bad = tap.path("race"), []
    os.mkdir(room)
    for number in range(rounds):
        case = case_in_database(f"{os.path.basename(tap.folder)[-8:]}-race-{number}") if DATABASE else os.path.join(room, f"{number}.entente")
        words = [("init", case, "--title", f"T{i}") for i in range(2)] + [("import", source, "-o", case)] * 2
        running = [subprocess.Popen([tap.entente, *each], stderr=subprocess.PIPE, text=True) for each in words]
        said = [one.communicate()[1] for one in running]
        codes = sorted(one.returncode for one in running)
        if codes != [0, 2, 2, 2] or sum("already" in text for text in said) != 3 or tap.run("verify", case).returncode != 0:
            bad.append(f"{codes}: {said}")
    tap.say(not bad, f"{rounds} rounds of four that make one case: one does", "\n".join(bad))
    tap.say(all(name.endswith(".entente") for name in listed(room)), "and nothing else is left", listed(room))


def test_own_files(tap):
    room = tap.path("own")
    os.mkdir(room)
    part = os.path.join(room, "t.entente.part")
    with open(part, "w", encoding="utf-8") as file:
        file.write("mine")
    tap.must("init", os.path.join(room, "t.entente"), "--title", "T")
    tap.must("show", os.path.join(room, "t.entente"), "-o", os.path.join(room, "t.txt"))
    with open(part, encoding="utf-8") as file:
        tap.say(file.read() == "mine", "a file that somebody called .part stays")
    tap.say(set(listed(room)) == {"t.entente", "t.entente.part", "t.txt"}, "nothing is left beside", listed(room))


def test_names(tap, case):
    if not DATABASE:
        name = tap.path("n" * 237 + ".entente")
        tap.say(tap.run("init", name, "--title", "T").returncode == 0, "a case may have a name of 245 bytes")
    long = tap.path("n" * 241 + ".txt")
    tap.say(tap.run("show", case, "-o", long).returncode == 0 and os.path.exists(long), "and so may an output")
    longest = tap.path("m" * 251 + ".txt")
    tap.say(tap.run("show", case, "-o", longest).returncode == 0, "and one as long as a name can be")


def test_links(tap, case):
    target, link = tap.path("target.txt", "old"), tap.path("link.txt")
    os.chmod(target, 0o640)
    os.symlink("target.txt", link)
    tap.must("show", case, "-o", link)
    with open(target, encoding="utf-8") as file:
        tap.say(os.path.islink(link) and "Talks" in file.read(), "an output follows a link")
    tap.say(stat.S_IMODE(os.stat(target).st_mode) == 0o640, "and what it leads to keeps its rights")
    os.symlink("later.txt", tap.path("dangling.txt"))
    tap.must("show", case, "-o", tap.path("dangling.txt"))
    tap.say(os.path.exists(tap.path("later.txt")), "also one that leads to nothing yet")


def test_exports(tap, case):
    outside, folder = tap.path("outside"), tap.path("planted")
    os.mkdir(outside)
    tap.must("export", case, folder)
    before = listed(folder)
    tap.must("export", case, folder)
    tap.say(listed(folder) == before, "a folder is exported again in its place")
    for name in ("drafts", "slots.yaml", "record.jsonl"):
        path = os.path.join(folder, name)
        kept = path + ".kept"
        os.rename(path, kept)
        os.symlink(outside, path)
        tap.refused(f"an export does not write through a link that was planted: {name}", "is a link", "export", case, folder)
        os.remove(path)
        os.rename(kept, path)
    tap.say(listed(outside) == [] and listed(folder) == before, "and changes nothing", listed(outside))
    missing = tap.path("nowhere/folder")
    tap.refused("an export into a folder that is not there", "cannot be made", "export", case, missing)
    damaged = tap.copy(case, "damaged.entente")
    change(damaged, ("UPDATE attachment SET bytes=? WHERE hash=(SELECT hash FROM attachment ORDER BY hash LIMIT 1)", b"\0"))
    room = tap.path("room")
    os.mkdir(room)
    tap.refused("an export that cannot be whole", "other bytes", "export", damaged, os.path.join(room, "folder"))
    tap.say(listed(room) == [], "leaves nothing", listed(room))


def is_sound(tap, path, sound):
    """Does it hold? What held once needs no second look."""
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).digest()
    if digest not in sound and tap.run("verify", path).returncode == 0:
        sound.add(digest)
    return digest in sound


def test_signals(tap, case):
    """Killed in the middle: the old or the new, and nothing beside. Big enough to be met while it writes."""
    room = tap.path("signals")
    os.mkdir(room)
    output, bad, sound = os.path.join(room, "out.jsonl"), [], set()
    tap.must("enter", case, "note", "big", "--set", "text=x", "--file", tap.path("big.txt", "words " * 1000000))
    for number in range(24):
        done = subprocess.Popen([tap.entente, "export", case, "--bundle", "-o", output], stderr=subprocess.DEVNULL)
        time.sleep(number * 0.004)
        done.send_signal((signal.SIGTERM, signal.SIGINT, signal.SIGHUP)[number % 3])
        done.wait()
        extra = [name for name in listed(room) if name != "out.jsonl"]
        if extra or (os.path.exists(output) and not is_sound(tap, output, sound)):
            bad.append(f"{number}: {extra}")
    tap.say(not bad, "a signal leaves no half output and nothing beside it", bad)


def main(entente, rounds):
    tap = Tap(entente)
    case = tap.talks()
    test_races(tap, rounds)
    if not DATABASE:
        test_own_files(tap)
    test_names(tap, case)
    test_links(tap, case)
    test_exports(tap, case)
    test_signals(tap, case)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
