#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Computed labels beside LibreOffice's, on generated lists. Prints TAP.

Left out: w:isLgl, which LibreOffice 7.4 does not know.

docx_labels.py ENTENTE SHARED
"""
import os
import random
import subprocess
import sys
import tempfile
import zipfile

from office import Office

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
FORMATS = ["decimal", "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "decimalZero"]
DOCUMENTS = 60


def level(rng, number):
    texts = [f"%{number + 1}.", f"(%{number + 1})", f"%{number + 1})", f"Article %{number + 1}",
             ".".join(f"%{i + 1}" for i in range(number + 1)), ".".join(f"%{i + 1}" for i in range(number + 1)) + "."]
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="{rng.choice([1, 1, 1, 1, 3])}"/><w:numFmt w:val="{rng.choice(FORMATS)}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{rng.choice(texts)}"/></w:lvl>')


def numbering(rng):
    abstracts = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="multilevel"/>'
                        + "".join(level(rng, number) for number in range(9)) + "</w:abstractNum>" for i in range(2))
    nums = ""
    for i in range(1, 5):
        override = ""
        if i > 2 and rng.random() < 0.7:
            override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{rng.choice([1, 5])}"/></w:lvlOverride>'
        nums += f'<w:num w:numId="{i}"><w:abstractNumId w:val="{(i - 1) % 2}"/>{override}</w:num>'
    return f'<w:numbering xmlns:w="{W}">{abstracts}{nums}</w:numbering>'


def body(rng):
    out, number, deep = "", 1, 0
    for i in range(40):
        if rng.random() < 0.1:
            number, deep = rng.randrange(1, 5), 0  # a start that is overridden counts only where it is used
        else:
            deep = max(0, min(3, deep + rng.choice([-2, -1, 0, 0, 0, 1])))
        listed = rng.random() < 0.9
        numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if listed else ""
        out += f"<w:p>{numbered}<w:r><w:t>p{i}</w:t></w:r></w:p>"
    return f'<w:document xmlns:w="{W}"><w:body>{out}<w:sectPr/></w:body></w:document>'


def write(path, rng):
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{KIND}numbering+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": body(rng),
        "word/numbering.xml": numbering(rng),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def lines(text):
    return ["".join(line.split()) for line in text.strip().split("\n")]


def main():
    entente, shared = sys.argv[1:]
    try:
        office = Office(shared)
    except BaseException as problem:
        print(f"1..0 # SKIP LibreOffice does not start: {problem}")
        return
    labels, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "list.docx")
        for seed in range(DOCUMENTS):
            write(path, random.Random(seed))
            theirs = lines(office.text(path, keep=False))
            ours = lines(subprocess.run([entente, "text", "--labels", path], capture_output=True, check=True).stdout.decode())
            labels += len(ours)
            wrong += [f"document {seed}, line {i}: ours {a}, theirs {b}" for i, (a, b) in enumerate(zip(ours, theirs)) if a != b][:3]
    office.close()
    print("1..1")
    for line in wrong:
        print("#", line)
    print("not ok" if wrong else "ok", f"1 - {labels} labels are LibreOffice's")


if __name__ == "__main__":
    main()
