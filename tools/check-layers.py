#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The layer table: which room may include which. Prints each wrong #include and exits 1."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = ["text", "merge", "brackets"]
PROSE = ["prose", "limits", "news", "statements"]
BARGAIN = ["bargain", "frontier", "advice", "spatial", "uncertain"]
SUBJECTS = [*TEXT, *PROSE, "timetable", *BARGAIN]
MAY_USE = {
    "base": [],
    "codec": ["base"],
    "text": ["base"],
    "merge": ["base", "text"],
    "brackets": ["base", "merge"],
    "prose": ["base"],
    "limits": ["base", "prose"],
    "news": ["base", "prose"],
    "statements": ["base", "prose", "news"],
    "timetable": ["base"],
    "bargain": ["base"],
    "frontier": ["base", "bargain"],
    "advice": ["base", "bargain", "frontier"],
    "spatial": ["base", "bargain"],
    "uncertain": ["base", "bargain"],
    "answers": ["base", "codec", *SUBJECTS],
    "record": ["base", "codec"],
    "casefile": ["base", "codec", "record"],
    "exchange": ["base", "codec", *SUBJECTS, "answers"],
    "render": ["base", "codec", *SUBJECTS, "answers"],
    "workbench": ["base", "codec", *SUBJECTS, "answers", "record", "casefile", "exchange", "render", "entente"],
    "cli": ["base", "entente"],
    "entente": [],
}


def room_of(path: pathlib.Path) -> str:
    parts = path.relative_to(ROOT).parts
    return "entente" if parts[0] == "include" else parts[1]


def main() -> int:
    wrong = 0
    files = sorted([*ROOT.glob("src/**/*.[ch]"), *ROOT.glob("include/**/*.h")])
    for path in files:
        room = room_of(path)
        if room not in MAY_USE:
            print(f"{path.relative_to(ROOT)}: the room {room} is not in the layer table")
            wrong += 1
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#\s*include\s+(?:"([a-z_0-9]+)/|<(entente)/)', line)
            used = found and (found.group(1) or found.group(2))
            if used and used != room and used not in MAY_USE[room]:
                print(f"{path.relative_to(ROOT)}:{number}: {room} may not include {used}")
                wrong += 1
    print(f"{len(files)} files looked at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
