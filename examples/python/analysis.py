#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An analysis of the talks on the Lower Ardel: who stands near whom, which points are the hard ones, whether the demands fit together in
time, and what a concession buys. Run it from anywhere; it needs the library (libentente0) and nothing of pip's.

    python3 examples/python/analysis.py"""
import itertools
import json
import os
import pathlib
import sys
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "python"))  # from the source tree; an installed module needs no path
import entente  # noqa: E402

os.chdir(HERE.parent / "ardel")


def text():
    merged = entente.merge("plan/base.docx", {"Velmark": "plan/velmark.docx", "Tarsen": "plan/tarsen.docx", "Nereth": "plan/nereth.md"})
    print(f"{merged.counts.open_points} of {merged.counts.points} points are open, in {len(merged.slots)} places; "
          f"in {merged.counts.rival_slots} of them wordings rival.\n")
    alike = Counter()
    for _, slot in merged.slots:
        for variant in slot.variants:
            alike.update(pair for pair in itertools.combinations(sorted(variant.parties), 2) if not variant.base)
    print("Joint proposals, by pair:")
    for (one, other), count in alike.most_common():
        print(f"  {one} and {other}: {count}")
    print("\nPlaces with two or more proposals beside the base, by point:")
    rival = Counter(point.path for point, slot in merged.slots if sum(not each.base for each in slot.variants) > 1)
    for path, count in rival.most_common(5):
        print(f"  {path.split('/', 1)[1]}: {count}")
    return merged


def time():
    print("\nIn time:")
    for name in ("base", "velmark", "tarsen", "nereth"):
        plan = entente.timetable(steps=f"timetable/{name}.yaml")
        print(f"  {name}: " + (f"possible, {plan.makespan // 1440} days" if plan.possible else f"impossible, short by {plan.short_by}: clauses "
                               + ", ".join(link.clause for link in plan.circle if link.clause)))
    rivals = entente.rivals({name.title(): f"timetable/{name}.yaml" for name in ("velmark", "tarsen", "nereth")}, steps="timetable/base.yaml")
    print(f"  of {rivals.choices['count']} combinations {rivals.choices['possible']} can be met; {len(rivals.excluded)} sets of wordings exclude each other")


def packages():
    before, now = "bargain/before.json", "bargain/scenario.json"
    answer = entente.bargain(now)
    print(f"\nPackages: {answer.acceptable} of {answer.packages} are acceptable to all; {answer.front_size} outcomes are efficient.")
    print(f"  the Nash point gives {answer.nash.utilities[0]}")
    print(f"  since the last text agreement is {entente.prospects(before, now).verdict}")
    names = [party["name"] for party in json.loads(pathlib.Path(now).read_text())["parties"]]
    print("  what lowering one reserve by 5 buys, in acceptable packages:")
    for name in names:
        more = entente.bargain(now, changes=[f"{name}.reserve=-5"])
        print(f"    {name}: {more.acceptable - answer.acceptable:+}")


text()
time()
packages()
