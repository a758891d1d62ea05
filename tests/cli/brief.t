#!/bin/bash
# The brief of the worked example: what it says, in every form, and what it does not pretend.
entente=${ENTENTE:?}
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$root/examples/ardel" || exit 1
number=0
ok() { # verdict, name
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
says() { grep -q -- "$1" "$2"; ok $? "$3"; }

"$entente" brief . --steps timetable/nereth.yaml --scenario bargain/scenario.json >"$folder/brief.txt"
ok $? "a brief is written"
says "4 limits contradict, short by 1 day" "$folder/brief.txt" "the contradiction is quoted"
says "are acceptable to all" "$folder/brief.txt" "packages are counted"
says "\[Nereth, Velmark: 600 observers" "$folder/brief.txt" "joint proposals stand under both names"
says "Second plenary" "$folder/brief.txt" "the latest meeting is named"
"$entente" brief . >"$folder/bare.txt"
says "Not weighed: no scenario was given" "$folder/bare.txt" "what was not weighed is said, not faked"
for form in html docx md json; do
    "$entente" brief . -o "$folder/brief.$form"
    ok $? "a .$form brief is written"
done
python3 -c "import json,sys; d=json.load(open(sys.argv[1])); assert d['packages'] is None and len(d['documents'])==4" "$folder/brief.json"
ok $? "the JSON says null for what was not weighed"
"$entente" text "$folder/brief.docx" | grep -q "Talks on the Lower Ardel"
ok $? "the Word file reads back"
"$entente" brief . --steps timetable/nereth.yaml --check >/dev/null
[ $? = 1 ]; ok $? "--check gives 1 on a contradiction"
"$entente" brief . >"$folder/again.txt"
cmp -s "$folder/bare.txt" "$folder/again.txt"
ok $? "the same case gives the same bytes"
echo "1..$number"
