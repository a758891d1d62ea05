#!/bin/bash
# entente bargain: answers that are known, what-if, drafts, prospects, and bad input said in one line.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..27
cat >"$folder/old.json" <<'JSON'
{"format": "entente-bargain/1",
 "issues": [{"name": "Seat", "options": ["Aland", "Borduria"]}, {"name": "Term", "options": ["one year", "two years"]}],
 "parties": [{"name": "A", "scores": [[10, 0], [0, 6]], "reservation": 8, "red_lines": []},
             {"name": "B", "scores": [[0, 7], [9, 0]], "reservation": 8, "red_lines": []}]}
JSON
sed 's/"reservation": 8/"reservation": 12/' "$folder/old.json" >"$folder/new.json"
says() { # PATTERN ARGUMENTS…
    local pattern=$1
    shift
    "$ENTENTE" bargain "$@" 2>&1 | grep -qF -- "$pattern"
}
refuses() { # CODE PATTERN ARGUMENTS…
    local code=$1 pattern=$2
    shift 2
    "$ENTENTE" bargain "$@" >"$folder/out" 2>&1
    [ $? -eq "$code" ] && [ "$(wc -l <"$folder/out")" -eq 1 ] && grep -qF -- "$pattern" "$folder/out"
}
known() {
    [ -d ../shared/data/bargain ] || { echo "the known answers are not here"; return 0; }
    python3 tests/bargain/compare.py ../shared/data/bargain
}
gate 1 "known answers are met" known
gate 2 "the point asked for is found without the front" says '"value": "2"' "$folder/old.json" --point nash --json
gate 3 "a what-if change is made first" says '"acceptable": 2' "$folder/old.json" --what-if A.reserve=-2 --what-if B.reserve=-1 --json
gate 4 "the draft on the table is weighed" says "B: 0, 8 below its reserve" "$folder/old.json" --from-draft "Term=two years, Seat=Aland"
gate 5 "without agreement it says what stands in the way" says "the reserves are out of reach" "$folder/new.json"
gate 6 "prospects between two versions" says "Agreement is farther." --compare "$folder/old.json" "$folder/new.json"
gate 7 "exit 1 when the answer is no and --check is given" eval '! "$ENTENTE" bargain --check "$folder/new.json" >/dev/null'
gate 8 "an unknown option in a draft is named" refuses 2 'has no option "Cland"' "$folder/old.json" --from-draft "Seat=Cland"
printf '{"format":"entente-bargain/1","issues":[{"options":["a"]}],"parties":[{"scores":[["0.5"]]}]}' >"$folder/bad.json"
gate 9 "a text is no score and is refused with its place" refuses 2 'parties[0].scores[0][0]' "$folder/bad.json"
face() { # ENDING PATTERN COUNT: so many lines of the face hold the pattern
    "$ENTENTE" bargain "$folder/old.json" -o "$folder/face.$1" && [ "$(grep -cF -- "$2" "$folder/face.$1")" -eq "$3" ]
}
well_formed() { python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' "$folder/face.svg"; }
gate 10 "the front as a scatter: three feasible points, one of them acceptable" eval "face svg '<circle' 4 && well_formed"
gate 11 "the page has picture and tables" face html '<svg ' 1
gate 12 "the front as CSV" face csv '"Borduria"' 1
compared() { # ENDING PATTERN: a comparison in the form of its ending
    "$ENTENTE" bargain "$folder/new.json" --compare "$folder/old.json" -o "$folder/compared.$1" && grep -qF -- "$2" "$folder/compared.$1"
}
gate 13 "a comparison as CSV, page and JSON" eval 'compared csv "all,farther,1,0" && compared html ">Is agreement nearer" && compared json "entente-bargain-prospects/1"'
gate 14 "a comparison has no picture" refuses 2 "bargain --compare writes .txt, .html, .csv or .json" "$folder/new.json" --compare "$folder/old.json" -o "$folder/x.svg"
own() { # a party's view says nothing of the others
    "$ENTENTE" bargain "$folder/old.json" --party A --json >"$folder/own" && grep -q '"acceptable": 2' "$folder/own" && ! grep -q '\bB\b' "$folder/own"
}
gate 15 "a party's view has its own worths alone" own
printf '{"format":"entente-bargain/1","issues":[{"name":"Sum, total","options":["1","1,000","1,000 a year"]},{"name":"A=B","options":["x","say \\"y\\", z"]}],"parties":[{"name":"A","scores":[[0,1,2],[0,3]],"reservation":0}]}' >"$folder/commas.json"
gate 16 "names with commas are taken as long as they fit" says 'Sum, total: 1,000 a year; A=B: say "y", z' "$folder/commas.json" --from-draft 'A=B=say "y", z, Sum, total=1,000 a year'
gate 17 "names in quotes, and an option given twice" says 'Sum, total: 1,000; A=B: say "y", z' "$folder/commas.json" --from-draft '"A=B"="say ""y"", z"' --from-draft 'Sum, total=1,000'
gate 18 "what follows a name must be a comma" refuses 2 'has no option "1 x"' "$folder/commas.json" --from-draft '1 x'
sed 's/\[10, 0\]/[9.5, 0]/' "$folder/old.json" >"$folder/halves.json"
gate 19 "decimals are read exactly and shown as they were written" says "A              8         15.5" "$folder/halves.json"
# Borduria gives B 7 more; A has 10 more with Aland: with one year for two both have more.
printf '{"format":"entente-bargain/1","issues":[{"name":"Seat","options":["a","b"]},{"name":"Term","options":["x","y"]}],"parties":[{"name":"A","scores":[[0,5],[0,1]],"reservation":0},{"name":"B","scores":[[0,1],[0,5]],"reservation":0}]}' >"$folder/both.json"
first_line() { [ "$("$ENTENTE" bargain "$folder/both.json" --from-draft "$1" | head -1)" = "$2" ]; }
gate 20 "a package that is better than the draft for all is said first" first_line 0,0 "A package is better than the draft for all 2 parties:"
gate 21 "and so is that there is none" first_line 1,1 "No package is better than the draft for one party without being worse for another."
# Forty issues of five options on a line, five parties: the front takes far longer than a second.
python3 -c '
import json
parties = [{"name": f"P{p}", "reservation": 100, "scores": [[(i * 7 + p * 3) % 11 * (4 - abs(o - (p * 2 + i) % 5)) for o in range(5)] for i in range(40)]} for p in range(5)]
json.dump({"format": "entente-bargain/1", "issues": [{"options": list("abcde")} for _ in range(40)], "parties": parties}, open("'"$folder"'/long.json", "w"))'
cut() { # FORM PATTERN OPTION…: cut short, with exit code 3, and said so
    local form=$1 pattern=$2 code=0; shift 2
    "$ENTENTE" bargain "$folder/long.json" -o "$folder/cut.$form" "$@" 2>/dev/null || code=$?
    [ $code -eq 3 ] && grep -qF -- "$pattern" "$folder/cut.$form"
}
gate 22 "a million steps give an answer, and it says that it is not finished" eval 'cut txt "Not finished" --steps 1 && cut html "Not finished" --steps 1 && cut json "\"complete\": false" --steps 1'
gate 23 "points come first, so that they are there" eval 'grep -q "\"maxmin\": {" "$folder/cut.json"'
gate 24 "a second is a second, or little more" eval 'cut json "\"maxmin\": {" --seconds 1'
part='at least these [0-9]+ points are known; the front is not complete'
partial() { # FORM: a part of a front is nowhere told as if it were the front
    cut "$1" "" --steps 1 && grep -qE "$part" "$folder/cut.$1"
}
gate 25 "a part of a front says that it is one: text, page, picture, table" eval 'partial txt && partial html && partial svg && partial csv'
gate 26 "and JSON" eval 'cut json "\"front_complete\": false" --steps 1 && grep -q "\"front_size\": null" "$folder/cut.json"'
gate 27 "a front that is there says nothing of the kind" eval '"$ENTENTE" bargain "$folder/both.json" -o "$folder/whole.html" && "$ENTENTE" bargain "$folder/both.json" --json >"$folder/whole.json" && ! grep -qE "not complete|front_complete" "$folder/whole.html" "$folder/whole.json"'
