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


# --- Tables read, written and read again

def random_columns(chance):
    """Heads and rows of a table of columns: numbers with and without status, inserted rows, headings, cells of several lines."""
    parties = chance.sample(["Parliament", "Council", "Velmark", "Tarsen", "Nereth"], chance.randrange(1, 5))
    heads = [chance.choice(["Row", "No", "Zeile"])] + (["Article"] if chance.random() < 0.4 else []) + \
        [chance.choice(["Commission proposal", "Base text"])] + parties + ["Agreed text"]
    words = lambda: "\n".join(sentence(chance, chance.randrange(2, 9)) for _ in range(chance.choice([1, 1, 1, 2])))
    rows, number = [], chance.randrange(1, 200)
    for _ in range(chance.randrange(3, 9)):
        number += chance.randrange(1, 4)
        if chance.random() < 0.15:
            rows.append([(words(), f'<w:gridSpan w:val="{len(heads)}"/>')])
        base = words() if chance.random() < 0.8 else ""
        said = [chance.choice(["=", words(), base.replace(" ", " fresh ", 1) if base else words(), "deleted" if base else words()]) for _ in parties]
        status = chance.choice(["", "", " G", " R", " D"])
        rows.append([chance.choice([str(number), f"{number}a"]) + status] + (["Article 5"] if "Article" in heads else []) +
                    [base] + said + [chance.choice(["", words(), base])])
    return heads, rows


def wanted_rows(heads, rows):
    first = 2 if "Article" in heads else 1
    wanted = []
    for row in rows:
        if len(row) == 1:
            wanted.append(row[0][0])
            continue
        base = row[first]
        said = {head: {"=": base, "deleted": ""}.get(cell, cell) for head, cell in zip(heads[first + 1:-1], row[first + 1:-1])}
        number, _, status = row[0].partition(" ")
        wanted.append((number, status, base, said, row[-1]))
    return wanted


def rows_of(merged):
    read = []
    for row in merged["rows"]:
        if "heading" in row:
            read.append(row["heading"])
            continue
        said = {party: row["base"] for party in merged["parties"]}
        for text in row["texts"]:
            said.update({party: text["text"] for party in text["parties"]})
        read.append((row["number"], row["status"], row["base"], said, row["agreed"]))
    return read


def check_columns_again(desk, times):
    wrong = []
    for seed in range(times):
        chance = random.Random(seed)
        heads, rows = random_columns(chance)
        merged, said = desk.merge(write(desk.path("columns.docx"), table([heads, *rows])))
        if merged is None:
            wrong.append((seed, said))
            continue
        desk.run("merge", desk.path("m.json"), "--as", "columns", "-o", desk.path("again.docx"))
        again, said = desk.merge(desk.path("again.docx"))
        read, wanted = rows_of(merged), wanted_rows(heads, rows)
        told = [own[:1] + (own[1] or got[1],) + own[2:] if isinstance(own, tuple) else own for own, got in zip(wanted, read)]
        if read != told or again is None or rows_of(again) != read or again["row_heads"] != merged["row_heads"]:
            wrong.append((seed, said, [(a, b) for a, b in zip(read, told) if a != b][:1],
                          [(a, b) for a, b in zip(rows_of(again), read) if a != b][:1] if again else ""))
    ok(not wrong, f"{times} tables of columns, read, written and read again, keep numbers, status, texts and what is agreed", "\n".join(map(str, wrong[:3])))


def edited(chance, lines):
    """What one delegation makes of the base."""
    made = []
    deed = 0
    for line in lines:
        words = line.split(" ")
        # What takes the place of a numbered paragraph without a number of its own bears that number again.
        deed = chance.random() if deed <= 0.9 else 0.5
        if deed < 0.2:
            words[chance.randrange(1, len(words))] = "fresh" + str(chance.randrange(100)) + "."
        elif deed < 0.3:
            words.insert(chance.randrange(1, len(words)), "added")
        elif deed < 0.36:
            continue
        made.append(" ".join(words))
        if deed > 0.9:
            made.append(sentence(chance))
    return made


def check_comments_again(desk, times):
    wrong = []
    for seed in range(times):
        chance = random.Random(seed)
        lines = base_of(chance)
        base = desk.base(lines)
        drafts = {}
        for party in ("Aland", "Borra", "Cesta")[:chance.randrange(1, 4)]:
            drafts[party] = edited(chance, lines)
            write(desk.path(party + ".docx"), "".join(f"<w:p>{runs(line)}</w:p>" for line in drafts[party]))
        desk.run("merge", base, *[f"{party}={desk.path(party + '.docx')}" for party in drafts], "--as", "comments", "-o", desk.path("all.docx"))
        merged, said = desk.merge(base, desk.path("all.docx"))
        for party, draft in drafts.items():
            if merged is None or party not in merged["parties"] and draft != lines:
                wrong.append((seed, party, said))
            elif party in merged["parties"] and desk.reading(party) != draft:
                wrong.append((seed, party, said, [(a, b) for a, b in zip(desk.reading(party), draft) if a != b][:1]))
    ok(not wrong, f"{times} compilations of comments, read again, give every delegation's text", "\n".join(map(str, wrong[:3])))


def check_forms(desk):
    base = os.path.join(TABLES, "base.md")
    drafts = [f"{party}=" + os.path.join(TABLES, f"comments_{party.lower()}.docx") for party in ("FR", "DE")]
    merged, said = desk.merge(base, *drafts)
    desk.run("merge", base, *drafts, "--as", "comments", "-o", desk.path("all.docx"))
    desk.run("merge", os.path.join(TABLES, "columns_en.docx"), "--as", "columns", "-o", desk.path("four.docx"))
    again, said = desk.merge(base, desk.path("all.docx"))
    told = lambda one: sorted((comment["party"], comment["place"], comment["text"]) for comment in one["comments"])
    ok(again and wordings(again) == wordings(merged) and told(again) == told(merged), "a compilation keeps every delegation's comments", said)
    for name in ("all", "four"):
        with zipfile.ZipFile(desk.path(name + ".docx")) as package:
            words = package.read("word/document.xml").decode()
        ok('w:orient="landscape"' in words and words.count("<w:tblHeader/>") == 1 and words.count("<w:cantSplit/>") == words.count("<w:tr>"),
           f"{name}.docx is landscape, its heads are repeated and its rows do not break")
    four, said = desk.merge(desk.path("four.docx"))
    ok([row["number"] for row in four["rows"]] == ["1", "2", "3", "171", "171a", "172"] and four["row_heads"]["parties"] == ["Parliament", "Council"],
       "rows and columns keep their numbers and their order", four["rows"])


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


SPANNING = "<w:gridSpan w:val='2'/>"


def damaged(chance, rows):
    """A table of comments with one thing wrong, and what: (what, heads, rows)."""
    rows, heads = [list(row) for row in rows], list(HEADS)
    place = chance.randrange(1, len(rows))
    what = chance.choice(["head gone", "head twice", "heads swapped", "odd head", "cell over two columns", "base over two rows", "row too short", "row too long",
                          "title row", "empty head", "all heads joined"])
    if what == "head gone":
        del heads[chance.randrange(3)]
        rows = [row[:len(heads)] for row in rows]
    elif what == "head twice":
        heads[2] = heads[chance.randrange(2)]
    elif what == "heads swapped":
        chance.shuffle(heads)
    elif what == "odd head":
        heads[chance.randrange(3)] = chance.choice(["Weather", "???", "12", "Nothing known"])
    elif what == "cell over two columns":
        rows[place] = [rows[place][0], (rows[place][1], SPANNING)]
    elif what == "base over two rows":
        rows[place - 1][0] = (rows[place - 1][0], "<w:vMerge w:val='restart'/>")
        rows[place][0] = ("", "<w:vMerge/>")
    elif what == "row too short":
        rows[place] = rows[place][:1]
    elif what == "row too long":
        rows[place] += ["and more", "and more"]
    elif what == "title row":
        rows.insert(0, heads)
        heads = [("Comments of Aland", "<w:gridSpan w:val='3'/>")]
    elif what == "empty head":
        heads[chance.randrange(3)] = ""
    else:
        heads = [("Base, suggestions and comments", "<w:gridSpan w:val='3'/>")]
    return what, heads, rows


def check_damaged(desk, times):
    """Whatever is wrong: a line that says so and no file, or a text in which the base is whole and no suggestion is lost in silence."""
    wrong, kinds = [], {}
    for seed in range(times):
        chance = random.Random(seed)
        lines = base_of(chance)
        base = desk.base(lines)
        rows = [(line, line.replace(" ", f" {{+fresh{n}+}} ", 1), chance.choice(["", "Why?"])) for n, line in enumerate(lines)]
        what, heads, rows = damaged(chance, rows)
        path = desk.comments(rows, heads)
        if os.path.exists(desk.path("m.json")):
            os.remove(desk.path("m.json"))
        done = desk.run("merge", base, "X=" + path, "-o", desk.path("m.json"), "--notes")
        read = done.returncode == 0 and "read as a table of comments" in done.stderr
        kinds.setdefault(what, set()).add("read" if read else "refused" if done.returncode == 2 else "a text")
        if done.returncode == 2:
            wrong += [] if done.stderr.startswith("entente: ") and done.stderr.count("\n") == 1 and not os.path.exists(desk.path("m.json")) else [(seed, what, done.stderr)]
            continue
        whole = [line for line in desk.run("view", desk.path("m.json"), "--base").stdout.split("\n") if line.strip()]
        reading = " ".join(desk.reading("X"))
        lost = [n for n in range(len(lines)) if f"fresh{n} " not in reading and what not in ("heads swapped", "row too short")]
        said = re.sub(r"\s+", " ", done.stderr)
        wrong += [] if done.returncode in (0, 1) and whole == lines else [(seed, what, done.returncode, done.stderr)]
        wrong += [(seed, what, n, done.stderr) for n in lost if read and f"row {n + 2}" not in said and f"row {n + 3}" not in said]
    ok(not wrong, f"{times} damaged tables of comments are refused in one line, or read with nothing lost in silence: {kinds}", "\n".join(map(str, wrong[:4])))
    if times < 100:
        return
    lines = base_of(random.Random(3))
    many = [(line, "", "") for line in lines] + [("", f"New {{+words{n}+}}", "") for n in range(100000)]
    done = desk.run("merge", desk.base(lines), "X=" + desk.comments(many), "-o", desk.path("m.json"))
    ok(done.returncode == 3 and "entente: " in done.stderr or done.returncode == 0 and "100000 bring new provisions" in done.stderr,
       "100,000 rows with words are all read, or refused by a limit that is named", done.stderr[-600:])


def check_struck_paragraphs(desk):
    """Paragraphs struck whole among others of one suggestion."""
    lines = ["1. The seat is in Aland and stays there.", "2. Costs are shared by all of the parties.", "3. Reports are made every year in June."]
    base = desk.base(lines)
    for said, wanted in (([lines[1], "{-" + lines[2] + "-}"], [lines[1]]), (["{-" + lines[1] + "-}", lines[2]], [lines[2]]),
                         ([lines[1], "{-" + lines[2] + "-}", "{+3. No report.+}"], [lines[1], "3. No report."])):
        desk.merge(base, "X=" + desk.comments([(lines[0], "", ""), ("\n".join(lines[1:]), "\n".join(said), "")]))
        ok(desk.reading("X") == lines[:1] + wanted, f"of two paragraphs in a row what is struck goes: {len(said)} lines, {len(wanted)} left", desk.reading("X"))


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
    ok(len(rows) == 7 and rows[0] == ["Row", "Point", "Base", "DE", "FR", "Status", "Stances", "Note"]
       and rows[1][2:6] == ["30", "as base", "60", "proposed"] and "Deux mois" in rows[1][7], "a list has the open places, their wordings by party, status and comments", rows)
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
    check_list_again(desk, "list")
    text = desk.run("merge", desk.path("list.docx"), "--as", "redline", "-o", desk.path("no.docx"))
    ok(text.returncode == 2 and "list of open places" in text.stderr, "a list is no text, and says so", text.stderr)
    odd = desk.base(["1. =1+2 and -3 stay.", "2. Two | bars \\ and *stars*."])
    other = write(desk.path("changed.docx"), "".join(f"<w:p>{runs(line)}</w:p>" for line in ["1. =1+2, \u201cquoted\u201d, and +4 stay.", "2. 'Two' bars."]))
    for ending in ("csv", "xlsx", "docx", "md"):
        desk.run("merge", odd, "A=" + other, "--as", "list", "-o", desk.path("odd." + ending))
    check_list_again(desk, "odd")
    lines = base_of(random.Random(9))
    rows = [(lines[0], "Aland", lines[0] + " {+More.+}", "Scrutiny reservation."), (lines[0], "Borra", "", "Prüfvorbehalt"), (lines[1], "Borra", "", "Good.")]
    path = desk.comments(rows, ["Base text", "Delegation", "Drafting suggestions", "Comments"])
    desk.run("merge", desk.base(lines), path, "-o", desk.path("stances.csv"))
    ok(cells_of(desk.path("stances.csv"))[1][6] == "Aland: reserve\nBorra: reserve", "who reserves a place has that as its stance", cells_of(desk.path("stances.csv")))


def cells_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def check_list_again(desk, name):
    """Read and written again in each form, a list says the same."""
    for ending in ("csv", "xlsx", "docx", "md"):
        done = desk.run("merge", desk.path(f"{name}.{ending}"), "--as", "list", "-o", desk.path("again.csv"))
        good = os.path.exists(desk.path("again.csv")) and cells_of(desk.path("again.csv")) == cells_of(desk.path(name + ".csv"))
        ok(good and done.returncode == 0, f"{name}.{ending} is read again as it was written", done.stderr)


def check_case_list(desk, case):
    """Slots of a case: who holds what, status, stances with what they are about, what was agreed."""
    slots = json.loads(desk.run("show", case, "slots", "--json").stdout)
    said = [desk.run("party", case, "DE", "--name", "Germany"), desk.run("submit", case, os.path.join(TABLES, "base.md"), "--document", "plan", "--party", "DE"),
            desk.run("stance", case, slots[0]["id"], "FR", "--party", "DE", "oppose", "--condition", "unless, it says, in writing"),
            desk.run("stance", case, slots[0]["id"], "base", "--party", "FR", "flexible"), desk.run("agree", case, slots[1]["id"], "FR")]
    for ending in ("csv", "xlsx", "docx"):
        said.append(desk.run("show", case, "slots", "-o", desk.path("slots." + ending)))
    rows = cells_of(desk.path("slots.csv"))
    of = {row[1]: row for row in rows[1:]}
    first, second = of[slots[0]["id"]], of[slots[1]["id"]]
    ok(rows[0] == ["Row", "Slot", "Point", "Base", "FR", "DE", "Status", "Stances", "Note"] and len(rows) == len(slots) + 1
       and first[3:7] == ["30", "60", "as base", "open"] and first[7] == "DE: oppose (FR), unless, it says, in writing\nFR: flexible (base, DE)"
       and second[6] == "agreed" and second[8].startswith("agreed: week"), "a list of a case has who holds what, stances and agreements",
       [rows, [done.stderr for done in said]])
    for ending in ("xlsx", "docx"):
        desk.run("merge", desk.path("slots." + ending), "--as", "list", "-o", desk.path("again.csv"))
        ok(cells_of(desk.path("again.csv")) == rows, f"as .{ending} it says the same")
    desk.run("show", case, "parties", "-o", desk.path("parties.csv"))
    desk.run("show", case, "-o", desk.path("all.csv"))
    desk.run("show", case, "-o", desk.path("all.xlsx"))
    parties, fields = cells_of(desk.path("parties.csv")), cells_of(desk.path("all.csv"))
    with zipfile.ZipFile(desk.path("all.xlsx")) as book:
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    ok(parties[0][:2] == ["id", "name"] and [row[:2] for row in parties[1:]] == [["FR", "France"], ["DE", "Germany"]]
       and ["party", "DE", "name", "Germany"] in fields and {"Open places", "parties", "stances", "drafts"} <= set(names),
       "other kinds, and all of a case, are sheets too", [parties, fields[:5], names])


def check_case(desk):
    case = desk.path("talks.entente")
    steps = [["init", case, "--title", "Sellen"], ["party", case, "FR", "--name", "France"], ["enter", case, "document", "plan", "--set", "title=Plan"],
             ["submit", case, os.path.join(TABLES, "base.md"), "--document", "plan", "--base"],
             ["submit", case, os.path.join(TABLES, "comments_fr.docx"), "--document", "plan", "--party", "FR"]]
    said = [desk.run(*step) for step in steps]
    comments = desk.run("show", case, "comments", "--json").stdout
    ok(all(done.returncode == 0 for done in said) and "Deux mois" in comments and "3 comments entered" in said[-1].stderr + said[-1].stdout,
       "submit enters the comments of a table at their points", [(done.args, done.stdout, done.stderr) for done in said] + [comments])
    check_case_list(desk, case)


def agreed_rows(chance):
    """Rows of which A rewords one place and B another, what is agreed in each, and how their two slots must stand."""
    rows, wanted = [], {}
    for number in range(1, 13):
        words = sentence(chance).rstrip(".").split(" ")
        both = {place: words[place] + "x" for place in (3, 9)}

        def text(*places):
            return f"{number}. " + " ".join(both[n] if n in places else word for n, word in enumerate(words)) + "."
        agreed, taken = chance.choice([("", None), ("=", ()), (text(3), (3,)), (text(9), (9,)), (text(3, 9), (3, 9)), (text() + " And more.", None)])
        number_cell = f"{number} {chance.choice('PDG')}"
        rows.append((number_cell, text(), text(3), text(9), agreed))
        wanted[number] = (number_cell, taken, [both[place] for place in (3, 9)], bool(agreed) and taken is None)
    return rows, wanted


def check_case_columns(desk, times):
    wrong = []
    for seed in range(times):
        rows, wanted = agreed_rows(random.Random(seed))
        path = write(desk.path("four.docx"), table([["Row", "Commission", "EP mandate", "Council/II", "Agreement"], *rows]))
        case = desk.path("columns.entente")
        if os.path.exists(case):
            os.remove(case)
        desk.run("init", case, "--title", "Trilogue")
        done = desk.run("submit", case, path, "--document", "plan", "--columns", "--date", "2031-03-01")
        slots = json.loads(desk.run("show", case, "slots", "--json").stdout or "[]")
        for number, (cell_said, taken, both, is_other) in wanted.items():
            own = [slot for slot in slots if slot["point"] == str(number)]
            note = f"row {number}, status {cell_said.split(' ')[1]}"
            for slot in own:
                mine = slot["variants"][1]["text"]
                place = (3, 9)[both.index(mine)]
                agreed = slot.get("agreed", {}).get("variant")
                good = slot["status"] == "open" if taken is None else agreed == slot["variants"][int(place in taken)]["id"] and slot["agreed"]["date"] == "2031-03-01"
                wrong += [] if good and slot["note"].startswith(note) else [(seed, number, taken, slot)]
            named = f"row {number}: what is agreed there" in done.stderr
            wrong += [] if len(own) == 2 and named == is_other else [(seed, number, len(own), named, done.stderr)]
        parties = {party["id"]: party["name"] for party in json.loads(desk.run("show", case, "parties", "--json").stdout)}
        wrong += [] if parties == {"EP_mandate": "EP mandate", "Council-II": "Council/II"} else [parties]
        wrong += [] if desk.run("verify", case).returncode == 0 else ["not as recorded"]
    ok(not wrong, f"{times} tables of columns go into a case at once: parties, drafts, what is agreed", "\n".join(map(str, wrong[:3])))
    again = desk.run("submit", case, path, "--document", "plan", "--columns")
    text = desk.run("submit", case, os.path.join(TABLES, "base.md"), "--document", "other", "--columns")
    two = desk.run("submit", case, path, "--document", "other", "--columns", "--party", "EP_mandate")
    ok("drafts already" in again.stderr and "no table of columns" in text.stderr and "all columns" in two.stderr
       and json.loads(desk.run("show", case, "documents", "--json").stdout)[0]["id"] == "plan" and again.returncode == text.returncode == two.returncode == 2,
       "what is no such table, or not the first of its document, is refused and nothing is entered", [again.stderr, text.stderr, two.stderr])
    desk.run("party", case, "X", "--name", "Union")
    known = desk.run("submit", case, write(desk.path("name.docx"), table([["Row", "Base", "Union", "Agreed"], ("1", "One two three.", "One two four.", "")])),
                     "--document", "other", "--columns")
    ok(known.returncode == 2 and 'head it "X"' in known.stderr, "a column headed by the name of a party known by another id is refused", known.stderr)


def main():
    entente, times = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(entente, folder)
        check_fixtures(desk)
        check_mistakes(desk, times)
        check_delegations(desk)
        check_struck_paragraphs(desk)
        check_columns_again(desk, 8 * times)
        check_comments_again(desk, 6 * times)
        check_forms(desk)
        check_bad(desk)
        check_damaged(desk, 16 * times)
        check_list(desk)
        check_case(desk)
        check_case_columns(desk, 2 * times)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
