#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Program: LibreOffice 7.4.7 as Debian 12 packages it, Word files with tracked changes, opened and saved.
# One would guess: a file in which a party adds words to the end of one clause and to the beginning of the
#   next is saved with those two insertions; the division between the clauses, which nobody put in, stays
#   settled.
# It is so: the two become one insertion that takes the division in: the saved file marks it as inserted by
#   that party, and who refuses the party's changes joins the two clauses into one. It happens where both
#   insertions have one author and one date and touch the division; with two authors, or a settled full stop
#   between, it does not.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=$(soffice "-env:UserInstallation=file://$folder/profile" --version | cut -d' ' -f1,2)
echo "$version"
python3 - <<'PY'
import zipfile

OFFICE = "http://schemas.openxmlformats.org"


def words(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def added(author, text):
    about = f'w:id="{len(text)}" w:author="{author}" w:date="2027-01-01T00:00:00Z"'
    return f"<w:ins {about}>{words(text)}</w:ins>"


def write(name, *paragraphs):
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
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
    with zipfile.ZipFile(name, "w") as draft:
        for part, text in parts.items():
            draft.writestr(part, text)


first, second = words("The harbour stays open"), words("tolls are equal.")
ending = added("Velmark", " in winter")
write("one.docx", first + ending, added("Velmark", "From 2027 on, ") + second)
write("two.docx", first + ending, added("Tarsen", "From 2027 on, ") + second)
write("stop.docx", first + ending + words("."), added("Velmark", "From 2027 on, ") + second)
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved \
    one.docx two.docx stop.docx >/dev/null 2>&1
saw=$(
    for name in one two stop; do
        unzip -p "saved/$name.docx" word/document.xml | tr -d '\n' |
            sed 's/.*<w:body>//; s/<w:r>.*//' | grep -q '<w:ins ' && echo "$name: inserted" || echo "$name: settled"
    done
)
echo "$saw"
[ "$version" = "LibreOffice 7.4.7.2" ]
[ "$saw" = "one: inserted
two: settled
stop: settled" ]
