#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs `entente bargain --json` on scenarios with known answers and prints every difference."""
import json
import os
import pathlib
import subprocess
import sys
import time


def row_text(rows):
    return "|".join(",".join(map(str, row)) for row in rows)


def differences(expected, found):
    for name, wanted in expected.items():
        got = found.get(name)
        if isinstance(wanted, str) and isinstance(got, dict):
            got = row_text(got["utilities"])  # the large cases name a point by its rows alone
            wanted, got = set(wanted.split("|")), set(got.split("|"))
        if got != wanted:
            yield f"{name}: found {str(got)[:160]}, wanted {str(wanted)[:160]}"


def main():
    entente, folder = os.environ.get("ENTENTE", "build/gcc/entente"), pathlib.Path(sys.argv[1])
    wrong = 0
    answers = sorted(folder.glob("*/*.answer.json"))
    for path in answers:
        scenario = str(path).replace(".answer.json", ".json")
        start = time.time()
        run = subprocess.run([entente, "bargain", scenario, "--json"], capture_output=True, text=True)
        seconds = time.time() - start
        found = json.loads(run.stdout) if run.stdout else {}
        problems = list(differences(json.loads(path.read_text()), found))
        print(f"{path.name}: {seconds:.2f} s, {len(problems)} differences {run.stderr.strip()}")
        for problem in problems:
            print("   ", problem)
        wrong += len(problems)
    print(f"{len(answers)} scenarios, {wrong} differences")
    return 1 if wrong or not answers else 0


if __name__ == "__main__":
    sys.exit(main())
