#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Words that one author moved and another changed in their new place, made at random. Prints TAP. moved_on.py ENTENTE CASES

Each case is a list of clauses of which Ann moves one or two neighbours; Bob puts in, strikes or replaces words of them where they stand
now, or strikes one whole, and may change another clause; Cy changes a clause that nobody moved. Whoever changes moved words wants them in
their new place: the expected readings are made beside the file, not by reading it.
"""
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as whole  # noqa: E402
import odd_files as odd  # noqa: E402

WORDS = "council reports monthly border locks weir notice party fund court invoice seller".split()


def run(words, author="", tag=""):
    """Words, put in or struck by the author."""
    inner = odd.r(words + " ", tag="delText" if tag == "del" else "t")
    return odd.wrap(tag, inner, author) if author else inner


class Case:
    def __init__(self, seed):
        self.draw = draw = random.Random(seed)
        self.clauses = [[f"Clause{i}", *draw.choices(WORDS, k=draw.randint(3, 6))] for i in range(draw.randint(4, 7))]
        count = draw.choice((1, 1, 2))
        self.first = draw.randrange(len(self.clauses) - count)
        self.moved = range(self.first, self.first + count)
        left = [i for i in range(len(self.clauses)) if i not in self.moved]
        self.behind = draw.choice([i for i in left if i != self.first - 1] or left)
        self.word_style = draw.random() < 0.5  # where the mark of a stretch stands
        self.edits, self.ends = {}, {}
        for i in self.moved:
            self.edits[i] = self.changes(self.clauses[i], draw.choice(("none", "in", "out", "both", "all")))
        self.others = {who: draw.choice(left) for who in ("Bob", "Cy")}
        self.by_bob = draw.random() < 0.5
        self.by_cy = self.others["Cy"] != self.others["Bob"]

    def changes(self, clause, kind):
        """Pieces (words, 'ins' or 'del' or '') by Bob."""
        if kind == "all":
            return [(word, "del") for word in clause]
        at = self.draw.randrange(1, len(clause))
        pieces = [(word, "") for word in clause]
        if kind in ("out", "both"):
            pieces[at] = (clause[at], "del")
        if kind in ("in", "both"):
            pieces.insert(at, ("newly", "ins"))
        return pieces

    def has_worked(self):
        return any(tag for pieces in self.edits.values() for _, tag in pieces)

    def placed(self, texts):
        """The texts of the clauses with the moved ones in their new place."""
        out = []
        for i, text in enumerate(texts):
            if i not in self.moved:
                out.append(text)
            if i == self.behind:
                out += [texts[k] for k in self.moved]
        return out

    def reading(self, who):
        """What an author wants; "": the base."""
        texts = [" ".join(clause) for clause in self.clauses]
        if who == "Bob":
            for i in self.moved:
                texts[i] = " ".join(word for word, tag in self.edits[i] if tag != "del")
            if self.by_bob:
                texts[self.others["Bob"]] += " also"
        if who == "Cy" and self.by_cy:
            texts[self.others["Cy"]] += " besides"
        placed = self.placed(texts) if who == "Ann" or (who == "Bob" and self.has_worked()) else texts
        gone = {i for i in self.moved if who == "Bob" and all(tag == "del" for _, tag in self.edits[i])}
        return [text for text in placed if text or not gone]

    def stretch(self, end):
        odd.next_id += 1
        start = f'<w:{end}RangeStart w:id="{odd.next_id}" w:author="Ann" w:date="{odd.DATE}" w:name="move1"/>'
        return start, f'<w:{end}RangeEnd w:id="{odd.next_id}"/>'

    def line(self, end, pieces, start=""):
        """One moved clause where it was or is; `start` may stand in it, behind its properties."""
        struck = end == "moveTo" and all(tag == "del" for _, tag in pieces)
        mark = f"<w:rPr><w:{end} {odd.who('Ann')}/>" + (f"<w:del {odd.who('Bob')}/>" if struck else "") + "</w:rPr>"
        runs = []
        for words, tag in pieces:
            if tag == "ins":
                runs.append(run(words, "Bob", "ins"))
            elif tag == "del":
                runs.append(odd.wrap(end, run(words, "Bob", "del"), "Ann"))
            else:
                runs.append(odd.wrap(end, run(words), "Ann"))
        return f"<w:p><w:pPr>{mark}</w:pPr>{start}{''.join(runs)}</w:p>"

    def moved_lines(self, end):
        start, stop = self.stretch(end)
        out = "" if self.word_style else start
        for i in self.moved:
            pieces = self.edits[i] if end == "moveTo" else [(word, "") for word in self.clauses[i]]
            out += self.line(end, pieces, start if self.word_style and i == self.first else "")
        return out + stop

    def file(self):
        body = ""
        for i, clause in enumerate(self.clauses):
            if i == self.first:
                body += self.moved_lines("moveFrom")
            if i not in self.moved:
                more = run("also", "Bob", "ins") if self.by_bob and i == self.others["Bob"] else ""
                more += run("besides", "Cy", "ins") if self.by_cy and i == self.others["Cy"] else ""
                body += odd.p(run(" ".join(clause)), more)
            if i == self.behind:
                body += self.moved_lines("moveTo")
        return whole.package(body)


def read(entente, path, *options):
    done = subprocess.run([entente, "text", path, *options], capture_output=True, text=True, check=False)
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


def drafts_of(case, folder):
    """The same readings as plain drafts: a redline of them is read again."""
    paths = []
    for who in ("", "Ann", "Bob"):
        paths.append(os.path.join(folder, f"{who or 'base'}.docx"))
        with open(paths[-1], "wb") as file:
            file.write(whole.package("".join(odd.t(line) for line in case.reading(who))))
    return paths


def faults(entente, folder, seed):
    case = Case(seed)
    path, out = os.path.join(folder, "case.docx"), os.path.join(folder, "out.docx")
    with open(path, "wb") as file:
        file.write(case.file())
    wanted = {(): case.reading("")}
    authors = ["Ann"] + (["Bob"] if case.has_worked() or case.by_bob else []) + (["Cy"] if case.by_cy else [])
    wanted = {("--reject",): case.reading(""), **{("--author", who): case.reading(who) for who in authors}}
    for options, lines in wanted.items():
        if read(entente, path, *options) != lines:
            yield f"{options}: {read(entente, path, *options)}, not {lines}"
    for more in ((), ("--moves", "real")):
        done = subprocess.run([entente, "merge", path, *more, "-o", out], capture_output=True, text=True, check=False)
        if done.returncode:
            yield f"merge {more}: {done.stderr}"
            continue
        for options, lines in wanted.items():
            if read(entente, out, *options) != lines:
                yield f"redline {more} {options}: {read(entente, out, *options)}, not {lines}"
    if "Bob" not in authors:
        return
    base, ann, bob = drafts_of(case, folder)
    subprocess.run([entente, "merge", base, f"Ann={ann}", f"Bob={bob}", "--moves", "real", "--any-base", "-o", out], capture_output=True, check=False)
    for who, draft in (("Ann", ann), ("Bob", bob)):
        if read(entente, out, "--author", who) != read(entente, draft):
            yield f"two drafts, as {who}: {read(entente, out, '--author', who)}, not {read(entente, draft)}"


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(int(sys.argv[2])):
            wrong += [f"{seed}: {fault}" for fault in faults(os.path.abspath(sys.argv[1]), folder, seed)]
    for fault in wrong[:12]:
        print("#", fault)
    print(f"{'not ' if wrong else ''}ok 1 - {sys.argv[2]} texts whose moved words another author changed are read as each wants them")
    print("1..1")


if __name__ == "__main__":
    main()
