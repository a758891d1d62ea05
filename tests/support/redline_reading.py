# SPDX-License-Identifier: Apache-2.0
"""A plain reader of .docx files with tracked changes, to hold against the program's own.

reading(path, accepts) gives the text as lines: one a paragraph, with the borders of tables and the words of notes in it; accepts(author)
says whose changes count. faults(path) names what a word processor would not take: parts that are not well-formed, tracked changes in one
another, numbers given twice. It knows just what ECMA-376 part 1 says of w:ins, w:del, w:moveFrom, w:moveTo and marks of paragraphs and rows.
"""
import collections
import functools
import io
import re
import xml.etree.ElementTree as tree
import zipfile

WORDS = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
REVISIONS = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
             "tblGridChange", "tblPrExChange", "cellIns", "cellDel", "cellMerge", "numberingChange"}


@functools.cache
def local_tag(tag):
    space, _, name = tag[1:].partition("}") if tag[:1] == "{" else ("", "", tag)
    return name if space in WORDS else f"?{name}"


def local(element):
    return local_tag(element.tag)


def attribute(element, name):
    for space in WORDS:
        value = element.get(f"{{{space}}}{name}")
        if value is not None:
            return value
    return None


def child(element, name):
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


@functools.lru_cache(maxsize=4)
def parts_in(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def parts_of(path):
    if not isinstance(path, str):
        return parts_in(path)
    with open(path, "rb") as file:
        return parts_in(file.read())


@functools.lru_cache(maxsize=32)
def parsed(content):
    """One file is read as refused, as each party and for its faults; nobody changes what is parsed."""
    return tree.fromstring(content)


@functools.lru_cache(maxsize=4)
def tables_of(root):
    """The table that each element stands in directly."""
    tables = {}

    def own(element, table):
        for one in element:
            tables[one] = table
            own(one, one if local(one) == "tbl" else table)

    own(root, None)
    return tables


class Reader:
    def __init__(self, path, accepts, looks=False):
        self.accepts, self.looks, self.lines, self.open = accepts, looks, [], None
        parts = parts_of(path)
        self.notes = {}
        for name, content in parts.items():
            if name.endswith(("footnotes.xml", "endnotes.xml")):
                for note in parsed(content):
                    self.notes[local(note), attribute(note, "id")] = note
        self.main = parsed(parts["word/document.xml"])

    def text(self):
        self.blocks(child(self.main, "body"))
        return self.lines

    def shown(self, element):
        name = local(element)
        if name in ("ins", "moveTo", "cellIns"):
            return self.accepts(attribute(element, "author") or "")
        if name in ("del", "moveFrom", "cellDel"):
            return not self.accepts(attribute(element, "author") or "")
        return True

    def mark_shown(self, properties):
        return properties is None or all(self.shown(one) for one in properties)

    def flush(self):
        if self.open:
            self.line(self.open)
        self.open = None

    def blocks(self, container):
        for one in container:
            name = local(one)
            if name == "p":
                before = self.open or ""
                self.open = before + self.inline(one)
                if self.mark_shown(child(child(one, "pPr"), "rPr")):
                    self.line(self.open)
            elif name == "tbl":
                self.table(one)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo", "smartTag"):
                self.blocks(one)
        if local(container) not in ("sdt", "sdtContent", "customXml"):
            self.flush()

    def table(self, table):
        rows = [row for row in table.iter() if local(row) == "tr" and self.owner(table, row) and self.mark_shown(child(row, "trPr"))]
        if not rows:
            return
        self.flush()
        self.lines.append("[table]")
        for row in rows:
            self.lines.append("[row]")
            for cell in row.iter():
                if local(cell) == "tc" and self.owner(table, cell) and self.mark_shown(child(cell, "tcPr")):
                    self.lines.append("[cell]")
                    self.blocks(cell)
        self.lines.append("[/table]")

    def owner(self, table, wanted):
        """Is it of this table, and not of one in it?"""
        return tables_of(self.main).get(wanted) is table

    def look(self, run):
        properties = child(run, "rPr")
        change = child(properties, "rPrChange")
        if change is not None and not self.accepts(attribute(change, "author") or ""):
            properties = child(change, "rPr")
        on = [name for name in ("b", "i", "u", "strike") if child(properties, name) is not None]
        return f"<{''.join(on)}>"

    def inline(self, element):
        out = []
        self.add_inline(element, out)
        return "".join(out)

    def line(self, text):
        """A line without looks that only say again what holds."""
        last, kept = None, []
        for one in re.split(r"(<\w*>)", text) if self.looks else [text]:
            if self.looks and re.fullmatch(r"<\w*>", one):
                if one == last:
                    continue
                last = one
            kept.append(one)
        self.lines.append("".join(kept))
        self.open = None

    def add_inline(self, element, out):
        for one in element:
            name = local(one)
            if not self.shown(one) or one.tag == FALLBACK:
                continue
            if name in ("t", "delText"):
                text = one.text or ""
                out.append(text if one.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else text.strip(" \t\r\n"))
            elif name == "tab":
                out.append("\t")
            elif name in ("br", "cr"):
                out.append("\v")
            elif name in ("footnoteReference", "endnoteReference"):
                out.append(self.note(name, one))
            elif name in ("pPr", "rPr", "txbxContent", "instrText", "delInstrText") or name.endswith("RangeStart"):
                continue
            elif name == "r" and self.looks:
                inside = []
                self.add_inline(one, inside)
                out.extend([self.look(one), *inside] if "".join(inside) else [])
            else:
                self.add_inline(one, out)

    def note(self, name, reference):
        found = self.notes.get((name[:-len("Reference")], attribute(reference, "id")))
        if found is None:
            return "{no note}"
        lines, self.lines, open_text, self.open = self.lines, [], self.open, None
        self.blocks(found)
        words, self.lines, self.open = " / ".join(self.lines), lines, open_text
        return "{" + words.strip() + "}"


def reading(path, accepts, looks=False):
    return Reader(path, accepts, looks).text()


def by_author(name):
    return lambda author: name in [one.strip() for one in author.split(";")]


def nesting(element, inside):
    name = local(element)
    if name == "txbxContent":
        inside = frozenset()
    if name in ("ins", "del") and len(element):
        if name in inside:
            yield f"w:{name} in w:{name}"
        inside = inside | {name}
    if name == "t" and "del" in inside:
        yield "w:t in w:del"
    if name == "delText" and "del" not in inside:
        yield "w:delText outside of w:del"
    for one in element:
        yield from nesting(one, inside)


def ids_of(parts):
    ids = collections.Counter()
    for root in parts:
        hidden = {one for fallback in root.iter(FALLBACK) for one in fallback.iter()}
        for one in root.iter():
            name = local(one)
            if one in hidden:
                continue
            if name in REVISIONS:
                ids["revision", attribute(one, "id")] += 1
            if name in ("comment", "bookmarkStart"):
                ids[name, attribute(one, "id")] += 1
            if name == "p" and one.get(W14 + "paraId"):
                ids["paraId", one.get(W14 + "paraId")] += 1
    return ids


def faults(path, base=None):
    found, roots = [], []
    for name, content in parts_of(path).items():
        try:
            roots.append(parsed(content))
        except tree.ParseError as error:
            found.append(f"{name} is not well-formed: {error}")
            continue
        found.extend(f"{name}: {one}" for one in nesting(roots[-1], frozenset()))
    old = ids_of([parsed(content) for content in parts_of(base).values()]) if base else {}
    for (kind, number), count in ids_of(roots).items():
        if kind == "revision" and number is None:
            found.append("a revision without a number")
        elif count > 1 and (kind == "revision" or count > old.get((kind, number), 0)):
            found.append(f"{count} of {kind} {number}")
    return found
