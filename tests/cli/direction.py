#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random texts with marks of writing direction, balanced and not, in every text form. Prints TAP.

In no output may a mark be open where words of the program or of another text begin. direction.py ENTENTE
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as made  # noqa: E402
import odd_files as odd  # noqa: E402

EMBED, POP, ISOLATE, END = "\u202a\u202b\u202d\u202e", "\u202c", "\u2066\u2067\u2068", "\u2069"
MARKS = EMBED + POP + ISOLATE + END
WORDS = "report border dues thirty days shall meet near ten שלום ההסכם الحدود עברית signature".split()
CASES = 400 if os.environ.get("ENTENTE_NIGHTLY") else 13 if os.environ.get("ENTENTE_QUICK") else 40


def ends_open(text):
    """Whether a mark is still open behind the text."""
    stack = []
    for c in text:
        if c in EMBED + ISOLATE:
            stack.append(c)
        elif c == POP and stack and stack[-1] in EMBED:
            stack.pop()
        elif c == END and any(open_mark in ISOLATE for open_mark in stack):
            while stack.pop() not in ISOLATE:
                pass
    return bool(stack)


def paragraph(rng, number):
    words = []
    for _ in range(rng.randint(4, 9)):
        word = rng.choice(WORDS)
        kind = rng.random()
        if kind < 0.15:
            word = rng.choice(MARKS) + word
        elif kind < 0.25:
            word = "\u202e" + word + POP
        elif kind < 0.35:
            word = "\u2067" + word + END
        words.append(word)
    return f"{number}. The Parties agree that {' '.join(words)}."


def changed(rng, lines):
    out = []
    for line in lines:
        words = line.split(" ")
        for i in range(5, len(words)):
            if rng.random() < 0.15:
                words[i] = rng.choice(["", rng.choice(MARKS)]) + rng.choice(WORDS) + rng.choice(["", rng.choice(MARKS)])
        out.append(" ".join(words))
    return out


def pieces_of_brackets(text, is_markdown):
    """The words of texts in bracketed lines before signs of the program's own; behind a line's last nothing stands."""
    for line in text.split("\n"):
        yield from re.split(r"(?<!\\)[\[\]]|&#x20[0-9A-F]{2};|\\\{U\+20[0-9A-F]{2}\}" if not is_markdown else r"(?<!\\)[\[\]]|&#x20[0-9A-F]{2};", line)[:-1]


def pieces_of_html(text):
    yield from re.split(r"<[^>]*>|\n", text)


class Run:
    def __init__(self, entente, folder):
        self.entente, self.folder, self.number, self.wrong = entente, folder, 0, {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def call(self, *words):
        done = subprocess.run([self.entente, *words], cwd=self.folder, capture_output=True, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def claim(self, name, good, more=""):
        self.wrong.setdefault(name, [])
        if not good:
            self.wrong[name].append(str(more))


def one(run, seed, ending):
    rng = random.Random(seed)
    base = [paragraph(rng, i + 1) for i in range(4)]
    parting = "\n\n" if ending == "md" else "\n"
    texts = {"b": base, "n": changed(rng, base), "s": changed(rng, base)}
    for name, lines in texts.items():
        run.write(f"{name}.{ending}", parting.join(lines) + "\n")
    drafts = [f"b.{ending}", f"N=n.{ending}", f"S=s.{ending}"]
    loose = any(ends_open(line) for lines in texts.values() for line in lines)
    for output in ("o.txt", "o.md", "o.html", "p.md"):
        code, _, said = run.call("merge", *drafts, "-o", output, *(["--as", "proposals"] if output == "p.md" else []))
        if code != 0:
            run.claim("every text is merged", False, (seed, said))
            return
        text = run.read(output)
        pieces = pieces_of_html(text[text.index("<main"):] if "<main" in text else text) if output == "o.html" else pieces_of_brackets(text, output != "o.txt")
        bad = [piece for piece in pieces if ends_open(piece)]
        run.claim(f"no mark is open behind a piece of {output} from .{ending}", not bad, (seed, bad[:2]))
        run.claim("what is said on standard error has no marks", not any(c in MARKS for c in said), (seed, said))
        run.claim("loose marks are told", not loose or "writing direction" in said, (seed, said))
    for party, name in (("--party N", "n"), ("--party S", "s"), ("--base", "b")):
        _, view, said = run.call("view", "o.txt", *party.split(" "))
        if ending == "txt":
            run.claim("a reading of .txt is the text again", view == run.read(f"{name}.txt").rstrip("\n") or view == run.read(f"{name}.txt"), (seed, repr(view), said))
        run.call("merge", f"o.{ending}", "-o", "again.json")
        _, again, _ = run.call("view", "again.json", *party.split(" "))
        run.call("merge", *drafts, "-o", "first.json")
        _, first, _ = run.call("view", "first.json", *party.split(" "))
        run.claim(f"brackets of .{ending} read back as JSON does", again == first, (seed, repr(again), repr(first)))


def reports(run):
    """Titles and phrases of a text in reports: marks are left out of them."""
    run.write("t.txt", "1. The \u202ewithdrawal shall begin within 20 days of signature.\n"
                       "2. The [\u2067report: thirty] [A: \u202eten] shall be delivered within ten \u202edays.\n")
    for words in (("limits", "t.txt"), ("timetable", "t.txt"), ("brackets", "t.txt"), ("brackets", "t.txt", "-o", "r.md")):
        _, out, said = run.call(*words)
        if "-o" in words:
            out = run.read(words[-1])
        run.claim(f"{words[0]} shows no marks of a text", not any(c in MARKS for c in out + said), repr(out))
    _, _, said = run.call("limits", "\u202ex.txt")
    run.write("bad.txt", "words\n")
    _, _, more = run.call("merge", "bad.txt", "A\u202e=bad.txt")
    run.claim("a message shows none either", "\u202e" not in more, repr(said + more))


def redline(run):
    """A .docx keeps the marks, as its words, and says so."""
    run.write("b.txt", "1. The dues are ten.\n")
    run.write("n.txt", "1. The dues are \u202etwelve \x07 now.\n")
    code, _, said = run.call("merge", "b.txt", "N=n.txt", "-o", "o.docx", "--as", "columns")
    run.claim("a table of columns is written", code == 0, said)
    if code == 0:
        xml = zipfile.ZipFile(run.path("o.docx")).read("word/document.xml").decode()
        run.claim("no control character stands in XML", "\x07" not in xml)
        bad = [piece for piece in pieces_of_html(xml) if ends_open(piece)]
        run.claim("no mark is open behind a cell's words", not bad, bad)


def authors(run):
    """Names in a .docx are made one plain line; a name with a comma can be named."""
    for name, plain in (("\u202eevil", "evil"), ("x&#10;y", "x y"), ("Smith, John", "Smith, John"), ("\u2067", "(no name)")):
        with open(run.path("a.docx"), "wb") as file:
            file.write(made.package(odd.p(odd.r("The fee is "), odd.dele("ten", name), odd.ins("twelve", name), odd.r("."))))
        _, out, said = run.call("merge", "a.docx", "--as", "json")
        run.claim("an author is one plain line", bool(out) and json.loads(out)["parties"] == [plain], (name, out[:80], said))
    run.write("a.txt", "")
    with open(run.path("a.docx"), "wb") as file:
        file.write(made.package(odd.p(odd.r("The fee is "), odd.ins("twelve", "Smith, John"), odd.ins(" more", "Ann"), odd.r("."))))
    for names in ("Smith, John", "Ann, Smith, John", "Smith, John,Ann"):
        code, _, said = run.call("merge", "a.docx", "--authors", f"UA={names}", "--as", "json")
        run.claim("an author whose name has a comma can be named", code == 0, (names, said))
    code, _, said = run.call("merge", "a.docx", "--authors", "UA=Smith, Jon")
    run.claim("and a slip is told", code == 2 and '"Smith, John"' in said, said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        run = Run(os.path.abspath(sys.argv[1]), folder)
        for seed in range(CASES):
            one(run, seed, ("txt", "md")[seed % 2])
        reports(run)
        redline(run)
        authors(run)
    print(f"1..{len(run.wrong)}")
    for number, (name, wrong) in enumerate(run.wrong.items(), 1):
        print("not ok" if wrong else "ok", number, "-", name)
        for line in wrong[:3]:
            print("#", line)
    return 1 if any(run.wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
