#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Thirty redlines of ours beside those of docxodus, of texts that stand here: a table to print and a page to look at.

redlines_beside.py ENTENTE PEER PAGE: PEER is a folder where `npm install docxodus` was run, PAGE the .html file to write. Each pair is the agreement
below and a copy of it edited by tests/support/heavy_edits.py. What is counted: the revisions that each program lists, the words that its redline
has taken out and put in, and whether that, all refused and all accepted, is the base and the draft for tests/support/redline_reading.py.
"""
import html
import json
import os
import subprocess
import sys
import tempfile

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, os.path.join(root, "tests", "support"))
import docx_files as made  # noqa: E402
import heavy_edits as heavy  # noqa: E402
import odd_files as odd  # noqa: E402
import redline_reading as plain  # noqa: E402

PAIRS = 30
CLAUSES = """The Northern Council and the Southern Council (the “Parties”) share the waters of the Ardel and its tributaries.
Each Party may draw up to 40 % of the yearly flow that the gauge at Tarn Bridge records [on average over three years].
A Party that intends to build a dam, weir or canal gives notice at least 90 days before works begin.
The other Party answers within 60 days. If it is silent, the works may begin, but not before the notice has run out.
Between 1 June and 30 September neither Party draws more than the share in paragraph 2 in any week.
A Joint Commission of six members (three from each Party) meets four times a year, alternately in Tarn and in Velmark.
The Commission keeps the records of the gauges, publishes them every month and settles questions of measurement.
The costs of the Commission are borne in equal parts; each Party pays its members.
Fishing rights are not touched by this Agreement [except where a weir closes the river].
A dispute that the Commission has not settled in 120 days goes to an arbitrator whom both Parties name.
This Agreement takes effect 30 days after the last signature and holds for ten years.
It is renewed for five years at a time unless a Party gives notice one year before it ends.""".split("\n")
ROWS = [("Gauge", "Share", "Season"), ("Tarn Bridge", "40 %", "all year"), ("Velmark Weir", "25 %", "June to September"), ("Old Mill", "10 %", "October to May")]


def agreement():
    def paragraph(words):
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{odd.r(words)}</w:p>'

    cells = "".join("<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{odd.t(cell)}</w:tc>' for cell in row) + "</w:tr>"
                    for row in ROWS)
    grid = '<w:gridCol w:w="2000"/>' * 3
    table = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>'
    return made.package("".join(map(paragraph, CLAUSES[:5])) + table + "".join(map(paragraph, CLAUSES[5:])))


class Shown(plain.Reader):
    """The redline as lines of (kind, words): kept, out, in."""

    def __init__(self, path):
        super().__init__(path, lambda _: True)
        self.kind = "kept"

    def shown(self, element):
        return True

    def add_inline(self, element, out):
        for one in element:
            name, before = plain.local(one), self.kind
            self.kind = "in" if name in ("ins", "moveTo") else "out" if name in ("del", "moveFrom") else before
            if name in ("t", "delText"):
                out.append(f"\x01{self.kind}\x02{one.text or ''}\x03")
            elif name not in ("pPr", "rPr", "instrText", "delInstrText"):
                self.add_inline(one, out)
            self.kind = before


def pieces(line):
    for part in line.split("\x03"):
        if "\x01" in part:
            before, _, rest = part.partition("\x01")
            kind, _, words = rest.partition("\x02")
            if before:
                yield "kept", before
            yield kind, words
        elif part:
            yield "kept", part


def lines_of(path):
    return [list(pieces(line)) for line in Shown(path).text()]


def words_changed(path):
    return tuple(sum(len(words.split()) for line in lines_of(path) for kind, words in line if kind == wanted) for wanted in ("out", "in"))


def is_right(path, base, draft):
    return (plain.reading(path, lambda _: False) == plain.reading(base, lambda _: True) and
            plain.reading(path, lambda _: True) == plain.reading(draft, lambda _: True))


def column(path):
    tags = {"kept": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}
    return "".join(f"<p>{''.join(tags[kind].format(html.escape(words)) for kind, words in line)}</p>" for line in lines_of(path))


STYLE = """body{font:16px/1.5 Georgia,serif;max-width:78rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #ccc}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.pair p{margin:.3rem 0}del{color:#a02020}ins{color:#1a5fb4;text-decoration:underline}
@media(max-width:50rem){.pair{grid-template-columns:1fr}}@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}del{color:#ff8a80}ins{color:#8ab4f8}}"""


def page(folder, rows):
    out = ["<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Redlines side by side</title>",
           f"<style>{STYLE}</style><h1>Redlines side by side</h1><p>Left Entente, right docxodus; struck: taken out, underlined: put in. ",
           "The base is the same agreement thirty times; each draft is edited otherwise.</p>", table(rows, "html")]
    for i, row in enumerate(rows):
        out.append(f"<h2 id=\"p{i + 1}\">Pair {i + 1}: {row[1]} and {row[4]} revisions</h2><div class=\"pair\"><section>{column(f'{folder}/{i}.ours.docx')}</section>"
                   f"<section>{column(f'{folder}/{i}.peer.docx')}</section></div>")
    return "".join(out)


HEAD = ["pair", "ours: revisions", "words out / in", "right", "docxodus: revisions", "words out / in", "right"]


def table(rows, form):
    total = ["all"] + [sum(row[i] for row in rows) if i in (1, 4) else f"{sum(row[i][0] for row in rows)} / {sum(row[i][1] for row in rows)}" if i in (2, 5)
                       else f"{sum(row[i] for row in rows)} of {len(rows)}" for i in range(1, 7)]
    lines = [[str(c) if not isinstance(c, (tuple, bool)) else "yes" if c is True else "no" if c is False else f"{c[0]} / {c[1]}" for c in row] for row in rows + [total]]
    if form == "html":
        return ("<table><tr>" + "".join(f"<th>{one}</th>" for one in HEAD) + "</tr>" +
                "".join("<tr>" + "".join(f"<td>{one}</td>" for one in line) + "</tr>" for line in lines) + "</table>")
    return "\n".join("| " + " | ".join(line) + " |" for line in [HEAD, ["---:"] * len(HEAD), *lines])


def main():
    entente, peer, out = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        seed = 100
        for i in range(PAIRS):
            base, draft = f"{folder}/{i}.base.docx", f"{folder}/{i}.draft.docx"
            with open(base, "wb") as file:
                file.write(agreement())
            parts = heavy.package(base)
            while not os.path.exists(draft) or plain.reading(draft, lambda _: True) == plain.reading(base, lambda _: True):
                heavy.written(heavy.edited(parts, heavy.main_part(parts), seed), draft)
                seed += 1
            subprocess.run([entente, "merge", base, f"Ada={draft}", "--any-base", "-o", f"{folder}/{i}.ours.docx"], capture_output=True, check=True)
        done = subprocess.run(["node", os.path.abspath(os.path.join(root, "bench", "redlines_peer.mjs")), folder, str(PAIRS)], cwd=peer, capture_output=True, check=True)
        counts = json.loads(done.stdout.decode().strip().split("\n")[-1])
        for i in range(PAIRS):
            base, draft, ours, theirs = (f"{folder}/{i}.{kind}.docx" for kind in ("base", "draft", "ours", "peer"))
            said = subprocess.run([entente, "diff", base, draft, "--json"], capture_output=True, check=False)
            rows.append([i + 1, len(json.loads(said.stdout)["revisions"]), words_changed(ours), is_right(ours, base, draft), counts[i], words_changed(theirs),
                         is_right(theirs, base, draft)])
        with open(out, "w", encoding="utf-8") as file:
            file.write(page(folder, rows))
    print(table(rows, "md"))


if __name__ == "__main__":
    main()
