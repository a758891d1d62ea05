#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reading .docx against goldens and independent readers. Prints TAP.

docx_read.py ENTENTE SHARED

For every file with tracked changes: our text with all accepted and all rejected must be the golden's
where there is one, and otherwise agree with at least one of pandoc, LibreOffice and the small resolver
perauthor.py; where one of them differs, the difference must be explained below.
"""
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

from office import ACCEPT, REJECT, Office

# (oracle, file, reading or "*"): why it reads otherwise than we do
EXPLAINED = {
    ("pandoc", "RA001-Tracked-Revisions-01.docx", "reject"): "pandoc puts a rejected table row in another place",
    ("pandoc", "docx4j_sample-docx.docx", "*"): "pandoc takes the title out of the text",
    ("pandoc", "oxpt_Source1.docx", "*"): "pandoc takes the title out of the text",
    ("LibreOffice", "003-DeletedFieldCode.docx", "reject"): "LibreOffice computes the date anew",
    ("LibreOffice", "RP019-Deleted-Field-Code.docx", "reject"): "LibreOffice computes the date anew",
    ("LibreOffice", "RA001-Tracked-Revisions-01.docx", "*"): "LibreOffice keeps words of deleted cells; goldens and pandoc agree with us",
    ("LibreOffice", "RP004-Deleted-Text-in-CC.docx", "accept"): "LibreOffice keeps a deleted content control; the golden agrees with us",
    ("LibreOffice", "RP018-MoveFrom-MoveTo-CC.docx", "*"): "LibreOffice keeps moved content controls at both ends; the goldens agree with us",
    ("LibreOffice", "docx4j_sample-docx.docx", "*"): "another sign for the bullet of a symbol font",
    ("perauthor", "oxpt_HC031-Complicated-Document.docx", "*"): "perauthor reads text boxes in line, and both branches",
}
OBJECTS = re.compile(r"\[(picture|equation|footnote|endnote|text box|drawing|chart|diagram|embedded|field|page break|column break|symbol)[^\]]*\]")


COUNTED = ("page number", "number of pages", "date of today", "date of saving", "date of printing", "date of the file", "time of day", "file name")


def squeezed(text):
    """Without objects, invisible characters and white space: what every reader must agree on."""
    text = re.sub("[\ue000-\uf8ff]", "", OBJECTS.sub("", text))  # letters of symbol fonts are objects
    text = text.replace("\u2028", "").replace("\u2011", "-").replace("\u00ad", "").replace("\ufffc", "")
    # Signs of symbol fonts are text to us, and nothing to the other readers.
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "So")


def said(*command):
    done = subprocess.run(command, capture_output=True, timeout=120)
    return done.stdout.decode() if done.returncode == 0 else None


def says_the_same(text, mine):
    """Does another reader's text stand among ours? A counted result, a unit for us, is any words for it."""
    def alike(own):
        pieces = re.split("|".join(re.escape(f"[{squeezed(unit)}]") for unit in COUNTED), own)
        return own == text or len(pieces) > 1 and re.fullmatch(".{1,40}?".join(map(re.escape, pieces)), text) is not None
    return any(alike(own) for own in mine)


def pandoc(path, reading):
    text = said("pandoc", "-f", "docx", f"--track-changes={reading}", "-t", "html", "--wrap=none", "--mathml", path)
    if text is None:
        return None
    for pattern in (r"<colgroup>.*?</colgroup>", r'<section[^>]*role="doc-endnotes".*?</section>', r"<math.*?</math>",
                    r'<a[^>]*class="footnote-ref".*?</a>', r"<figcaption.*?</figcaption>"):
        text = re.sub(pattern, "", text, flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def office_reader(office):
    """LibreOffice's reading of a file; None where it does not open it."""
    def read(path, reading):
        try:
            return office.text(path, ACCEPT if reading == "accept" else REJECT)
        except Exception as problem:
            print(f"# LibreOffice gives up on {os.path.basename(path)}: {problem}")
            return None
    return read


def main():
    entente, shared = sys.argv[1:]
    data = os.path.join(shared, "data", "docx")
    number = 0

    def report(wrong, title):
        nonlocal number
        number += 1
        for line in wrong:
            print("#", line)
        print("not ok" if wrong else "ok", number, "-", title)

    def ours(path, *options):
        return said(entente, "text", path, *options)

    files = sorted(glob.glob(os.path.join(data, "**", "*.docx"), recursive=True))
    unread = [path for path in files if ours(path) is None]
    report([path for path in unread if "altChunk" not in path], f"{len(files) - len(unread)} of {len(files)} files read; the others hold w:altChunk")

    goldens, wrong, has_golden = 0, [], set()
    with open(os.path.join(data, "oxpt", "manifest.jsonl")) as manifest:
        for line in manifest:
            case = json.loads(line)
            for reading in ("accept", "reject"):
                golden = case.get(f"golden_{reading}ed")
                if not golden:
                    continue
                goldens += 1
                has_golden.add(os.path.join(data, "oxpt", case["base"]))
                if ours(os.path.join(data, "oxpt", case["base"]), f"--{reading}") != ours(os.path.join(data, "oxpt", golden)):
                    wrong.append(f"{case['base']} {reading}")
    report(wrong, f"{goldens} accepted and rejected goldens are read exactly")

    tracked = [path for path in files if "tracked changes" in (subprocess.run([entente, "text", path, "-o", os.devnull], capture_output=True).stderr.decode())]
    oracles = {"perauthor": lambda path, reading: said(sys.executable, os.path.join(shared, "oracles", "perauthor.py"), path, "*" if reading == "accept" else "-")}
    if shutil.which("pandoc"):
        oracles["pandoc"] = pandoc
    office = None
    try:
        office = Office(shared)
        oracles["LibreOffice"] = office_reader(office)
    except Exception as problem:
        print(f"# LibreOffice is not asked: {problem}")
    wrong, agreed, explained, alone = [], 0, 0, []
    for path in tracked:
        name = os.path.basename(path)
        for reading in ("accept", "reject"):
            mine = {squeezed(ours(path, f"--{reading}", "--body")), squeezed(ours(path, f"--{reading}", "--body", "--labels")),
                    squeezed(ours(path, f"--{reading}")), squeezed(ours(path, f"--{reading}", "--labels"))}
            votes = 0
            for oracle, read in oracles.items():
                text = read(path, reading)
                if text is not None and says_the_same(squeezed(text), mine):
                    agreed += 1
                    votes += 1
                elif text is not None and ((oracle, name, reading) in EXPLAINED or (oracle, name, "*") in EXPLAINED):
                    explained += 1
                elif text is not None:
                    theirs, own = squeezed(text), squeezed(ours(path, f"--{reading}", "--body"))
                    at = next((i for i, (a, b) in enumerate(zip(own, theirs)) if a != b), min(len(own), len(theirs)))
                    wrong.append(f"{oracle}, {name}, {reading}: ours {own[max(0, at - 20):at + 40]!r}, theirs {theirs[max(0, at - 20):at + 40]!r}")
            if votes == 0 and path not in has_golden:
                alone.append(f"{name} {reading}: nobody agrees")
    if office:
        office.close()
    report(wrong, f"{len(tracked)} files with tracked changes: {agreed} agreements with {', '.join(sorted(oracles))}, {explained} differences explained")
    report(alone, "every reading without a golden agrees with at least one other reader")
    print(f"1..{number}")


if __name__ == "__main__":
    main()
