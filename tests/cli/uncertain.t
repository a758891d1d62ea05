#!/bin/bash
# entente bargain where worths are not known: known answers, the faces, contradictions said in one line.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..18
issues='"issues": [{"name": "Seat", "options": ["Aland", "Borduria"]}, {"name": "Term", "options": ["one year", "two years"]}]'
scenario() { # NAME PARTY…
    local name=$1
    shift
    local list
    list=$(IFS=,; echo "$*")
    printf '{"format": "entente-bargain/1", %s,\n "parties": [%s]}\n' "$issues" "$list" >"$folder/$name.json"
}
# A: Aland is worth 4 to 6, the rest is known; acceptable to both for sure: Aland with two years, possibly with one.
scenario talks '{"name": "A", "scores": [[[4, 6], 0], [0, 2]], "reservation": 5}' \
    '{"name": "B", "scores": [[1, 3], [2, 1]], "reservation": 2}'
scenario circle '{"name": "A", "rankings": [["Seat", ["Aland", "Borduria"]]], "prefers": [[["Seat", 1], ["Seat", 0]]]}'
scenario squeezed '{"name": "A", "scores": [[[0, 3], [5, 9]], null], "rankings": [["Seat", [0, 1]]]}'
scenario unknown '{"name": "A", "matters_more": [["Seat", "Term"]]}'
scenario signed '{"name": "A", "accepts": [[0, 1]], "rejects": [["Aland", "two years"]]}'
scenario linked '{"name": "A", "rankings": [["Seat", [0, 1]], ["Term", [0, 1]]], "matters_more": [["Seat", "Term"]]}' \
    '{"name": "B", "rankings": [["Seat", [0, 1]], ["Term", [1, 0]]]}'
scenario backwards '{"name": "A", "scores": [[[3, 1], 0], null]}'
scenario twice '{"name": "A", "rankings": [["Seat", [0, [1, 0]]]]}'
scenario uneven '{"name": "A", "prefers": [[["Seat", 0], ["Term", 0]]]}'
scenario huge '{"name": "A", "range": [0, 99999999999999]}'
scenario misspelt '{"name": "A", "scores": [[1, null], [0, 0]], "rankinks": [], "reservation": 0}'
says() { # PATTERN ARGUMENTS…
    local pattern=$1
    shift
    "$ENTENTE" bargain "$@" 2>&1 | grep -qF -- "$pattern"
}
code=2
refuses() { # PATTERN ARGUMENTS…
    local pattern=$1
    shift
    "$ENTENTE" bargain "$@" >"$folder/out" 2>&1
    [ $? -eq $code ] && [ "$(wc -l <"$folder/out")" -eq 1 ] && grep -qF -- "$pattern" "$folder/out" || { cat "$folder/out"; return 1; }
}
gate 1 "counted for sure and possibly" says '"acceptable": {"surely": 1, "possibly": 2, "undecided": 1, "never": 2}' "$folder/talks.json" --json
gate 2 "for each party" says '{"party": "A", "surely": 1, "possibly": 2, "undecided": 1, "never": 2, "reservation": [5, 5]}' "$folder/talks.json" --json
gate 3 "the question that decides it" says 'Would A accept this package: Seat: Aland; Term: one year?' "$folder/talks.json"
gate 4 "the package on the table" says 'acceptable possibly (A possibly, worth 4 to 6; B for sure, worth 3)' "$folder/talks.json" --from-draft 0,0
gate 5 "fair points are refused, with the reason" refuses 'the point "nash" is not defined while worths are uncertain' "$folder/talks.json" --point nash
gate 6 "no picture" refuses 'there is no picture of uncertain worths' "$folder/talks.json" -o "$folder/x.svg"
gate 7 "no comparison of two versions" refuses 'cannot be compared while worths are uncertain' "$folder/talks.json" --compare "$folder/talks.json"
table() { "$ENTENTE" bargain "$folder/talks.json" -o "$folder/t.csv" && [ "$(wc -l <"$folder/t.csv")" -eq 5 ] && grep -q '^surely,' "$folder/t.csv"; }
gate 8 "a table of packages" table
page() { "$ENTENTE" bargain "$folder/talks.json" -o "$folder/t.html" && grep -q 'What to ask next' "$folder/t.html"; }
gate 9 "a page" page
gate 10 "a circle of preferences is named" refuses 'party "A", issue "Seat": "Borduria" over "Aland" (prefers[0]); "Aland" over "Borduria" (rankings[0])' "$folder/circle.json"
gate 11 "intervals that no ranking fits" refuses '"Borduria" is at least 5; "Aland" over "Borduria" (rankings[0]); "Aland" is at most 3' "$folder/squeezed.json"
gate 12 "a swing without known ends" refuses 'its best and its worst option are known; rank them' "$folder/unknown.json"
gate 13 "accepted and rejected" refuses 'accepts "Aland, two years" (accepts[0]); rejects "Aland, two years" (rejects[0])' "$folder/signed.json"
# Aland with one year: best for A; B wants two years. Borduria is never undominated.
gate 14 "rankings alone decide who is undominated" says '"undominated": {"surely": 2, "possibly": 2, "never": 2, "open": 0}' "$folder/linked.json" --json
gate 15 "an interval the wrong way round" refuses 'parties[0].scores[0][0]' "$folder/backwards.json"
malformed() {
    refuses 'names an option twice' "$folder/twice.json" && refuses 'the same issues on both sides' "$folder/uneven.json" &&
        code=3 refuses 'divide them by a common factor' "$folder/huge.json"
}
gate 16 "other malformed statements" malformed
gate 17 "a misspelt member is refused" refuses 'party "A": the member "rankinks" is not known; "rankings" may be meant' "$folder/misspelt.json"
gate 18 "the worked example" says '"questions_best"' examples/ardel/bargain/mediator.json --json
