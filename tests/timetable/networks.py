#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `entente timetable --network` with the expected answers of a folder of networks.

networks.py ENTENTE FOLDER: for every NAME.arcs.tsv with a NAME.expected.tsv beside it; prints one
line a file and exits 1 when an answer differs.
"""
import json
import pathlib
import subprocess
import sys

# column of the expected table -> what the program's answer says; only compared where it is given
WHEN_POSSIBLE = {
    "earliest_makespan": lambda x: x["makespan"],
    "earliest_sum": lambda x: sum(x["earliest"]),
    "latest_sum": lambda x: sum(x["latest"]),
    "critical_nodes": lambda x: len(x["critical"]),
}
WHEN_NOT = {
    "minhop_negcycle_arcs": lambda x: x["length"],
    "minhop": lambda x: x["length"],
    "least_total_relaxation_days(LP)": lambda x: x["relaxation"],
    "fewest_arcs_to_drop(MIP)": lambda x: x["drop"],
}


def rows(path):
    return [line.split("\t") for line in path.read_text().splitlines() if line]


def compare_instance(expected, answer):
    wrong = []
    verdict = expected.get("consistent", expected.get("union_ok")) == "1"
    if answer["possible"] != verdict:
        return ["possible"]
    for draft in "AB":
        if f"{draft}_ok" in expected:
            if answer["drafts"][draft]["possible"] != (expected[f"{draft}_ok"] == "1"):
                wrong.append(draft)
    for column, found in (WHEN_POSSIBLE if verdict else WHEN_NOT).items():
        if expected.get(column, "-") != "-" and found(answer) != float(expected[column]):
            wrong.append(f"{column}: {found(answer)} instead of {expected[column]}")
    if not verdict and (sum(a["limit"] for a in answer["circle"]) != answer["sum"]
                        or answer["sum"] >= 0):
        wrong.append("the circle's sum")
    return wrong


def compare_events(table, answer):
    times = dict(zip(answer["events"], zip(answer["earliest"], answer["latest"])))
    wrong = []
    for name, earliest, latest in table:
        wanted = (int(earliest), None if latest == "-" else int(latest))
        if times[name] != wanted:
            wrong.append(f"{name}: {times[name]} instead of {wanted}")
    return wrong


def compare_file(program, arcs):
    done = subprocess.run([program, "timetable", "--network", arcs, "--json"],
                          capture_output=True, text=True, check=False)
    if done.returncode > 1:
        return 0, [done.stderr]
    answers = {x["name"]: x for x in json.loads(done.stdout)}
    table = rows(arcs.with_name(arcs.name.replace(".arcs.", ".expected.")))
    if table[0][0] == "#consistent":
        answer = answers[arcs.name.removesuffix(".arcs.tsv")]
        return len(table) - 2, compare_events(table[2:], answer)
    columns = [table[0][0].lstrip("#"), *table[0][1:]]
    wrong = []
    for row in table[1:]:
        expected = dict(zip(columns, row))
        wrong += [f"{expected['inst']}: {w}"
                  for w in compare_instance(expected, answers[expected["inst"]])]
    return len(table) - 1, wrong


def main():
    failed = False
    for arcs in sorted(pathlib.Path(sys.argv[2]).glob("*.arcs.tsv")):
        count, wrong = compare_file(sys.argv[1], arcs)
        print(f"{arcs.name}: {count} compared, {len(wrong)} differ")
        for line in wrong:
            print("  " + line)
        failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
