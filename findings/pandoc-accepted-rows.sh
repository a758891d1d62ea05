#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Program: pandoc 2.17.1.1 as Debian 12 packages it, Word files with tracked changes.
# One would guess: --track-changes=accept gives what Word shows once all changes are accepted: a row whose
#   deletion is tracked is gone, and two paragraphs whose dividing mark is deleted are joined as they stand.
# It is so: the row stays as an empty row, and --track-changes=reject leaves one for an inserted row: its
#   words are tracked and go, the mark of the row itself is not looked at. Where paragraphs are joined pandoc
#   puts a blank between them: "sea" and "port" become "sea port" for "seaport". The manual names paragraph
#   marks as a case of --track-changes=all and says nothing of rows.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
pandoc --version | head -1
python3 - <<'PY'
import zipfile

OFFICE = "http://schemas.openxmlformats.org"
MARK = 'w:id="1" w:author="Velmark" w:date="2027-01-01T00:00:00Z"'


def words(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def row(kind, *cells):
    kept = {"": "{}", "ins": f"<w:ins {MARK}>{{}}</w:ins>", "del": f"<w:del {MARK}>{{}}</w:del>"}[kind]
    cells = [words(cell) if kind != "del" else words(cell).replace("w:t>", "w:delText>") for cell in cells]
    about = f"<w:trPr><w:{kind} {MARK}/></w:trPr>" if kind else ""
    return "<w:tr>" + about + "".join(f"<w:tc><w:p>{kept.format(c)}</w:p></w:tc>" for c in cells) + "</w:tr>"


body = (
    f"<w:p><w:pPr><w:rPr><w:del {MARK}/></w:rPr></w:pPr>{words('Each sea')}</w:p>"
    + f"<w:p>{words('port is open.')}</w:p>"
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='900'/></w:tblGrid>"
    + row("", "Ship", "Fee") + row("del", "Barge", "10") + row("ins", "Tug", "20") + row("", "Raft", "30")
    + f"</w:tbl><w:p>{words('End.')}</w:p>"
)
parts = {
    "[Content_Types].xml": f"""<Types xmlns="{OFFICE}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1"
 Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""",
    "word/document.xml": f'<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main">'
    f"<w:body>{body}</w:body></w:document>",
}
with zipfile.ZipFile("draft.docx", "w") as draft:
    for name, part in parts.items():
        draft.writestr(name, part)
PY
for settled in accept reject; do
    pandoc --track-changes=$settled draft.docx -t html | tr -d '\n' |
        sed -e 's:</p>: / :g; s/<tr[^>]*>/[/g; s:</tr>:]:g; s:</t[dh]>: :g; s/<[^>]*>/ /g; s/  */ /g' >"$settled"
    echo "$settled:$(cat "$settled")"
done
[ "$(pandoc --version | head -1)" = "pandoc 2.17.1.1" ]
[ "$(cat accept)" = " Each sea port is open. / [ Ship Fee ][ ][ Tug 20 ][ Raft 30 ] End. / " ]
[ "$(cat reject)" = " Each sea / port is open. / [ Ship Fee ][ Barge 10 ][ ][ Raft 30 ] End. / " ]
