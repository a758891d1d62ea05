#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""clang's analyser over the sources, each function walked as deep as it takes to have been everywhere in it.

walk-paths.py BUILD FILE... takes each file's options from BUILD's compile_commands.json (a file that BUILD does not
compile takes another's) and the checkers that .clang-tidy chooses. The analyser follows the paths of a function until
it has seen them all or spent its nodes, and says how many parts of it (blocks of its flow graph) no path came to. Two
short walks see every file; a function in which neither came everywhere is walked again, up to the analyser's own limit.
With --deep every file is walked to that limit at once. Prints what is found and exits 1 if anything is.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

# The second walk goes into the smallest called functions only, and so to ends that the first does not come to.
SHORT_WALKS = (["max-nodes=10000"], ["mode=shallow", "max-nodes=10000"])
LONG_WALK = ["max-nodes=225000"]
OPTION = re.compile(r"-(I|D|U|isystem|std=|include)")
SPENT = re.compile(r": (\w+) -> .* Unreachable CFGBlocks: [1-9]\d* .* Empty WorkList: no")
FOUND = re.compile(r": (warning|error|fatal error): ")
COUNTS = "[debug.Stats]"


def checkers() -> str:
    listed = subprocess.run(["clang-tidy", "-list-checks"], capture_output=True, text=True, check=True).stdout
    return ",".join(re.findall(r"clang-analyzer-(\S+)", listed)) + ",debug.Stats"


def options_by_file(build: pathlib.Path) -> dict:
    """The source as it is named from here -> what decides how it is read."""
    options = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        folder, words = pathlib.Path(entry["directory"]), iter(entry["command"].replace("'", "").split())
        kept = []
        for word in words:
            if word in ("-isystem", "-include"):
                kept += [word, next(words)]
            elif word.startswith("-I"):
                kept.append("-I" + str(folder / word[2:]))
            elif OPTION.match(word):
                kept.append(word)
        options[os.path.relpath(folder / entry["file"])] = kept
    return options


def walk(command: list, limits: list, function: str = "") -> tuple:
    """What the analyser finds in one file, or one function of it, and the functions in which it has not been everywhere."""
    for limit in limits:
        command = [*command, "-Xclang", "-analyzer-config", "-Xclang", limit]
    if function:
        command = [*command, "-Xclang", "-analyze-function", "-Xclang", function]
    said = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    lines = said.stderr.splitlines()
    found = [line for line in lines if FOUND.search(line) and not line.endswith(COUNTS)]
    if said.returncode and not found:
        found = [f"the analyser ended with {said.returncode}: {lines[-1] if lines else ''}"]
    return found, {match[1] for match in map(SPENT.search, lines) if match}


def find(command: list, file: str, is_deep: bool) -> list:
    command = [*command, file]
    walks = [walk(command, limits) for limits in ([LONG_WALK] if is_deep else SHORT_WALKS)]
    if not is_deep:
        walks += [walk(command, LONG_WALK, function) for function in walks[0][1] & walks[1][1]]
    return [f"{line} (reading {file})" for found, _ in walks for line in found]


def main(arguments: list) -> int:
    is_deep = arguments[:1] == ["--deep"]
    build, *files = arguments[1:] if is_deep else arguments
    options = options_by_file(pathlib.Path(build))
    other = next(iter(options.values()))
    analyser = ["clang", "--analyze", "-w", "-fno-caret-diagnostics", "-o", os.devnull, "-Xclang",
                "-analyzer-checker=" + checkers(), "-Xclang", "-analyzer-output=text"]
    with concurrent.futures.ThreadPoolExecutor(2) as hands:
        found = hands.map(lambda file: find([*analyser, *options.get(file, other)], file, is_deep), files)
        found = [line for lines in found for line in lines]
    print(*dict.fromkeys(found), sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
