#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The layer tables: which room, and which folder within a room, may include which.

Prints each wrong #include, and each circle between files or within a table, with what to do; then exits 1.
A .c and its .h are one file here.
"""
import collections
import sys

import house

TEXT = ["text", "clauses", "proofreading", "counterparts", "merge", "brackets"]
PROSE = ["prose", "time_limits", "news_reports", "statements"]
BARGAIN = ["bargain", "frontier", "advice", "spatial_model", "uncertain_values"]
SUBJECTS = [*TEXT, *PROSE, "timetable", *BARGAIN]
MAY_USE = {
    "base": [],
    "codec": ["base"],
    "text": ["base"],
    "clauses": ["base", "text", "prose"],
    "proofreading": ["base", "text", "prose", "clauses"],
    "counterparts": ["base", "text", "prose", "clauses"],
    "merge": ["base", "text", "clauses"],
    "brackets": ["base", "merge"],
    "prose": ["base"],
    "time_limits": ["base", "text", "prose", "clauses"],
    "news_reports": ["base", "prose"],
    "statements": ["base", "prose", "news_reports"],
    "timetable": ["base"],
    "bargain": ["base"],
    "frontier": ["base", "bargain"],
    "advice": ["base", "bargain", "frontier"],
    "spatial_model": ["base", "bargain"],
    "uncertain_values": ["base", "bargain"],
    "answers": ["base", "codec", *SUBJECTS],
    "record": ["base", "codec"],
    "casefile": ["base", "codec", "record"],
    "exchange": ["base", "codec", *SUBJECTS, "answers"],
    "render": ["base", "codec", *SUBJECTS, "answers"],
    "workbench": ["base", "codec", *SUBJECTS, "answers", "record", "casefile", "exchange", "render", "entente"],
    "verbs": ["base", "entente"],
    "serve": ["base", "codec", "entente"],
    "cli": ["base", "verbs", "serve", "entente"],
    "wasm": ["base", "verbs", "entente"],
    "platform": ["base", "entente"],
    "entente": [],
}

# Within a room that has folders: "." is what stands in the room itself.
INSIDE = {
    "platform": {
        ".": ["sys"],
        "sys": [],
    },
    "exchange": {
        ".": ["plain", "markdown", "docx"],
        "plain": [],
        "markdown": ["plain"],
        "odt": [],
        "docx": ["odt"],
        "odt_write": ["docx"],
        "docx_lists": ["docx"],
        "docx_beside_text": ["docx"],
        "merged": ["plain", "markdown", "docx"],
        "docx_write": ["docx", "docx_lists", "docx_beside_text", "merged"],
        "next_base": ["docx", "docx_write"],
        "page": ["merged"],
        "bargain": ["page", "spreadsheet"],
        "foreign_scenarios": ["bargain", "spreadsheet"],
        "spreadsheet": ["plain"],
        "comment_and_column_tables": ["plain"],
        "timetable_steps": [],
        "time_network": [],
    },
    "render": {
        ".": [],
        "page": ["."],
        "text": [".", "page"],
        "timetable": [".", "page", "text"],
        "bargain": [".", "page", "text", "timetable"],
        "case": [".", "page", "text"],
        "counterparts": [".", "page"],
        "brief": [".", "page", "text", "timetable", "bargain", "case"],
        "workbench_pages": [".", "page", "text", "timetable", "bargain", "case", "brief"],
    },
    "workbench": {
        ".": [],
        "text": ["."],
        "counterparts": [".", "text"],
        "timetable": [".", "text"],
        "bargain": [".", "text", "timetable"],
        "case": [".", "text", "counterparts"],
        "brief": [".", "text", "timetable", "bargain", "case"],
        "workbench_pages": [".", "text", "timetable", "bargain", "case", "brief"],
    },
}


def rooms_wrong(arrow: house.Arrow):
    """What is wrong with an arrow from room to room."""
    room, used = house.room_of(arrow.origin), house.room_of(arrow.target)
    if used != room and used not in MAY_USE.get(room, [used]):
        yield f"{room} may not include {used}; put what both need below them, or let a room above join them"


def folders_wrong(arrow: house.Arrow):
    """What is wrong with an arrow between two folders of one room."""
    room = house.room_of(arrow.origin)
    if room not in INSIDE or room != house.room_of(arrow.target):
        return
    folder, used = inner_folder(arrow.origin), inner_folder(arrow.target)
    if used != folder and used not in INSIDE[room].get(folder, [used]):
        yield f"within {room}, {folder} may not include {used}; move what both need into a folder below both"


def inner_folder(path) -> str:
    return "/".join(path.parts[2:-1]) or "."


def unknown_places():
    """Rooms and folders that no table names."""
    for folder in sorted({house.folder_of(path) for path in house.sources()}):
        room, _, inner = folder.partition("/")
        if room not in MAY_USE:
            yield folder, f"src/{folder}: the room {room} is not in the layer table of tools/check-layers.py; add it"
        elif (inner or room in INSIDE) and (inner or ".") not in INSIDE.get(room, {}):
            yield folder, f"src/{folder}: the folder is not in the table INSIDE of tools/check-layers.py; add it"


def table_circles():
    for name, table in [("rooms", MAY_USE), *INSIDE.items()]:
        for circle in house.circles(table):
            yield name, f"tools/check-layers.py: the table of {name} goes round in a circle: {' -> '.join(circle)}"


def file_circles(arrows: list):
    graph, first = collections.defaultdict(set), {}
    for arrow in arrows:
        origin, target = house.unit_of(arrow.origin), house.unit_of(arrow.target)
        if origin != target:
            graph[origin].add(target)
            first.setdefault((origin, target), arrow)
    for circle in house.circles(graph):
        steps = [first[pair] for pair in zip(circle, circle[1:])]
        lines = "\n".join(f"    {step.origin}:{step.number} includes {step.target}" for step in steps)
        yield f"circle {min(circle).rpartition('/')[2]}", f"{steps[0].origin}: files include one another in a circle; move what they share into a file below them\n{lines}"


def main() -> int:
    arrows = house.arrows()
    wrong = [*unknown_places(), *table_circles(), *file_circles(arrows)]
    for arrow in arrows:
        wrong += [(f"arrow {arrow.origin.name} {arrow.target.name}", f"{arrow.origin}:{arrow.number}: {what}")
                  for what in [*rooms_wrong(arrow), *folders_wrong(arrow)]]
    print(f"{len(house.sources())} files, {len(arrows)} arrows looked at")
    return 0 if house.report(wrong) else 1


if __name__ == "__main__":
    sys.exit(main())
