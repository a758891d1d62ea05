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
sed 's/"reservation": 51/"reservation": 70/' bargain/scenario.json >"$folder/before.json"
"$entente" brief . --scenario bargain/scenario.json --before "$folder/before.json" >"$folder/public.txt"
says "In public (2031-03-11) Tarsen about the changes of Velmark: oppose" "$folder/public.txt" "a public stance stands with the packages"
"$entente" brief . --scenario bargain/scenario.json --before "$folder/before.json" --json >"$folder/public.json"
python3 -c "
import json, sys
said = json.load(open(sys.argv[1]))['said_in_public']
assert [s['statement'] for s in said] == ['tolvane-0311'] and said[0]['acceptable_before'] < said[0]['acceptable_now']" "$folder/public.json"
ok $? "with what the speaker could accept before and after"
"$entente" brief . --scenario bargain/scenario.json >"$folder/unweighed.txt"
says "changes of Velmark: oppose. Not weighed: no scenario" "$folder/unweighed.txt" "which is not weighed without a scenario from before"

cd "$root/examples/talks-2025" || exit 1
"$entente" import . -o "$folder/talks.entente" 2>"$folder/err" && "$entente" verify "$folder/talks.entente" >/dev/null
ok $? "a case without texts is imported and verified"
"$entente" brief "$folder/talks.entente" >"$folder/talks.txt"
says "Text: not weighed, no text is in the case" "$folder/talks.txt" "no text is not an agreed text"
says "20-point plan: no text in the case" "$folder/talks.txt" "each document without a text is named"
says "day not known: Separate meeting" "$folder/talks.txt" "a meeting without a day says so"
says "undated, Volodymyr" "$folder/talks.txt" "a statement without a date says so"
says "implies: oppose what is proposed by Europe" "$folder/talks.txt" "the stance that a statement implies"
! grep -q " points agreed" "$folder/talks.txt"
ok $? "no points are counted"
first=$(grep -n "Steve Witkoff (US, .*Kyiv" "$folder/talks.txt" | cut -d: -f1)
last=$(grep -n "2025-12-20, Kirill" "$folder/talks.txt" | cut -d: -f1)
[ "$first" -lt "$last" ]
ok $? "the latest statement comes first"
for form in html docx md json; do
    "$entente" brief . -o "$folder/talks.$form"
    ok $? "a .$form brief is written of a case without texts"
done
python3 -c "
import json, sys
d = json.load(open(sys.argv[1]))
assert not any(x['has_text'] for x in d['documents']) and d['said_in_public'] == [] and len(d['delegates']) == 6" "$folder/talks.json"
ok $? "the JSON says that there is no text"
! grep -q "Proposals" "$folder/talks.txt"
ok $? "nor proposals"

mkdir "$folder/broken"
printf 'entente: 1\ncase: {id: broken, title: Broken}\ndocuments:\n  - {id: plan, title: Plan}\ndrafts:\n  - {id: b, document: plan, file: b.docx}\n' \
    >"$folder/broken/entente.yaml"
echo "no Word file" >"$folder/broken/b.docx"
"$entente" brief "$folder/broken" >"$folder/broken.txt"
says "no text could be laid out" "$folder/broken.txt" "a text that cannot be read is not an agreed text"
echo "1..$number"
