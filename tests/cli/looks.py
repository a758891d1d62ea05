#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Formats written otherwise, and widths of columns. Prints TAP. looks.py ENTENTE"""
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import desk as desks  # noqa: E402
import docx_files as whole  # noqa: E402
import odd_files as odd  # noqa: E402

STYLES = (whole.STYLES + '<w:style w:type="paragraph" w:styleId="Duty"><w:name w:val="Duty"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="Free"><w:name w:val="Free"/></w:style>')
NONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


def styled(words, style, more=""):
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{more}</w:pPr>{odd.r(words)}</w:p>"


def table(*widths):
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{odd.t(f"Cell {i}")}</w:tc>' for i in range(len(widths)))
    return ("<w:tbl><w:tblPr/><w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
            + f"<w:tr>{cells}</w:tr></w:tbl>" + odd.t("Behind the table."))


class Desk(desks.Desk):
    def told(self, base, draft):
        """Revisions and notes of a diff, changes of format in a merge."""
        paths = [self.put(name, whole.package(body, styles=STYLES)) for name, body in (("b.docx", base), ("d.docx", draft))]
        code, out, err = self.run("diff", *paths, "--json")
        merged = self.path("m.json")
        merge = self.run("merge", paths[0], f"A={paths[1]}", "-o", merged)
        if code or merge[0]:
            return None, err + merge[2], None
        tree = json.loads(out)
        with open(merged, encoding="utf-8") as file:
            return [r["kind"] for r in tree["revisions"]], " ".join(tree["notes"]), json.load(file)["summary"]["formatting"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], folder)
        head = odd.t("The Parties have agreed as follows.")
        for style in ("", "Free"):
            told = desk.told(head + styled("Duties", style), head + styled("Duties", style, NONE))
            desk.ok(told[0] == [] and told[2] == 0, f"no list where the style {style or 'of all'} has none is no change", told)
        told = desk.told(head + styled("Duties", "Duty"), head + styled("Duties", "Duty", NONE))
        desk.ok(told[0] != [] or "Duties" in told[1], "but it is where the style has a list", told)
        for widths, is_told in (((2000, 3000), True), ((3000, 1000), True), ((2008, 1991), False), ((2000, 2000), False)):
            revisions, notes, _ = desk.told(head + table(2000, 2000), head + table(*widths))
            desk.ok(revisions == [] and ("the widths of its columns" in notes) == is_told, f"columns of {widths}: {'a note' if is_told else 'nothing'}", (revisions, notes))
        desk.end()


if __name__ == "__main__":
    main()
