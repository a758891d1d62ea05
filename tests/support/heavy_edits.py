# SPDX-License-Identifier: Apache-2.0
"""Heavy edits of real .docx files, made on their XML: what a delegation does to a text in a week, all at once.

edited(files, seed) takes the parts of a package and gives the parts of a draft of it: paragraphs moved, clauses added beside the moved ones,
brackets, parentheses and quotation marks taken out or put in, words and whole clauses taken out, put in and set otherwise, runs split, paragraphs
split and joined, list items put on other levels and lists begun at other numbers, rows and columns added and taken out, notes edited.
"""
import random
import re
import xml.dom.minidom as dom
import zipfile

WORDS = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}
XML = "http://www.w3.org/XML/1998/namespace"
CLAUSES = ("The Parties shall meet within 30 days of such a request.", "This does not affect paragraph 4(2) [of this Agreement].",
           "Each Party bears its own costs (including those of experts).", "A notice takes effect \u201con receipt\u201d, at the latest on 1 May 2031.")
PHRASES = ("without delay", "[as appropriate]", "(where agreed)", "within 14 days", "in good faith", "\u201cthe Funds\u201d", "not")
MARKS = "[]()\u201c\u201d\u2018\u2019\u00ab\u00bb\""
CHANGES = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "cellIns",
           "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart", "tblGridChange", "tblPrExChange", "numberingChange"}


def package(path):
    with zipfile.ZipFile(path) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}


def written(parts, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def main_part(parts):
    return next((one for one in parts if one.startswith("word/document") and one.endswith(".xml")), None)


def name(node):
    return node.localName if node.nodeType == node.ELEMENT_NODE and node.namespaceURI in WORDS else None


def children(node, *names):
    return [one for one in node.childNodes if name(one) in names]


def child(node, wanted):
    return next(iter(children(node, wanted)), None) if node is not None else None


def below(node, *names):
    """All elements of these names in a node, text boxes and old fallbacks left out."""
    for one in node.childNodes:
        if one.nodeType != one.ELEMENT_NODE or one.localName in ("txbxContent", "Fallback", "AlternateContent"):
            continue
        if name(one) in names:
            yield one
        yield from below(one, *names)


def has_changes(parts):
    return any(name(one) in CHANGES for path, text in parts.items() if path.endswith(".xml") and b"w:" in text[:4000] or b"wordprocessingml" in text[:4000]
               for one in dom.parseString(text).getElementsByTagName("*"))


def text_of(node):
    return "".join(one.firstChild.data for one in below(node, "t") if one.firstChild)


def set_text(node, text):
    while node.firstChild:
        node.removeChild(node.firstChild)
    node.appendChild(node.ownerDocument.createTextNode(text))
    node.setAttributeNS(XML, "xml:space", "preserve")


class Part:
    """One part while it is edited."""

    def __init__(self, content, draw):
        self.tree, self.draw = dom.parseString(content), draw
        self.root = self.tree.documentElement
        self.prefix = self.root.prefix

    def make(self, local, **attributes):
        qualified = (lambda one: f"{self.prefix}:{one}" if self.prefix else one)
        node = self.tree.createElementNS(self.root.namespaceURI, qualified(local))
        for key, value in attributes.items():
            node.setAttributeNS(self.root.namespaceURI, f"{self.prefix or 'w'}:{key}", value)
        return node

    def bytes(self):
        return self.tree.toxml("UTF-8")

    def run(self, text, like=None):
        run, words = self.make("r"), self.make("t")
        look = child(like, "rPr") if like is not None else None
        if look is not None:
            run.appendChild(look.cloneNode(True))
        set_text(words, text)
        run.appendChild(words)
        return run

    def clause(self, like):
        paragraph = self.make("p")
        properties = child(like, "pPr")
        if properties is not None:
            copy = properties.cloneNode(True)
            for gone in children(copy, "sectPr"):
                copy.removeChild(gone)
            paragraph.appendChild(copy)
        first = next(iter(children(like, "r")), None)
        paragraph.appendChild(self.run(self.draw.choice(CLAUSES), first))
        return paragraph

    # Where edits may go: plain paragraphs in the body and in cells.

    def paragraphs(self, holder):
        """The last one of a text or cell has to stay."""
        return [one for one in children(holder, "p")[:-1] if child(child(one, "pPr"), "sectPr") is None and is_whole(one)]

    def holders(self):
        body = child(self.root, "body")
        return [body] + [cell for cell in below(body, "tc")]

    def pick(self, holder, with_words=True):
        there = [one for one in self.paragraphs(holder) if text_of(one).strip() or not with_words]
        return self.draw.choice(there) if there else None

    # The edits.

    def move(self):
        body = child(self.root, "body")
        moved, place = self.pick(body), self.pick(body, False)
        if moved is None or place is moved:
            return
        body.removeChild(moved)
        body.insertBefore(moved, place)
        if self.draw.random() < 0.6:
            body.insertBefore(self.clause(moved), self.draw.choice((moved, place)))

    def add(self):
        holder = self.draw.choice(self.holders())
        near = self.pick(holder, False)
        if near is not None:
            holder.insertBefore(self.clause(near), near)

    def take_out(self):
        holder = self.draw.choice(self.holders())
        gone = self.pick(holder)
        if gone is not None and len(children(holder, "p")) > 2 and follows_paragraph(gone):
            holder.removeChild(gone)

    def words(self):
        holder = self.draw.choice(self.holders())
        paragraph = self.pick(holder)
        texts = [one for one in below(paragraph, "t") if one.firstChild] if paragraph is not None else []
        if not texts:
            return
        node = self.draw.choice(texts)
        set_text(node, self.edit(node.firstChild.data))

    def edit(self, text):
        way, parts = self.draw.randrange(5), text.split(" ")
        at = self.draw.randrange(len(parts))
        if way == 0:
            return " ".join(parts[:at] + parts[at + self.draw.randint(1, 3):])
        if way == 1:
            return " ".join(parts[:at] + [self.draw.choice(PHRASES)] + parts[at:])
        if way == 2:
            return " ".join(parts[:at] + [self.draw.choice(PHRASES)] + parts[at + 1:])
        if way == 3:
            return "[" + text + "]"
        return re.sub("[" + re.escape(MARKS) + "]", lambda one: "" if self.draw.random() < 0.7 else one.group(), text)

    def marks(self):
        """Takes all brackets of a paragraph out."""
        marked = [one for one in below(self.root, "t") if one.firstChild and any(mark in one.firstChild.data for mark in MARKS)]
        for one in self.draw.sample(marked, min(len(marked), 3)):
            set_text(one, "".join(c for c in one.firstChild.data if c not in MARKS))

    def look(self):
        runs = [one for one in below(child(self.root, "body"), "r") if child(one, "t") is not None]
        if not runs:
            return
        run = self.draw.choice(runs)
        look = child(run, "rPr")
        if look is None:
            look = run.insertBefore(self.make("rPr"), run.firstChild)
        for old in children(look, "b"):
            look.removeChild(old)
            return
        style = child(look, "rStyle") or child(look, "rFonts")
        look.insertBefore(self.make("b"), style.nextSibling if style is not None else look.firstChild)

    def split_run(self):
        runs = [one for one in below(child(self.root, "body"), "r") if [name(c) for c in one.childNodes if name(c) != "rPr"] == ["t"]]
        runs = [one for one in runs if child(one, "t").firstChild and len(child(one, "t").firstChild.data) > 3]
        if runs:
            run = self.draw.choice(runs)
            text = child(run, "t").firstChild.data
            cut = self.draw.randint(1, len(text) - 1)
            copy = run.cloneNode(True)
            set_text(child(run, "t"), text[:cut])
            set_text(child(copy, "t"), text[cut:])
            run.parentNode.insertBefore(copy, run.nextSibling)

    def split(self):
        paragraph = self.pick(child(self.root, "body"))
        runs = children(paragraph, "r") if paragraph is not None else []
        if len(runs) < 2 or not all(name(one) in ("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr", None) for one in paragraph.childNodes):
            return
        at = self.draw.choice(runs[1:])
        new = self.make("p")
        if child(paragraph, "pPr") is not None:
            new.appendChild(child(paragraph, "pPr").cloneNode(True))
        while paragraph.firstChild is not at:
            first = paragraph.firstChild
            if name(first) == "pPr":
                kept = paragraph.removeChild(first)
                continue
            new.appendChild(paragraph.removeChild(first))
        paragraph.parentNode.insertBefore(new, paragraph)
        if child(new, "pPr") is not None:
            paragraph.insertBefore(kept, paragraph.firstChild)

    def join(self):
        paragraph = self.pick(child(self.root, "body"))
        behind = next_element(paragraph) if paragraph is not None else None
        if behind is None or name(behind) != "p" or not is_whole(behind) or child(child(behind, "pPr"), "sectPr") is not None:
            return
        for one in list(behind.childNodes):
            if name(one) != "pPr":
                paragraph.appendChild(behind.removeChild(one))
        behind.parentNode.removeChild(behind)

    def level(self):
        listed = [one for one in below(child(self.root, "body"), "ilvl")]
        if listed:
            one = self.draw.choice(listed)
            attribute = f"{self.prefix}:val" if self.prefix else "w:val"
            one.setAttribute(attribute, self.draw.choice("01"))

    def rows(self):
        rows = [one for one in below(child(self.root, "body"), "tr") if not list(below(one, "vMerge", "trPrChange")) and is_whole(one)]
        if not rows:
            return
        row = self.draw.choice(rows)
        if self.draw.random() < 0.3 and len(children(row.parentNode, "tr")) > 1:
            row.parentNode.removeChild(row)
            return
        new = row.cloneNode(True)
        for cell in children(new, "tc"):
            for one in list(cell.childNodes):
                if name(one) != "tcPr":
                    cell.removeChild(one)
            paragraph = self.make("p")
            paragraph.appendChild(self.run(self.draw.choice(CLAUSES)))
            cell.appendChild(paragraph)
        strip_ids(new)
        row.parentNode.insertBefore(new, self.draw.choice((row, row.nextSibling)))

    def columns(self):
        tables = [one for one in below(child(self.root, "body"), "tbl") if not list(below(one, "gridSpan", "vMerge", "gridBefore", "gridAfter", "tbl", "sdt"))]
        if not tables:
            return
        table = self.draw.choice(tables)
        rows = children(table, "tr")
        widths = {len(children(row, "tc")) for row in rows}
        grid = child(table, "tblGrid")
        if len(widths) != 1 or grid is None or len(children(grid, "gridCol")) != min(widths):
            return
        at, takes = self.draw.randrange(min(widths)), min(widths) > 1 and self.draw.random() < 0.3
        column = children(grid, "gridCol")[at]
        if takes and all(is_whole(children(row, "tc")[at]) for row in rows):
            grid.removeChild(column)
            for row in rows:
                row.removeChild(children(row, "tc")[at])
            return
        grid.insertBefore(column.cloneNode(True), column)
        for row in rows:
            old = children(row, "tc")[at]
            cell, paragraph = self.make("tc"), self.make("p")
            if child(old, "tcPr") is not None:
                cell.appendChild(child(old, "tcPr").cloneNode(True))
            paragraph.appendChild(self.run(self.draw.choice(PHRASES)))
            cell.appendChild(paragraph)
            row.insertBefore(cell, old)


def is_whole(node):
    """Does nothing in it lead elsewhere, begin or end elsewhere? Then it may be moved or go."""
    leads = {"commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd", "fldChar", "permStart", "permEnd", "sectPr"}
    return all(name(one) not in leads for one in node.getElementsByTagName("*")) if hasattr(node, "getElementsByTagName") else True


def strip_ids(node):
    for one in [node, *node.getElementsByTagName("*")]:
        for key in ("w14:paraId", "w14:textId"):
            if one.hasAttribute(key):
                one.removeAttribute(key)


def next_element(node):
    node = node.nextSibling
    while node is not None and node.nodeType != node.ELEMENT_NODE:
        node = node.nextSibling
    return node


def follows_paragraph(node):
    """A paragraph that parts two tables, or ends a cell behind one, must stay."""
    behind, before = next_element(node), node.previousSibling
    while before is not None and before.nodeType != before.ELEMENT_NODE:
        before = before.previousSibling
    return behind is not None and name(behind) == "p" or (before is not None and name(before) == "p")


WAYS = [Part.move] * 3 + [Part.words] * 6 + [Part.marks] * 2 + [Part.add] * 2 + [Part.take_out] * 2 + [Part.look, Part.split_run, Part.split, Part.join,
                                                                                                  Part.level, Part.rows, Part.rows, Part.columns]


def edited(parts, main, seed):
    """The parts of a draft. main: the name of the part with the text."""
    draw, parts = random.Random(seed), dict(parts)
    part = Part(parts[main], draw)
    if child(part.root, "body") is None:
        return None
    for _ in range(draw.randint(4, 16)):
        draw.choice(WAYS)(part)
    parts[main] = part.bytes()
    for path in list(parts):
        if path.endswith(("footnotes.xml", "endnotes.xml")) and draw.random() < 0.7:
            notes = Part(parts[path], draw)
            texts = [one for one in below(notes.root, "t") if one.firstChild and one.firstChild.data.strip()]
            for one in draw.sample(texts, min(len(texts), 2)):
                set_text(one, notes.edit(one.firstChild.data))
            parts[path] = notes.bytes()
        if path.endswith("numbering.xml") and draw.random() < 0.3:
            lists = Part(parts[path], draw)
            starts = list(below(lists.root, "start"))
            if starts:
                draw.choice(starts).setAttribute(f"{lists.prefix}:val", str(draw.randint(1, 7)))
            parts[path] = lists.bytes()
    return parts
