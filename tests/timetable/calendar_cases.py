#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares `entente timetable --date` with tables of dates.

calendar_cases.py ENTENTE FOLDER: every FOLDER/*.tsv whose header names the columns rule and, for
the start, start_event or trigger_date; for the amount, period or n; for the end, expected,
date_in_force or date. Prints one line a file and exits 1 when a date differs or no rule is named.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def first_of(row, *names):
    return next(row[name] for name in names if name in row)


def ask(program, row, folder):
    command = [program, "timetable", "--date", first_of(row, "start_event", "trigger_date"),
               "--rules", row["rule"], f"--period={first_of(row, 'period', 'n')}", "--json"]
    if row.get("holidays_that_matter"):
        holidays = pathlib.Path(folder, "holidays.yaml")
        dates = row["holidays_that_matter"].replace(";", ", ")
        holidays.write_text(f"place: [{dates}]\n")
        command += ["--holidays", holidays]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return {"date": done.stderr.strip(), "rule": None}
    return json.loads(done.stdout)


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(pathlib.Path(sys.argv[2]).glob("*.tsv")):
            lines = path.read_text().lstrip("#").splitlines()
            columns = lines[0].split("\t")
            wrong = 0
            for line in lines[1:]:
                row = dict(zip(columns, line.split("\t")))
                wanted = first_of(row, "expected", "date_in_force", "date")
                answer = ask(sys.argv[1], row, folder)
                if answer["date"] != wanted or answer["rule"] != row["rule"]:
                    wrong += 1
                    print(f"  {line}\n    found {answer['date']}")
            print(f"{path.name}: {len(lines) - 1} compared, {wrong} differ")
            failed = failed or wrong > 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
