# SPDX-License-Identifier: Apache-2.0
"""A base and drafts are dropped; the consolidated text comes out in every form, and becomes a case. Bombs are one polite line."""
import io
import json
import os
import re
import subprocess
import sys
import zipfile

from served import BASE, ENTENTE, Client, Server, Tap, folder

tap = Tap()
BOMB = int(sys.argv[1])


def drop(client, base, drafts, names=()):
    """Status and page behind a drop."""
    status, _ = client.post("/merge", [("names", name) for name in names], page="/",
                            files=[("base", *base), *[("drafts", *draft) for draft in drafts]])
    if status != 303:
        return status, b"", ""
    address = client.answer.getheader("Location")
    return *client.get(address), address


def docx(words: str, extra=()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
                      'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        file.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                      '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                      'Target="word/document.xml"/></Relationships>')
        file.writestr("word/document.xml", words)
        for name, content in extra:
            file.writestr(name, content)
    return out.getvalue()


W = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


with folder() as place, Server(cwd=place, env={"TMPDIR": place}) as server:
    client = server.host()
    ua, ru = BASE.replace("30 days", "20 days"), BASE.replace("30 days", "60 days")
    status, page, address = drop(client, ("base.md", BASE.encode()), [("ua.md", ua.encode()), ("ru.md", ru.encode())], ["Ukraine", ""])
    tap.check(status == 200 and b"Ukraine" in page and b"60" in page, "a base and two drafts give their consolidated text", status, page)
    for ending in ["docx", "html", "columns.html", "columns.docx", "md", "txt", "json"]:
        status, body = client.get(f"{address}.{ending}")
        for name, text in [("base.md", BASE), ("ua.md", ua), ("ru.md", ru)]:
            with open(os.path.join(place, name), "w") as file:
                file.write(text)
        wanted = None
        if ending in ("md", "json"):
            party = re.search(rb'"parties": \["([^"]*)", "([^"]*)"\]', client.get(f"{address}.json")[1])
            names = [party[1].decode(), party[2].decode()]
            other = [name for name in names if name != "Ukraine"][0]
            out = os.path.join(place, "out." + ending)
            subprocess.run([ENTENTE, "merge", "base.md", "Ukraine=ua.md", f"{other}=ru.md", "-o", out], cwd=place, check=True, capture_output=True)
            with open(out, "rb") as file:
                wanted = file.read()
        tap.check(status == 200 and len(body) > 100 and (wanted is None or body == wanted),
                  f"it comes as .{ending}" + (", as the command line writes it" if wanted else ""), status, body)
    tap.check("attachment" in client.answer.getheader("Content-Disposition") and "sandbox" in client.answer.getheader("Content-Security-Policy"),
              "a file is offered, not run")
    tap.check(client.get(address + ".exe")[0] == 404 and client.get("/drops/" + "0" * 32)[0] == 404, "what is not there is not there")
    tap.check(Client(server).get(address)[0] == 401, "nobody else sees it")

    # Kept as a case.
    status, body = client.post("/keep", {"dropped": address[7:], "title": "Bridge talks"}, page="/")
    root = client.answer.getheader("Location")
    tap.check(status == 303 and root == "/bridge-talks" and os.path.exists(os.path.join(place, "bridge-talks.entente")), "it is kept as a case", status, body)
    tap.check(b"Kept as" in client.get(root)[1] and len(client.json("/api/v1/cases/bridge-talks/slots")) == 1, "the case has the text and its open place")
    verified = subprocess.run([ENTENTE, "verify", os.path.join(place, "bridge-talks.entente")], capture_output=True, text=True)
    tap.check(verified.returncode == 0, "its record holds", verified.stdout)

    # The same for programs.
    status, body = client.post("/api/v1/merges", [("names", "Ukraine"), ("names", "")], page="/",
                               files=[("base", "base.md", BASE.encode()), ("drafts", "ua.md", ua.encode()), ("drafts", "ru.md", ru.encode())])
    told = json.loads(body) if status == 201 else {}
    tap.check(status == 201 and told["parties"][0] == "Ukraine" and len(told["parties"]) == 2, "a program is told where the merged text is", status, body)
    merged = client.json(told["address"])
    tap.check(merged.get("format", merged.get("entente", "")).startswith("entente-merge") and merged == client.json(told["address"] + ".json"), "it is our own JSON", str(merged)[:200])
    tap.check(all(client.get(form)[0] == 200 for form in told["forms"]) and len(told["forms"]) == 7, "and comes in every form", told["forms"])
    status, body = client.post("/api/v1/cases", {"dropped": told["dropped"], "title": "By program"}, page="/")
    kept = json.loads(body)
    tap.check(status == 201 and kept.get("id") == "by-program" and len(client.json(kept["address"] + "/slots")) == 1, "and becomes a case", status, body)

    # What is wrong, too large or hostile is told, and the server goes on.
    bad = {
        "no .docx": [("x.docx", b"PK\x03\x04 no zip at all")],
        "a .docx of nothing": [("x.docx", b"")],
        "a zip bomb": [("x.docx", docx(W + paragraph("a" * 1000) + "</w:body></w:document>", [("word/styles.xml", b"\0" * BOMB)]))],
        "a bomb in the text itself": [("x.docx", docx(W + paragraph("ab " * (BOMB // 3)) + "</w:body></w:document>"))],
        "elements a million deep": [("x.docx", docx(W + "<w:p>" * 1_000_000))],
        "entities that multiply": [("x.docx", docx('<!DOCTYPE a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;&b;">]>' + W + "</w:body></w:document>"))],
    }
    wrong = []
    for name, drafts in bad.items():
        status, page, _ = drop(client, ("base.md", BASE.encode()), drafts)
        if status not in (413, 422) or b"<h1" not in page or len(re.findall(rb'<p dir="auto">', page)) != 1:
            wrong.append((name, status, page))
    tap.check(not wrong, f"{len(bad)} hostile or wrong files are one polite line each", wrong)
    tap.check(client.post("/merge", [], page="/", files=[("base", "b.md", b"a")])[0] == 400, "drafts are asked for")
    many = [("drafts", f"d{i}.md", BASE.encode()) for i in range(300)]
    tap.check(client.post("/merge", [], page="/", files=[("base", "b.md", b"a"), *many])[0] == 413, "300 files are too many")
    name = '../../etc/"><script>alert(1)</script>\r\nX: y.md'.replace("\r\n", "%0d%0a")
    status, page, _ = drop(client, (name.replace('"', "%22"), BASE.encode()), [(name.replace('"', "%22"), ua.encode())])
    tap.check(status == 200 and b"<script>alert" not in page, "a name with markup is a name", page)

    # A large file costs the disk, not the memory.
    before = server.memory()
    status, page, _ = drop(client, ("base.txt", b"x" * 50_000_000), [("a.txt", b"y")])
    grown = server.memory() - before
    tap.check(status in (200, 413, 422) and grown <= 16 << 20, f"50 MB of upload take {grown / (1 << 20):.1f} MB of memory", status)
    left = server.end()
    tap.check(left == 0 and not [name for name in os.listdir(place) if name.startswith("entente-serve")], "nothing is left behind", os.listdir(place))
tap.end()
