#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""LibreOffice accepts and rejects our redlines by its own commands, author by author. Prints TAP.

office_authors.py ENTENTE SHARED FILES: FILES of the shared real texts are edited heavily by three parties and merged. LibreOffice refuses the
changes of all others, one by one, accepts those of one party, and has the same paragraphs, cells and notes with the same numbers as in that
party's draft; with all refused those of the base. Where it has others, a reader that knows nothing but the format must have the draft's, and that must be
rare: what LibreOffice does otherwise, and why, is told in office_authors.md.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import heavy_edits as heavy  # noqa: E402
import redline_reading as plain  # noqa: E402
from office import REJECT, Office  # noqa: E402

PARTIES = "Ada Bo Cy".split()
SHARE = 0.2  # of the readings that LibreOffice may have otherwise
ACCEPT_ONE, REJECT_ONE = ".uno:AcceptTrackedChange", ".uno:RejectTrackedChange"


def paragraphs_of(text):
    """Number and words of each paragraph; tables cell by cell."""
    every = text.createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.text.TextTable"):
            for name in one.getCellNames():
                yield "[cell]"
                yield from paragraphs_of(one.getCellByName(name))
            yield "[/table]"
        else:
            number = one.getPropertyValue("ListLabelString") if one.getPropertySetInfo().hasPropertyByName("ListLabelString") else ""
            words = " ".join(re.sub("[\ue000-\uf8ff\u200d]", "", one.getString()).split())
            if words:
                yield f"{number.strip()} {words}".strip()


def reading(document):
    found = list(paragraphs_of(document.Text))
    for notes in (document.Footnotes, document.Endnotes):
        for i in range(notes.getCount()):
            found.append("[note]")
            found.extend(paragraphs_of(notes.getByIndex(i)))
    return found


def redlines(document):
    every = document.Redlines.createEnumeration()
    while every.hasMoreElements():
        yield every.nextElement()


def select(document, one):
    """Sets the cursor into a change: a selection would decide what touches it too."""
    start, end = one.getPropertyValue("RedlineStart"), one.getPropertyValue("RedlineEnd")
    cursor = start.getText().createTextCursorByRange(start)
    cursor.gotoRange(end, True)
    if len(cursor.getString()) > 1:
        cursor.collapseToStart()
        cursor.goRight(1, False)
    document.CurrentController.select(cursor)


def decide(office, document, party):
    """Refuses what others alone propose and accepts the rest, change by change. What is left over is told."""
    left = sum(1 for _ in redlines(document)) * 3 + 10
    while left > 0:
        one = next(redlines(document), None)
        if one is None:
            return 0
        left -= 1
        names = [name.strip() for name in one.getPropertyValue("RedlineAuthor").split(";")]
        select(document, one)
        office.program.do(document, ACCEPT_ONE if party in names else REJECT_ONE)
    return sum(1 for _ in redlines(document))


def read(office, path, party=None, rejects=False):
    document = office.program.load(path)
    try:
        if rejects:
            office.program.do(document, REJECT)
        elif party:
            left = decide(office, document, party)
            if left:
                return [f"{left} changes cannot be decided"]
        return reading(document)
    finally:
        document.close(True)


def made(entente, folder, path):
    """Base and drafts, and the redline of them; None when the file cannot take part."""
    parts = heavy.package(path)
    main = heavy.main_part(parts)
    if main is None or heavy.has_changes(parts):
        return None
    files = {"base": f"{folder}/base.docx"}
    heavy.written(parts, files["base"])
    for party in PARTIES:
        draft = heavy.edited(parts, main, zlib.crc32(f"{os.path.basename(path)} office {party}".encode()))
        if draft is None:
            return None
        files[party] = f"{folder}/{party}.docx"
        heavy.written(draft, files[party])
    files["out"] = f"{folder}/out.docx"
    done = subprocess.run([entente, "merge", files["base"], *(f"{party}={files[party]}" for party in PARTIES), "--any-base", "-o", files["out"]],
                          capture_output=True, check=False)
    return files if done.returncode == 0 else None


def difference(found, wanted):
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if a != b), min(len(found), len(wanted)))
    return f"line {at}: {found[at:at + 2]!r}, not {wanted[at:at + 2]!r}"


def is_as_written(files, who):
    """Does the file say what it should, as the format is to be read?"""
    accepts = plain.by_author(who) if who != "base" else (lambda _: False)
    return plain.reading(files["out"], accepts) == plain.reading(files[who], lambda _: True)


def main():
    entente, shared, wanted = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    paths = sys.argv[4:] or sorted(glob.glob(f"{shared}/data/docx/oxpt/**/*.docx", recursive=True))
    print("1..1", flush=True)
    office, judged, wrong, otherwise = Office(shared), 0, 0, 0
    for path in paths:
        if judged == wanted:
            break
        with tempfile.TemporaryDirectory() as folder:
            folder = os.environ.get("ENTENTE_KEEP", folder)
            files = made(entente, folder, path)
            if files is None:
                continue
            judged += 1
            for who in ["base", *PARTIES]:
                try:
                    found = read(office, files["out"], None if who == "base" else who, who == "base")
                    right = read(office, files[who])
                except Exception as problem:  # it dies now and then
                    office.program.close()
                    office.program = office.start()
                    found, right = [f"LibreOffice gives up: {str(problem)[:80]}"], []
                if found != right:
                    is_ours = not is_as_written(files, who)
                    wrong, otherwise = wrong + is_ours, otherwise + 1
                    print(f"# {os.path.basename(path)} as {who}{' (ours)' if is_ours else ''}: {difference(found, right)}", flush=True)
    office.close()
    wrong = wrong or otherwise > SHARE * 4 * judged
    print("not ok" if wrong else "ok", "1 - LibreOffice decides", judged, "redlines author by author as we do;", otherwise, "of", 4 * judged, "readings it has otherwise")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
