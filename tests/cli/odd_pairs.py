#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Redlines over odd .docx files: refusing all gives the base, accepting one party its draft. Prints TAP.

odd_pairs.py ENTENTE [PAIRS [docx_lint.py]]: PAIRS draws of a base and two drafts among tests/support/odd_files.py.
"""
import importlib.util
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import odd_files as odd  # noqa: E402


def said(entente, path, *options):
    done = subprocess.run([entente, "text", path, "--labels", *options], capture_output=True, check=False)
    return done.stdout.decode() if done.returncode == 0 else done.stderr.decode()


def faults(entente, files, names, out):
    base, one, other = (files[name] for name in names)
    done = subprocess.run([entente, "merge", base, f"X={one}", f"Y={other}", "--any-base", "-o", out], capture_output=True, check=False)
    if done.returncode != 0:
        yield f"not written: {done.stderr.decode()}"
        return
    for options, source in ((("--reject",), base), (("--author", "X"), one), (("--author", "Y"), other)):
        found, wanted = said(entente, out, *options), said(entente, source)
        if found != wanted:
            yield f"{' '.join(options)}: {found!r}, not {wanted!r}"


def checker(path):
    if not os.path.exists(path):
        return lambda _: []
    spec = importlib.util.spec_from_file_location("docx_lint", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.lint


def main():
    entente, pairs = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40
    lint = checker(sys.argv[3] if len(sys.argv) > 3 else "")
    draw, wrong = random.Random(2031), 0
    print("1..1")
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (name, case) in enumerate(odd.CASES.items()):
            files[name] = os.path.join(folder, f"{number}.docx")
            with open(files[name], "wb") as file:
                file.write(odd.plain(odd.t("A common line stands here first.") + case[0] + odd.t("A common line stands here last.")))
        out = os.path.join(folder, "out.docx")
        for _ in range(pairs):
            names = [draw.choice(list(odd.CASES)) for _ in range(3)]
            for line in [*faults(entente, files, names, out), *lint(out)]:
                wrong += 1
                print("#", " | ".join(names), line)
    print("not ok" if wrong else "ok", "1 -", pairs, "redlines over odd files give every reading back")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
