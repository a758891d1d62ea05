#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of a worked case in a copy of the example: each ```sh block, and holds its output to the ```text block that follows,
whose lines must come in that order (each a part of a line). Prints one line of TAP a block."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def missing(output, wanted):
    """The first wanted line that does not come after the one before it."""
    lines, at = output.splitlines(), 0
    for line in filter(None, map(str.strip, wanted.splitlines())):
        found = next((i for i in range(at, len(lines)) if line in lines[i]), None)
        if found is None:
            return line
        at = found + 1
    return None


def main():
    page, example = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    blocks = re.findall(r"^```sh\n(.*?)^```$(?:\n+(?:^```text\n(.*?)^```$))?", page.read_text(), re.M | re.S)
    print(f"1..{len(blocks)}")
    path = f"{pathlib.Path(os.environ['ENTENTE']).resolve().parent}:{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "ardel"
        shutil.copytree(example, copy)
        for number, (commands, wanted) in enumerate(blocks, 1):
            run = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=copy, text=True, env={**os.environ, "PATH": path},
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            problem = f"exit code {run.returncode}" if run.returncode else missing(run.stdout, wanted)
            if problem:
                print(f"# {problem}", *run.stdout.splitlines()[-40:], sep="\n# ")
            print(f"{'not ok' if problem else 'ok'} {number} - {commands.splitlines()[0][:70]}")


if __name__ == "__main__":
    main()
