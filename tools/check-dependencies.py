#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lists every library that Entente is linked with: version installed, last upstream release; exits 1 where papers disagree.

tools/dependencies.tsv, meson.build and tools/install.sh must name the same libraries, and what is installed must not be
older than the least version of the table. (Versions are the package's: libutf8proc's pkg-config file names another.)
"""
import re
import shutil
import subprocess
import sys

import house

TABLE = "tools/dependencies.tsv"


def table() -> dict:
    lines = [line for line in (house.ROOT / TABLE).read_text().splitlines() if line and not line.startswith("#")]
    head, *rows = [line.split("\t") for line in lines]
    return {row[0]: dict(zip(head, row)) for row in rows}


def linked() -> set:
    """The names that meson.build asks for; the C library's own libm aside."""
    names = set()
    for path in [house.ROOT / "meson.build", *house.ROOT.glob("src/**/meson.build")]:
        names |= set(re.findall(r"\b(?:dependency|find_library)\('([^']+)'", path.read_text()))
    return names - {"m"}


def installed(package: str) -> str:
    """The version of an installed Debian package without Debian's own part, or nothing."""
    if not shutil.which("dpkg-query"):
        return ""
    said = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True).stdout
    return re.sub(r"^\d+:|[-+~].*$", "", said)


def number(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def problems(rows: dict):
    for name in sorted(linked() - rows.keys()):
        yield f"meson.build: {name} is not in {TABLE}; add its line: versions in Debian, last upstream release, what it is for"
    for name in sorted(rows.keys() - linked()):
        yield f"{TABLE}: {name} is not asked for by meson.build; take its line out"
    script = (house.ROOT / "tools/install.sh").read_text().split()
    for name, row in rows.items():
        if row["package"] not in " ".join(script).replace('"', " ").split():
            yield f"tools/install.sh: {row['package']} is missing, which {name} needs"
        version = installed(row["package"])
        if version and number(version) < number(row["least"]):
            yield f"{TABLE}: {name} {version} is installed, older than the least version {row['least']}"
        if not re.fullmatch(r"\d{4}-\d{2}", row.get("month", "")) or not row.get("what for"):
            yield f"{TABLE}: {name} needs the month of its last upstream release (2031-03) and what it is for"


def main() -> int:
    rows = table()
    for name, row in rows.items():
        version = installed(row["package"]) or "unknown"
        print(f"{name} {version} (at least {row['least']}); upstream {row['upstream']} of {row['month']}: {row['what for']}")
    wrong = list(problems(rows))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
