#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts worths into the scenario that `entente issues` makes of the plan, as a mediator would by hand: seven of its issues,
each option known by somebody who holds it. Reads the scenario's file, prints the edited one."""
import json
import sys

# Point: for each party, what the wording of its holder is worth to it. "base" is the mediator's text.
WORTHS = {
    "3(a)": {"Velmark": {"Velmark": 10, "Tarsen": 0}, "Tarsen": {"Velmark": 0, "Tarsen": 6}, "Nereth": {"Velmark": 3, "Tarsen": 0}},
    "3(b)": {"Velmark": {"Velmark": 12, "base": 8, "Tarsen": 0}, "Tarsen": {"Velmark": 0, "base": 4, "Tarsen": 11},
             "Nereth": {"Velmark": 2, "base": 5, "Tarsen": 0}},
    "5(a)": {"Velmark": {"base": 4, "Nereth": 9, "Tarsen": 0}, "Tarsen": {"base": 5, "Nereth": 0, "Tarsen": 8},
             "Nereth": {"base": 3, "Nereth": 7, "Tarsen": 0}},
    "12(a)": {"Velmark": {"base": 5, "Tarsen": 0}, "Tarsen": {"base": 0, "Tarsen": 7}, "Nereth": {"base": 4, "Tarsen": 0}},
    "12/new": {"Velmark": {"base": 3, "Nereth": 0}, "Tarsen": {"base": 6, "Nereth": 0}, "Nereth": {"base": 0, "Nereth": 4}},
    "14(a)": {"Velmark": {"base": 2, "Nereth": 4}, "Tarsen": {"base": 6, "Nereth": 0}, "Nereth": {"base": 2, "Nereth": 6}},
    "15(b)": {"Velmark": {"base": 0, "Nereth": 4, "Velmark": 9}, "Tarsen": {"base": 8, "Nereth": 5, "Velmark": 0},
              "Nereth": {"base": 1, "Nereth": 3, "Velmark": 2}},
}
RESERVES = {"Velmark": 30, "Tarsen": 24, "Nereth": 14}


def holder_of(option, table):
    """Who of the table holds an option: "base, Nereth: on the sixtieth day" is the base's, or else Nereth's."""
    holders = option.split(": ")[0].split(", ")
    return next(name for name in table if name in holders)


def main():
    scenario = json.load(open(sys.argv[1]))
    points = [issue["name"].split("Part ")[-1].split("/", 1)[1] for issue in scenario["issues"]]
    kept = [points.index(point) for point in WORTHS]
    issues = [scenario["issues"][k] for k in kept]
    for party in scenario["parties"]:
        name = party["name"]
        party["scores"] = [[WORTHS[point][name][holder_of(option, WORTHS[point][name])] for option in issue["options"]]
                           for point, issue in zip(WORTHS, issues)]
        party["reservation"] = RESERVES[name]
    rules = [(rule, why) for rule, why in zip(scenario["forbidden"], scenario["reasons"]) if all(i in kept for i, _ in rule)]
    scenario["forbidden"] = [[[kept.index(i), o] for i, o in rule] for rule, _ in rules]
    scenario["reasons"] = [why for _, why in rules]
    scenario["issues"], scenario["note"] = issues, "Worths as the mediator guesses them."
    json.dump(scenario, sys.stdout, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
