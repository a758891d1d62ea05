#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Libraries: officeparser 7.8.0 and word-extractor 1.0.4 (npm), the text of a Word file with tracked
#   changes.
# One would guess: both leave out what is tracked as deleted and keep what is inserted, so they show the
#   text as if all changes were accepted, and a clause that was moved stands once, in its new place.
# It is so: deleted words are left out and inserted ones kept, but a tracked move shows its clause twice, in
#   the old place and in the new one. Word writes deleted words with an element of their own (w:delText),
#   moved ones with the usual one (w:t) at both ends; who looks only for w:t sees a text that no party ever
#   wrote. mammoth 1.13.0, a third reader, shows the clause once.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    officeparser@7.8.0 word-extractor@1.0.4 mammoth@1.13.0 jszip@3.10.2 >/dev/null 2>&1
cat >say.cjs <<'JS'
const fs = require("fs");
const zip = new (require("jszip"))();
const office = "http://schemas.openxmlformats.org";
const word = `${office}/wordprocessingml/2006/main`;
let id = 0;
const tracked = (kind, inner) =>
    `<w:${kind} w:id="${++id}" w:author="Velmark" w:date="2027-01-01T00:00:00Z">${inner}</w:${kind}>`;
const mark = (kind) => `<w:pPr><w:rPr>${tracked(kind, "")}</w:rPr></w:pPr>`;
const words = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const body = [
    words("The bridge is ") + tracked("del", "<w:r><w:delText>Tarsen's</w:delText></w:r>") +
        tracked("ins", words("shared")) + words("."),
    mark("moveFrom") + tracked("moveFrom", words("Pilots are chosen jointly.")),
    words("Tolls are equal."),
    mark("moveTo") + tracked("moveTo", words("Pilots are chosen jointly.")),
].map((paragraph) => `<w:p>${paragraph}</w:p>`).join("");
zip.file("[Content_Types].xml", `<Types xmlns="${office}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file("_rels/.rels", `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1"
 Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
zip.file("word/document.xml", `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`);
const line = (text) => text.trim().split(/\n+/).join(" / ");
const version = (name) => `${name} ${JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`)).version}`;
zip.generateAsync({ type: "nodebuffer" }).then(async (file) => {
    fs.writeFileSync("draft.docx", file);
    const parsed = await require("officeparser").parseOffice("draft.docx");
    console.log(`${version("officeparser")}: ${line(await parsed.toText())}`);
    const extracted = await new (require("word-extractor"))().extract("draft.docx");
    console.log(`${version("word-extractor")}: ${line(extracted.getBody())}`);
    const raw = await require("mammoth").extractRawText({ path: "draft.docx" });
    console.log(`${version("mammoth")}: ${line(raw.value)}`);
});
JS
saw=$(node say.cjs)
echo "$saw"
twice="The bridge is shared. / Pilots are chosen jointly. / Tolls are equal. / Pilots are chosen jointly."
[ "$saw" = "officeparser 7.8.0: $twice
word-extractor 1.0.4: $twice
mammoth 1.13.0: The bridge is shared. / Tolls are equal. / Pilots are chosen jointly." ]
