#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile .docx files, made here: each is refused (or read) with one clear line, in bounded time and memory.

hostile_docx.py ENTENTE: prints TAP.
"""
import io
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types><Default Extension="rels" ContentType="r"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
ROOT_RELATIONSHIPS = f'<Relationships><Relationship Id="m" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SECONDS = 1.0
MEGABYTES = 256


def document(body, root=""):
    return f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"{root}><w:body>{body}</w:body></w:document>'


def package(main, method=zipfile.ZIP_STORED, **more):
    """A .docx with this main part and more parts beside it, each under its relationship's name."""
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT_RELATIONSHIPS, "word/document.xml": main}
    relationships = ""
    for name, content in more.items():
        parts[f"word/{name}.xml"] = content
        relationships += f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{relationships}</Relationships>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return bytearray(out.getvalue())


GOOD = document("<w:p><w:r><w:t>good</w:t></w:r></w:p>")


def central(data, name):
    """Where the central record of an entry begins."""
    at = data.rfind(b"PK\x01\x02")
    while at >= 0:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + length] == name:
            return at
        at = data.rfind(b"PK\x01\x02", 0, at)
    raise KeyError(name)


def bomb():
    return package(document("<w:p><w:r><w:t>" + "0" * (100 << 20) + "</w:t></w:r></w:p>"), zipfile.ZIP_DEFLATED)


def overlapping():
    data = package(GOOD)
    first, second = central(data, b"_rels/.rels"), central(data, b"word/document.xml")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return data


def larger_than_declared():
    data = package(document("<w:p><w:r><w:t>" + "word " * 5000 + "</w:t></w:r></w:p>"), zipfile.ZIP_DEFLATED)
    at = central(data, b"word/document.xml")
    struct.pack_into("<I", data, at + 24, 100)
    return data


def smaller_than_declared():
    data = package(GOOD)
    at = central(data, b"word/document.xml")
    struct.pack_into("<I", data, at + 24, 1000)
    return data


def wrong_sum():
    data = package(GOOD)
    at = central(data, b"word/document.xml")
    data[at + 16] ^= 1
    return data


def many_entries():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for i in range(5000):
            archive.writestr(f"word/{i}.xml", "")
    return out.getvalue()


def encrypted_entry():
    data = package(GOOD)
    at = central(data, b"word/document.xml")
    data[at + 8] |= 1
    return data


def one_name_twice():
    return package(GOOD, header1="<x/>", HEADER1="<x/>")


def laughs():
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return package(f'<!DOCTYPE d [<!ENTITY e0 "ha">{entities}]>' + document("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>"))


def external_entity():
    return package('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>"))


def attributes():
    return package(document("<w:p " + " ".join(f'a{i}="1"' for i in range(200000)) + "/>"))


def deep():
    return package(document("<w:sdt><w:sdtContent>" * 50000))


def deep_tables():
    return package(document("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200))


def compound(stream):
    return OLE + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 2000


def circle_of_styles():
    styles = "".join(f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % 20000}"/></w:style>' for i in range(20000))
    return package(document('<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>good</w:t></w:r></w:p>'),
                   styles=f'<w:styles xmlns:w="{W}">{styles}</w:styles>')


def one_note_often():
    notes = '<w:footnote w:id="1">' + "<w:p><w:r><w:t>note</w:t></w:r></w:p>" * 1000 + "</w:footnote>"
    return package(document("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20000 + "<w:r><w:t>good</w:t></w:r></w:p>"),
                   footnotes=f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>')


def long_labels():
    level = f'<w:lvl w:ilvl="0"><w:start w:val="777777"/><w:numFmt w:val="cardinalText"/><w:lvlText w:val="{"%1" * 100000}"/></w:lvl>'
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>good</w:t></w:r></w:p>'
    return package(document(item * 20000), numbering=f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}'
                   '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def many_spaces():
    return package(document("<w:p>" + "<w:r><w:t> x </w:t></w:r>" * 100000 + "<w:r><w:t>good</w:t></w:r></w:p>",
                            "".join(f' a{i}="1"' for i in range(200))))


def archive_of(**parts):
    """An archive of these parts only."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def other_office_file():
    return archive_of(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>",
                         "_rels/.rels": ROOT_RELATIONSHIPS.replace("word/document.xml", "xl/workbook.xml")})


def no_main_document():
    return archive_of(**{"[Content_Types].xml": TYPES, "_rels/.rels": ROOT_RELATIONSHIPS})


def open_document():
    return archive_of(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})


ODT = "urn:oasis:names:tc:opendocument:xmlns:"
KIND = "application/vnd.oasis.opendocument."


def odt(text, kind="text", **more):
    """An OpenDocument text with this content of office:text."""
    spaces = "".join(f' xmlns:{name}="{ODT}{name}:1.0"' for name in ["office", "text", "table", "style"])
    content = f"<office:document-content{spaces}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    return archive_of(**{"mimetype": KIND + kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>", **more})


def odt_cells():
    cell = '<table:table-cell table:number-columns-repeated="1048576"><text:p>x</text:p></table:table-cell>'
    return odt(f'<table:table><table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row></table:table>')


def odt_blanks():
    return odt("<text:p>" + '<text:s text:c="999999999"/>' * 100000 + "</text:p>")


def odt_struck_often():
    """One deletion of a thousand paragraphs, named in ten thousand places and in itself."""
    here = '<text:change text:change-id="d"/>'
    struck = f"<text:p>x{here}</text:p>" * 1000
    regions = f'<text:tracked-changes><text:changed-region text:id="d"><text:deletion>{struck}</text:deletion></text:changed-region></text:tracked-changes>'
    return odt(regions + f"<text:p>good{here}</text:p>" * 10000)


P, T = "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"
# name, file's ending, its bytes, exit code, a word of the message ("good": read, and that is its text)
CASES = [
    ("a part that unpacks to a thousand times its size", "docx", bomb, 3, "200"),
    ("entries that overlap", "docx", overlapping, 2, "overlap"),
    ("an entry larger than declared", "docx", larger_than_declared, 2, ""),
    ("an entry smaller than declared", "docx", smaller_than_declared, 2, ""),
    ("a wrong check sum", "docx", wrong_sum, 2, ""),
    ("five thousand entries", "docx", many_entries, 3, "entries"),
    ("an encrypted entry", "docx", encrypted_entry, 2, "encrypted"),
    ("two parts of one name but for capitals", "docx", one_name_twice, 2, "name"),
    ("a billion laughs", "docx", laughs, 2, "DOCTYPE"),
    ("a document type", "docx", lambda: package("<!DOCTYPE d>" + GOOD), 2, "DOCTYPE"),
    ("an external entity", "docx", external_entity, 2, "DOCTYPE"),
    ("200,000 attributes", "docx", attributes, 3, "attributes"),
    ("elements 100,000 deep", "docx", deep, 3, "deeper"),
    ("tables 200 deep", "docx", deep_tables, 3, "deeper"),
    ("broken UTF-8", "docx", lambda: package(document(P + "a@b" + T).encode().replace(b"@", b"\xc3\x28")), 2, "word/document.xml"),
    ("a surrogate in UTF-8", "docx", lambda: package(document(P + "a@b" + T).encode().replace(b"@", b"\xed\xa0\x80")), 2, "word/document.xml"),
    ("another encoding", "docx", lambda: package('<?xml version="1.0" encoding="ISO-8859-1"?>' + GOOD), 2, "ISO-8859-1"),
    ("UTF-16", "docx", lambda: package(('<?xml version="1.0" encoding="UTF-16"?>' + GOOD).encode("utf-16")), 0, "good"),
    ("XML that is cut short", "docx", lambda: package(GOOD[:-20]), 2, "word/document.xml"),
    ("an encrypted document", "docx", lambda: compound("EncryptedPackage"), 2, "encrypted"),
    ("a .doc that was renamed", "docx", lambda: compound("WordDocument"), 2, ".doc"),
    ("an old spreadsheet", "docx", lambda: compound("Workbook"), 2, "old Office"),
    ("an embedded file as text", "docx", lambda: package(document('<w:altChunk r:id="x"/>')), 2, "altChunk"),
    ("a spreadsheet", "docx", other_office_file, 2, "no Word document"),
    ("an OpenDocument text", "docx", open_document, 2, "OpenDocument"),
    ("an OpenDocument text by its own name", "odt", open_document, 2, "OpenDocument"),
    ("an OpenDocument spreadsheet", "ods", lambda: odt("", "spreadsheet"), 2, "no text"),
    ("an OpenDocument text without its text", "odt", lambda: archive_of(**{"mimetype": KIND + "text"}), 2, "content.xml"),
    ("an encrypted OpenDocument text", "odt", lambda: odt("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), 2, "encrypted"),
    ("an OpenDocument text cut short", "odt", lambda: odt("", **{"content.xml": "<office:document-content"}), 2, "content.xml"),
    ("OpenDocument styles that are no XML", "odt", lambda: odt("", **{"styles.xml": "no"}), 2, "styles.xml"),
    ("an OpenDocument text with a document type", "odt", lambda: odt("", **{"content.xml": "<!DOCTYPE d><d/>"}), 2, "DOCTYPE"),
    ("a million times a million cells", "odt", odt_cells, 3, "repeated"),
    ("a hundred thousand times a billion blanks", "odt", odt_blanks, 3, "repeated"),
    ("one deletion in ten thousand places", "odt", odt_struck_often, 0, "good"),
    ("a PDF file", "pdf", lambda: b"%PDF-1.7\n", 2, "PDF"),
    ("an RTF file", "rtf", lambda: b"{\\rtf1 x}", 2, "RTF"),
    ("nothing", "docx", lambda: b"", 2, ""),
    ("words named .docx", "docx", lambda: b"just words", 2, "zip"),
    ("no body", "docx", lambda: package(f'<w:document xmlns:w="{W}"/>'), 2, "w:body"),
    ("no main document", "docx", no_main_document, 2, "main document"),
    ("a circle of styles", "docx", circle_of_styles, 0, "good"),
    ("one note referred to 20,000 times", "docx", one_note_often, 0, "good"),
    ("labels that grow", "docx", long_labels, 0, "good"),
    ("white space below many attributes", "docx", many_spaces, 0, "good"),
]


def truncated():
    data = bytes(package(GOOD, zipfile.ZIP_DEFLATED))
    for length in sorted({1, 4, 10, 30, len(data) // 3, len(data) // 2, len(data) - 23, len(data) - 22, len(data) - 1}):
        yield f"cut to {length} bytes", data[:length]


def flipped():
    data = package(GOOD, zipfile.ZIP_DEFLATED)
    rng = random.Random(7)
    for i in range(150):
        changed = bytearray(data)
        for _ in range(1 + i % 3):
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        yield f"flip {i}", bytes(changed)


def run(entente, path):
    """Exit code, what it said, seconds, megabytes."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([entente, "text", path], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return process.returncode, out.read().decode(), err.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def problem(found, code, word):
    exit_code, out, err, seconds, megabytes = found
    if exit_code != code:
        return f"exit code {exit_code}, not {code}: {err}"
    if code == 0:
        return "" if word in out else f"its text is {out[:100]!r}"
    if out:
        return "something was written"
    if err.count("\n") != 1 or not err.startswith("entente: "):
        return f"not one line: {err!r}"
    return "" if word in err else f"the line is {err!r}"


def costs(found):
    slow = os.environ.get("ENTENTE_SLOW_BUILD")
    if not slow and (found[3] > SECONDS or found[4] > MEGABYTES):
        return f"{found[3]:.2f} s, {found[4]:.0f} MB"
    return ""


def main():
    entente, number, failed = sys.argv[1], 0, 0
    print(f"1..{len(CASES) + 2}")
    with tempfile.TemporaryDirectory() as folder:

        def judge(name, ending, data, code, word):
            path = os.path.join(folder, f"{name.replace(' ', '-')}.{ending}")
            with open(path, "wb") as file:
                file.write(data)
            found = run(entente, path)
            os.remove(path)
            wrong = problem(found, code, word) if code is not None else ("" if found[0] in (0, 2, 3) else f"exit code {found[0]}")
            return wrong or costs(found)

        groups = [(name, [(name, ending, bytes(make()), code, word)]) for name, ending, make, code, word in CASES]
        groups.append(("files cut short", [(name, "docx", data, 2, "") for name, data in truncated()]))
        groups.append(("flipped bits", [(name, "docx", data, None, "") for name, data in flipped()]))
        for title, group in groups:
            number += 1
            wrong = [f"{case[0]}: {text}" for case in group if (text := judge(*case))]
            for line in wrong:
                print("#", line.strip())
            print("not ok" if wrong else "ok", number, "-", title)
            failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
