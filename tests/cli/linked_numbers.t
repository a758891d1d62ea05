#!/bin/bash
# Shares and totals that stand open in several places: no package that is offered breaks them.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ENTENTE
echo 1..5
draft() { # FILE NERETH VELMARK TARSEN
    printf '# Fund\n\n1. The Parties keep a fund.\n\n2. The costs are divided thus: Nereth %s, Velmark %s and Tarsen %s.\n' \
        "$2" "$3" "$4" >"$folder/$1"
}
scenario_of() { # the drafts beside base.md, as scenario.json and scores.csv
    "$ENTENTE" merge "$folder/base.md" Nereth="$folder/nereth.md" Velmark="$folder/velmark.md" Tarsen="$folder/tarsen.md" \
        -o "$folder/merged.json" 2>/dev/null &&
        "$ENTENTE" issues "$folder/merged.json" -o "$folder/scenario.json" 2>"$folder/notes" &&
        "$ENTENTE" issues "$folder/merged.json" -o "$folder/scores.csv" 2>/dev/null
}
allowed() { # COUNT: so many packages keep the rules, in the scenario and in the sheet
    local file
    for file in scenario.json scores.csv; do
        "$ENTENTE" bargain "$folder/$file" >"$folder/out" && grep -qE "by the rules +$1\$" "$folder/out" || return 1
    done
}
three_places() { # 40, 45 or 50; 35 or 30; 25, 20 or 30: five of eighteen make a hundred
    draft base.md "40 per cent" "35 per cent" "25 per cent"
    draft nereth.md "45 per cent" "35 per cent" "20 per cent"
    draft velmark.md "40 per cent" "30 per cent" "30 per cent"
    draft tarsen.md "50 per cent" "35 per cent" "25 per cent"
    scenario_of && allowed 5 && grep -q "1 set of numbers of open places must make a whole" "$folder/notes"
}
for_eyes() { "$ENTENTE" issues "$folder/merged.json" -o "$folder/issues.txt" 2>/dev/null && grep -q "the shares have to make 100" "$folder/issues.txt"; }
words_for_a_share() { # a share in words is no number that is missing: what it goes with is not known
    draft tarsen.md "40 per cent" "35 per cent" "the rest"
    scenario_of && python3 - "$folder/scenario.json" <<'PYTHON'
import json, sys
scenario = json.load(open(sys.argv[1]))
rest = [(i, o) for i, issue in enumerate(scenario["issues"]) for o, name in enumerate(issue["options"]) if "rest" in name]
assert len(rest) == 1 and scenario["forbidden"] and not scenario.get("sums")
assert not any(list(rest[0]) in rule for rule in scenario["forbidden"])
assert all("have to make 100" in reason for reason in scenario["reasons"])
PYTHON
}
never_right() { # nobody's wordings make it: that is said, and nothing is ruled out for it
    draft base.md "40 per cent" "35 per cent" "20 per cent"
    draft nereth.md "41 per cent" "35 per cent" "20 per cent"
    draft velmark.md "40 per cent" "36 per cent" "20 per cent"
    draft tarsen.md "40 per cent" "35 per cent" "21 per cent"
    scenario_of && ! grep -q '"sums"' "$folder/scenario.json" &&
        grep -q "no choice of wordings makes it right: .*the shares have to make 100" "$folder/notes"
}
twin() { python3 "$(dirname "$0")/linked_numbers.py" "$folder" "${LINKED_SEED:-7}" 12; }
gate 1 "packages that break a sum over three open places are not offered" three_places
gate 2 "the sum is told to people, too" for_eyes
gate 3 "where a wording brings no number, only what misses the whole by a little is forbidden" words_for_a_share
gate 4 "a whole that no wordings make is told, not demanded" never_right
gate 5 "of random texts just the packages are allowed whose text adds up" twin
