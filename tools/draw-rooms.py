#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the rooms and their folders from the real arrows into docs/ARCHITECTURE.md, between two markers.

draw-rooms.py writes the drawing; draw-rooms.py --check says whether it is current and exits 1 when it is not.
"""
import collections
import sys

import house

PAPER = house.ROOT / "docs" / "ARCHITECTURE.md"
BEGIN, END = "<!-- rooms: drawn by tools/draw-rooms.py -->", "<!-- rooms: end -->"


def graph_of(place_of, keep) -> dict:
    """Which place includes which others, for the arrows that `keep` lets through."""
    graph = {place_of(path): set() for path in house.sources() if keep(path)}
    for arrow in house.arrows():
        origin, target = place_of(arrow.origin), place_of(arrow.target)
        if keep(arrow.origin) and keep(arrow.target) and origin != target:
            graph[origin].add(target)
    return graph


def without_circles(graph: dict) -> dict:
    """The graph with every circle as one place, so that it can be drawn while it waits to be mended."""
    name = {place: " ⇄ ".join(group) for group in house.connected_groups(graph) for place in group}
    result = {name[place]: set() for place in graph}
    for place, others in graph.items():
        result[name[place]] |= {name[other] for other in others} - {name[place]}
    return result


def reached(graph: dict, start: str) -> set:
    found, waiting = set(), [start]
    while waiting:
        for other in graph[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found


def rows_of(graph: dict) -> dict:
    """How far below the roof each place stands: one row under the lowest of those that use it."""
    users = {place: {user for user in graph if place in graph[user]} for place in graph}
    rows = {}
    while len(rows) < len(graph):
        ready = [place for place in graph if place not in rows and users[place] <= rows.keys()]
        rows |= {place: 1 + max((rows[user] for user in users[place]), default=0) for place in ready}
    return rows


def stands_on(graph: dict, place: str) -> list[str]:
    """What a place uses without the mediation of another that it uses."""
    mediated = set().union(*(reached(graph, other) for other in graph[place]))
    return sorted(graph[place] - mediated)


def drawing(graph: dict, shown) -> list[str]:
    """The roof first; each place with what it stands on directly."""
    graph = without_circles(graph)
    rows = rows_of(graph)
    width = max(len(shown(place)) for place in graph)
    lines, before = [], None
    for place in sorted(graph, key=lambda place: (rows[place], place)):
        mark = f"{rows[place]:2}" if rows[place] != before else "  "
        below = " ".join(shown(other) for other in stands_on(graph, place))
        lines.append(f"{mark}  {shown(place):{width}}  ─▶ {below}" if below else f"{mark}  {shown(place)}")
        before = rows[place]
    return lines


def pieces() -> list[str]:
    lines = ["Rows from the roof down; an arrow leads to what a room stands on directly. What it reaches through", "those is left out.",
             "", "```", *drawing(graph_of(house.room_of, lambda path: True), str), "```"]
    folders = collections.Counter(house.folder_of(path).partition("/")[0] for path in house.sources()
                                  if "/" in house.folder_of(path))
    for room in sorted(folders):
        graph = graph_of(house.folder_of, lambda path: house.room_of(path) == room)
        lines += ["", f"Within `{room}`, where `·` is what stands in the room itself:", "", "```",
                  *drawing(graph, lambda folder: folder.replace(room + "/", "").replace(room, "·")), "```"]
    return lines


def main() -> int:
    text = PAPER.read_text()
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        print(f"docs/ARCHITECTURE.md: the markers {BEGIN} and {END} must stand once each")
        return 1
    head, rest = text.split(BEGIN)
    new = head + "\n".join([BEGIN, "", *pieces(), "", END]) + rest.split(END)[1]
    if "--check" not in sys.argv:
        PAPER.write_text(new)
    elif new != text:
        print("docs/ARCHITECTURE.md: the rooms are drawn as they were; run tools/draw-rooms.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
