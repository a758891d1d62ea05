#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""House rules a compiler does not see: licence line, banned calls, header guards, room READMEs."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BANNED = re.compile(r"(strcpy|strcat|strncpy|sprintf|strtok|gets|atoi|atol|gmtime|localtime|setlocale|rand|alloca)")
# A library ends no process and prints nothing; what happens when there is no memory left has one place.
ENDS_OR_PRINTS = re.compile(r"(abort|_?exit|_Exit|quick_exit|v?f?printf|f?puts|f?putc|putchar|perror)")
CALLED = re.compile(r"\w+(?=\s*\()")
FACES = ["cli", "serve", "platform"]
MAY_END = "src/base/memory.c"
# A library that may be exchanged for another is seen by the files that are its driver.
DRIVERS = {"sqlite3.h": "src/record/store_sqlite", "libpq-fe.h": "src/record/store_postgresql"}
FOLDERS = ["src", "include", "tests", "fuzz", "bench", "examples"]


def is_library(path: pathlib.Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return parts[0] == "src" and parts[1] not in FACES and str(path.relative_to(ROOT)) != MAY_END


def problems_of(path: pathlib.Path):
    lines = path.read_text().splitlines()
    if not lines or lines[0] != "// SPDX-License-Identifier: Apache-2.0":
        yield 1, "the first line must be the licence line"
    library = is_library(path)
    for number, line in enumerate(lines, 1):
        if "(" in line:
            code = line.split("//")[0]
            if '"' in code:
                code = re.sub(r'"(\\.|[^"\\])*"', '""', code)
            for name in CALLED.findall(code):
                if BANNED.fullmatch(name):
                    yield number, f"{name} is banned"
                if library and ENDS_OR_PRINTS.fullmatch(name):
                    yield number, f"{name}() ends the process or prints; a library does neither"
        if library and line.startswith("#include <"):
            for header, driver in DRIVERS.items():
                if f"<{header}>" in line and not str(path.relative_to(ROOT)).startswith(driver):
                    yield number, f"<{header}> is for {driver}* alone"
        if len(line) > 110:
            yield number, "the line is longer than 110 characters"
    if path.suffix == ".h":
        text = "\n".join(lines)
        if not re.search(r"#ifndef (ENTENTE_\w+_H)\n#define \1\n", text):
            yield 1, "the header guard is missing"


def main() -> int:
    wrong = 0
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("**/*.[ch]")):
            for number, problem in problems_of(path):
                print(f"{path.relative_to(ROOT)}:{number}: {problem}")
                wrong += 1
    for room in sorted((ROOT / "src").iterdir()):
        if room.is_dir() and not (room / "README.md").exists():
            print(f"{room.relative_to(ROOT)}: has no README.md")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
