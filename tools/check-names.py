#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Names that must mean one thing: tags of structs, enums and unions, and the headers that only one folder shares.

The field's own terms stand in identifiers where everyday words once did (TERMS); words for people may stay in strings.
A tag is defined once in the whole house, so that a search for it finds its meaning. A header whose functions live in
several .c files of its folder and that nobody outside includes is called NAME_parts.h, and only those are.
Prints what is wrong and what to do, and exits 1.
"""
import collections
import re
import sys

import house

TAG = re.compile(r"\s*(?:(?:typedef|static|const|extern)\s+)*(struct|enum|union)\s+(\w+)\s*\{")
PROTOTYPE = re.compile(r"^(?!static|typedef|#|//|\s)[\w\s*]+\b\w+\([^()]*(?:\([^()]*\)[^()]*)*\)[\w\s]*;", re.MULTILINE)

TERMS = {
    "likeness": "similarity", "pressure": "multiplier", "pressures": "multipliers", "summit": "incumbent", "sieve": "dominance filter",
    "relook": "format change", "restyle": "format change", "bag": "multiset", "atom": "token", "atoms": "tokens",
}
WORD = re.compile(r"[A-Za-z_]\w*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"|//.*')


def terms_wrong():
    for path in house.sources():
        for number, line in enumerate((house.ROOT / path).read_text().splitlines(), 1):
            for name in WORD.findall(STRING.sub("", line)):
                for part in name.lower().split("_"):
                    if part in TERMS:
                        yield f"term {part}", f"{path}:{number}: {name}: the field's word for {part} is {TERMS[part]}"


def tags_wrong():
    places = collections.defaultdict(list)
    for path in house.sources():
        for number, line in enumerate((house.ROOT / path).read_text().splitlines(), 1):
            if found := TAG.match(line):
                places[found.group(2)].append((found.group(1), f"{path}:{number}"))
    for tag, found in sorted(places.items()):
        for kind, place in found[1:]:
            yield f"tag {tag}", f"{place}: {kind} {tag} is also {found[0][0]} {tag} in {found[0][1]}; name one after what it is for"


def headers_wrong():
    users = collections.defaultdict(set)
    for arrow in house.arrows():
        users[arrow.target].add(house.folder_of(arrow.origin))
    for path in house.sources():
        if path.suffix != ".h" or path.parts[0] == "include":
            continue
        outside = sorted(users[path] - {house.folder_of(path)})
        if path.stem.endswith("_parts"):
            if outside:
                yield f"header {path.name}", f"{path}:1: only its own folder may include a _parts.h, but {outside[0]} does; give it a name of its own"
        elif not outside and not has_own_source(path) and declares_functions(path):
            yield f"header {path.name}", f"{path}:1: its functions live in other files and only its folder includes it; call it NAME_parts.h"


def has_own_source(header) -> bool:
    folder = house.ROOT / header.parent
    return (folder / f"{header.stem}.c").exists() or any(folder.glob(f"{header.stem}_*.c"))


def declares_functions(header) -> bool:
    return bool(PROTOTYPE.search((house.ROOT / header).read_text()))


def main() -> int:
    print(f"{len(house.sources())} files looked at")
    return 0 if house.report([*tags_wrong(), *headers_wrong(), *terms_wrong()]) else 1


if __name__ == "__main__":
    sys.exit(main())
