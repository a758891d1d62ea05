#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hand markup: struck words are read as deleted, highlighted, coloured or underlined ones as put in. Prints TAP.

struck.py ENTENTE [CASES]: CASES texts edited by hand at random, merged, and read back as redlines.
"""
import os
import random
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import desk as desks  # noqa: E402
import odd_files as odd  # noqa: E402

STRIKES = ("<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/><w:color w:val="FF0000"/>', '<w:b/><w:strike/>')
INSERTS = ('<w:highlight w:val="yellow"/>', '<w:color w:val="0000FF"/>', '<w:u w:val="single"/>', '<w:b/><w:u w:val="double"/>', "")
WORDS = "notice council budget review vessel harbour annual report consent register tariff panel officer survey treaty prior joint local".split()
LINES = ("The operator shall notify the authority within 30 days.", "The authority shall publish the notification without delay.",
         "Member States may lay down stricter rules.", "This Agreement enters into force on the day of signature.")


def run_of(words, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def struck(words, look=STRIKES[0]):
    return run_of(words, look)


def paragraph(*runs, mark=""):
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def cell(*paragraphs):
    return f"<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows):
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>" + \
        "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


class Desk(desks.Desk):
    def read(self, base, draft, *options):
        """The party's text as a merge has it, what was noted, and whether the redline reads the same."""
        merged, redline = map(self.path, ("m.json", "m.docx"))
        code, _, err = self.run("merge", base, f"A={draft}", *options, "-o", merged)
        if code != 0:
            return None, err, False
        party = self.run("view", merged, "--party", "A")[1]
        code, _, said = self.run("merge", base, f"A={draft}", *options, "-o", redline)
        accepted, rejected = (self.text(redline, *how) for how in (("--author", "A"), ("--reject",)))
        return party, err + said, code == 0 and accepted.split() == party.split() and rejected == self.text(base)


def plain_lines(lines):
    return "".join(paragraph(run_of(line)) for line in lines)


def check(desk, base_body, draft_body, wanted, name, *options, noted="are read as deleted"):
    base, draft = desk.file("b.docx", base_body), desk.file("d.docx", draft_body)
    party, said, reads = desk.read(base, draft, *options)
    lines = [line for line in (party or "").split("\n") if line.strip()]
    desk.ok(lines == wanted and (noted in said if noted else "struck" not in said) and reads, name, (lines, said, reads))


def check_cases(desk):
    base = plain_lines(LINES)
    head = paragraph(run_of("The operator shall notify the authority within "), struck("30"), run_of("20", INSERTS[0]), run_of(" days."))
    rest = plain_lines(LINES[1:])
    changed = ["The operator shall notify the authority within 20 days.", *LINES[1:]]
    check(desk, base, head + rest, changed, "a struck figure beside a highlighted one is a replacement")
    check(desk, base, head + rest, [LINES[0].replace("30", "3020"), *LINES[1:]], "unless the words are asked for as they stand", "--struck", "words", noted="")
    for look in STRIKES:
        check(desk, base, paragraph(run_of("The operator shall notify the authority within "), struck("30", look), run_of("20"), run_of(" days.")) + rest,
              changed, f"so it is with {look}")
    check(desk, base, plain_lines(LINES[:2]) + paragraph(struck(LINES[2])) + plain_lines(LINES[3:]), [*LINES[:2], LINES[3]], "a struck paragraph is gone")
    check(desk, base, plain_lines(LINES[:2]) + paragraph(struck(LINES[2]), mark="<w:strike/>") + plain_lines(LINES[3:]), [*LINES[:2], LINES[3]],
          "with its mark struck too")
    check(desk, base, plain_lines(LINES[:3]) + paragraph(struck(LINES[3])), list(LINES[:3]), "also as the last one")
    check(desk, base, plain_lines(LINES[:1]) + paragraph(run_of("The authority shall publish the notification with"), struck("out"), run_of(" delay.")) +
          plain_lines(LINES[2:]), [LINES[0], "The authority shall publish the notification with delay.", *LINES[2:]], "a word may be struck in part")
    own = paragraph(struck("Repealed clause.")) + base
    check(desk, own, paragraph(struck("Repealed clause.")) + head + rest, ["Repealed clause.", LINES[0].replace("30", "3020"), *LINES[1:]],
          "a base with struck words keeps them, and the draft's are read as they stand", noted="since the base has such words too")
    check(desk, own, paragraph(struck("Repealed clause.")) + head + rest, changed, "unless they are asked for as deletions", "--struck", "deleted")
    rows = [[cell(paragraph(run_of("Boat"))), cell(paragraph(run_of("900")))], [cell(paragraph(run_of("Oar"))), cell(paragraph(run_of("20")))]]
    marked = [rows[0], [rows[1][0], cell(paragraph(struck("20"), run_of("25", INSERTS[1])))]]
    emptied = [rows[0], [rows[1][0], cell(paragraph(struck("20")))]]
    check(desk, base + table(*rows), base + table(*marked), [*LINES, "Boat", "900", "Oar", "25"], "a cell is struck and filled anew")
    check(desk, base + table(*rows), base + table(*emptied), [*LINES, "Boat", "900", "Oar"], "a cell is emptied")
    tracked = head + rest + f'<w:p><w:ins w:id="5" w:author="V" w:date="{odd.DATE}">{run_of("New words.")}</w:ins></w:p>'
    check(desk, base, tracked, [*changed, "New words."], "tracked changes and hand markup stand side by side")
    check(desk, base, base, list(LINES), "nothing is said where nothing is struck", noted="")
    code, out, err = desk.run("diff", desk.file("b.docx", base), desk.file("d.docx", head + rest), "--json")
    desk.ok(code == 0 and '"old": "30", "new": "20"' in out and "are read as deleted" in out, "diff reads hand markup too", out + err)


def edited(rng, lines):
    """Body of a draft marked by hand, and the lines it means."""
    body, meant = [], []
    for line in lines:
        if rng.random() < 0.1:
            body.append(paragraph(struck(line, rng.choice(STRIKES))))
            continue
        runs, words = [], []
        for word in line.split(" "):
            drawn = rng.random()
            gap = " " if runs else ""
            if drawn < 0.1:
                new = rng.choice(WORDS)
                runs.append((gap, "") if gap else ("", ""))
                runs += [(word, rng.choice(STRIKES)), (new, rng.choice(INSERTS))]
                words.append(new)
            elif drawn < 0.2:
                new = rng.choice(WORDS)
                runs += [(gap + word, ""), (" " + new, rng.choice(INSERTS))]
                words += [word, new]
            elif drawn < 0.28 and words:
                runs.append((gap + word, rng.choice(STRIKES)))
            else:
                runs.append((gap + word, ""))
                words.append(word)
        made = [run_of(text, look) for text, look in runs if text]
        if rng.random() < 0.3:
            new = rng.choice(WORDS)
            made.append(f'<w:ins w:id="{len(body) + 20}" w:author="V" w:date="{odd.DATE}">{run_of(" " + new)}</w:ins>')
            words.append(new)
        body.append(paragraph(*made))
        meant.append(" ".join(words))
    return "".join(body), meant


def check_made(desk, cases):
    wrong, struck_once = [], 0
    for number in range(cases):
        rng = random.Random(number)
        lines = [" ".join(rng.choices(WORDS, k=rng.randint(4, 14))).capitalize() + "." for _ in range(rng.randint(2, 9))]
        body, meant = edited(rng, lines)
        if "strike/" not in body and "strike " not in body:
            continue
        struck_once += 1
        base, draft = desk.file("b.docx", plain_lines(lines)), desk.file("d.docx", body)
        party, said, reads = desk.read(base, draft, "--any-base")
        if party is None or party.split() != " ".join(meant).split() or not reads or "are read as deleted" not in said:
            wrong.append((number, party, meant, said, reads))
    desk.ok(not wrong and struck_once > cases / 2, f"{struck_once} texts marked by hand at random are read as they are meant", wrong[:2])


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], folder)
        check_cases(desk)
        check_made(desk, int(sys.argv[2]) if len(sys.argv) > 2 else 60)
        desk.end()


if __name__ == "__main__":
    main()
