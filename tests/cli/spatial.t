#!/bin/bash
# entente spatial from the command line.
. "$(dirname "$0")/../gates/gate.sh"
ENTENTE=${ENTENTE:-$root/build/gcc/entente}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
number=0
is() { # name, found, wanted
    number=$((number + 1))
    if [ "$2" = "$3" ]; then echo "ok $number - $1"; else printf '# found %s\n# wanted %s\nnot ok %s - %s\n' "$2" "$3" "$number" "$1"; fi
}
echo 1..12
printf 'Actor,Influence,Position,Salience\nNorth,0.5,0,40\nEast,1,2.5,10\nSouth,0.25,10,80\n' >"$folder/a.csv"
"$ENTENTE" spatial "$folder/a.csv" --json -o "$folder/a.json"
is "the answer is written" $? 0
is "median, mean and alternatives are exact" "$(python3 - "$folder/a.json" <<'P'
import json, sys
d = json.load(open(sys.argv[1]))["dimensions"][0]
print(d["median"], d["mean"]["exact"], d["unbeaten"], d["votes"][1])
P
)" "{'lower': 2.5, 'upper': 2.5, 'single': True} 9/2 [2.5] [30, 0, 30]"
is "what moves the median is exact" "$(python3 - "$folder/a.json" <<'P'
import json, sys
a = json.load(open(sys.argv[1]))["dimensions"][0]["actors"]
print(a[0]["influence_up"]["exact"], a[0]["salience_up"]["exact"], a[0]["position_up"], a[1]["influence_down"])
P
)" "3/4 60 {'to': 2.5, 'beyond': True} {'exact': '0', 'about': 0, 'beyond': False}"
is "people read a table" "$("$ENTENTE" spatial "$folder/a.csv" | sed -n 2,3p)" "  Weighted median  2.5
  Weighted mean    4.5 (exactly 9/2)"
printf 'Actor,Influence,Position\nNorth,x,0\n' >"$folder/bad.csv"
message=$("$ENTENTE" spatial "$folder/bad.csv" 2>&1)
is "a bad cell is bad input" $? 2
is "and is named with its line" "${message#*bad.csv, }" 'line 2: "x" is no decimal number that fits'
export ENTENTE
python3 tests/cli/challenge_twin.py "$(size 30 600)" >"$folder/twin" 2>&1
is "the challenge model is what its formulas say, on many tables" "$?$(head -c 600 "$folder/twin")" 0
is "two actors as strong give way to nobody" "$(printf 'Actor,Power,Position,Salience\nA,1,0,1\nB,1,10,1\n' | "$ENTENTE" spatial - --challenge --json | python3 -c '
import json, sys
c = json.load(sys.stdin)["dimensions"][0]["challenge"]
print(c["end"], c["outcome"]["median_lower"], c["outcome"]["median_upper"], [p["chance"] for p in c["pairs"]])')" "stable 0.0 10.0 [0.5, 0.5]"
printf 'issue;actor name;position;salience;capability\nquota;Coast;0;40;0,5\nquota;Lowlands;100;80;1\nquota;Hills;NA;80;1\nterm;Hills;2;30;0,5\nterm;Coast;.;30;1\nname;Coast;;30;1\n' >"$folder/long.csv"
is "a row for each actor and issue" "$("$ENTENTE" spatial "$folder/long.csv" --json 2>"$folder/said" | python3 -c '
import json, sys
d = json.load(sys.stdin)
print(d["actor_count"], [(i["name"], [a["actor"] for a in i["actors"]], i["median"]["lower"]) for i in d["dimensions"]])')" \
    "3 [('quota', ['Coast', 'Lowlands'], 100), ('term', ['Hills'], 2)]"
is "missing positions are told" "$(grep -c 'left out' "$folder/said")" 4
printf 'issue,actor,position,power\nq,A,1,1\nq,A,2,1\n' >"$folder/bad.csv"
message=$("$ENTENTE" spatial "$folder/bad.csv" 2>&1)
is "an actor twice in one issue is named with its line" "${message#*bad.csv, }" 'line 3: "A" stands twice; an actor has one row'
shown=yes
for table in a long; do
    for model in "" --challenge; do
        "$ENTENTE" spatial "$folder/$table.csv" $model -o "$folder/page.html" 2>"$folder/said" && "$ENTENTE" spatial "$folder/$table.csv" $model -o "$folder/answer.json" 2>"$folder/said" &&
            python3 "$root/tests/cli/page_figures.py" "$folder/page.html" "$folder/answer.json" >"$folder/said" || shown=$(cat "$folder/said")
    done
done
is "the page has the figures of the JSON, with the model and without" "$shown" yes
