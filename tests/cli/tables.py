#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tables of comments and of columns, as drafts. Prints TAP.

tables.py ENTENTE [TIMES]: the fixtures of tests/tables, 30 mistakes in markup TIMES over, generated tables read back, bad input.
"""
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tables")
HEADS = ["Base text", "Drafting suggestions", "Comments"]
WORDS = "notice council budget vessel harbour annual report consent register tariff panel officer survey treaty prior joint local".split()
LANGUAGES = "en fr de es uk".split()
results = []


def ok(good, name, said=""):
    results.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}")
    if not good:
        print("#", str(said)[:1500].replace("\n", "\n# "))


# --- Files made by hand. A cell is text with {+new+} and {-struck-}, or (text, properties).

def runs(text):
    made = []
    for piece in re.split(r"(\{\+.*?\+\}|\{-.*?-\})", text):
        look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if piece.startswith("{+") else \
            "<w:rPr><w:strike/></w:rPr>" if piece.startswith("{-") else ""
        words = piece[2:-2] if look else piece
        if words:
            made.append(f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>')
    return "".join(made)


def cell(content):
    text, properties = content if isinstance(content, tuple) else (content, "")
    return f"<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/>{properties}</w:tcPr>" + \
        "".join(f"<w:p>{runs(line)}</w:p>" for line in text.split("\n")) + "</w:tc>"


def table(rows):
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl><w:p/>"


def write(path, body):
    types = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{types}/content-types"><Default Extension="rels" ContentType="application/vnd.'
                         f'openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>')
        package.writestr("_rels/.rels", f'<Relationships xmlns="{types}/relationships"><Relationship Id="a" Type="{office}" '
                         'Target="word/document.xml"/></Relationships>')
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return path


class Desk:
    def __init__(self, entente, folder):
        self.entente, self.folder = entente, folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def base(self, lines):
        return write(self.path("base.docx"), "".join(f"<w:p>{runs(line)}</w:p>" for line in lines))

    def comments(self, rows, heads=None, name="comments.docx"):
        return write(self.path(name), table([heads or HEADS, *rows]))

    def run(self, *arguments):
        return subprocess.run([self.entente, *arguments], capture_output=True, check=False, text=True)

    def merge(self, base, *drafts):
        done = self.run("merge", base, *drafts, "-o", self.path("m.json"), "--notes")
        if done.returncode not in (0, 1):
            return None, done.stderr
        with open(self.path("m.json"), encoding="utf-8") as file:
            return json.load(file), done.stderr

    def reading(self, party):
        lines = self.run("view", self.path("m.json"), "--party", party).stdout.split("\n")
        return [line for line in lines if line.strip()]


# --- The fixtures

WANTED = [["30", "60"], ["month", "week"], ["", "4. Each side names a liaison officer."], ["", "and publishes "],
          ["Vehicles may be searched by officers of either side.", ""], ["five", "ten"]]


def slots_of(merged):
    return [segment["variants"] for point in merged["points"] for segment in point["segments"] if "slot" in segment]


def wordings(merged):
    return [[variant["text"].strip("\n") for variant in variants] for variants in slots_of(merged)]


def check_fixtures(desk):
    base = os.path.join(TABLES, "base.md")
    for language in LANGUAGES:
        merged, said = desk.merge(base, "X=" + os.path.join(TABLES, f"comments_{language}.docx"))
        ok(merged and wordings(merged) == WANTED and len(merged["comments"]) == 3, f"comments, {language}: every suggestion and comment is read",
           (wordings(merged) if merged else "", said))
    for language in LANGUAGES:
        merged, said = desk.merge(os.path.join(TABLES, f"columns_{language}.docx"))
        ok(merged and wordings(merged) == [["30", "60"], ["six", "eight"], ["", "4. Each side names a liaison officer."], ["either", "their own"]]
           and len(merged["parties"]) == 2, f"columns, {language}: every party's text is read", (wordings(merged) if merged else "", said))
    every = [f"{language.upper()}=" + os.path.join(TABLES, f"comments_{language}.docx") for language in LANGUAGES]
    merged, said = desk.merge(base, *every)
    ok(merged and all(len(variants[1]["parties"]) == 5 for variants in slots_of(merged)), "five delegations that say the same hold one wording", said)


# --- Mistakes in markup

def sentence(chance, words=14):
    return " ".join(chance.choice(WORDS) + str(chance.randrange(1000)) for _ in range(words)).capitalize() + "."


def base_of(chance):
    return [f"{number}. {sentence(chance)} {sentence(chance)}" for number in range(1, 9)]


def partial(chance, lines):
    """A part of a sentence alone, with and without dots, one word replaced."""
    words = lines[3].split(" ")
    start, end = chance.randrange(2, 8), chance.randrange(14, 22)
    at = chance.randrange(start + 2, end - 2)
    part = words[start:at] + ["{-" + words[at] + "-}", "{+fresh+}"] + words[at + 1:end]
    text = " ".join(part)
    text = chance.choice([text, "… " + text + " …", "[...] " + text + " [...]"])
    wanted = lines[:3] + [" ".join(words[:at] + ["fresh"] + words[at + 1:])] + lines[4:]
    return [(lines[2], "", ""), (lines[3], text, "")], wanted, None


def one_too_many(chance, lines):
    """The highlight takes in a word of the base."""
    words = lines[3].split(" ")
    at = chance.randrange(3, 10)
    text = " ".join(words[:at] + ["{+fresh " + words[at] + "+}"] + words[at + 1:])
    return [(lines[3], text, "")], lines[:3] + [" ".join(words[:at] + ["fresh"] + words[at:])] + lines[4:], None


def joined_base(chance, lines):
    """One base cell joined over two rows of suggestions for it."""
    words = lines[3].split(" ")
    first = " ".join(words[:4] + ["{+fresh+}"] + words[4:14])
    second = " ".join(words[16:24] + ["{+bold+}"] + words[24:])
    rows = [((lines[3], '<w:vMerge w:val="restart"/>'), first, ""), (("", "<w:vMerge/>"), second, chance.choice(WORDS))]
    return rows, lines[:3] + [" ".join(words[:4] + ["fresh"] + words[4:24] + ["bold"] + words[24:])] + lines[4:], None


def joined_across(chance, lines):
    """A cell joined over suggestion and comment says nobody which it is."""
    words = lines[5].split(" ")
    rows = [(lines[3], "", ""), (lines[5], (" ".join(words[:4] + ["{+fresh+}"] + words[4:]), '<w:gridSpan w:val="2"/>')),
            (lines[chance.randrange(6, 8)], "", "x")]
    return rows, lines, "row 3"


def moved(chance, lines):
    """Rows in another order than the base."""
    rows = []
    wanted = list(lines)
    for number in chance.sample(range(8), 4):
        words = lines[number].split(" ")
        rows.append((lines[number], " ".join(words[:6] + ["{-" + words[6] + "-}", "{+fresh+}"] + words[7:]), ""))
        wanted[number] = " ".join(words[:6] + ["fresh"] + words[7:])
    return rows, wanted, None


def stranger(chance, lines):
    """Base words that stand nowhere in the base."""
    return [(lines[0], "", ""), (sentence(chance), "{+" + sentence(chance) + "+}", "")], lines, "row 3"


def without_spaces(text):
    return re.sub(r"\s+", " ", text).strip()


def check_mistakes(desk, times):
    kinds = [partial] * 8 + [one_too_many] * 7 + [joined_base] * 4 + [joined_across] * 3 + [moved] * 5 + [stranger] * 3
    recovered = named = 0
    lost = []
    for seed in range(times):
        for number, kind in enumerate(kinds):
            chance = random.Random(seed * 1000 + number)
            lines = base_of(chance)
            rows, wanted, name = kind(chance, lines)
            merged, said = desk.merge(desk.base(lines), "X=" + desk.comments(rows))
            read = [without_spaces(line) for line in desk.reading("X")] if merged else []
            if name is None and read == wanted:
                recovered += 1
            elif read == lines and name and name in said:
                named += 1
            else:
                lost.append(f"seed {seed}, {number} {kind.__name__}: {said} {[(a, b) for a, b in zip(read, wanted) if a != b]}")
    ok(not lost, f"{len(kinds) * times} mistakes in markup: {recovered} recovered, {named} named, {len(lost)} neither", "\n".join(lost[:5]))


# --- Bad input

def check_bad(desk):
    lines = base_of(random.Random(7))
    base = desk.base(lines)
    rows = [(line, "", "") for line in lines]

    def refused(name, path, *wanted):
        merged, said = desk.merge(base, "X=" + path)
        ok(merged is None and all(word in said for word in wanted), f"refused with a clear line: {name}", said)
    refused("nearly a table of comments", desk.comments(rows, ["Base text", "Drafting suggestions", "Nothing known"]), "nearly a table of comments",
            "Nothing known", "wanted")
    refused("two columns of suggestions", desk.comments([(a, "", "", "") for a in lines], ["Base text", "Suggestions", "Amendments", "Comments"]),
            "several columns of drafting suggestions")
    two = write(desk.path("two.docx"), table([HEADS, *rows[:4]]) + table([[*HEADS, "Delegation"], *[(*row, "A") for row in rows[4:]]]))
    refused("two tables with different heads", two, "two such tables")
    other = desk.comments([(sentence(random.Random(n + 100)), "{+fresh+}", "") for n in range(9)])
    refused("comments on another text", other, "on another text")
    merged, said = desk.merge(base, desk.comments(rows))
    ok(merged is None and "names no delegation" in said, "a table without a party or a delegation is refused", said)
    again = write(desk.path("again.docx"), table([HEADS, *rows[:4]]) + table([HEADS, *rows[4:7]]) + table(
        [(lines[7], lines[7].replace(" ", " {+fresh+} ", 1), "")]))
    merged, said = desk.merge(base, "X=" + again)
    ok(merged and desk.reading("X")[-1].startswith("8. fresh ") and "without heads" in said, "tables that go on, with heads and without, are one",
       said)
    many = desk.comments([(line, "", "") for line in lines] + [("", "", "")] * 100000)
    merged, said = desk.merge(base, "X=" + many)
    ok(merged is not None or "TOO" in said or "limit" in said, "100,000 empty rows are read or refused by a limit", said)


def check_delegations(desk):
    lines = base_of(random.Random(8))
    rows = [(lines[0], "Aland", lines[0] + " {+More.+}", ""), (lines[0], "Borra", "", "Reserve."), (lines[1], "Aland", "", "Good.")]
    path = desk.comments(rows, ["Base text", "Delegation", "Drafting suggestions", "Comments"])
    merged, said = desk.merge(desk.base(lines), path)
    ok(merged and merged["parties"] == ["Aland", "Borra"] and len(merged["comments"]) == 2, "a compilation gives each delegation its rows", said)


def check_list(desk):
    base = os.path.join(TABLES, "base.md")
    drafts = ["FR=" + os.path.join(TABLES, "comments_fr.docx"), "DE=" + base]
    for ending in ("csv", "xlsx", "docx", "md"):
        desk.run("merge", base, *drafts, "--as", "list", "-o", desk.path("list." + ending))
    with open(desk.path("list.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    ok(len(rows) == 7 and rows[0] == ["Row", "Point", "Base", "DE", "FR", "Status", "Note"] and rows[1][2:6] == ["30", "as base", "60", "proposed"]
       and "Deux mois" in rows[1][6], "a list has the open places, their wordings by party, status and comments", rows)
    with zipfile.ZipFile(desk.path("list.xlsx")) as book, zipfile.ZipFile(desk.path("list.docx")) as text:
        cells = "".join(book.read(name).decode() for name in book.namelist() if "sheet" in name or "Strings" in name)
        words = text.read("word/document.xml").decode()
    with open(desk.path("list.md"), encoding="utf-8") as file:
        lines = file.read()
    kept = [cell for row in rows[1:] for cell in row[2:6]]
    ok(all(escape(cell) in cells and escape(cell) in words and cell in lines.replace("\\", "") for cell in kept) and "w:tblHeader" in words
       and 'w:orient="landscape"' in words, "as .xlsx, .docx (landscape, heads repeated) and .md it says the same")
    wrong = desk.run("merge", base, *drafts, "--as", "list", "-o", desk.path("list.html"))
    ok(wrong.returncode == 2 and "a list is written as" in wrong.stderr, "another ending is refused", wrong.stderr)


def check_case(desk):
    case = desk.path("talks.entente")
    steps = [["init", case, "--title", "Sellen"], ["party", case, "FR", "--name", "France"], ["enter", case, "document", "plan", "--set", "title=Plan"],
             ["submit", case, os.path.join(TABLES, "base.md"), "--document", "plan", "--base"],
             ["submit", case, os.path.join(TABLES, "comments_fr.docx"), "--document", "plan", "--party", "FR"]]
    said = [desk.run(*step) for step in steps]
    comments = desk.run("show", case, "comments", "--json").stdout
    ok(all(done.returncode == 0 for done in said) and "Deux mois" in comments and "3 comments entered" in said[-1].stderr + said[-1].stdout,
       "submit enters the comments of a table at their points", [(done.args, done.stdout, done.stderr) for done in said] + [comments])


def main():
    entente, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(entente, folder)
        check_fixtures(desk)
        check_mistakes(desk, times)
        check_delegations(desk)
        check_bad(desk)
        check_list(desk)
        check_case(desk)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
