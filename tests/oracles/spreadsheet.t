#!/bin/bash
# Tables that LibreOffice has written: what it made of a .csv says the same as the .csv.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..2
mkdir "$folder/office"
printf 'Actor,Influence,Position,Salience\n"North, and more",0.5,0,40\nÉast,1,2.5,10\nSouth,0.25,10,80\n' >"$folder/a.csv"
"$ENTENTE" spatial "$folder/a.csv" --json >"$folder/a.json" 2>/dev/null
same() { # ENDING
    soffice -env:UserInstallation="file://$folder/office" --headless --convert-to "$1" --infilter="CSV:44,34,76,1" \
        --outdir "$folder" "$folder/a.csv" >"$folder/said" 2>&1
    "$ENTENTE" spatial "$folder/a.$1" --json 2>>"$folder/said" | sed "s/a\.$1/a.csv/" >"$folder/found.json"
    cat "$folder/said"
    cmp "$folder/found.json" "$folder/a.json"
}
gate 1 "an .xlsx file by LibreOffice" same xlsx
gate 2 "an .ods file by LibreOffice" same ods
