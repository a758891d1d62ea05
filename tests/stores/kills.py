#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writers on a case in a database are killed at any moment: what they were told is entered is there afterwards,
once, and nothing is half there; nobody waits for a lock of the dead.

kills.py ENTENTE KILLS      beside the database of ENTENTE_DATABASE
"""
import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from cases import Tap, ask  # noqa: E402


def main(entente, kills):
    tap, chance = Tap(entente), random.Random(9)
    case = tap.path("killed.entente")
    tap.must("init", case, "--title", "T")
    began = time.monotonic()
    tap.must("enter", case, "note", "first", "--set", "text=x", "--any-time")
    takes = time.monotonic() - began
    told, died = ["first"], 0
    for number in range(kills):
        with subprocess.Popen([entente, "enter", case, "note", f"n{number}", "--set", "text=x", "--any-time", "--json"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
            # Most of the time goes into starting and reading; the writing stands at the end.
            time.sleep(takes * chance.uniform(0.3, 1.05))
            writer.kill()
            if f'"n{number}"' in writer.stdout.read().decode():
                told.append(f"n{number}")
            died += writer.wait() != 0
    rows = [row[0] for row in ask(case, "SELECT id FROM state WHERE kind='note'")]
    tap.say(set(told) <= set(rows), f"{kills} writers, {died} killed in mid-act: each of {len(told)} acknowledged acts is there", set(told) - set(rows))
    entries = ask(case, "SELECT count(*) FROM entry")[0][0]
    tap.say(entries == len(rows) + 1, "each act is one entry, and nothing is half there", (entries, len(rows)))
    tap.both_sound("and the record holds", case)
    began = time.monotonic()
    tap.must("enter", case, "note", "last", "--set", "text=x", "--any-time")
    tap.say(time.monotonic() - began < 8, "the next writer does not wait for the dead")
    print(f"# {len(rows) - len(told)} acts were entered though nobody heard of it any more")
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
