#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""M6: whatever a Word draft changes beside its words is carried into the written file or named in a note. Prints TAP.

unmerged.py ENTENTE [docx_lint.py]
"""
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as made  # noqa: E402
import odd_files as odd  # noqa: E402
from odd_files import p, r, t, tbl, tc, tr  # noqa: E402

FIRST = t("The first line stands before everything that changes here.")
LAST = t("The last line stands behind everything that changes here.")
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NOTE = '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>' + r(" {}") + "</w:p></w:footnote>"
TABLE = tbl(tr(tc(t("alpha"), pr="{0}"), tc(t("beta")), pr="{1}"), columns=2, pr="{2}")
COLUMNS = made.SECTION.format("").replace("</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>')
WIDE = made.SECTION.format("").replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')


def doc(*body, **more):
    return made.package(FIRST + "".join(body) + LAST, **more)


PLAIN = p(r("words of the middle line"))
LINK = p(r("see "), '<w:hyperlink r:id="site">' + r("the site") + "</w:hyperlink>", r(" for more"))
# what is changed: base, draft, a word of the note for renderings of the text, what the redline's parts hold ("" : a note there too)
CHANGES = {
    "a comment": (doc(PLAIN), doc(p(r("words of "), made.commented(3, "the middle"), r(" line")), comments=made.comment(3, "Jane Roe", "Is this final?")),
                  "Jane Roe on \"the middle\": Is this final?", ("word/comments.xml", "Is this final?")),
    "a second comment": (doc(p(made.commented(3, "words"), r(" of the middle line")), comments=made.comment(3, "Kim", "old")),
                         doc(p(made.commented(3, "words"), r(" of the middle "), made.commented(4, "line")), comments=made.comment(3, "Kim", "old") + made.comment(4, "Lee", "fresh &amp; new")),
                         "Lee on \"line\": fresh & new", ("word/comments.xml", 'w:author="Lee (')),
    "a comment taken out": (doc(p(made.commented(3, "words"), r(" of the middle line")), comments=made.comment(3, "Kim", "old")), doc(p(r("words of the middle line"))), "taken out: old", ""),
    "a comment on new words": (doc(PLAIN), doc(p(r("words of the middle line "), made.commented(5, "and some new ones")), comments=made.comment(5, "Jane Roe", "Mine.")),
                               "Mine.", ("word/document.xml", "commentRangeStart")),
    "a bookmark": (doc(PLAIN), doc(p(r("words of "), made.bookmarked(9, "centre", "the middle"), r(" line"))), 'the bookmark "centre"', ("word/document.xml", 'w:name="centre"')),
    "a bookmark taken out": (doc(p(made.bookmarked(9, "centre", "words"), r(" of the middle line"))), doc(PLAIN), 'the bookmark "centre"', ""),
    "a bookmark elsewhere": (doc(p(made.bookmarked(9, "centre", "words"), r(" of the middle line")), t("one more line")),
                             doc(PLAIN, p(made.bookmarked(9, "centre", "one more line"))), "stands elsewhere in the text: \"centre\"", ""),
    "the page": (doc(PLAIN), doc(PLAIN, section=WIDE), "page size", ""),
    "columns": (doc(PLAIN), doc(PLAIN, section=COLUMNS), "columns", ""),
    "a new section": (doc(PLAIN), doc(p(r("words of the middle line"), ppr=made.SECTION.format(""))), "new section", ""),
    "a section taken out": (doc(p(r("words of the middle line"), ppr=made.SECTION.format(""))), doc(PLAIN), "section's end", ""),
    "a new header": (doc(PLAIN), doc(PLAIN, header="Head of draft"), "Head of draft", ""),
    "a header taken out": (doc(PLAIN, header="Head of base"), doc(PLAIN), "Head of base", ""),
    "the look of a table": (doc(TABLE.format("", "", "")), doc(TABLE.format("", "", '<w:tblBorders><w:top w:val="double" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>')),
                            "table 1 looks otherwise: the table as a whole", ""),
    "the look of a cell": (doc(TABLE.format("", "", "")), doc(TABLE.format('<w:shd w:val="clear" w:fill="FF0000"/>', "", "")), "1 cell", ""),
    "the look of a row": (doc(TABLE.format("", "", "")), doc(TABLE.format("", '<w:trHeight w:val="900"/>', "")), "1 row", ""),
    "a list's definition": (doc(p(r("an item"), ppr=ITEM)), doc(p(r("an item"), ppr=ITEM), levels=made.LEVEL.format("lowerLetter", "(%1)")), "numbered (a) in place of",
                            ("word/numbering.xml", "lowerLetter")),
    "a style's definition": (doc(PLAIN), doc(PLAIN, styles=made.STYLES.replace('w:left="720"', 'w:left="1440"')), '"Quote"', ""),
    "a new picture": (doc(PLAIN), doc(p(r("words of the middle line "), made.picture())), "picture", ("word/media/p.png", "")),
    "another picture": (doc(p(r("here "), made.picture())), doc(p(r("here "), made.picture()), red=10), "picture", ("word/media/p-e1.png", "")),
    "another equation": (doc(p(r("as "), made.equation("x=1"))), doc(p(r("as "), made.equation("x=2"))), "equation x=2", ("word/document.xml", "x=2")),
    "a new footnote": (doc(PLAIN), doc(p(r("words of the middle line"), made.reference(1)), notes=NOTE.format("Said aside.")), "Said aside.", ("word/footnotes.xml", "Said aside.")),
    "a footnote's words": (doc(p(r("words"), made.reference(1)), notes=NOTE.format("Said early.")), doc(p(r("words"), made.reference(1)), notes=NOTE.format("Said late.")), "late", ("word/footnotes.xml", "late")),
    "a link's target": (doc(LINK), doc(LINK, link="https://example.com/other"), "leads to https://example.com/other", ""),
    "bold words": (doc(PLAIN), doc(p(r("words of the "), r("middle", "<w:b/>"), r(" line"))), "middle", ("word/document.xml", "rPrChange")),
    "another alignment": (doc(PLAIN), doc(p(r("words of the middle line"), ppr='<w:jc w:val="right"/>')), "words of the middle line", ("word/document.xml", "pPrChange")),
}


def merge(entente, folder, out):
    done = subprocess.run([entente, "merge", "base.docx", "North=draft.docx", "-o", out], cwd=folder, capture_output=True, check=False)
    with open(os.path.join(folder, out), "rb") as file:
        return done.stderr.decode(), file.read()


def texts_of(value):
    """All strings of a JSON tree."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in texts_of(item)] if isinstance(value, list) else []


def faults(entente, folder, case, lint):
    base, draft, note, carried = case
    for name, content in (("base.docx", base), ("draft.docx", draft)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    said, written = merge(entente, folder, "out.json")
    tree = json.loads(written)
    if not any(note in text for text in texts_of(tree)):
        yield f"JSON does not say {note!r}: {tree['notes']}"
    if note.startswith("leads") and "leads" not in said:
        yield f"the summary does not say {note!r}"
    page = merge(entente, folder, "out.html")[1].decode().replace("&quot;", '"').replace("&#39;", "'").replace("&amp;", "&")
    if note not in page:
        yield f"the page does not say {note!r}"
    said, written = merge(entente, folder, "out.docx")
    archive = zipfile.ZipFile(io.BytesIO(written))
    if not carried and note not in said:
        yield f"neither carried nor said: {said}"
    if carried and (carried[0] not in archive.namelist() or carried[1] not in archive.read(carried[0]).decode("utf-8", "replace")):
        yield f"{carried[0]} does not hold {carried[1]!r}"
    yield from (lint(os.path.join(folder, "out.docx")) if lint else [])


def main():
    entente, lint = os.path.abspath(sys.argv[1]), None
    if len(sys.argv) > 2 and os.path.exists(sys.argv[2]):
        spec = importlib.util.spec_from_file_location("docx_lint", sys.argv[2])
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        lint = module.lint
    failed = False
    print(f"1..{len(CHANGES)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, case) in enumerate(CHANGES.items(), 1):
            wrong = list(faults(entente, folder, case, lint))
            for line in wrong:
                print("#", line)
            print("not ok" if wrong else "ok", number, "-", name)
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
