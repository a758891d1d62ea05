#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Circles of calls: no two .c files may need each other's functions or tables, directly or round a corner.

check-calls.py BUILD reads the symbols of the objects that BUILD holds (ninja has to have built them). Prints each
circle with the names that make it and exits 1.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

import house

SYMBOL = re.compile(r"(.*): (\S+) (\w)\b")


def objects_of(build: pathlib.Path) -> dict:
    """Object file -> source, for what the library and the command line are made of."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if source.is_relative_to(house.ROOT / "src") and "output" in entry:
            found[str((build / entry["output"]).resolve())] = source.relative_to(house.ROOT)
    return found


def symbols_of(objects: dict):
    """Which source defines each name, and which names each source asks for."""
    said = subprocess.run(["nm", "-A", "-g", "--format=posix", *sorted(objects)], capture_output=True, text=True,
                          check=True).stdout
    homes, asked = {}, collections.defaultdict(set)
    for line in said.splitlines():
        path, name, kind = SYMBOL.match(line).groups()
        source = objects[path]
        if kind == "U":
            asked[source].add(name)
        else:
            homes[name] = source
    return homes, asked


def main() -> int:
    objects = objects_of(pathlib.Path(sys.argv[1]).resolve())
    missing = [source for path, source in objects.items() if not pathlib.Path(path).exists()]
    if missing:
        print(f"{missing[0]}: has no object in {sys.argv[1]}; build first: ninja -C {sys.argv[1]}")
        return 1
    homes, asked = symbols_of(objects)
    needs = collections.defaultdict(dict)
    for source, names in asked.items():
        for name in sorted(names):
            if homes.get(name, source) != source:
                needs[source].setdefault(homes[name], []).append(name)
    wrong = []
    for circle in house.circles({source: set(others) for source, others in needs.items()}):
        lines = [f"{circle[0]}: files call one another in a circle; move what is called back into a file below them"]
        for caller, called in zip(circle, circle[1:]):
            lines.append(f"    {caller} needs {', '.join(needs[caller][called])} of {called}")
        wrong.append((f"calls {min(circle).name}", "\n".join(lines)))
    print(f"{len(objects)} objects looked at")
    return 0 if house.report(wrong) and objects else 1


if __name__ == "__main__":
    sys.exit(main())
