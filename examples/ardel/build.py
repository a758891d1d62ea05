#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the files of the example from source/*.txt (the mediator's texts) and source/*.edits (what each party
changes in them): Word files with real headings, numbering, tables, footnotes and tracked changes, Markdown and plain
text. The same sources give the same bytes. Usage: build.py [FOLDER]"""
import copy
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
DATE = "2031-03-10T09:00:00Z"

# Which file holds whose changes: (document, file, parties, form). "tracked" stands on the base.
FILES = [
    ("plan", "base.docx", [], "clean"),
    ("plan", "velmark.docx", ["Velmark"], "tracked"),
    ("plan", "tarsen.docx", ["Tarsen"], "clean"),
    ("plan", "nereth.md", ["Nereth"], "markdown"),
    ("security", "base.docx", [], "clean"),
    ("security", "velmark-and-nereth.docx", ["Velmark", "Nereth"], "tracked"),
    ("security", "tarsen.txt", ["Tarsen"], "plain"),
    ("bilateral", "base.docx", [], "clean"),
    ("bilateral", "velmark.md", ["Velmark"], "markdown"),
    ("bilateral", "nereth.txt", ["Nereth"], "plain"),
    ("economy", "base.docx", [], "clean"),
    ("economy", "velmark.docx", ["Velmark"], "tracked"),
    ("economy", "tarsen.docx", ["Tarsen"], "clean"),
    ("economy", "nereth.docx", ["Nereth"], "tracked"),
]


class Paragraph:
    """kind is one of = ~ p # N a; runs are [text, op, author] with op "", "ins" or "del"; mark is the same for the
    paragraph's end. key is "3b" for clause (b) of point 3 of the base."""

    def __init__(self, kind, text, key=""):
        self.kind, self.key, self.mark, self.author = kind, key, "", ""
        self.runs = [[text, "", ""]]

    def set_all(self, op, author):
        self.mark, self.author = op, author
        self.runs = [[text, op, author] for text, old, _ in self.runs if old != "del"]

    def text(self, accepted=True):
        return "".join(text for text, op, _ in self.runs if op != ("del" if accepted else "ins"))

    def substitute(self, old, new, author):
        for i, (text, op, _) in enumerate(self.runs):
            if op == "" and text.count(old) == 1:
                before, after = text.split(old)
                # Only the words that differ are struck and put in, not those the two have in common.
                head = common_words(old, new)
                tail = common_words(old[len(head):][::-1], new[len(head):][::-1])[::-1]
                gone = old[len(head):len(old) - len(tail)]
                come = new[len(head):len(new) - len(tail)]
                pieces = [(before + head, ""), (gone, "del"), (come, "ins"), (tail + after, "")]
                self.runs[i:i + 1] = [[t, o, author if o else ""] for t, o in pieces if t]
                return
        raise SystemExit(f"{self.key}: \"{old}\" does not stand there once: {self.text()}")


def common_words(a, b):
    """The longest common start that ends between words."""
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    if n == len(a) and n == len(b):
        return a
    while n > 0 and (a[n - 1].isalnum() or a[n - 1] in ",."):
        n -= 1
    return a[:n]


def read_text(name):
    """The paragraphs of a document; a table is a list of rows of cells, each cell one Paragraph."""
    blocks, point, letter = [], 0, 0
    for line in (HERE / "source" / f"{name}.txt").read_text().splitlines():
        kind, text = line.split(" ", 1)
        if kind == "|":
            row = [Paragraph("cell", cell.strip()) for cell in text.strip(" |").split("|")]
            if not isinstance(blocks[-1], list):
                blocks.append([])
            blocks[-1].append(row)
            continue
        if kind == "N":
            point, letter = point + 1, 0
        if kind == "a":
            letter += 1
        key = {"N": f"{point}", "a": f"{point}{chr(96 + letter)}"}.get(kind, "")
        blocks.append(Paragraph(kind, text, key))
    return blocks


def place_of(blocks, key):
    for i, block in enumerate(blocks):
        if not isinstance(block, list) and block.key == key and block.mark != "del":
            return i
    raise SystemExit(f"there is no {key}")


def apply(blocks, edits, parties):
    party = author = ""
    for line in edits.splitlines():
        verb, _, rest = line.partition(" ")
        if verb == "party":
            party = rest
        elif verb == "author":
            author = rest
        if party not in parties or verb in ("", "#", "party", "author"):
            continue
        fields = rest.split(" | ") if " | " in rest else [rest]
        if verb == "sub":
            # A field may begin or end with a space that belongs to it.
            key, old, new = re.match(r"(\w+) \| (.*?) \| ?(.*)$", rest).groups()
            blocks[place_of(blocks, key)].substitute(old, new, author)
        elif verb == "cell":
            row, column = map(int, fields[0].split())
            table = next(b for b in blocks if isinstance(b, list))
            table[row][column].substitute(fields[1], fields[2], author)
        elif verb == "put":
            kind, text = fields[1].split(" ", 1)
            added = Paragraph(kind, text, fields[0] + "+")
            added.set_all("ins", author)
            blocks.insert(place_of(blocks, fields[0]) + 1, added)
        elif verb == "drop":
            blocks[place_of(blocks, rest)].set_all("del", author)
        elif verb == "move":
            source, target = rest.split()
            old = blocks[place_of(blocks, source)]
            new = copy.deepcopy(old)
            old.set_all("del", author)
            new.set_all("ins", author)
            new.key = target + "+"
            blocks.insert(place_of(blocks, target) + 1, new)
        else:
            raise SystemExit(f"unknown edit: {line}")
    return blocks


def settled(blocks):
    """The document with all its changes accepted and no marks left."""
    result = []
    for block in blocks:
        if isinstance(block, list):
            result.append([[Paragraph("cell", cell.text()) for cell in row] for row in block])
        elif block.mark != "del":
            result.append(Paragraph(block.kind, block.text(), block.key))
    return result


# Plain text and Markdown: numbers are typed.

def numbered(blocks):
    point = letter = 0
    for block in blocks:
        if isinstance(block, list):
            yield "table", "", block
            continue
        if block.kind == "N":
            point, letter = point + 1, 0
        if block.kind == "a":
            letter += 1
        label = {"N": f"{point}. ", "a": f"({chr(96 + letter)}) "}.get(block.kind, "")
        yield block.kind, label, without_notes(block.text())


def without_notes(text):
    return re.sub(r"\{\{.*?\}\}", "", text)


def markdown(blocks):
    out = []
    for kind, label, body in numbered(blocks):
        if kind == "table":
            rows = [[cell.text() for cell in row] for row in body]
            rows.insert(1, ["---"] * len(rows[0]))
            out.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
        else:
            out.append({"=": "# ", "#": "## ", "N": "### "}.get(kind, "") + label + body)
    return "\n\n".join(out) + "\n"


def plain(blocks):
    return "\n\n".join(label + body for kind, label, body in numbered(blocks) if kind != "table") + "\n"


# Word.

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLE_OF = {"=": "Title", "~": "Subtitle", "p": "Normal", "#": "Heading1", "N": "Heading2", "a": "Clause",
            "cell": "TableText"}


class Word:
    def __init__(self, title):
        self.title, self.change, self.notes = title, 0, []

    def tag(self, op, author):
        self.change += 1
        return f'w:id="{self.change}" w:author="{escape(author)}" w:date="{DATE}"'

    def run(self, text, op):
        name = "delText" if op == "del" else "t"
        out = ""
        for piece in re.split(r"(\{\{.*?\}\})", text):
            if piece.startswith("{{"):
                self.notes.append(piece[2:-2])
                out += ('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                        f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>')
            elif piece:
                out += f'<w:r><w:{name} xml:space="preserve">{escape(piece)}</w:{name}></w:r>'
        return out

    def paragraph(self, p, extra=""):
        mark = ""
        if p.mark:
            mark = f"<w:rPr><w:{p.mark} {self.tag(p.mark, p.author)}/></w:rPr>"
        properties = f'<w:pPr><w:pStyle w:val="{STYLE_OF[p.kind]}"/>{extra}{mark}</w:pPr>'
        if STYLE_OF[p.kind] == "Normal":
            properties = f"<w:pPr>{mark}</w:pPr>" if mark else ""
        body = ""
        for text, op, author in p.runs:
            inner = self.run(text, op)
            body += f"<w:{op} {self.tag(op, author)}>{inner}</w:{op}>" if op else inner
        return f"<w:p>{properties}{body}</w:p>"

    def table(self, rows):
        count = len(rows[0])
        first = 2400 if count > 4 else 900
        widths = [first] + [(9000 - first) // (count - 1)] * (count - 1)
        if count == 4:
            widths = [900, 3300, 2200, 2600]
        out = ('<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
               '<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>'
               + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>")
        for number, row in enumerate(rows):
            header = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 else ""
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/>' if number == 0 else ""
            out += f"<w:tr>{header}" + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/>{shade}</w:tcPr>{self.paragraph(cell)}</w:tc>'
                for cell, w in zip(row, widths)) + "</w:tr>"
        return out + "</w:tbl>"

    def document(self, blocks):
        body = "".join(self.table(b) if isinstance(b, list) else self.paragraph(b) for b in blocks)
        section = ('<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
                   '<w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1417" w:header="709" w:footer="709"'
                   ' w:gutter="0"/></w:sectPr>')
        return f"{HEAD}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>"

    def footnotes(self):
        out = (f'{HEAD}<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
               '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
               "</w:r></w:p></w:footnote>")
        for i, note in enumerate(self.notes, 1):
            out += (f'<w:footnote w:id="{i}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle '
                    'w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
                    f"{escape(note)}</w:t></w:r></w:p></w:footnote>")
        return out + "</w:footnotes>"

    def footer(self):
        return (f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">'
                f'{escape(self.title.capitalize())} · </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
                '<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
                '</w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>')


def style(name, title, paragraph="", run="", based="Normal", after="Normal", extra=""):
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = f'<w:next w:val="{after}"/>' if after != name else ""
    properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (f'<w:style w:type="paragraph"{extra} w:styleId="{name}"><w:name w:val="{title}"/>{based}{following}'
            f"<w:qFormat/>{properties}{look}</w:style>")


def styles():
    numbering = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    return (
        f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" '
        'w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="23"/><w:szCs w:val="23"/>'
        '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="130" w:line="290" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("Normal", "Normal", based="", extra=' w:default="1"')
        + style("Title", "Title", '<w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>',
                '<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="34"/>')
        + style("Subtitle", "Subtitle", '<w:spacing w:after="160"/><w:jc w:val="center"/>', "<w:i/>")
        + style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="160"/>'
                '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>', '<w:b/><w:color w:val="1F3A5F"/><w:sz w:val="26"/>')
        + style("Heading2", "heading 2", "<w:keepNext/>" + numbering.format(0)
                + '<w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="1"/>', "<w:b/>", after="Clause")
        + style("Clause", "Clause", numbering.format(1), after="Clause")
        + style("TableText", "Table Text", '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
                '<w:sz w:val="20"/>', after="TableText")
        + style("Footer", "footer", '<w:jc w:val="center"/>', '<w:sz w:val="18"/>', after="Footer")
        + style("FootnoteText", "footnote text", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
                '<w:sz w:val="18"/>', after="FootnoteText")
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
        'w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name '
        'w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        "<w:tblPr><w:tblBorders>"
        + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A94A3"/>'
                  for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        + "</w:tblBorders></w:tblPr></w:style></w:styles>")


def numbering():
    def level(i, form, text, name, left):
        return (f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{name}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" '
                'w:hanging="567"/></w:pPr></w:lvl>')
    return (f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
            + level(0, "decimal", "%1.", "Heading2", 567) + level(1, "lowerLetter", "(%2)", "Clause", 1134)
            + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


TYPES = {"document": "document.main", "styles": "styles", "numbering": "numbering", "footer1": "footer",
         "footnotes": "footnotes", "settings": "settings"}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def word_file(path, blocks):
    word = Word(blocks[0].text())
    parts = {
        "word/document.xml": word.document(blocks),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footer1.xml": word.footer(),
        "word/footnotes.xml": word.footnotes(),
        "word/settings.xml": f'{HEAD}<w:settings {W}><w:defaultTabStop w:val="567"/><w:footnotePr><w:footnote '
                             'w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting '
                             'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
                             'w:val="15"/></w:compat></w:settings>',
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>' for name, kind in TYPES.items())
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(
            [("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
             ("footer", "footer1.xml"), ("footnotes", "footnotes.xml")], 1))
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
                               '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                               f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                       f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}'
                                        "</Relationships>",
        **parts,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(entry, content.encode())


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for document, name, parties, form in FILES:
        edits = (HERE / "source" / f"{document}.edits").read_text()
        blocks = apply(read_text(document), edits, parties)
        path = target / document / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if form == "markdown":
            path.write_text(markdown(settled(blocks)))
        elif form == "plain":
            path.write_text(plain(settled(blocks)))
        else:
            word_file(path, blocks if form == "tracked" else settled(blocks))


if __name__ == "__main__":
    main()
