#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The shape of the code: lines of functions and files, and how deep loops and choices nest; exits 1 where a bound is passed.

A function counts from its opening to its closing brace; it nests as deep as its deepest if, for, while, do or switch.
"""
import math
import re
import statistics
import sys

import house

BOUNDS = {"median": 12, "p95": 30, "max": 60, "nesting p95": 2, "nesting max": 4, "file": 600}
HEAD = re.compile(r"^[A-Za-z_].*?\b(\w+)\(")
BRANCH = re.compile(r"^( +)(?:\} )?(?:else )?(?:if|for|while|do|switch)\b")


def functions_of(path):
    """Each function of a file as name, line, lines and nesting; clang-format puts its braces alone in the first column."""
    name, start, deepest = "", 0, 0
    for number, line in enumerate((house.ROOT / path).read_text().splitlines(), 1):
        if found := HEAD.match(line):
            name = found.group(1)
        if line == "{":
            start, deepest = number, 0
        elif line == "}" and start:
            yield name, start, number - start + 1, deepest
            start = 0
        elif start and (found := BRANCH.match(line)):
            deepest = max(deepest, len(found.group(1)) // 4)


def part_of(values: list, share: float):
    return sorted(values)[math.ceil(share * len(values)) - 1]


def main() -> int:
    functions = [(path, *function) for path in house.sources() for function in functions_of(path)]
    files = [(len((house.ROOT / path).read_text().splitlines()), path) for path in house.sources()]
    lengths, depths = [function[3] for function in functions], [function[4] for function in functions]
    found = {"median": statistics.median(lengths), "p95": part_of(lengths, 0.95), "max": max(lengths),
             "nesting p95": part_of(depths, 0.95), "nesting max": max(depths), "file": max(files)[0]}
    for path, name, line, length, depth in functions:
        if length > BOUNDS["max"]:
            print(f"{path}:{line}: {name} has {length} lines; cut it into steps of at most {BOUNDS['max']}")
        if depth > BOUNDS["nesting max"]:
            print(f"{path}:{line}: {name} nests {depth} deep; give the inside a function of its own")
    for length, path in files:
        if length > BOUNDS["file"]:
            print(f"{path}:1: the file has {length} lines; cut it at {BOUNDS['file']}")
    for what, value in found.items():
        print(f"{what}: {value:g} (at most {BOUNDS[what]})")
    print(f"{len(functions)} functions, {len(files)} files, {sum(length for length, _ in files)} lines")
    return 1 if any(value > BOUNDS[what] for what, value in found.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
