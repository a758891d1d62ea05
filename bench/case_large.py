#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench/case: a large case through the command line: parties, documents, drafts; submit and brief.

    bench/case_large.py [--entente build/gcc/entente] [--parties 30] [--documents 4] [--drafts 50] [--words 80000]

Every party submits to every document in turn until each has its number of drafts; the last submits
and the brief are measured (CPU and peak memory of the command, as it is).
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

import merge as texts

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--entente", default=str(ROOT / "build/gcc/entente"))
    parser.add_argument("--parties", type=int, default=30)
    parser.add_argument("--documents", type=int, default=4)
    parser.add_argument("--drafts", type=int, default=50)
    parser.add_argument("--words", type=int, default=80000)
    arguments = parser.parse_args()
    rng = random.Random(3)
    words = texts.vocabulary(rng, 6000)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        case = str(folder / "talks.entente")

        def run(*command, measured=False):
            call = [arguments.entente, *command]
            if measured:
                return texts.measure(call, 1)
            subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return None

        run("init", case, "--title", "A large case")
        for party in range(arguments.parties):
            run("party", case, f"P{party}", "--name", f"Party {party}")
        for document in range(arguments.documents):
            run("enter", case, "document", f"d{document}", "--set", f"title=Document {document}")
            lines = texts.base_text(rng, words, arguments.words)
            texts.write(folder / "base.txt", lines)
            run("submit", case, str(folder / "base.txt"), "--document", f"d{document}", "--base")
            for draft in range(arguments.drafts):
                texts.write(folder / "draft.txt", texts.edited(rng, words, lines, 0.04))
                last = draft == arguments.drafts - 1
                result = run("submit", case, str(folder / "draft.txt"), "--document", f"d{document}",
                             "--party", f"P{draft % arguments.parties}", "--date", f"2031-03-{draft % 28 + 1:02}", measured=last)
                if last:
                    texts.show(f"submit, draft {draft + 1} of document {document + 1}", result)
        texts.show("brief", run("brief", case, measured=True))
        texts.show("verify", run("verify", case, measured=True))
        print(f"  {pathlib.Path(case).stat().st_size >> 20} MiB on disk")


if __name__ == "__main__":
    sys.exit(main())
