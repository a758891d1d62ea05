#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Results of fields: those nobody wrote open no slot, those that are read as words do. Prints TAP.

computed.py ENTENTE
"""
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import desk as desks  # noqa: E402
import odd_files as odd  # noqa: E402

COUNTED = ("PAGE", r"PAGE \* MERGEFORMAT", "NUMPAGES", "SECTIONPAGES", "SECTION", r"PAGEREF _Ref1 \h", r'DATE \@ "d MMMM yyyy"', "TIME", "SAVEDATE",
           "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", r"FILENAME \p", "FILESIZE", "NUMWORDS", "NUMCHARS", "REVNUM", "LASTSAVEDBY",
           "USERNAME", "TEMPLATE", "page")
WORDED = (r"REF _Ref1 \r \h", "SEQ Table", "= 2 + 2", "DOCPROPERTY Title", "STYLEREF Heading1", "NOTEREF _Ref2", "MERGEFIELD Name")


def simple(code, result):
    return f"<w:fldSimple w:instr='{code}'>{odd.r(result)}</w:fldSimple>"


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(code):
    return f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'


def in_runs(code, result):
    return mark("begin") + instruction(code) + mark("separate") + odd.r(result) + mark("end")


def in_many(code, result):
    """The result in two runs, one of them with a look; the code in pieces."""
    half = len(code) // 2
    return (mark("begin") + f'<w:r><w:instrText xml:space="preserve"> {code[:half]}</w:instrText></w:r>'
            + f'<w:r><w:instrText xml:space="preserve">{code[half:]} </w:instrText></w:r>' + mark("separate")
            + f'<w:r><w:rPr><w:b/></w:rPr><w:t>{result[:1]}</w:t></w:r>' + odd.r(result[1:] or "0") + mark("end"))


def tracked(code, result):
    """Refreshed while changes were tracked: the old number struck, the new one put in."""
    return (mark("begin") + instruction(code) + mark("separate")
            + f'<w:del w:id="8" w:author="V" w:date="{odd.DATE}"><w:r><w:delText>77</w:delText></w:r></w:del>'
            + f'<w:ins w:id="9" w:author="V" w:date="{odd.DATE}">{odd.r(result)}</w:ins>' + mark("end"))


FORMS = {"simple": simple, "in runs": in_runs, "in many runs": in_many, "tracked": tracked}


class Desk(desks.Desk):
    def revisions(self, base, draft):
        code, out, err = self.run("diff", base, draft, "--json")
        return json.loads(out)["revisions"] if code == 0 else [err]

    def redline(self, base, draft):
        out = self.path("out.docx")
        code, _, err = self.run("merge", base, f"A={draft}", "-o", out)
        readings = [self.text(path, *how) for path, how in
                    ((out, ("--reject",)), (base, ()), (out, ("--author", "A")), (draft, ()))]
        return code == 0 and readings[0] == readings[1] and readings[2] == readings[3], (err, readings)


QUICK = bool(os.environ.get("ENTENTE_QUICK"))  # a quarter of the redlines


def sentence(field):
    return (odd.t("The Parties have agreed as follows.") + f"<w:p>{odd.r('This copy, leaf ')}{field}{odd.r(' of the whole, is authentic.')}</w:p>"
            + odd.t("Done in two copies."))


def check_fields(desk):
    for turn, (form, field) in enumerate(FORMS.items()):
        counted, worded, kept = [], [], []
        for number, code in enumerate(COUNTED):
            base, draft = desk.file("b.docx", sentence(field(code, "12"))), desk.file("d.docx", sentence(field(code, "31")))
            found = desk.revisions(base, draft)
            counted += [(code, found)] if found else []
            if QUICK and number % 4 != turn % 4:
                continue  # each form looks at other codes
            without = desk.file("w.docx", odd.t("The Parties have agreed as follows.") + odd.t("Done in two copies."))
            for one, other in ((base, draft), (base, without), (without, draft)):
                good, said = desk.redline(one, other)
                kept += [] if good else [(code, said)]
        for code in WORDED:
            base, draft = desk.file("b.docx", sentence(field(code, "12"))), desk.file("d.docx", sentence(field(code, "31")))
            found = desk.revisions(base, draft)
            worded += [(code, found)] if len(found) != 1 else []
        desk.ok(not counted, f"{len(COUNTED)} kinds of counted results, {form}, are no wording", counted)
        desk.ok(not worded, f"{len(WORDED)} kinds of results that are read as words, {form}, are", worded)
        desk.ok(not kept, f"fields {form} are kept, struck and put in by redlines that read back", kept)
    base, draft = desk.file("b.docx", sentence(in_runs("PAGE", "1"))), desk.file("d.docx", sentence(in_runs("NUMPAGES", "1")))
    desk.ok(len(desk.revisions(base, draft)) == 1, "another field is another thing", desk.revisions(base, draft))
    base, draft = desk.file("b.docx", sentence(in_runs("PAGEREF _R1", "1"))), desk.file("d.docx", sentence(in_runs("PAGEREF _R2", "1")))
    desk.ok(len(desk.revisions(base, draft)) == 1, "so is the page of another place", desk.revisions(base, draft))
    draft = desk.file("d.docx", sentence(odd.r("1")))
    desk.ok(len(desk.revisions(base, draft)) == 1, "a typed number is no field", desk.revisions(base, draft))
    code, out, _ = desk.run("text", base)
    desk.ok("leaf [page number] of" in out, "the unit says what it is", out)


def contents(lines, number, code=r'TOC \o "1-3" \h', ends=True):
    """A table of contents: a line a heading, each with the number of its page."""
    out = "<w:p>" + mark("begin") + instruction(code) + mark("separate") + "</w:p>"
    for i, line in enumerate(lines):
        out += f"<w:p>{odd.r(line)}<w:r><w:tab/></w:r>{in_runs(f'PAGEREF _Toc{number + i}', str(number + 2 * i))}</w:p>"
    return out + ("<w:p>" + mark("end") + "</w:p>" if ends else "")


def with_contents(lines, table):
    return odd.t("Agreement on the Port") + table + "".join(odd.t(line) + odd.t(f"Words on {line.lower()} stand here.") for line in lines)


def check_contents(desk):
    old, new = ["Definitions", "Payment", "Disputes"], ["Definitions", "Berths", "Payment", "Settling of disputes"]
    base = desk.file("b.docx", with_contents(old, contents(old, 2)))
    refreshed = desk.file("d.docx", with_contents(old, contents(old, 90)))
    desk.ok(not desk.revisions(base, refreshed), "refreshed contents are no wording", desk.revisions(base, refreshed))
    for code in (r'TOC \o "1-3" \h', r'TOC \c "Figure"', "TOA", "INDEX"):
        base = desk.file("b.docx", with_contents(old, contents(old, 2, code)))
        draft = desk.file("d.docx", with_contents(new, contents(new, 40, code)))
        found = desk.revisions(base, draft)
        alone = desk.revisions(desk.file("b2.docx", with_contents(old, "")), desk.file("d2.docx", with_contents(new, "")))
        desk.ok(len(found) == len(alone) and alone, f"of new headings under {code.split()[0]} the headings alone count", (found, alone))
        good, said = desk.redline(base, draft)
        desk.ok(good, "and the redline carries the new lines", said)
        code, _, err = desk.run("merge", base, f"A={draft}")
        desk.ok(code == 0 and "table of contents or an index was refreshed" in err, "a note says so", err)
    _, out, _ = desk.run("merge", base, f"A={draft}", "-o", desk.path("m.json"))
    with open(desk.path("m.json"), encoding="utf-8") as file:
        out = file.read()
    desk.ok('"kind": "computed"' in out, "in JSON such a slot is computed", out[-300:])
    endless = [desk.file(name, with_contents(lines, contents(lines, 2, ends=False))) for name, lines in (("b.docx", old), ("d.docx", new))]
    desk.ok(len(desk.revisions(*endless)) > len(alone), "contents that never end hide nothing", desk.revisions(*endless))
    behind = [desk.file(name, odd.t("Agreement") + contents(old, 2, ends=False) + f"<w:p>{mark('end')}{odd.r(words)}</w:p>")
              for name, words in (("b.docx", "The fee is 30 crowns."), ("d.docx", "The fee is 20 crowns."))]
    desk.ok(len(desk.revisions(*behind)) == 1, "words behind the end of the contents are words", desk.revisions(*behind))


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], folder)
        check_fields(desk)
        check_contents(desk)
        desk.end()


if __name__ == "__main__":
    main()
