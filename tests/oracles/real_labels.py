#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Computed labels of real files beside LibreOffice's own, paragraph by paragraph; the same for a redline over the file and what LibreOffice makes
of it when it saves it again. Prints TAP.

Where LibreOffice does not follow the format it is not asked: files with w:isLgl, with w:lvlRestart, with a start that is overridden below the
outermost level (LEFT_OUT).

real_labels.py ENTENTE SHARED MOST [FILE…]: of SHARED/data/docx and SHARED/data/faults, those that have lists, MOST of them
"""
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from office import ACCEPT, Office

CHARACTER = 6  # com.sun.star.style.NumberingType.CHAR_SPECIAL: a bullet
LEFT_OUT = re.compile(rb"<w:isLgl|<w:lvlRestart|<w:lvlOverride w:ilvl=\"[1-8]\"[^>]*>\s*<w:startOverride")


def paragraphs(container):
    """(label, text) of each paragraph, those of tables included, in reading order."""
    found = []
    walk = container.createEnumeration()
    while walk.hasMoreElements():
        item = walk.nextElement()
        if item.supportsService("com.sun.star.text.TextTable"):
            for name in sorted((name for name in item.CellNames if "." not in name), key=cell_place):
                found += paragraphs(item.getCellByName(name))
        elif item.supportsService("com.sun.star.text.Paragraph"):
            found.append((label(item), item.String))
    return found


def cell_place(name):
    letters = name.rstrip("0123456789")
    return int(name[len(letters):]), len(letters), letters


def label(paragraph):
    rules = paragraph.NumberingRules
    if rules is None or not paragraph.NumberingIsNumber or paragraph.NumberingLevel >= rules.Count:
        return ""
    kinds = {one.Name: one.Value for one in rules.getByIndex(paragraph.NumberingLevel)}
    return "•" if kinds.get("NumberingType") == CHARACTER else paragraph.ListLabelString


def theirs(office, path, saved=None):
    document = office.program.load(path)
    office.program.do(document, ACCEPT)
    found = paragraphs(document.Text)
    if saved:
        office.program.save(document, saved)
    document.close(True)
    return found


def ours(entente, path):
    def lines(*options):
        run = subprocess.run([entente, "text", "--body", *options, path], capture_output=True, check=False)
        return run.stdout.decode().split("\n") if run.returncode == 0 else None
    plain, labelled = lines(), lines("--labels")
    if plain is None:
        return None
    return [(long[:len(long) - len(short)].strip(), short) for short, long in zip(plain, labelled)]


def norm(text):
    return "".join(c for c in text if c.isalnum())


def bare(shown):
    shown = "".join(shown.split())
    return shown if any(c.isalnum() for c in shown) and shown != "o" else "•" if shown else ""


def differences(mine, other):
    """How many labels stand in both, and those that differ."""
    a, b = [norm(t) for _, t in mine], [norm(t.split("\n")[0]) for _, t in other]
    wrong, count = [], 0
    for block in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        for k in range(block.size):
            one, two = mine[block.a + k], other[block.b + k]
            if not a[block.a + k] or not (bare(one[0]) or bare(two[0])):
                continue
            count += 1
            if bare(one[0]) != bare(two[0]):
                wrong.append(f"{one[0]!r} for {two[0]!r} at {one[1][:40]!r}")
    return count, wrong


def listed(shared):
    for path in sorted(glob.glob(os.path.join(shared, "data/docx/**/*.docx"), recursive=True) + glob.glob(os.path.join(shared, "data/faults/docx/*.docx"))):
        try:
            with zipfile.ZipFile(path) as archive:
                document = archive.read("word/document.xml")
                if "word/numbering.xml" in archive.namelist() and b"numPr" in document + archive.read("word/styles.xml"):
                    if not LEFT_OUT.search(archive.read("word/numbering.xml")):
                        yield path
        except KeyError:
            continue


def faults(entente, office, path, folder, counts):
    """What is wrong in the file itself, and in the redline over it and what LibreOffice saved."""
    mine = ours(entente, path)
    if mine is None:
        return
    saved, out = os.path.join(folder, "saved.docx"), os.path.join(folder, "out.docx")
    there = theirs(office, path, saved)
    count, wrong = differences(mine, there)
    counts[0] += count
    counts[1] += len(wrong)
    yield from (f"as it is: {one}" for one in wrong)
    merge = [entente, "merge", path, "Office=" + saved, "--any-base"]
    done = subprocess.run([*merge, "-o", out], capture_output=True, check=False)
    if done.returncode != 0:
        yield f"saved again: {done.stderr.decode().strip()[:200]}"
        return
    count, wrong = differences(ours(entente, out), there)
    counts[2] += count
    counts[3] += len(wrong)
    yield from (f"redline: {one}" for one in wrong)
    tree = json.loads(subprocess.run([*merge, "--as", "json"], capture_output=True, check=True).stdout)
    told = [change for change in tree["formatting"] if change["of"] == "number"]
    same = ours(entente, saved) == mine
    counts[4] += len(told)
    if same and told:
        yield f"told although no label differs: {told[:2]}"


def main():
    entente, shared, most, *files = sys.argv[1:]
    try:
        office = Office(shared)
    except BaseException as problem:
        print(f"1..0 # SKIP LibreOffice does not start: {problem}")
        return
    files = files or list(listed(shared))
    step = max(1, len(files) // int(most))
    counts, wrong = [0] * 5, 0
    with tempfile.TemporaryDirectory() as folder:
        for path in files[::step]:
            try:
                found = list(faults(entente, office, path, folder, counts))
            except Exception as problem:  # LibreOffice gives up on some files
                print(f"# {os.path.basename(path)}: LibreOffice: {problem}")
                office.close()
                office = Office(shared)
                continue
            wrong += bool(found)
            for line in found[:3]:
                print(f"# {os.path.basename(path)}: {line}")
    office.close()
    print("1..1")
    print("not ok" if wrong else "ok", f"1 - {len(files[::step])} files: {counts[1]} of {counts[0]} labels are not LibreOffice's; in redlines over what it saved "
          f"{counts[3]} of {counts[2]}; {counts[4]} changes of numbering told")


if __name__ == "__main__":
    main()
