#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Redlines of texts made at random, read back by a plain reader that shares nothing with the program. Prints TAP.

redlines.py ENTENTE CASES [FIRST]: for each case a base and one to three drafts of it: runs split anywhere, brackets and quotation marks with
blanks in and around them, formats, fields, links, notes, bookmarks, content controls, lists and tables in tables; words, paragraphs, rows,
columns and notes taken out, put in, moved and set otherwise, lightly or heavily, by parties apart or one from the other's draft. Each must be written; refusing all gives the base and its looks, accepting one party its draft.
"""
import io
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as made  # noqa: E402
import odd_files as odd  # noqa: E402
import redline_reading as plain  # noqa: E402

NOUNS = "Seller Buyer Party goods price notice payment delivery invoice court tribunal period territory council border mission fund report".split()
VERBS = "shall deliver may terminate must notify pays accepts refuses withdraws approves confirms".split()
OTHERS = "within 30 days of the date promptly in writing at once on request without delay by 1 May 2031 under clause 4(2) not later than EUR 500".split()
OPENERS = [("[", "]"), ("(", ")"), ("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"), ("\"", "\"")]
PREFIXES = ["x", ""]
LOOKS = ["", "", "", "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", '<w:u w:val="single"/>']


class Maker:
    """One case. A paragraph is a list of items: (text, look), or (kind, …) for what is more than text."""

    def __init__(self, seed):
        self.draw, self.note_count = random.Random(seed), 0
        self.notes = {}

    def word(self):
        return self.draw.choice(self.draw.choice((NOUNS, VERBS, OTHERS)))

    def words(self, least=1, most=8):
        return " ".join(self.word() for _ in range(self.draw.randint(least, most)))

    def note(self, kind):
        self.note_count += 1
        self.notes[self.note_count] = (kind, self.words(3, 8) + ".")
        return ("note", self.note_count)

    def special(self):
        kind = self.draw.choice(("simple", "complex", "link", "footnote", "endnote", "bookmark", "tab", "break", "empty field", "control", "field in link",
                                "field in field", "tag"))
        if kind in ("footnote", "endnote"):
            return self.note(kind)
        if kind in ("tab", "break", "empty field"):
            return (kind,)
        return (kind, self.words(1, 4), self.draw.choice(LOOKS))

    def sentence(self):
        items = []
        for i in range(self.draw.randint(1, 6)):
            text, look = self.words(1, 6), self.draw.choice(LOOKS)
            if self.draw.random() < 0.35:
                left, right = self.draw.choice(OPENERS)
                inner = self.draw.choice(("{}", "{}", " {}", "{} "))
                text = f"{self.words(1, 3)} {left}{inner.format(text)}{right}" if self.draw.random() < 0.5 else f"{left}{inner.format(text)}{right}"
            items.append((("" if i == 0 else " ") + text, look))
            if self.draw.random() < 0.15:
                items.append((" ", ""))
                items.append(self.special())
        items.append((".", ""))
        return items

    def paragraph(self):
        return {"items": self.sentence(), "list": self.draw.random() < 0.2, "jc": self.draw.choice(("", "", "", "center", "right"))}

    def table(self, depth=0):
        columns = self.draw.randint(1, 3)
        rows = [[[self.paragraph()] for _ in range(columns)] for _ in range(self.draw.randint(1, 4))]
        if depth == 0 and self.draw.random() < 0.15:
            self.draw.choice(rows)[0][0:0] = [self.table(1)]
        return {"rows": rows}

    def base(self):
        blocks = [self.paragraph() for _ in range(self.draw.randint(1, 7))]
        if self.draw.random() < 0.4:
            blocks.insert(self.draw.randint(0, len(blocks) - 1), self.table())
        return blocks

    # Edits: each makes a new list and leaves the old one as it is.

    def edit_text(self, items):
        items = list(items)
        texts = [i for i, item in enumerate(items) if len(item) == 2 and item[0] != "note"]
        if not texts:
            return items
        i = self.draw.choice(texts)
        text, look = items[i]
        way = self.draw.randint(0, 6)
        if way == 0:
            cut = self.draw.randint(0, len(text))
            items[i] = (text[:cut] + " " + self.words(1, 3) + text[cut:], look)
        elif way == 1:
            parts = text.split(" ")
            k = self.draw.randrange(len(parts))
            items[i] = (" ".join(parts[:k] + parts[k + self.draw.randint(1, 2):]), look)
        elif way == 2:
            parts = text.split(" ")
            parts[self.draw.randrange(len(parts))] = self.word()
            items[i] = (" ".join(parts), look)
        elif way == 3:
            for mark in "[]()\u201c\u201d\u2018\u2019\u00ab\u00bb\"":
                text = text.replace(mark, "", self.draw.randint(0, 1))
            items[i] = (text, look)
        elif way == 4:
            items[i] = (text, self.draw.choice(LOOKS))
        elif way == 5:
            cut = self.draw.randint(0, len(text))
            items[i:i + 1] = [(text[:cut], look), (text[cut:], self.draw.choice(LOOKS))]
        else:
            left, right = self.draw.choice(OPENERS)
            items[i] = (f"{left}{text}{right}", look)
        return items

    def edit_paragraph(self, paragraph):
        paragraph, way = dict(paragraph), self.draw.random()
        items = paragraph["items"]
        specials = [i for i, item in enumerate(items) if len(item) != 2 or item[0] == "note"]
        if specials and way < 0.25:
            i = self.draw.choice(specials)
            items = items[:i] + items[i + 1:]
        elif specials and way < 0.4:
            i = self.draw.choice(specials)
            item = items[i]
            if item[0] == "note":
                kind, words = self.notes[item[1]]
                self.notes = {**self.notes, item[1]: (kind, " ".join(self.draw.sample(words.split(), len(words.split()) - 1)))}
            elif len(item) == 3:
                items = items[:i] + [(item[0], self.words(1, 4), item[2])] + items[i + 1:]
        elif way < 0.5:
            i = self.draw.randint(0, len(items))
            items = items[:i] + [self.special()] + items[i:]
        elif way < 0.55:
            paragraph["jc"], paragraph["list"] = self.draw.choice(("", "center")), self.draw.random() < 0.3
        else:
            for _ in range(self.draw.randint(1, 3)):
                items = self.edit_text(items)
        paragraph["items"] = items
        return paragraph

    def edit_table(self, table):
        rows, way = [list(row) for row in table["rows"]], self.draw.randint(0, 5)
        row = self.draw.randrange(len(rows))
        column = self.draw.randrange(len(rows[0]))
        if way == 0:
            rows.insert(row, [[self.paragraph()] for _ in rows[0]])
        elif way == 1 and len(rows) > 1:
            del rows[row]
        elif way == 2:
            rows = [one[:column] + [[self.paragraph()]] + one[column:] for one in rows]
        elif way == 3 and len(rows[0]) > 1:
            rows = [one[:column] + one[column + 1:] for one in rows]
        elif way == 4:
            rows[row][column] = rows[row][column] + [self.paragraph()]
        else:
            at = self.draw.randrange(len(rows[row][column]))
            one = rows[row][column][at]
            one = self.edit_table(one) if "rows" in one else self.edit_paragraph(one)
            rows[row][column] = rows[row][column][:at] + [one] + rows[row][column][at + 1:]
        return {"rows": rows}

    def edit(self, blocks, most):
        blocks = list(blocks)
        for _ in range(self.draw.randint(1, most)):
            i, way = self.draw.randrange(len(blocks)), self.draw.random()
            if "rows" in blocks[i]:
                if way < 0.1:
                    del blocks[i]
                else:
                    blocks[i] = self.edit_table(blocks[i])
            elif way < 0.5:
                blocks[i] = self.edit_paragraph(blocks[i])
            elif way < 0.6 and len(blocks) > 1:
                del blocks[i]
            elif way < 0.7:
                blocks.insert(i, self.paragraph())
            elif way < 0.8:
                moved = blocks.pop(i)
                at = self.draw.randint(0, len(blocks))
                blocks[at:at] = [moved] + ([self.paragraph()] if self.draw.random() < 0.5 else [])
            elif way < 0.87:
                cut = self.draw.randint(0, len(blocks[i]["items"]))
                items = blocks[i]["items"]
                blocks[i:i + 1] = [{**blocks[i], "items": items[:cut]}, {**blocks[i], "items": items[cut:]}]
            elif way < 0.94 and i + 1 < len(blocks) and "rows" not in blocks[i + 1]:
                blocks[i:i + 2] = [{**blocks[i], "items": blocks[i]["items"] + blocks[i + 1]["items"]}]
            elif way < 0.97:
                blocks.insert(i, self.table())
            blocks = [one for one in blocks if one] or [self.paragraph()]
        if "rows" in blocks[-1]:
            blocks.append(self.paragraph())
        return blocks


class Writer:
    """The XML of a text, its runs split anywhere."""

    def __init__(self, seed, notes):
        self.draw, self.notes, self.written, self.number = random.Random(seed), notes, {"footnote": "", "endnote": ""}, 0

    def runs(self, text, look):
        out = []
        while text:
            cut = len(text) if self.draw.random() < 0.5 else self.draw.randint(1, len(text))
            space = ' xml:space="preserve"' if text[:cut] != text[:cut].strip() or self.draw.random() < 0.7 else ""
            out.append(f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t{space}>{escape(text[:cut])}</w:t></w:r>")
            text = text[cut:]
        return "".join(out)

    def char(self, kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def item(self, item):
        kind = item[0]
        self.number += 1
        if kind == "note":
            kind, words = self.notes[item[1]]
            self.written[kind] += f'<w:{kind} w:id="{self.number + 1}"><w:p>{self.runs(words, "")}</w:p></w:{kind}>'
            return f'<w:r><w:{kind}Reference w:id="{self.number + 1}"/></w:r>'
        if kind == "tab":
            return "<w:r><w:tab/></w:r>"
        if kind == "break":
            return "<w:r><w:br/></w:r>"
        code = '<w:r><w:instrText xml:space="preserve"> REF _x{} \\h </w:instrText></w:r>'
        if kind == "empty field":
            return self.char("begin") + code.format(0) + self.char("end")
        text = self.runs(item[1], item[2])
        if kind == "simple":
            return f'<w:fldSimple w:instr=" DOCPROPERTY x ">{text}</w:fldSimple>'
        if kind == "complex":
            return self.char("begin") + code.format(1) + self.char("separate") + text + self.char("end")
        if kind == "link":
            return f'<w:hyperlink r:id="site">{text}</w:hyperlink>'
        if kind == "field in link":
            return f'<w:hyperlink r:id="site">{self.char("begin")}{code.format(2)}{self.char("separate")}{text}{self.char("end")}</w:hyperlink>'
        if kind == "field in field":
            inner = f'{self.char("begin")}{code.format(3)}{self.char("separate")}{text}{self.char("end")}'
            return f'{self.char("begin")}{code.format(4)}{self.char("separate")}{self.runs(item[1], "")}{inner}{self.char("end")}'
        if kind == "control":
            return f'<w:sdt><w:sdtPr><w:id w:val="{self.number}"/></w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>'
        if kind == "tag":
            return f'<w:smartTag w:uri="urn:x" w:element="place">{text}</w:smartTag>'
        return f'<w:bookmarkStart w:id="{self.number}" w:name="b{self.number}"/>{text}<w:bookmarkEnd w:id="{self.number}"/>'

    def paragraph(self, paragraph):
        properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if paragraph["list"] else ""
        properties += f'<w:jc w:val="{paragraph["jc"]}"/>' if paragraph["jc"] else ""
        out = [f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}"]
        for item in paragraph["items"]:
            is_text = len(item) == 2 and item[0] != "note"
            out.append(self.runs(*item) if is_text else self.item(item))
        return "".join(out) + "</w:p>"

    def block(self, block):
        if "rows" not in block:
            return self.paragraph(block)
        rows = "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{''.join(map(self.block, cell))}</w:tc>"
                                          for cell in row) + "</w:tr>" for row in block["rows"])
        grid = "<w:gridCol w:w=\"2000\"/>" * len(block["rows"][0])
        return f"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def file(self, blocks):
        body = "".join(map(self.block, blocks))
        return made.package(body, notes=self.written["footnote"], endnotes=self.written["endnote"])


def prefixed(content, prefix):
    """The same file with another prefix for Word's elements; "" makes Word's the name space without one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part).decode()
            if "xmlns:w=" in text:
                elements, attributes = (f"{prefix}:", f"{prefix}:") if prefix else ("", "q:")
                text = re.sub(r"(</?)w:", rf"\1{elements}", text)
                text = re.sub(r"(\s)w:", rf"\1{attributes}", text)
                address = re.search(r'xmlns:w=("[^"]*")', text).group(1)
                text = re.sub(r'xmlns:w="[^"]*"', f"xmlns:{prefix}={address}" if prefix else f"xmlns={address} xmlns:q={address}", text)
            new.writestr(part, text)
    return out.getvalue()


def case_of(seed):
    """The base's bytes and those of each draft."""
    maker = Maker(seed)
    base = maker.base()
    if "rows" in base[-1]:
        base.append(maker.paragraph())
    files, notes = [Writer(seed, maker.notes).file(base)], maker.notes
    most, drafts = maker.draw.choice((2, 4, 4, 12)), []
    for party in range(1 + seed % 3):
        start, own = maker.draw.choice(drafts) if drafts and maker.draw.random() < 0.3 else (base, notes)
        maker.notes = dict(own)
        draft = maker.edit(start, most)
        drafts.append((draft, maker.notes))
        files.append(Writer(seed * 7 + party + 1, maker.notes).file(draft))
    if seed % 5 == 0:
        files = [prefixed(files[0], PREFIXES[seed // 5 % 2])] + [prefixed(one, "y") if seed % 3 == 0 else one for one in files[1:]]
    return files


def is_of_one_prefix(file):
    with zipfile.ZipFile(file if isinstance(file, str) else io.BytesIO(file)) as archive:
        text = archive.read("word/document.xml")
    return b"xmlns:w=" not in text and b"xmlns:x=" in text


def faults(entente, files, folder, options):
    names, out = "base Ada Bo Cy".split(), os.path.join(folder, "out.docx")
    for name, content in zip(names, files):
        with open(os.path.join(folder, f"{name}.docx"), "wb") as file:
            file.write(content)
    if os.path.exists(out):
        os.remove(out)
    parties = [f"{name}={folder}/{name}.docx" for name in names[1:len(files)]]
    done = subprocess.run([entente, "merge", f"{folder}/base.docx", *parties, "--any-base", *options, "-o", out], capture_output=True, check=False)
    if done.returncode != 0:
        return [f"not written: {done.stderr.decode()}"]
    found = plain.faults(out, files[0])
    if found:
        return found
    if is_of_one_prefix(files[0]) and not is_of_one_prefix(out):
        return ["two prefixes for one name space"]
    if plain.reading(out, lambda _: False, looks=True) != plain.reading(files[0], lambda _: True, looks=True):
        found.append("with all refused it is not the base")
    for name, content in zip(names[1:], files[1:]):
        own, wanted = plain.reading(out, plain.by_author(name)), plain.reading(content, lambda _: True)
        if own != wanted:
            found.append(f"as {name}: {own!r}, not {wanted!r}")
    return found


def main():
    entente, cases = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    first, wrong = int(sys.argv[3]) if len(sys.argv) > 3 else 1, 0
    print("1..1")
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + cases):
            options = ("--moves", "real") if seed % 4 == 0 else ()
            for line in faults(entente, case_of(seed), folder, options):
                wrong += 1
                print(f"# case {seed}: {line[:600]}")
    print("not ok" if wrong else "ok", "1 -", cases, "redlines made at random read back as their base and each draft")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
