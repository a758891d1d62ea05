#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Notes of many kinds and parties: grouped in summaries, whole with --notes, both in JSON, folded in pages. Prints TAP.

notes.py ENTENTE
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as made  # noqa: E402
from odd_files import p, r, t  # noqa: E402

PARTIES = ["North", "South", "Ö-West: a b"]


def base(count):
    lines, comments = [], []
    for i in range(count):
        lines.append(p(made.commented(i + 1, f"words {i}"), r(" of a line "), made.bookmarked(100 + i, f"mark{i}", "at its end")))
        comments.append(made.comment(i + 1, "Kim", f"remark {i}"))
    return made.package("".join(lines) + t("The last line stands behind."), comments="".join(comments))


def draft(count, comments_kept, marks_kept, header):
    lines, comments = [], []
    for i in range(count):
        words = made.commented(i + 1, f"words {i}") if i < comments_kept else r(f"words {i}")
        end = made.bookmarked(100 + i, f"mark{i}", "at its end") if i < marks_kept else r("at its end")
        lines.append(p(words, r(" of a line "), end))
        comments += [made.comment(i + 1, "Kim", f"remark {i}")] if i < comments_kept else []
    return made.package("".join(lines) + t("The last line stands behind."), comments="".join(comments), header=header)


class Run:
    def __init__(self, entente, folder):
        self.entente, self.folder, self.number, self.failed = entente, folder, 0, False

    def say(self, good, name, more=""):
        self.number += 1
        self.failed |= not good
        print("ok" if good else "not ok", self.number, "-", name)
        if not good and more:
            print("#", str(more).replace("\n", "\n# "))

    def merge(self, words, output):
        out = os.path.join(self.folder, output)
        done = subprocess.run([self.entente, "merge", *words, "-o", out], capture_output=True, check=False)
        said = [line[6:] for line in done.stderr.decode().splitlines() if line.startswith("note: ")]
        with open(out, encoding="utf-8") as file:
            return said, file.read()


def one(run, random_source):
    count = random_source.randint(4, 9)
    words = [os.path.join(run.folder, "base.docx")]
    with open(words[0], "wb") as file:
        file.write(base(count))
    gone = {}
    for party in PARTIES:
        kept = [random_source.randint(0, count), random_source.randint(0, count)]
        gone[party] = [count - kept[0], count - kept[1]]
        path = os.path.join(run.folder, f"d{len(words)}.docx")
        with open(path, "wb") as file:
            file.write(draft(count, *kept, random_source.choice(["", "A head"])))
        words.append(f"{party}={path}")
    short, written = run.merge(words, "o.json")
    each, _ = run.merge([*words, "--notes"], "o.json")
    tree = json.loads(written)
    heads = [re.sub(r"\d+ notes", "notes", line) for line in short if re.search(r"\d+ notes on", line)]
    run.say(each == tree["notes"], "--notes says what JSON lists", f"{each}\n{tree['notes']}")
    run.say(len(heads) == len(set(heads)), "one line a party and kind", short)
    for party in PARTIES:
        for kind, number, counted in (("comments", gone[party][0], "comments"), ("bookmarks", gone[party][1], "bookmarks")):
            groups = [g for g in tree.get("note_groups", []) if g.get("party") == party and g["kind"] == kind]
            found = sum(len(g["notes"]) for g in groups)
            said = sum(line == f"{party}: {number} notes on {counted}" for line in short)
            run.say(found == number and len(groups) == (number > 0) and said == (number > 1), f"{party}'s {number} notes on {counted}", short)
            run.say(all(tree["notes"][i].startswith(party + ": ") for g in groups for i in g["notes"]), "each names the party")
    places = sorted(i for g in tree.get("note_groups", []) for i in g["notes"])
    run.say(places == list(range(len(tree["notes"]))), "each note is in one group")
    again, _ = run.merge([os.path.join(run.folder, "o.json")], "again.md")
    run.say(again == short, "read again, JSON gives the same lines", f"{again}\n{short}")
    _, page = run.merge(words, "o.html")
    rest = page[page.index('<details class="notes"><summary>' + str(len(each))):]
    folded = len(re.findall(r"<li><details><summary>", rest))
    run.say(folded == len(heads) and " open" not in rest[:rest.index("</ul></details>\n<footer")], "the page folds what the lines leave out", folded)


def main():
    with tempfile.TemporaryDirectory() as folder:
        run = Run(os.path.abspath(sys.argv[1]), folder)
        for seed in range(6):
            one(run, random.Random(seed))
    print(f"1..{run.number}")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
