#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fragments, counter-drafts and strangers at the gate; copies pass. Prints TAP.

fragments.py ENTENTE [TEXTS]: TEXTS made-up texts, each with ten copies and seventeen fragments.
"""
import json
import os
import pathlib
import random
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import desk as desks  # noqa: E402
import made_drafts as made  # noqa: E402

BASE = """Agreement on the Port of Lindmoor
The Parties, wishing to open the harbour to the ships of both, have agreed as follows:
Article 1 Purpose
1. This Agreement governs the use of the harbour, of the locks and of the warehouses on the eastern quay.
2. It does not touch the fishing rights of either Party in the outer roads.
Article 2 Administration
1. The Port shall be administered by a joint Authority of six members, three named by each Party.
2. The Authority decides by a majority of four; when votes are equal, the chair refers the matter to the Council.
3. Berths shall be allocated in the order in which ships ask for them.
Article 3 Free zone
1. Each Party shall be entitled to a free zone of not less than 12 hectares.
2. Goods that leave the zone by land pay the duties of the Party whose road they take.
3. Officers of both Parties control the gates together, by day and by night.
Article 4 Payment
1. The renewal of the locks costs 40 million crowns, of which each Party pays one half within 90 days of the request.
2. Who pays late owes interest of four per cent a year.
Article 5 Disputes
1. Disputes are first brought before the Council, which has 60 days to propose a settlement.
2. Failing that, either Party may call upon a tribunal of three arbitrators.
Done at Lindmoor in two copies, both being equally authentic.
""".splitlines()

# The same subject, in words of its own.
COUNTER = """Treaty about the harbour of Lindmoor
Both governments want ships to come and go freely, and so they settle this:
I. A single harbour board runs the port. Each government appoints three persons to that board, and no decision
stands unless four persons agree. Whenever the board is split, its chair asks the Council to choose.
II. Whoever arrives with cargo for the duty-free area may keep it there untaxed. Either government gets at least
twelve hectares, and guards from both sides watch every gate at all hours.
III. Repairing the locks will take forty million crowns. The two treasuries share that sum equally and transfer
their half three months after being asked; a slow treasury is charged interest.
IV. A quarrel goes to the Council, later to arbitrators, if the Parties cannot settle within two months.
V. Fishing rights in the outer roads remain as they were, the eastern quay and its warehouses are covered by this treaty.
""".splitlines()

STRANGER = """Minutes of the gardening club
We met on Tuesday evening in the old school and talked about roses, compost and the broken fence behind the shed.
Nobody wanted to be treasurer, so that Anna keeps the cash box until spring. Seeds will be ordered in January.
Tom brought cake. It was agreed that the watering rota hangs beside the door and that whoever forgets his turn bakes.
""".splitlines()


class Desk(desks.Desk):
    def __init__(self, entente, folder):
        super().__init__(entente, folder)
        self.folder = pathlib.Path(folder)

    def file(self, name, lines):
        made.write(self.folder / name, lines)
        return self.folder / name

    def merged(self, base, draft, *words):
        code, out, err = self.run("merge", base, f"A={draft}", *words, "-o", self.folder / "m.json")
        tree = json.loads((self.folder / "m.json").read_text()) if code == 0 else None
        return code, tree, err

    def reading(self, *which):
        return self.run("view", self.folder / "m.json", *which)[1]




def check_clauses(desk):
    base = desk.file("base.docx", BASE)
    clause = "1. Each Party shall be entitled to a free zone of not less than 25 hectares."
    mail = ["Dear colleagues,", "we could agree if Article 3 began as follows:", clause, "With kind regards", "Velmark"]
    for ending in ("md", "txt", "docx"):
        for what, lines in (("clause", ["Article 3 Free zone", clause]), ("mail", mail)):
            draft = desk.file(f"{what}.{ending}", lines)
            code, _, err = desk.merged(base, draft)
            desk.ok(code == 2 and "is a fragment" in err and "--fragment A" in err, f"a pasted {what} as .{ending} is told and refused", err)
            code, _, err = desk.merged(base, draft, "--fragment", "A")
            whole = desk.reading("--party", "A").split()
            wanted = " ".join(BASE).replace("12 hectares", "25 hectares").split()
            desk.ok(code == 0 and whole == wanted, f"asked for by name, the {what} as .{ending} changes its clause and nothing else",
               err + " ".join(whole))
            desk.ok(desk.reading("--base").split() == " ".join(BASE).split(), "and the base stays", "")
            desk.ok(("kind regards" in err) == (what == "mail"), "what resembles nothing is told", err)
    code, out, err = desk.run("diff", base, desk.folder / "clause.md")
    desk.ok(code == 2 and "is a fragment" in err, "diff does not show the rest as struck", out + err)
    code, out, err = desk.run("diff", base, desk.folder / "clause.md", "--fragment", "--json")
    desk.ok(code == 0 and json.loads(out)["count"] == 1, "diff compares a fragment with its clause", out + err)
    code, out, err = desk.run("merge", base, f"A={desk.folder / 'clause.docx'}", "--fragment", "A", "-o", desk.folder / "f.docx")
    code2, rejected, _ = desk.run("text", desk.folder / "f.docx", "--reject")
    desk.ok(code == 0 and rejected.split() == " ".join(BASE).split(), "a fragment's proposals stand in a .docx as tracked changes", err)
    code, _, err = desk.merged(base, desk.folder / "clause.md", "--any-base")
    desk.ok(code == 0 and "is a fragment" in err, "--any-base takes it as the whole text, and says what it is", err)
    code, _, err = desk.merged(base, desk.folder / "clause.md", "--fragment", "B")
    desk.ok(code == 2 and "B=FILE" in err, "a party without a draft has no fragment", err)


def check_others(desk):
    base = desk.folder / "base.docx"
    table = desk.folder / "table.csv"
    table.write_text('3.1,"Each Party shall be entitled to a free zone of not less than 25 hectares.",open\n'
                     '4.2,"Who pays late owes interest of six per cent a year.",open\n')
    code, _, err = desk.merged(base, table)
    desk.ok(code == 2 and "is a fragment" in err, "a table of clauses is told and refused", err)
    code, _, err = desk.merged(base, table, "--fragment", "A")
    whole = desk.reading("--party", "A")
    desk.ok(code == 0 and "25 hectares." in whole and "six per cent" in whole and '"' not in whole and "open\n" not in whole,
       "its cells are the proposals", err + whole)
    for name, lines, word in (("counter.txt", COUNTER, "is a counter-draft"), ("counter.docx", COUNTER, "is a counter-draft"),
                              ("stranger.md", STRANGER, "has little to do with"), ("short.txt", STRANGER[:1], "has little to do with"),
                              ("empty.txt", [], "it has no words")):
        code, _, err = desk.merged(base, desk.file(name, lines))
        desk.ok(code == 2 and word in err, f"{name} is told by its kind", err)
        code, _, err = desk.merged(base, desk.folder / name, "--fragment", "A")
        desk.ok(code == 2 and "resembles" in err, f"{name} is no fragment either", err)
    article = [line for line in BASE if line.startswith("Article 2")] + BASE[6:9]
    for name, lines in (("article.txt", article), ("first.txt", BASE[:9]), ("second.docx", BASE[9:])):
        code, _, err = desk.merged(base, desk.file(name, lines))
        desk.ok(code == 2 and "is a fragment" in err, f"{name}, a part of the text, is told and refused", err)
    part = desk.file("part.txt", ["3. Berths shall be allocated in the order in which ships ask for them.",
                                  "when votes are equal, the chair alone decides the matter and tells the Council."])
    code, _, err = desk.merged(base, part, "--fragment", "A")
    whole = desk.reading("--party", "A")
    desk.ok(code == 0 and "decides by a majority of four; when votes are equal" in whole, "a part of a clause stands for that part", err + whole)
    quoted = desk.folder / "reply.txt"
    quoted.write_text("On Monday you wrote:\n> 1. Each Party shall be entitled to a free zone of not less\n> than 30 hectares.\nNo.\n")
    code, _, err = desk.merged(base, quoted, "--fragment", "A")
    desk.ok(code == 0 and "30 hectares" in desk.reading("--party", "A"), "the marks of a quoted mail are no words", err)
    between = desk.file("between.md", ["2. It does not touch the fishing rights of either Party in the outer roads.",
                                       "2bis. Pleasure craft moor at the western quay free of charge.", "Article 2 Administration"])
    code, _, err = desk.merged(base, between, "--fragment", "A")
    whole = desk.reading("--party", "A")
    desk.ok(code == 0 and whole.find("outer roads.") < whole.find("Pleasure craft") < whole.find("Administration"),
       "a new clause between two neighbours stands between them", err + whole)


def check_copies(desk):
    base = desk.folder / "base.docx"
    without = [line for i, line in enumerate(BASE) if not 5 <= i <= 12]
    for name, lines in (("chapters.txt", without), ("longer.md", BASE + STRANGER * 3), ("turned.txt", BASE[::-1])):
        code, _, err = desk.merged(base, desk.file(name, lines))
        desk.ok(code == 0, f"{name} stays a copy", err)
    import odd_files as odd
    body = "".join(odd.t(line) if i < 3 else f'<w:p><w:del w:id="{i}" w:author="V" w:date="{odd.DATE}"><w:r><w:delText>{line}</w:delText></w:r></w:del></w:p>'
                   for i, line in enumerate(BASE))
    tracked = desk.folder / "tracked.docx"
    tracked.write_bytes(odd.plain(body))
    code, _, err = desk.merged(base, tracked)
    desk.ok(code == 0, "a copy whose tracked changes strike nearly all of it is a copy", err)
    few = desk.file("few.txt", ["1. The Parties act within 30 days.", "2. The Fund is held in trust."])
    code, _, err = desk.merged(few, desk.file("fewer.txt", ["1. The Parties act at once."]))
    desk.ok(code == 0, "in a text of two lines a line may be struck", err)


def check_case(desk):
    case = desk.folder / "talks.entente"
    for words in (("init", case, "--title", "The talks", "--id", "talks"), ("party", case, "UA", "--name", "Velmark"), ("enter", case, "document", "plan", "--set", "title=The plan")):
        desk.run(*words)
    code, _, err = desk.run("submit", case, desk.folder / "base.docx", "--document", "plan", "--base")
    if code != 0:
        desk.ok(False, "a case is made", err)
        return
    code, _, err = desk.run("submit", case, desk.folder / "clause.md", "--document", "plan", "--party", "UA")
    desk.ok(code == 2 and "is a fragment" in err and "--fragment" in err, "a fragment is not entered as a draft", err)
    code, _, err = desk.run("submit", case, desk.folder / "clause.md", "--document", "plan", "--party", "UA", "--fragment")
    desk.ok(code == 0 and "read as a fragment" in err, "asked for, it is entered as proposals, and that is said", err)
    direct = json.loads(desk.run("merge", desk.folder / "base.docx", f"UA={desk.folder / 'clause.md'}", "--fragment", "UA", "--as", "json")[1])
    _, out, _ = desk.run("show", case, "slots", "--json")
    slots = json.loads(out)
    desk.ok(len(slots) == direct["summary"]["slots"] > 0, "its slots are those of merge --fragment", (len(slots), direct["summary"]))
    code, out, err = desk.run("brief", case, "--json")
    desk.ok(code == 0 and json.loads(out)["documents"][0]["open_slots"] == len(slots), "the brief counts the same", out[:400] + err)
    copied = desk.folder / "copied.entente"
    desk.run("export", case, desk.folder / "exported")
    desk.run("import", desk.folder / "exported", "-o", copied)
    _, again, _ = desk.run("show", copied, "slots", "--json")
    desk.ok(json.loads(again) == slots, "a folder keeps that it is one")
    other = desk.file("other.md", ["Cats sleep all day long and hunt by night where nobody sees them."])
    code, _, err = desk.run("submit", case, other, "--document", "plan", "--party", "UA", "--fragment")
    desk.ok(code == 2 and "resembles" in err, "what resembles no clause is refused", err)
    code, _, err = desk.run("submit", case, desk.folder / "base.docx", "--document", "plan", "--base", "--fragment")
    desk.ok(code == 2, "a base is no fragment", err)


def check_replies(desk):
    """A copy that comes back quoted, or as a table of cells."""
    lines = [f"{i}. The Parties shall {act} the {part} of the Canal within {i + 9} days of the entry into force of this Agreement." for i, (act, part) in
             enumerate([("open", "locks"), ("mark", "banks"), ("clear", "bed"), ("survey", "weirs"), ("repair", "quays"), ("light", "buoys")], 1)]
    changed = [line.replace("the bed", "the whole bed") for line in lines]
    base = desk.folder / "canal.txt"
    base.write_text("\n".join(lines) + "\n")
    for name, text in (("quoted", [f"> {line}" for line in changed]), ("twice", [f">> {line}" for line in changed]),
                       ("reply", ["Dear all,", "", *[f"> {line}" for line in changed], "", "Yours"])):
        draft = desk.folder / f"{name}.txt"
        draft.write_text("\n".join(text) + "\n")
        code, tree, err = desk.merged(base, draft)
        words = desk.reading("--party", "A")
        desk.ok(code == 0 and "quoted" in err and all(line in words for line in changed) and ">" not in words, f"a copy that is {name} is read without its marks", err + words)
    base.write_text("\n".join(f"> {line}" for line in lines) + "\n")
    code, _, err = desk.merged(base, desk.folder / "quoted.txt")
    desk.ok(code == 0 and "quoted" not in err and ">" in desk.reading("--base"), "where the base has such lines they are its text", err)
    base.write_text("\n".join(lines) + "\n")
    table = desk.folder / "table.csv"
    table.write_text("point,text\n" + "\n".join(f'{i},"{line}"' for i, line in enumerate(changed, 1)) + "\n")
    code, _, err = desk.merged(base, table)
    desk.ok(code == 2 and "table of cells" in err, "a table of cells is no copy", err)
    code, _, err = desk.merged(base, table, "--fragment", "A")
    words = desk.reading("--party", "A").strip().split("\n")
    desk.ok(code == 0 and [line for line in words if line] == changed, "its cells are proposals, and the numbers of its rows none", err + str(words))


def check_made(desk, texts):
    """Of made-up texts: no copy is refused, and no fragment is merged as a deletion of the rest."""
    refused, merged, lost, pairs = [], [], [], 0
    for number in range(texts):
        rng = random.Random(number)
        lines = made.treaty(rng, rng.randint(4, 12))
        base = desk.file(f"made{rng.choice(['.txt', '.docx', '.md'])}", lines)
        for kind, how, drafted, ending in made.made_from(rng, lines):
            draft = desk.file(f"made-{how}{ending}", drafted)
            code, _, err = desk.merged(base, draft)
            pairs += 1
            if kind == "copy" and code != 0:
                refused.append((number, how, err))
            if kind == "fragment" and code == 0:
                merged.append((number, how, err))
            if kind == "fragment" and code == 2:
                code, _, err = desk.merged(base, draft, "--fragment", "A")
                whole = len(desk.reading("--party", "A").split())
                if code == 0 and whole < 0.9 * sum(len(line.split()) for line in lines):
                    lost.append((number, how, whole, err))
    desk.ok(not refused, f"of {pairs} made pairs no copy is refused", refused)
    desk.ok(not merged, "no fragment is merged unasked", merged)
    desk.ok(not lost, "and a fragment asked for by name strikes nothing but what it words otherwise", lost)


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], folder)
        check_clauses(desk)
        check_others(desk)
        check_copies(desk)
        check_case(desk)
        check_replies(desk)
        check_made(desk, int(sys.argv[2]) if len(sys.argv) > 2 else 8)
        desk.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
