#!/bin/bash
# merge, view and diff on the command line: exit codes, round trips, one clear line for bad calls.
entente=${ENTENTE:?}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
number=0
ok() {
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
code() { # wanted code, name, command…
    local wanted=$1 name=$2
    shift 2
    "$@" >out.txt 2>err.txt
    [ $? = "$wanted" ]
    ok $? "$name"
}
says() { grep -q -- "$1" err.txt && [ "$(wc -l <err.txt)" = 1 ]; ok $? "$2"; }

printf '1. The Parties agree to act within 30 days.\n2. The Fund is held in trust.\n' >base.txt
printf '1. The Parties agree to act at once.\n2. The Fund is held in trust.\n' >us.txt
printf '1. The Parties agree to act within 60 days.\n2. The Fund is held in trust.\n' >eu.txt
: >empty.txt

code 0 "a merge is done" "$entente" merge base.txt US=us.txt EU=eu.txt
code 1 "--check gives 1 while a slot is open" "$entente" merge base.txt US=us.txt EU=eu.txt --check
code 0 "--check gives 0 when all parties hold the same words" "$entente" merge base.txt US=us.txt EU=us.txt --check
code 0 "--check gives 0 when nothing changed" "$entente" merge base.txt US=base.txt --check
code 0 "an empty base is a base" "$entente" merge empty.txt US=us.txt
for form in json md txt docx html; do
    code 0 "a .$form file is written" "$entente" merge base.txt US=us.txt EU=eu.txt -o "m.$form"
done
for form in json md txt docx; do
    for party in US EU; do
        file=$(echo "$party" | tr A-Z a-z).txt
        "$entente" view "m.$form" --party "$party" 2>/dev/null | sed 's/^\([0-9]*\)\\\./\1./' | grep -v '^$' | cmp -s - "$file"
        ok $? "$party's draft reads back from .$form"
    done
    "$entente" view "m.$form" --base 2>/dev/null | sed 's|^\([0-9]*\)\\\.|\1.|' | grep -v '^$' | cmp -s - base.txt
    ok $? "the base reads back from .$form"
done
"$entente" merge base.txt US=us.txt EU=eu.txt -o one.json 2>/dev/null
"$entente" merge base.txt EU=eu.txt US=us.txt -o two.json 2>/dev/null
cmp -s one.json two.json
ok $? "the order of the drafts changes nothing"
for form in json md txt; do
    code 0 "a merged .$form is shown again" "$entente" merge "m.$form" --as columns -o "again.html"
    "$entente" merge "m.$form" -o again.json 2>/dev/null
    "$entente" view again.json --party EU | grep -v '^$' | cmp -s - eu.txt
    ok $? "and keeps each party's draft"
done
"$entente" merge m.json -o again.md 2>/dev/null
cmp -s m.md again.md
ok $? "brackets written from our JSON are those written from the drafts"
printf '1. يلتزم الطرفان بوقف إطلاق النار خلال 30 يوما.\n' >right.txt
printf '1. يلتزم الطرفان بوقف إطلاق النار خلال 10 أيام.\n' >left.txt
code 0 "a text written from right to left is merged" "$entente" merge right.txt US=left.txt -o right.html
head -1 err.txt | grep -q '^1 point: 0 agreed, 1 open, with 1 open slot$'
ok $? "one point is one point"
grep -q '<[a-z]* dir="auto">' right.html
ok $? "and the page takes each paragraph's direction from its words"
code 2 "a merged text alone gives no tracked changes" "$entente" merge m.json -o again.docx
says "say --as columns" "the line says what can be had"
code 0 "but columns in Word" "$entente" merge m.json --as columns -o again.docx
code 0 "a difference is listed" "$entente" diff base.txt us.txt --json
grep -q '"kind": "replace", "point": "base/1", "old": "within 30 days", "new": "at once"' out.txt
ok $? "a revision is what a person would call one change"
code 0 "a text does not differ from itself" "$entente" diff base.txt base.txt --check
code 2 "a party named twice is refused" "$entente" merge base.txt US=us.txt US=eu.txt
says '"US" is named twice' "the line names the party"
code 2 "a missing file is refused" "$entente" merge base.txt US=none.txt
says "none.txt" "the line names the file"
code 2 "an unknown ending is refused" "$entente" merge base.txt US=us.txt -o m.pdf
[ ! -e m.pdf ]
ok $? "nothing is written then"
code 2 "a view of an unknown party is refused" "$entente" view one.json --party XX
says 'there are EU, US' "the line lists the parties"
for form in html md txt json; do
    code 0 "a reading is written as .$form" "$entente" view m.json --party EU -o "reading.$form"
done
"$entente" view m.json --party EU >reading.out
cmp -s reading.out reading.txt
ok $? "as .txt it is what the terminal shows"
python3 - reading.json reading.out <<'END'
import json, sys
view = json.load(open(sys.argv[1]))
lines = "".join(point["text"] + "\n" for point in view["points"])
sys.exit(view["format"] != "entente-view/1" or view["party"] != "EU" or lines != open(sys.argv[2]).read())
END
ok $? "as .json each point says its text"
grep -q 'EU’s text · base.txt' reading.html && ! grep -Eq '<(ins|del|script|nav)' reading.html
ok $? "as .html it is a page without marks"
"$entente" text reading.md | sed 's/^\([0-9]*\)\\\./\1./' | grep -v '^$' | cmp -s - <(grep -v '^$' reading.out)
ok $? "as .md it reads the same"
for form in docx pdf; do
    code 2 "a reading as .$form is not made of JSON alone" "$entente" view m.json --party EU -o "reading.$form"
    [ $form = docx ] && says "the base's own file" "the line says what is wanted"
    [ $form = docx ] || says "writes .txt, .md, .html, .docx, .odt or .json" "the line says which there are"
    [ ! -e "reading.$form" ]
    ok $? "and nothing is written"
done
for i in $(seq 1 60); do echo "Point $i says that party number $i shall pay $((i * 7)) crowns into fund $i."; done >long.txt
tac long.txt >turned.txt
code 0 "a draft in another order is a draft of the same base" "$entente" merge long.txt US=turned.txt -o turned.json
grep -q '100 % of the words' err.txt
ok $? "all its words are the base's"
code 0 "each moved point is one revision" "$entente" diff long.txt turned.txt --json
[ "$(grep -c '"kind": "move"' out.txt)" = 59 ] && [ "$(grep -c '"kind"' out.txt)" = 59 ]
ok $? "and nothing else is"
# Equal figures in a row and equal rows in a table: what changes is the cell that differs, not all of them.
printf '| Party | 1 | 2 | 3 |\n|---|---|---|---|\n| A | 5 | 5 | 5 |\n| B | 0 | 0 | 7 |\n| B | 0 | 0 | 7 |\n| C | 1 | 1 | 1 |\n' >figures.md
sed '3s/5 | 5 | 5/5 | 5 ships | 5/; 5s/0 | 0 | 7/0 | 9 | 7/' figures.md >changed.md
code 0 "a figure changes among equal ones" "$entente" merge figures.md US=changed.md
grep -qxF '| A | 5 | 5[US:  ships] | 5 |' out.txt
ok $? "the words in its cell are the slot"
grep -qxF '| B | 0 | [base: 0] [US: 9] | 7 |' out.txt
ok $? "in one of two equal rows too"
# A clause that moves under another heading and bears another number there.
moving='The two sides shall exchange information about threats without delay, and at the latest within 12 hours of its receipt.'
staying='If the Republic considers that an attack on it is imminent, the two sides shall consult within 12 hours of its request.'
printf '## 3. Intelligence\n\n## 4. Consultation\n\n(a) %s\n\n(b) %s\n' "$staying" "$moving" >placed.md
printf '## 3. Intelligence\n\n(a) %s\n\n## 4. Consultation\n\n(a) %s\n' "$moving" "$staying" >replaced.md
code 0 "a clause that moves is no insertion of its new number" "$entente" diff placed.md replaced.md --json
grep -q '"kind": "move"' out.txt && [ "$(grep -c '"kind"' out.txt)" = 1 ]
ok $? "it is one revision"
for i in $(seq 1 300); do printf 'Some quite other words about nothing in %d places. ' "$i"; done >other.txt
for i in $(seq 1 300); do printf 'These lines of ours speak on trade and rivers, item %d. ' "$i"; done >long.txt
code 2 "a draft made from another base is not merged blindly" "$entente" merge long.txt US=other.txt
says "made from another text" "the line says so"
code 0 "it is merged when asked" "$entente" merge long.txt US=other.txt --any-base
echo "1..$number"
