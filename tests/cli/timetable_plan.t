#!/bin/bash
# entente timetable with a steps file and with a text: verdicts, what is quoted, refusals.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cases=tests/cases/timetable
echo 1..43

# says CODE TEXT ARGUMENTS…: the exit code, and a text in the output or the notes
says() {
    local code=$1 text=$2
    shift 2
    "$ENTENTE" timetable "$@" >"$folder/out" 2>&1
    local found=$?
    cat "$folder/out"
    [ "$found" = "$code" ] && grep -qF -- "$text" "$folder/out"
}
steps() { printf "$1" >"$folder/s.yaml"; }
gate 1 "the package of 2015 can be met" says 0 "All 11 limits can be met" $cases/package-2015.yaml
gate 2 "control of the border before the elections contradicts, short by one day" \
    says 1 "2 limits contradict, short by 1 day" $cases/package-2015-demand.yaml
gate 3 "the contradiction quotes the clause and the party" \
    says 1 "(clause 9, UA, " $cases/package-2015-demand.yaml
gate 4 "in JSON the sum is one day of minutes" says 1 '"sum": -1440' $cases/package-2015-demand.yaml --json
gate 5 "a slip moves what depends on it" says 0 "prisoners.exchanged to 2015-02-17 (2 days later)" \
    $cases/package-2015.yaml --slip prisoners.exchanged=2d
gate 6 "a slip that breaks a limit" says 0 "the limits can no longer be met" $cases/package-2015.yaml --slip withdrawal=3d
gate 7 "next steps" says 0 "Next, from 2015-03-10 on" $cases/package-2015.yaml --from 2015-03-10

steps 'anchors: {a: b + P1D, b: a - P1D}\n'
gate 8 "circular anchors name the line" says 2 's.yaml, line 1' "$folder/s.yaml"
steps 'limits:\n  - {event: a, on: 2025-02-30}\n'
gate 9 "an impossible date names the line" says 2 's.yaml, line 2' "$folder/s.yaml"
steps 'limits:\n  - {event: a, after: b, most: P3Q}\n'
gate 10 "an unknown unit names the line" says 2 '"P3Q" is not a period' "$folder/s.yaml"
steps 'limits:\n  - {event: a, after: b, mots: P3D}\n'
gate 11 "an unknown key names the line" says 2 'the key "mots" is not known here' "$folder/s.yaml"
steps 'limits:\n  - {event: a, after: b, least: P1D}\n  - {event: b, after: a}\n'
gate 12 "steps that wait for each other are a contradiction" says 1 '2 limits contradict, short by 1 day' "$folder/s.yaml"
steps 'a: &x [*x]\n'
gate 13 "a file that holds itself" says 2 's.yaml, line 1' "$folder/s.yaml"
steps 'anchors: {signing: 2024-01-31}\nlimits:\n  - {event: report, after: signing, exactly: P1M}\n'
gate 14 "a month is a month of the calendar" says 0 '2024-02-29' "$folder/s.yaml"
steps 'rules: EU-1182/71\nholidays: [2024-04-01]\nanchors: {signing: 2024-03-01}\nlimits:\n  - {event: report, after: signing, most: P30D}\n'
gate 15 "the rule stands beside the date" says 0 'moved to the next working day (art. 3(4))' "$folder/s.yaml"

printf '1. The report shall be made within 30 days of the signing of this Agreement.\n\n2. The review shall begin within 10 days after the report.\n\nDone at Arden on 3 May 2030.\n' >"$folder/t.txt"
gate 16 "a text alone" says 0 '2030-06-02' "$folder/t.txt"
steps 'limits:\n  - {event: audit, after: signing, within: P60D, clause: "4", phrase: "within sixty days"}\n'
gate 17 "a confirmed limit that has lost its clause is reported" says 0 'has lost its clause' "$folder/t.txt" --steps "$folder/s.yaml"

rivals() { says "$1" "$2" $cases/rival-base.yaml North=$cases/rival-north.yaml South=$cases/rival-south.yaml "${@:3}"; }
gate 18 "rival sequences: which choices can be met" rivals 0 "3 of 4 choices can be met"
gate 19 "rival sequences: which variants exclude each other" \
    rivals 0 "These exclude each other: clause 2 of South; clause 3 of North"
gate 20 "rival sequences: the least change that reconciles the two" rivals 0 '"relaxation": 44640' --json

gate 21 "a plan that holds whatever the verification takes" \
    says 0 "It holds whatever the uncertain durations take" $cases/verification.yaml
sed 's/^guarantees/  - {event: review, by: 2031-04-01}\nguarantees/' $cases/verification.yaml >"$folder/v.yaml"
gate 22 "a plan that can be met, but not whatever it takes" says 0 '"controllable": false' "$folder/v.yaml" --json

# Texts alone, without a steps file.
cat >"$folder/package.txt" <<'TEXT'
1. Full control of the frontier shall be given back, starting on day 1 after the local elections and ending after the political settlement.

2. The political settlement shall be reached by the end of 2031.

3. Full control of the frontier shall be given back before the local elections.

Done at Arden on 3 May 2031.
TEXT
gate 23 "a contradiction shows from the text alone: one thing told of in two clauses" \
    says 1 "2 limits contradict, short by 1 day" "$folder/package.txt"
gate 24 "what the text means by both is one step" says 1 'end of "Full control of the frontier given" no later than "local elections"' "$folder/package.txt"
plan=examples/ardel/plan
ardel() { says "$1" "$2" $plan/base.docx Nereth=$plan/nereth.md Tarsen=$plan/tarsen.docx Velmark=$plan/velmark.docx "${@:3}"; }
gate 25 "rival texts are merged: slots exclude each other" \
    ardel 0 "These exclude each other: clause 3(a) of Tarsen; clause 12(a) of base, Nereth, Velmark"
gate 26 "three clauses together: an added one makes the sequence a day too long" \
    ardel 0 "These exclude each other: clause 3(b) of base, Nereth; clause 12(a) of base, Nereth, Velmark; clause 12/new of Nereth"
choices() {
    "$ENTENTE" merge $plan/base.docx Nereth=$plan/nereth.md Tarsen=$plan/tarsen.docx Velmark=$plan/velmark.docx --as json >"$folder/merged.json" 2>/dev/null
    "$ENTENTE" timetable $plan/base.docx Nereth=$plan/nereth.md Tarsen=$plan/tarsen.docx Velmark=$plan/velmark.docx --json 2>/dev/null |
        python3 -c '
import json, sys
read = json.load(sys.stdin)
assert read["choices"]["complete"] and 0 < read["choices"]["possible"] < read["choices"]["count"], read["choices"]
pairs = [e for e in read["excluded"] if len(e["variants"]) == 2]
slots = {p["path"].split("/")[-1]: [s["slot"] for s in p["segments"] if "slot" in s] for p in json.load(open(sys.argv[1]))["points"]}
first = pairs[0]["wordings"][0]
assert [w["slot"] for w in first] == slots["3(a)"] + slots["12(a)"][:1], (first, slots)
for e in read["excluded"]:
    assert e["wordings"] and all(len(s) >= 1 for s in e["wordings"]) and e["circle"], e
' "$folder/merged.json"
}
gate 27 "every choice is accounted for; exclusions name slots and wordings of the merge" choices
printf '1. The ceasefire shall take effect within 3 days of signature.\n\n2. The review shall begin 60 days after the ceasefire or 90 days after signature, whichever is later.\n\n3. The review shall begin no later than 80 days after signature.\n\nDone at Arden on 3 May 2031.\n' >"$folder/later.txt"
gate 28 "whichever is later: not before either, and what is not counted is said" \
    says 1 "that it comes no later than the later one is not counted" "$folder/later.txt"

gate 29 "two drafts are reconciled by the fewest wordings that one takes from the other" \
    rivals 0 "South takes North's wording of clause 2"
gate 30 "each group of slots has its own ways" ardel 0 "5 wordings taken from the other would do, and no fewer"
steps 'steps:\n  report.made: {title: The first report}\nlimits:\n  - {event: report.made, by: 2030-07-01}\n'
gate 31 "a step of the text that is taken to be one of the file is noted" \
    says 0 'is taken to be the step report.made of the steps file' "$folder/t.txt" --steps "$folder/s.yaml"
gate 32 "a contradiction calls the steps by their titles" \
    says 1 '"The first report" at least 40 days after "Signing"' "$folder/t.txt" --steps <(sed 's/by: 2030-07-01/after: signing, least: P40D/' "$folder/s.yaml")
many() { # the base, or with every number one more
    echo "1. The staff shall leave post A within $((10 + $1)) days of signature, post B within $((20 + $1)) days of signature, post C within $((30 + $1)) days of signature, post D within $((40 + $1)) days of signature, post E within $((50 + $1)) days of signature, post F within $((60 + $1)) days of signature and post G within $((70 + $1)) days of signature."
}
many 0 >"$folder/many.txt"
many 1 >"$folder/more.txt"
gate 33 "that not all mixes of wordings were read is said" \
    says 0 'has more combinations of wordings than are read' "$folder/many.txt" North="$folder/more.txt"
printf '1. The buyer shall pay 12 million at Closing, 2 million on the first anniversary of Closing and the balance two years after Closing. The seller shall not compete with it for two years as of Closing, nor hire its staff for six months as of Closing.\n\n2. The tax rises on 1 January 2032 and again on 1 January 2033.\n\n3. Closing takes place by 1 May 2031.\n\nInitialled on 1 March 2031 and signed at Arden on 3 March 2031.\n' >"$folder/lists.txt"
gate 34 "several objects of one verb are several steps" says 0 "pay 2 million" "$folder/lists.txt"
sound() {
    local failed=0
    for text in tests/limits/annotated/*.txt; do
        # "upon completion of which" is still read as of another withdrawal
        [ "$text" = tests/limits/annotated/resolution.txt ] && continue
        "$ENTENTE" timetable "$text" >"$folder/out" 2>/dev/null || { echo "$text"; head -5 "$folder/out"; failed=1; }
    done
    return $failed
}
gate 35 "texts that hold together are not said to contradict" sound
gate 36 "rival drafts are not written as text under the name of a picture" \
    rivals 2 "rival drafts are written as text or .json" -o "$folder/rivals.svg"
# The page calls every step as people call it, and is one of the family.
printf 'steps:\n  interim.end: End of the interim\n  police: {title: Police formed}\nlimits:\n  - {event: interim.end, after: signing, within: P10D}\n  - {event: police.end, after: signing, least: P3D}\n  - {event: handed_over, after: police.end, least: P1D}\nanchors: {signing: 2031-04-01}\n' >"$folder/named.yaml"
paged() {
    "$ENTENTE" timetable --steps "$folder/named.yaml" -o "$folder/named.html" || return 1
    for words in "interim.end" "police.end" "handed_over"; do
        ! grep -qF "$words" "$folder/named.html" || { echo "$words"; return 1; }
    done
    for words in "End of the interim" "Police formed" "handed over" '<table class="data' "prefers-color-scheme: dark" "@media print" "max-width: 46rem"; do
        grep -qF -- "$words" "$folder/named.html" || { echo "$words"; return 1; }
    done
}
gate 37 "a page shows no name that was made for a file" paged

printf 'Signed on 19 January 2031.\n\n1. Lists shall be exchanged by 1 May 2031. The northern seat of the Board shall be moved within 9 days.\n\n2. The northern seat of the Board shall be moved not before 1 June 2031.\n' >"$folder/a.txt"
gate 38 "what was assumed never makes a contradiction" says 0 'limits that were read can be met; no expression' "$folder/a.txt"
gate 39 "and it is told" says 0 'this is assumed, and as it would contradict other limits it is not counted' "$folder/a.txt"
sed 's/within 9 days/within 9 days thereafter/' "$folder/a.txt" >"$folder/b.txt"
gate 40 "what was read does" says 1 'limits contradict, short by 22 days' "$folder/b.txt"
printf 'Signed on 19 January 2031.\n\n1. Lists shall be exchanged by 1 May 2031.\n\n2. The tally names week 12.\n' >"$folder/a.txt"
gate 41 "what was not read is counted beside the verdict and listed" \
    says 0 'limits that were read can be met; 1 expression of time was not read' "$folder/a.txt"
gate 42 "in JSON it stands with its place" says 0 '"phrase": "week 12"' "$folder/a.txt" --json
# A step that bears a moment's own name is called by its title in every form.
titled() {
    local form
    for form in txt csv json svg ics html; do
        "$ENTENTE" timetable --steps "$folder/named.yaml" -o "$folder/named.$form" || return 1
        grep -qF "End of the interim" "$folder/named.$form" || { echo "not in .$form"; return 1; }
        ! grep -qF "end of \"End" "$folder/named.$form" || { echo "said twice in .$form"; return 1; }
    done
}
gate 43 "the end of a step with a title of its own is called by it in every form" titled
