#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads every odd file of tests/support/odd_files.py and compares with what it must say. Prints TAP.

odd_docx.py ENTENTE
"""
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import odd_files  # noqa: E402


def said(entente, path, *options):
    """The paragraphs of the body, text boxes and breaks inside lines left out."""
    done = subprocess.run([entente, "text", path, "--body", *options], capture_output=True, check=False)
    if done.returncode != 0:
        return done.stderr.decode()
    return re.sub(r"\[text box[^\]]*\]", "", done.stdout.decode()).split("\n")[:-1]


def readings(case):
    yield ("--accept",), case[1]
    yield ("--reject",), case[2]
    for author, text in (case[3] if len(case) > 3 else {}).items():
        yield ("--author", author), text


def main():
    entente = sys.argv[1]
    failed = False
    print(f"1..{len(odd_files.FRAMES)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (frame, make) in enumerate(odd_files.FRAMES.items(), 1):
            wrong = []
            for name, case in odd_files.CASES.items():
                path = os.path.join(folder, "odd.docx")
                with open(path, "wb") as file:
                    file.write(make(case[0]))
                for options, wanted in readings(case):
                    found = said(entente, path, *options)
                    if found != wanted:
                        wrong.append(f"{name} {' '.join(options)}: {found!r}, not {wanted!r}")
            for line in wrong:
                print("#", line)
            print("not ok" if wrong else "ok", number, f"- {len(odd_files.CASES)} odd files in the frame {frame!r}")
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
