#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the pages about packages and actors to the JSON answers: page_figures.py PAGE JSON. Each figure of the
answer's summary must stand in the page's words or tables, and figures that belong together in one row.
The page is one file: it closes every element and asks for nothing outside."""
import decimal
import html.parser
import json
import re
import sys

VOID = {"meta", "br", "hr", "img", "input", "circle", "path", "polyline", "line", "rect"}


class Page(html.parser.HTMLParser):
    """Rows of cells, and all other words; the picture and the style sheet are left out."""

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.words, self.wrong = [], [], [], []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("src", "href") and not (value or "").startswith("#"):
                self.wrong.append(f"{tag} asks for {value}")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if {"svg", "style", "title"} & set(self.open):
            return
        if {"td", "th"} & set(self.open):
            # A gain stands in small letters behind its value: the value is the cell's figure.
            self.rows[-1][-1] += " " + data
        self.words.append(data)


NUMBER = r"-?\d[\d,]*(?:\.\d+)?"


def numbers(text):
    return [decimal.Decimal(found.replace(",", "")) for found in re.findall(NUMBER, text)]


def figure(cell):
    found = re.match(rf"\s*({NUMBER})(?:\s|$)", cell)
    return decimal.Decimal(found.group(1).replace(",", "")) if found else None


def stands_in_a_row(rows, wanted):
    for row in rows:
        figures = [figure(cell) for cell in row]
        for at in range(len(figures) - len(wanted) + 1):
            if figures[at:at + len(wanted)] == wanted:
                return True
    return False


def rows_of_answer(answer):
    """What must stand side by side in a row of a table."""
    each = [answer.get(name) for name in ("ideal_feasible", "ideal_acceptable", "nadir_front", "acceptable_to_each")]
    if all(each):
        yield from (list(row) for row in zip(*each))
    for point in ("nash", "utilitarian", "maxmin", "egalitarian", "ks"):
        yield from answer.get(point, {}).get("utilities", [])[:12]
    for concession in answer.get("concessions", []):
        yield [concession["lower_by"], concession["acceptable"], *(concession["best_for_each"] or [])]
    for standing in answer.get("draft", {}).get("parties", []):
        yield [standing["worth"], standing["over_reserve"]]
    for trade in answer.get("draft", {}).get("trades", [])[:12]:
        yield trade["gains"]
    blocks = answer.get("blocks", {})
    yield from ([issue["common_gain_if_released"]] for issue in blocks.get("issues", []))
    yield from ([line["acceptable"]] for line in blocks.get("red_lines", []))


def rows_of_prospects(answer):
    old, new = answer["old"], answer["new"]
    yield [old["acceptable"], new["acceptable"]]
    if "common_gain" in old and "common_gain" in new:
        yield [old["common_gain"], new["common_gain"]]
    yield from (list(row) for row in zip(old["acceptable_to_each"], new["acceptable_to_each"]))
    if old["ideal_acceptable"] and new["ideal_acceptable"]:
        yield from (list(row) for row in zip(old["ideal_acceptable"], new["ideal_acceptable"]))
    yield from ([change["raises_common_gain_by"]] for change in answer["changes"])


def rows_of_uncertain(answer):
    for who in [*answer["acceptable_to_each"], answer["acceptable"]]:
        yield [who["surely"], who["possibly"]]
    for question in answer["questions"][:8]:
        for reply in ("yes", "no"):
            yield [question[reply][name] for name in ("undecided", "surely", "possibly")]


def rows_of_spatial(answer):
    for dimension in answer["dimensions"]:
        for alternative in dimension["alternatives"]:
            yield [alternative[name] for name in ("position", "weight", "wins", "losses", "ties")]
        for actor in dimension["actors"]:
            yield [actor["influence"]]
            yield [actor["salience"]]
        for actor in dimension.get("challenge", {}).get("actors", []):
            yield [round(actor[name], 4) for name in ("risk", "start", "end")]


KINDS = {
    "entente-bargain-answer/1": (rows_of_answer, [
        ("packages",), ("logically_feasible",), ("feasible",), ("acceptable",), ("front_size",), ("acceptable_front_size",),
        ("efficient_packages",), ("min_uniform_concession",), ("draft", "packages_no_worse_for_anyone"),
        ("blocks", "common_gain"), ("blocks", "party_set_lower_each_by")]),
    "entente-bargain-prospects/1": (rows_of_prospects, [("kept",), ("gained",), ("lost",)]),
    "entente-bargain-uncertain/1": (rows_of_uncertain, [
        ("packages",), ("feasible",), ("undominated", "surely"), ("undominated", "possibly"), ("undominated", "never"),
        ("questions_possible",), ("questions_weighed",)]),
    "entente-spatial/1": (rows_of_spatial, [("actor_count",)]),
}


def member(answer, path):
    for name in path:
        answer = answer.get(name) if isinstance(answer, dict) else None
    return answer


def faults_of(page_path, answer_path):
    page = Page()
    with open(page_path, encoding="utf-8") as file:
        page.feed(file.read())
    with open(answer_path, encoding="utf-8") as file:
        answer = json.load(file, parse_float=decimal.Decimal)
    wrong = page.wrong + [f"<{tag}> is left open" for tag in page.open]
    rows, paths = KINDS[answer["format"]]
    said = set(numbers(" ".join(page.words)))
    looked_at = 0
    for path in paths:
        value = member(answer, path)
        if isinstance(value, int) and not (path[-1] == "min_uniform_concession" and value <= 0):
            looked_at += 1
            wrong += [] if value in said else [f"{'.'.join(path)} {value} is not said"]
    for row in rows(answer):
        looked_at += 1
        wrong += [] if stands_in_a_row(page.rows, row) else [f"no row has {row} side by side"]
    return wrong + ([f"{looked_at} figures and rows alone"] if looked_at < 5 else [])


def main():
    wrong = [f"{page}: {fault}" for page, answer in zip(sys.argv[1::2], sys.argv[2::2]) for fault in faults_of(page, answer)]
    print(*wrong[:10], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
