#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: docxmlater 10.1.0 (npm), Word files opened, changed and saved.
# One would guess: a file that is opened and saved again keeps the tracked changes in it; they are the
#   party's.
# It is so: all are accepted on opening, without a word, and the saved file has none; the README says in its
#   list of options that revisionHandling is 'accept' unless one asks for 'preserve'. Nor is it what Word
#   makes of them: a deleted row stays as an empty row, a paragraph whose mark is deleted is not joined with
#   the next, and a field to fill in (a content control) that still shows its hint loses it.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts docxmlater@10.1.0 jszip@3.10.2 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync, writeFileSync } from "fs";
import JSZip from "jszip";
import { Document } from "docxmlater";

console.log("docxmlater", JSON.parse(readFileSync("node_modules/docxmlater/package.json")).version);
const office = "http://schemas.openxmlformats.org";
let id = 0;
const tracked = (kind, inner) =>
    `<w:${kind} w:id="${++id}" w:author="Velmark" w:date="2027-01-01T00:00:00Z">${inner}</w:${kind}>`;
const words = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const gone = (text) => tracked("del", `<w:r><w:delText>${text}</w:delText></w:r>`);
const row = (about, ...cells) =>
    `<w:tr>${about}${cells.map((cell) => `<w:tc><w:p>${cell}</w:p></w:tc>`).join("")}</w:tr>`;
const body =
    `<w:p><w:pPr><w:rPr>${tracked("del", "")}</w:rPr></w:pPr>` +
    `${words("Pay ")}${gone("20")}${tracked("ins", words("30"))}</w:p><w:p>${words(" a day.")}</w:p>` +
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>' + row("", words("Ship")) +
    row(`<w:trPr>${tracked("del", "")}</w:trPr>`, gone("Barge")) + row("", words("Raft")) + "</w:tbl>" +
    "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>" +
    `<w:sdtContent>${words("Name the port")}</w:sdtContent></w:sdt>${words(" is open.")}</w:p>`;
const zip = new JSZip();
zip.file("[Content_Types].xml", `<Types xmlns="${office}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file("_rels/.rels", `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1"
 Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
zip.file("word/document.xml", `<w:document xmlns:w="${office}/wordprocessingml/2006/main">
<w:body>${body}</w:body></w:document>`);
writeFileSync("draft.docx", await zip.generateAsync({ type: "nodebuffer" }));
for (const options of [undefined, { revisionHandling: "preserve" }]) {
    const opened = await Document.load("draft.docx", options);
    const saved = await JSZip.loadAsync(await opened.toBuffer());
    const text = await saved.file("word/document.xml").async("string");
    const changes = (text.match(/<w:(ins|del)[ />]/g) ?? []).length;
    const paragraphs = text.match(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs).map((paragraph) =>
        [...paragraph.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]).join(""));
    console.log(`${options ? "preserve" : "as it comes"}: ${changes} changes: ${paragraphs.join(" | ")}`);
}
JS
saw=$(node say.mjs 2>&1)
echo "$saw"
[ "$saw" = "docxmlater 10.1.0
as it comes: 0 changes: Pay 30 |  a day. | Ship |  | Raft |  is open.
preserve: 4 changes: Pay 2030 |  a day. | Ship | Barge | Raft |  is open." ]
