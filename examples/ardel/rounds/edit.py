#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Changes words in a Word file, as a person would who types over them. Usage: edit.py IN.docx OUT.docx OLD NEW [OLD NEW ...]

OLD must stand once in the text, within one paragraph; its runs and looks stay.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape, unescape

TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")


def typed_over(paragraph, old, new):
    """The paragraph with the words replaced, or None where it does not have them."""
    runs = list(TEXT.finditer(paragraph))
    whole = "".join(unescape(run.group(2)) for run in runs)
    at = whole.find(old)
    if at < 0:
        return None
    pieces, end, start = [], 0, 0
    for run in runs:
        words = unescape(run.group(2))
        first, last = max(at, start), min(at + len(old), start + len(words))
        if first < last:
            middle = new if first == at else ""
            words = words[: first - start] + middle + words[last - start:]
        pieces += [paragraph[end:run.start()], '<w:t xml:space="preserve">', escape(words), run.group(3)]
        end, start = run.end(), start + len(unescape(run.group(2)))
    return "".join([*pieces, paragraph[end:]])


def edited(xml, old, new):
    found = 0
    parts = re.split(r"(<w:p[ >].*?</w:p>)", xml, flags=re.S)
    for i, part in enumerate(parts):
        over = typed_over(part, old, new) if part.startswith("<w:p") else None
        if over is not None:
            parts[i], found = over, found + 1
    if found != 1:
        sys.exit(f"“{old}” stands in {found} paragraphs, not in one")
    return "".join(parts)


def main():
    source, target, *words = sys.argv[1:]
    with zipfile.ZipFile(source) as old_file, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new_file:
        for entry in old_file.infolist():
            content = old_file.read(entry)
            if entry.filename == "word/document.xml":
                xml = content.decode()
                for old, new in zip(words[::2], words[1::2]):
                    xml = edited(xml, old, new)
                content = xml.encode()
            new_file.writestr(entry.filename, content)


if __name__ == "__main__":
    main()
