#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a longer set of inputs for bench-docx: docx_input.py FOLDER COPIES OUT takes base.docx and
the parties' copies in FOLDER and writes them COPIES times as long, each copy told from the others
by a number behind every third word."""
import pathlib
import re
import sys
import zipfile


def told_apart(body: str, copy: int) -> str:
    def number(match):
        words = match.group(2).split(" ")
        return match.group(1) + " ".join(
            word + str(copy) if word.isalpha() and len(word) > 4 else word for word in words)

    return re.sub(r"(<w:t[^>]*>)([^<]*)", number, body) if copy else body


def lengthen(source: pathlib.Path, copies: int, target: pathlib.Path) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                start = text.index("<w:body>") + len("<w:body>")
                end = text.rindex("<w:sectPr") if "<w:sectPr" in text else text.index("</w:body>")
                body = "".join(told_apart(text[start:end], copy) for copy in range(copies))
                content = (text[:start] + body + text[end:]).encode()
            new.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main() -> None:
    folder, copies, out = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    for source in sorted(folder.glob("*.docx")):
        lengthen(source, copies, out / source.name)


if __name__ == "__main__":
    main()
