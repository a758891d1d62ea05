#!/bin/bash
# LibreOffice opens the .odt that merge writes: what it makes of it in Word says the same, tracked changes accepted and refused.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
word=examples/ardel/plan
echo 1..2
for ending in odt docx; do
    "$ENTENTE" merge $word/base.docx V=$word/velmark.docx T=$word/tarsen.docx -o "$folder/merged.$ending" 2>/dev/null
done
mkdir "$folder/back"
soffice -env:UserInstallation="file://$folder/office" --headless --convert-to docx --outdir "$folder/back" "$folder/merged.odt" >/dev/null 2>&1
same_text() { # OPTION
    diff <("$ENTENTE" text "$folder/merged.docx" --labels "$1" 2>/dev/null) <("$ENTENTE" text "$folder/back/merged.docx" --labels "$1" 2>/dev/null)
}
gate 1 "accepted" same_text --accept
gate 2 "refused" same_text --reject
