#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Formats written otherwise, and widths of columns. Prints TAP. looks.py ENTENTE"""
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as whole  # noqa: E402
import odd_files as odd  # noqa: E402

STYLES = (whole.STYLES + '<w:style w:type="paragraph" w:styleId="Duty"><w:name w:val="Duty"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="Free"><w:name w:val="Free"/></w:style>')
NONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
results = []


def ok(good, name, said=""):
    results.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}")
    if not good:
        print("#", str(said)[:1500].replace("\n", "\n# "))


def styled(words, style, more=""):
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{more}</w:pPr>{odd.r(words)}</w:p>"


def table(*widths):
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{odd.t(f"Cell {i}")}</w:tc>' for i in range(len(widths)))
    return ("<w:tbl><w:tblPr/><w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
            + f"<w:tr>{cells}</w:tr></w:tbl>" + odd.t("Behind the table."))


class Desk:
    def __init__(self, entente, folder):
        self.entente, self.folder = entente, folder

    def told(self, base, draft):
        """Revisions and notes of a diff, changes of format in a merge."""
        paths = []
        for name, body in (("b.docx", base), ("d.docx", draft)):
            paths.append(os.path.join(self.folder, name))
            with open(paths[-1], "wb") as file:
                file.write(whole.package(body, styles=STYLES))
        diff = subprocess.run([self.entente, "diff", *paths, "--json"], capture_output=True, check=False)
        merged = os.path.join(self.folder, "m.json")
        merge = subprocess.run([self.entente, "merge", paths[0], f"A={paths[1]}", "-o", merged], capture_output=True, check=False)
        if diff.returncode or merge.returncode:
            return None, diff.stderr + merge.stderr, None
        tree = json.loads(diff.stdout)
        with open(merged, encoding="utf-8") as file:
            return [r["kind"] for r in tree["revisions"]], " ".join(tree["notes"]), json.load(file)["summary"]["formatting"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(os.path.abspath(sys.argv[1]), folder)
        head = odd.t("The Parties have agreed as follows.")
        for style in ("", "Free"):
            told = desk.told(head + styled("Duties", style), head + styled("Duties", style, NONE))
            ok(told[0] == [] and told[2] == 0, f"no list where the style {style or 'of all'} has none is no change", told)
        told = desk.told(head + styled("Duties", "Duty"), head + styled("Duties", "Duty", NONE))
        ok(told[0] != [] or "Duties" in told[1], "but it is where the style has a list", told)
        for widths, is_told in (((2000, 3000), True), ((3000, 1000), True), ((2008, 1991), False), ((2000, 2000), False)):
            revisions, notes, _ = desk.told(head + table(2000, 2000), head + table(*widths))
            ok(revisions == [] and ("the widths of its columns" in notes) == is_told, f"columns of {widths}: {'a note' if is_told else 'nothing'}", (revisions, notes))
    print(f"1..{len(results)}")


if __name__ == "__main__":
    main()
