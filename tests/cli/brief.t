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
says "remains in force for \[base: 10\] \[Nereth: 15\]" "$folder/brief.txt" "a contested wording stands among its words"
! grep -q '.\{102\}' "$folder/brief.txt"
ok $? "no line is wider than the page"
"$entente" brief . --scenario bargain/scenario.json --before bargain/before.json >"$folder/nearer.txt"
says "Agreement is nearer. With the latest change, packages acceptable to all went from 3 to 81" "$folder/nearer.txt" "nearer or farther, with figures"
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

# Every section of the whole example is there with something in it, and none says less than its part alone.
"$entente" brief . --steps timetable/nereth.yaml --scenario bargain/scenario.json --before bargain/before.json --from 2031-06-01 >"$folder/whole.txt"
"$entente" brief . --steps timetable/nereth.yaml --scenario bargain/scenario.json --before bargain/before.json --from 2031-06-01 --json >"$folder/whole.json"
"$entente" timetable --steps timetable/nereth.yaml --from 2031-06-01 --json >"$folder/alone.timetable.json"
"$entente" bargain bargain/scenario.json --explain --json >"$folder/alone.packages.json"
while read -r verdict name; do
    [ "$verdict" = ok ]; ok $? "$name"
done < <(python3 - "$folder" <<'PYTHON'
import json, pathlib, re, sys
folder = pathlib.Path(sys.argv[1])
lines = (folder / "whole.txt").read_text().splitlines()
headings = ["The texts", "Most contested", "Time", "Guarantees", "Packages", "Who", "Latest meetings", "Latest statements", "Not known"]
def ok(is_so, name): print("ok" if is_so else "not", name)
def under(heading):
    at = lines.index(heading) + 1 if heading in lines else len(lines)
    end = next((i for i in range(at, len(lines)) if lines[i] == ""), len(lines))
    return lines[at:end]
for heading in headings:
    ok(any(line.strip() for line in under(heading)), f"the section \"{heading}\" says something")
rows = [line for line in under("Time") if re.search(r"\d{4}-\d\d-\d\d .*(day|none|open)", line)]
ok(len(rows) == 8 and all(re.match(r"  \S", row) for row in rows), "each next step has its name and its days")
whole = json.loads((folder / "whole.json").read_text())
empty = [name for name, value in whole.items() if value in (None, "", [], {})]
ok(empty == ["failed"], "no member of the JSON is empty but the list of failures")
for part in ["timetable", "packages"]:
    alone = json.loads((folder / f"alone.{part}.json").read_text())
    ok(whole[part] == alone, f"its {part} are what the verb alone answers")
PYTHON
)
printf 'steps: [{id: 7' >"$folder/torn.yaml"
"$entente" brief . --steps "$folder/torn.yaml" >"$folder/torn.txt"
says "Not laid: $folder/torn.yaml" "$folder/torn.txt" "steps that cannot be read are said in their section"
says "Time: not weighed" "$folder/torn.txt" "and in the verdict"

# Limits that the case itself holds: each is named by its own name.
limits=$folder/limits.entente
{
    "$entente" init "$limits" --title Limits
    "$entente" enter "$limits" limit interim --set from=signing --set to=vote --set most=P10D --set point=9
    "$entente" enter "$limits" limit notice --set from=signing --set to=vote --set least=P40D
} >/dev/null 2>&1
"$entente" brief "$limits" >"$folder/limits.txt"
says "vote at least 40 days after signing  (limit notice)" "$folder/limits.txt" "a limit of the case is called by its name"
says "vote at most 10 days after signing  (clause 9, limit interim)" "$folder/limits.txt" "beside its clause"
"$entente" brief "$limits" --json >"$folder/limits.json"
grep -q '"file": "limit interim"' "$folder/limits.json" && ! grep '"line"' "$folder/limits.json" | grep -qv '"line": 0$'
ok $? "in JSON too, and no line is told of a file that there is not"
"$entente" enter "$limits" limit later --set from=vote --set to=count >/dev/null 2>&1
"$entente" brief "$limits" --json | grep -q '"event": "count"'
ok $? "a limit without a time means merely one after the other"
for fields in "to= least=P40D" "to=vote least=P40X"; do
    # shellcheck disable=SC2086 # the words are meant to part
    "$entente" enter "$limits" limit notice --set from=signing --set ${fields% *} --set ${fields#* } 2>/dev/null
    "$entente" brief "$limits"
done >"$folder/faulty.txt"
says "Not laid: limit notice does not say to which event it counts" "$folder/faulty.txt" "a limit without an event is named"
says 'Not laid: limit notice: "P40X" is not a period' "$folder/faulty.txt" "and one whose time is none"

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

# Drafts that were replaced since: the trend counts what stood on each day, the latest draft is
# measured against the one before it.
talks=$folder/redrafts.entente
cd "$folder" || exit 1
printf '1. Troops leave within 30 days.\n\n2. Votes are held in spring.\n\n3. The border is open.\n' >base.md
sed 's/30/60/; s/spring/winter/' base.md >a1.md
sed 's/30/90/; s/open/closed/' base.md >b1.md
sed 's/30/90/; s/open/closed/' base.md >a2.md
for words in "init $talks --title Redrafts" "party $talks A --name A" "party $talks B --name B" "enter $talks document plan --set title=Plan" \
    "submit $talks base.md --document plan --base --date 2031-03-01" "submit $talks a1.md --document plan --party A --date 2031-03-02" \
    "submit $talks b1.md --document plan --party B --date 2031-03-03" "submit $talks a2.md --document plan --party A --date 2031-03-04"; do
    # shellcheck disable=SC2086 # the words are meant to part
    "$entente" $words 2>/dev/null
done
"$entente" brief "$talks" -o redrafts.html
"$entente" brief "$talks" >redrafts.txt
says "the latest draft is A's of 2031-03-04. It closes 3 open" redrafts.txt "the latest draft is measured against the one before it"
says "comes nearer to, by open places worded otherwise: B (0, before it 3)" redrafts.txt "and against each other party's"
"$entente" brief "$talks" --json | python3 -c "
import json, sys
latest = json.load(sys.stdin)['documents'][0]['latest']
assert latest['open_slots_more'] == -3 and latest['apart'] == [{'party': 'B', 'before': 3, 'now': 0}]"
ok $? "in the JSON too"
cd "$root/examples/talks-2025" || exit 1

mkdir "$folder/broken"
printf 'entente: 1\ncase: {id: broken, title: Broken}\ndocuments:\n  - {id: plan, title: Plan}\ndrafts:\n  - {id: b, document: plan, file: b.docx}\n' \
    >"$folder/broken/entente.yaml"
echo "no Word file" >"$folder/broken/b.docx"
"$entente" brief "$folder/broken" >"$folder/broken.txt"
says "no text could be laid out" "$folder/broken.txt" "a text that cannot be read is not an agreed text"

# Beyond some thousands of open places the record is not followed from entry to entry, and that is said.
quotas() { # NUMBER MORE
    local i
    for ((i = 1; i <= $1; i++)); do printf '%d. The quota of year %d is %d tonnes.\n\n' "$i" "$i" $((i + $2)); done
}
followed() { # NUMBER: what the brief of a case with so many open places says of its rounds
    local case=$folder/many$1.entente
    quotas "$1" 0 >"$folder/base.md"
    quotas "$1" 1 >"$folder/draft.md"
    { "$entente" init "$case" --title Quotas && "$entente" enter "$case" document plan --set title=Plan &&
        "$entente" enter "$case" party UA --set name=Ua && "$entente" submit "$case" "$folder/base.md" --document plan --base &&
        "$entente" submit "$case" "$folder/draft.md" --document plan --party UA && quotas "$1" 2 >"$folder/draft.md" &&
        "$entente" submit "$case" "$folder/draft.md" --document plan --party UA; } >/dev/null 2>&1
    "$entente" brief "$case"
    "$entente" brief "$case" --json | grep -E 'rounds_not|"moves"'
}
followed 5001 >"$folder/many.txt"
says "Not looked at: the case has 500[0-9] open places" "$folder/many.txt" "rounds of too many open places are not followed, and that is said"
says '"rounds_not_looked_at_for_slots": 500[0-9]' "$folder/many.txt" "and programs are told"
followed 50 >"$folder/few.txt"
says '"moves"' "$folder/few.txt" "those of a few are"
# Place by place: links, marks, tables, and what happened to each.
mkdir "$folder/places"
while read -r verdict name; do
    [ "$verdict" = ok ]; ok $? "$name"
done < <(python3 "$root/tests/cli/brief_places.py" "$entente" "$folder/places")
echo "1..$number"
