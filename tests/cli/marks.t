#!/bin/bash
# A byte order mark before a text changes nothing, whatever reads it; what macOS leaves in a folder is no part of it.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ardel=$root/examples/ardel
mkdir "$folder/bare" "$folder/marked"
run() { (cd "$folder/$1" && shift && "$ENTENTE" "$@" 2>&1); }
both() { # NAME-OF-FILE SOURCE: into both folders, with a mark in one
    cp "$2" "$folder/bare/$1"
    { printf '\xef\xbb\xbf'; cat "$2"; } >"$folder/marked/$1"
}
same() { # ARGUMENTS…: the same output and exit code from both folders
    local bare marked
    bare=$(run bare "$@"; echo "code $?")
    marked=$(run marked "$@"; echo "code $?")
    [ "$bare" = "$marked" ] || { diff <(echo "$bare") <(echo "$marked"); return 1; }
}
works() { same "$@" && run bare "$@" >/dev/null; }
printf '<domain' >"$folder/cut.xml"
printf 'actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\nC,0.2,30,0.5\n' >"$folder/actors.csv"
printf 'r1 A 1 2 5\n' >"$folder/network.tsv"
printf 'The parties [shall][should] withdraw within [30][60] days.\n' >"$folder/brackets.txt"
printf 'Geneva, 3 March 2031. The envoy Corin Haldane said on Tuesday that he opposed the plan.\n' >"$folder/report.txt"
printf '{"speaker": "x", "date": "2031-03-01", "paraphrase": "y"}\n' >"$folder/statement.json"
printf '{"name": "D", "issuesValues": {"a": {"values": ["x", "y"]}}}\n' >"$folder/domain.json"
printf '{"LinearAdditiveUtilitySpace": {"name": "p", "issueUtilities": {"a": {"DiscreteValueSetUtilities": {"valueUtilities": {"x": 0.5, "y": 1}}}}, "issueWeights": {"a": 1}, "domain": {"name": "D", "issuesValues": {"a": {"values": ["x", "y"]}}}}}\n' >"$folder/profile.json"
both scenario.json "$ardel/bargain/scenario.json"
both before.json "$ardel/bargain/before.json"
both steps.yaml "$ardel/timetable/nereth.yaml"
both base.md "$ardel/bilateral/velmark.md"
both draft.txt "$ardel/bilateral/nereth.txt"
for file in actors.csv network.tsv brackets.txt report.txt statement.json domain.json profile.json; do both "$file" "$folder/$file"; done
"$ENTENTE" merge "$folder/bare/base.md" "A=$folder/bare/draft.txt" -o "$folder/merged.json" 2>/dev/null
"$ENTENTE" merge "$folder/bare/base.md" "A=$folder/bare/draft.txt" -o "$folder/merged.md" 2>/dev/null
both merged.json "$folder/merged.json"
both merged.md "$folder/merged.md"
seed=$(printf '%064d' 7)
at=(--now 2031-03-01T10:00:00Z --seed "$seed")
printf 'word\n' >"$folder/pass"
case=$folder/talks.entente
{
    "$ENTENTE" init "$case" --title Talks --id demo "${at[@]}"
    "$ENTENTE" party "$case" UN --name Nations --passphrase-file "$folder/pass" "${at[@]}"
    "$ENTENTE" log "$case" --checkpoint --as UN --passphrase-file "$folder/pass" -o "$folder/a.note"
    "$ENTENTE" export "$case" --bundle -o "$folder/r.jsonl"
    "$ENTENTE" show "$case" key UN >"$folder/un.key"
    "$ENTENTE" log "$case" --prove 0 -o "$folder/p.proof"
} >/dev/null 2>&1
for file in a.note r.jsonl un.key p.proof; do both "$file" "$folder/$file"; done
cp "$case" "$folder/bare"
cp "$case" "$folder/marked"
for side in bare marked; do (cd "$folder/$side" && "$ENTENTE" export talks.entente whole >/dev/null); done
for file in "$folder"/marked/whole/*; do
    { printf '\xef\xbb\xbf'; cat "$file"; } >"$folder/x" && mv "$folder/x" "$file"
done
echo 1..22
gate 1 "a scenario" works bargain scenario.json --json
gate 2 "and the one before it" works bargain scenario.json --compare before.json
gate 3 "steps and limits" same timetable steps.yaml --json
gate 4 "a network" works timetable --network network.tsv
gate 5 "drafts" works merge base.md A=draft.txt
gate 6 "time limits" works limits draft.txt --json
gate 7 "brackets" works brackets brackets.txt --json
gate 8 "a report" works statements report.txt --json
gate 9 "actors" works spatial actors.csv
gate 10 "a merged text in JSON" works view merged.json --base
gate 11 "and in brackets" works view merged.md --party A
gate 12 "its slots" works issues merged.json
gate 13 "a domain and a profile of GeniusWeb" works bargain domain.json profile.json
gate 14 "a record" works verify r.jsonl
gate 15 "a checkpoint" works verify talks.entente --checkpoint a.note
gate 16 "a key" works verify talks.entente --key un.key
gate 17 "a proof" works verify p.proof --proof
gate 18 "a folder" works show whole --json
gate 19 "its record" works verify whole
gate 20 "an item" works statement talks.entente statement.json "${at[@]}"
places() { printf '\xef\xbb\xbf[1, x]' >"$folder/x.json" && "$ENTENTE" bargain "$folder/x.json" 2>&1 | grep -q 'line 1, column 5: '; }
gate 21 "places are counted behind the mark" places
beside() {
    mkdir "$folder/domain" && cp "$folder"/bare/domain.json "$folder/bare/profile.json" "$folder/domain"
    "$ENTENTE" bargain "$folder/domain" >"$folder/without"
    printf '\0\5\26\7\0\2\0\0Mac OS X' | tee "$folder/domain/._domain.json" >"$folder/domain/._profile.json"
    printf 'x: [\n' >"$folder/domain/.hidden.yaml"
    "$ENTENTE" bargain "$folder/domain" | cmp - "$folder/without"
}
gate 22 "what macOS leaves beside files is passed over" beside
