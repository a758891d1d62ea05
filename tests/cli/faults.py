#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that once came out wrong, each in every form. Prints TAP. faults.py ENTENTE [docx_lint.py]"""
import html
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import docx_files as whole  # noqa: E402
import odd_files as odd  # noqa: E402

FILES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "faults")


def path(name):
    return os.path.join(FILES, name if name.endswith(".md") else f"{name}.docx")


def words(text):
    return re.findall(r"\w+", text)


def page_words(source):
    """The words of a page's text, and whether an id stands there twice."""
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", source)
    ids = re.findall(r'\bid="([^"]+)"', body)
    return words(html.unescape(re.sub(r"<[^>]+>", " ", body))), len(ids) != len(set(ids))


class Merged:
    """One base and its drafts, merged into every form."""

    FORMS = {"md": (), "txt": (), "json": (), "html": (), "docx": (), "columns.html": ("--as", "columns"), "columns.docx": ("--as", "columns"),
             "columns.md": ("--as", "columns"), "redline.html": ("--as", "redline")}

    def __init__(self, desk, base, drafts, *options):
        self.desk, self.base, self.drafts, self.files = desk, path(base), {name: path(file) for name, file in drafts.items()}, {}
        self.errors = []
        for form, as_form in self.FORMS.items():
            out = os.path.join(desk.folder, f"o.{form}")
            done = desk.call("merge", self.base, *(f"{name}={file}" for name, file in self.drafts.items()), *as_form, *options, "--check", "-o", out)
            if done.returncode > 1:
                self.errors.append(f"{form}: {done.stderr}")
                continue
            self.code, self.notes = done.returncode, [line[6:] for line in done.stderr.splitlines() if line.startswith("note: ")]
            with open(out, "rb") as file:
                self.files[form] = file.read()
        if not self.errors:
            self.tree = json.loads(self.files["json"])
            self.revisions = {name: self.diff(file) for name, file in self.drafts.items()}

    def diff(self, draft):
        return json.loads(self.desk.call("diff", self.base, draft, "--json").stdout)["revisions"]

    def text(self, form):
        return self.files[form].decode()

    def kinds(self, name="A"):
        return sorted(revision["kind"] for revision in self.revisions[name])

    def faults(self):
        """What holds of every file: readings are the sources', pages are whole, the .docx is clean."""
        yield from self.errors
        if self.errors:
            return
        sources = {("--base",): self.base, **{("--party", name): file for name, file in self.drafts.items()}}
        # What a note, header or footer is called is no word of the file.
        said = {key: words(re.sub(r"(?m)^\[(foot|end|head)\w+ \w+\]$", "", self.desk.call("text", file).stdout)) for key, file in sources.items()}
        has_asides = any("note" in text or "footer" in text for text in map(" ".join, said.values()))
        if self.has_layout():
            said = {("--base",): said[("--base",)]}
        for form in ("json", "md", "txt"):
            out = os.path.join(self.desk.folder, f"o.{form}")
            for key in said:
                found = words(re.sub(r"(?m)^\s*\|[\s|-]+\|\s*$|<[^>]*>|&nbsp;", " ", self.desk.call("view", out, *key).stdout))
                if form == "json" and found != said[key] and not has_asides:
                    yield f"view {form} {key}: {found} not {said[key]}"
                elif missing(said[key], found):
                    yield f"view {form} {key}: without {missing(said[key], found)}"
        for form in ("html", "columns.html", "redline.html"):
            found, is_doubled = page_words(self.text(form))
            if is_doubled:
                yield f"{form}: two elements of one id"
            for key in said:
                if missing(said[key], found):
                    yield f"{form}: without {missing(said[key], found)}"
        out = os.path.join(self.desk.folder, "o.docx")
        for key, options in [(("--base",), ("--reject",))] + [(("--party", name), ("--author", name)) for name in self.drafts]:
            found = words(re.sub(r"(?m)^\[(foot|end|head)\w+ \w+\]$", "", self.desk.call("text", out, *options).stdout))
            if key in said and found != said[key]:
                yield f"{options} of the .docx: {found} not {said[key]}"
        for form in ("docx", "columns.docx"):
            yield from (f"{form}: {line}" for line in self.desk.lint(os.path.join(self.desk.folder, f"o.{form}")))

    def has_layout(self):
        """New sections and their footers are told, not carried."""
        return any(change["of"] == "layout" for change in self.tree["formatting"])


def missing(wanted, found):
    left = {}
    for word in found:
        left[word] = left.get(word, 0) + 1
    return sorted({word for word in wanted if left.get(word, 0) == 0 and not word.isdigit() and word != "footnote"})


class Desk:
    def __init__(self, entente, folder, lint):
        self.entente, self.folder, self.lint, self.count, self.wrong = entente, folder, lint, 0, 0

    def call(self, *options):
        return subprocess.run([self.entente, *options], capture_output=True, text=True, check=False)

    def ok(self, good, name, said=""):
        self.count += 1
        self.wrong += not good
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}")
        if not good:
            print("#", str(said)[:2000].replace("\n", "\n# "))

    def merged(self, name, base, drafts, *options):
        merged = Merged(self, base, drafts, *options)
        faults = list(merged.faults())
        self.ok(not faults, f"{name}: every form reads as its sources", faults)
        return merged


def part(content, name):
    with zipfile.ZipFile(content) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def nothing_changed(desk, name, base, draft, note=""):
    merged = desk.merged(name, base, {"A": draft})
    notes = [line for line in merged.notes if "bookmark" not in line and "a style is defined otherwise" not in line]
    good = merged.code == 0 and merged.kinds() == [] and merged.tree["formatting"] == [] and all(note in line for line in notes) and bool(notes) == bool(note)
    desk.ok(good, f"{name}: no change{' but a note' if note else ''}", (merged.code, merged.revisions, merged.tree["formatting"], notes))
    with zipfile.ZipFile(os.path.join(desk.folder, "o.docx")) as out, zipfile.ZipFile(path(base)) as old:
        same = out.read("word/document.xml") == old.read("word/document.xml")
    desk.ok(same, f"{name}: the redline's text is the base's to the byte")


def changed(desk, name, base, draft, kinds, *, notes=None):
    """The one draft is told in these revisions; gives the merged text."""
    merged = desk.merged(name, base, {"A": draft})
    desk.ok(merged.kinds() == sorted(kinds) and merged.code == 1, f"{name}: {', '.join(kinds)}, and --check exits 1", (merged.code, merged.revisions))
    if notes is not None:
        desk.ok(merged.notes == notes, f"{name}: the notes", merged.notes)
    return merged


def labels(desk, file, *options):
    return desk.call("text", file, "--labels", *options).stdout


def words_and_brackets(desk):
    changed(desk, "a bracket and a word taken out (TOP1)", "TOP1b", "TOP1a", ["delete", "delete"])
    changed(desk, "another prefix than w: (49)", "49a", "49b", ["replace"])
    merged = changed(desk, "a new clause beside a moved one (60)", "60b", "60c", ["insert", "move"])
    desk.ok([(r["kind"], r["new"]) for r in merged.revisions["A"] if r["kind"] == "insert"] == [("insert", "New clause lets the Buyer end the Agreement at will.")],
            "the new clause is an insertion", merged.revisions)
    desk.ok(len(merged.tree["moves"]) == 1 and merged.tree["summary"]["slots"] == 3, "one move, one insertion among the slots", merged.tree["summary"])
    rows = re.findall(r'<tr class="st-(\w)[^"]*" id="r\d+">.*?</tr>', merged.text("columns.html"))
    desk.ok(rows == ["A", "A", "M", "A", "A", "M", "P"], "in columns the clause has moved, the new one is a proposal", rows)
    desk.merged("struck and highlighted by hand, as they stand", "proposal", {"A": "strikehl"}, "--struck", "words")
    merged = Merged(desk, "proposal", {"A": "strikehl"})
    desk.ok([(r["old"], r["new"]) for r in merged.revisions["A"]] == [("30", "20")] and any("struck through by hand" in line for line in merged.notes),
            "struck and highlighted by hand: a deletion and an insertion, and a note", (merged.revisions, merged.notes))
    merged = desk.merged("a hyperlink field without end (22)", "22b", {"A": "22a"})
    desk.ok("](" not in merged.text("md").split("\n\n")[1], "a hyperlink field without end (22): the next paragraph is no link", merged.text("md"))


def tables(desk):
    merged = changed(desk, "a row, a column and a price (q3table)", "q3table.b", "q3table.a", ["insert", "insert", "replace"])
    units = [s["unit"] for p in merged.tree["points"] for s in p["segments"] if "unit" in s]
    desk.ok("rows" in units and merged.tree["summary"]["slots"] == 3, "rows and columns are units in JSON", merged.tree["summary"])
    for line in ("| Service | [cell A: Unit] | Fee |", "| [row A: Storage | day | 30] |", "| Towage | [cell A: hour] | [base: 900] [A: 950] |"):
        desk.ok(line in merged.text("md"), f"Markdown has {line}", merged.text("md"))
    desk.ok("[A: Storage\n\nday\n\n30]" in merged.text("txt"), "a row is one unit in plain text", merged.text("txt"))
    desk.ok("| Storage \\| day \\| 30 |" in merged.text("columns.md"), "a row of the table is a row of the columns", merged.text("columns.md"))
    view = desk.call("view", os.path.join(desk.folder, "o.md"), "--base").stdout
    desk.ok("| Towage | 900 |" in view and "Storage" not in view and "Unit" not in view, "view --base has the base's rows and columns", view)
    merged = changed(desk, "a row before a changed row (27)", "27b", "27a", ["insert", "replace", "replace"])
    desk.ok("| [row A: Review | Compliance] |\n| MFA | [base: Security] [A: Identity] |" in merged.text("md"), "a row before a changed row in Markdown", merged.text("md"))
    merged = changed(desk, "a table in a cell (29)", "29b", "29a", ["replace", "replace", "replace"])
    desk.ok("<table><tr><td>opt [base: x] [A: y]</td><td>no</td></tr></table>" in merged.text("md"), "a table in a cell stays one in Markdown", merged.text("md"))
    desk.ok(merged.text("html").count('<table class="grid">') == 2, "and on the page", merged.text("html")[:0])


def numbers(desk):
    nothing_changed(desk, "opened and saved (resaved)", "base", "resaved")
    out = os.path.join(desk.folder, "o.docx")
    desk.ok(labels(desk, out) == labels(desk, path("base")), "opened and saved: the numbers are the base's")
    nothing_changed(desk, "another indent (levels-indent)", "levels-base", "levels-indent")
    for name, base, draft, old, new in (("a list without its restart", "levels-base", "levels-resaved", "2.3.", "2.1."), ("a list that starts at 5 (40)", "40b", "40a", "1.", "5."),
                                        ("an item a level higher (45)", "45b", "45a", "(b)", "2.")):
        merged = changed(desk, name, base, draft, ["number"], notes=[])
        desk.ok(merged.revisions["A"][0]["new"] == f"numbered {new} in place of {old}", f"{name}: {old} becomes {new}", merged.revisions)
        desk.ok([(c["of"], c["change"]) for c in merged.tree["formatting"]] == [("number", f"numbered {new} in place of {old}")], f"{name}: in JSON", merged.tree["formatting"])
        desk.ok(labels(desk, out) == labels(desk, path(draft)) and labels(desk, out, "--reject") == labels(desk, path(base)), f"{name}: both readings have their numbers")
        columns = page_words(merged.text("columns.html"))[0]
        desk.ok(all(word in columns for word in words(new)), f"{name}: the columns have {new}")
    merged = changed(desk, "a new section with a footer (04)", "04b", "04a", ["layout", "layout"])
    desk.ok("Draft of 3 May" in merged.text("html") and "Draft of 3 May" in merged.text("json"), "the new footer's words are in the forms")


def numbered_rows(desk):
    """Rows whose first cell is an item of a list: a row put in on top gives those below another number."""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    drafts = {"rows": ("Pilotage", "Towage"), "more": ("Storage", "Pilotage", "Towage")}
    for name, rows in drafts.items():
        body = odd.tbl(*(odd.tr(odd.tc(odd.p(odd.r(row), ppr=item)), odd.tc(odd.t(f"{len(row)}00"))) for row in rows)) + odd.t("End.")
        with open(os.path.join(desk.folder, f"{name}.docx"), "wb") as file:
            file.write(whole.package(body))
    base, more = (os.path.join(desk.folder, f"{name}.docx") for name in drafts)
    out = {}
    for form in ("md", "html", "docx"):
        path_of = os.path.join(desk.folder, f"c.{form}")
        desk.call("merge", base, f"A={more}", "--as", "columns", "-o", path_of)
        out[form] = desk.call("text", path_of).stdout if form == "docx" else open(path_of, encoding="utf-8").read()
    found = re.findall(r"(?m)^\| \d+ \| \w \| .*$", out["md"])
    desk.ok([line.split(" | ")[2:5] for line in found[:3]] ==
            [["new", "", "1. Storage \\| 700"], ["1.", "1. Pilotage \\| 800", "2. Pilotage \\| 800"], ["2.", "2. Towage \\| 600", "3. Towage \\| 600"]],
            "numbers of rows in columns of Markdown", found)
    desk.ok(all(line in out["docx"] for line in ("1. Storage | 700", "1. Pilotage | 800\n2. Pilotage | 800", "2. Towage | 600\n3. Towage | 600")),
            "numbers of rows in columns of Word", out["docx"])
    cells = [re.sub(r"<[^>]+>", " ", cell).split() for cell in re.findall(r'(?s)<td dir="auto" (?:data-h="Base"|class="k0").*?</table>', out["html"])]
    desk.ok(cells[:6] == [[], ["1.", "Storage", "700"], ["1.", "Pilotage", "800"], ["2.", "Pilotage", "800"], ["2.", "Towage", "600"], ["3.", "Towage", "600"]],
            "numbers of rows in columns of a page", cells)
    desk.call("merge", base, f"A={more}", "-o", os.path.join(desk.folder, "c.html"))
    with open(os.path.join(desk.folder, "c.html"), encoding="utf-8") as file:
        page = file.read()
    desk.ok('<ins><span class="lb v p0">1.</span>Storage</ins>' in page, "a row put in bears its number on the page")


def looks(desk):
    nothing_changed(desk, "a look written otherwise (31)", "31b", "31a")
    nothing_changed(desk, "no list where the style has none (30)", "30b", "30a")
    nothing_changed(desk, "a width in the grid alone (13)", "13b", "13a", "the widths of its columns")
    nothing_changed(desk, "contents brought up to date (37)", "37b", "37a")
    merged = changed(desk, "a number of pages (14)", "14b", "14a", ["insert", "replace", "replace"])
    desk.ok(sorted((r["old"], r["new"]) for r in merged.revisions["A"]) == [("", "all "), ("1", "2"), ("4.2", "4.3")], "the number of pages is no wording", merged.revisions)


def notes_and_comments(desk):
    merged = desk.merged("two parties edit one note (34)", "34b", {"A": "34a", "C": "34c"})
    for form in ("md", "txt", "json", "html", "columns.html", "columns.docx", "docx"):
        content = merged.files[form].decode(errors="replace") if "docx" not in form else "".join(
            part(os.path.join(desk.folder, f"o.{form}"), f"word/{name}.xml") for name in ("document", "footnotes"))
        desk.ok("Counted from signature." in content and "\ufffc" not in content, f"a new footnote's words are in the {form}")
    desk.ok("[base, C: annex on] [A: schedule of] prices, as [base, A: amended] [C: replaced]" in merged.text("md"), "two parties edit one note: both stand there", merged.text("md"))
    merged = desk.merged("threads of comments (24)", "24b", {"A": "24a", "B": "24c"})
    comments = merged.tree["comments"]
    desk.ok([c["text"] for c in comments] == ["Why thirty?", "Because of the bank.", "Settled point.", "We cannot do thirty."], "comments are objects", comments)
    content = "".join(part(os.path.join(desk.folder, "o.docx"), f"word/{name}.xml") for name in ("comments", "commentsExtended"))
    ids = re.findall(r'w14:paraId="(\w+)"', content)
    desk.ok(len(ids) == len(set(ids)) and content.count("paraIdParent") == 1 and content.count('w15:done="1"') == 1, "a reply hangs on its comment, the settled one is settled", content)
    tracked = Merged(desk, "26a", {}, "--authors", "A=A1", "--authors", "B=B1")
    desk.ok(not tracked.errors and "xyz" in tracked.text("md") and re.search(r"\[A: [^]]*xyz[^]]*\]", tracked.text("md")) is not None,
            "words of one author that another strikes are both shown (26)", tracked.errors or tracked.text("md"))


def fragments(desk):
    done = desk.call("merge", path("base"), f"A={path('frag.md')}", "-o", os.path.join(desk.folder, "f.md"))
    desk.ok(done.returncode == 2 and "fragment" in done.stderr, "a pasted clause is refused as a whole text", done.stderr)
    done = desk.call("merge", path("base"), f"A={path('frag.md')}", "--fragment", "A", "-o", os.path.join(desk.folder, "f.json"))
    with open(os.path.join(desk.folder, "f.json"), encoding="utf-8") as file:
        tree = json.load(file)
    desk.ok(tree["summary"]["slots"] == 1, "and taken as a proposal for its clause", tree["summary"])


def checker(script):
    if not script or not os.path.exists(script):
        return lambda _: []
    spec = importlib.util.spec_from_file_location("docx_lint", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.lint


def main():
    lint = checker(sys.argv[2] if len(sys.argv) > 2 else "")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(os.path.abspath(sys.argv[1]), folder, lint)
        for group in (words_and_brackets, tables, numbers, numbered_rows, looks, notes_and_comments, fragments):
            group(desk)
    print(f"1..{desk.count}")


if __name__ == "__main__":
    main()
