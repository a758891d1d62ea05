#!/bin/bash
# The pages about packages say what the JSON says: each figure of its summary, row by row.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..9
ardel=examples/ardel/bargain
asked=()
ask() { # ARGUMENTS…: of one question the page and the JSON
    local page="$folder/page${#asked[@]}.html"
    "$ENTENTE" bargain "$@" -o "$page" && "$ENTENTE" bargain "$@" --json >"$page.json" && asked+=("$page" "$page.json")
}
all_same() { python3 tests/cli/page_figures.py "${asked[@]}"; }
same() { ask "$@" && all_same; }
gate 1 "an answer with everything in it" same $ardel/scenario.json --explain --from-draft 0,0,0,0,0,0,0,0,0,0
moved() { # the same scenario with reserves raised and lowered, one party at a time and all at once
    local party by
    for party in Velmark Tarsen Nereth; do
        for by in -9 -2 +3 +20; do
            ask $ardel/scenario.json --what-if $party.reserve=$by --explain || return 1
        done
    done
    ask $ardel/scenario.json --what-if Velmark.reserve=+9 --what-if Tarsen.reserve=+9 --what-if Nereth.reserve=+9 && all_same
}
gate 2 "where reserves move, also to where nothing is acceptable" moved
alone() { local party; for party in Velmark Tarsen Nereth; do ask $ardel/scenario.json --party $party || return 1; done && all_same; }
gate 3 "as one party sees it" alone
pointed() {
    local point points=(nash utilitarian maxmin egalitarian ks)
    for point in "${points[@]}"; do
        ask $ardel/scenario.json --point $point || return 1
        mv "${asked[-2]}" "$folder/$point.html" && mv "${asked[-1]}" "$folder/$point.json" && asked=()
    done
    python3 - "$folder" "${points[@]}" <<'PY'
import json, sys
sys.path.insert(0, "tests/cli")
from page_figures import Page, stands_in_a_row
folder, *points = sys.argv[1:]
for point in points:
    page = Page()
    page.feed(open(f"{folder}/{point}.html").read())
    assert all(stands_in_a_row(page.rows, row) for row in json.load(open(f"{folder}/{point}.json"))[point]["utilities"][:12]), point
PY
}
gate 4 "one point alone" pointed
gate 5 "uncertain worths, with a draft" same $ardel/mediator.json --from-draft 0,0,0,0,0
compared() { ask $ardel/scenario.json --compare $ardel/before.json && same $ardel/before.json --compare $ardel/scenario.json; }
gate 6 "nearer and farther" compared
cat >"$folder/hostile.json" <<'JSON'
{"format": "entente-bargain/1", "name": "</title><script>alert(1)</script>",
 "issues": [{"name": "<b>Seat", "options": ["=A&land", "\"><i>"]}, {"name": "Term", "options": ["+1", "-2"]}],
 "parties": [{"name": "<u>A", "scores": [[10, 0], [0, 6]], "reservation": 2, "red_lines": [[0, 1]]},
             {"name": "@B", "scores": [[0, 7], [9, 0]], "reservation": 2, "red_lines": []}]}
JSON
hostile() { same "$folder/hostile.json" --explain --from-draft 0,0 && ! grep -qE '<(script|b>Seat|i>|u>A)' "${asked[-2]}"; }
gate 7 "no name breaks out of the page" hostile
cells() { # every cell of words is one: none begins a formula
    "$ENTENTE" bargain "$folder/hostile.json" -o "$folder/front.csv" && grep -qF "\"'=A&land\",\"'-2\"" "$folder/front.csv" &&
        head -1 "$folder/front.csv" | grep -qF "\"'@B\"" && ! grep -qE '(^|,)"?[=+@]' "$folder/front.csv"
}
gate 8 "no cell of the table is a formula" cells
tied() { # a large tie: more rows than are shown are told
    python3 - "$folder/tied.json" <<'PY'
import json, sys
n = 30
json.dump({"format": "entente-bargain/1", "issues": [{"name": "Split", "options": [str(i) for i in range(n)]}],
           "parties": [{"name": "A", "scores": [list(range(n))], "reservation": 0, "red_lines": []},
                       {"name": "B", "scores": [[n - i for i in range(n)]], "reservation": 0, "red_lines": []}]}, open(sys.argv[1], "w"))
PY
    same "$folder/tied.json" && grep -q 'as good, and more' "${asked[-2]}"
}
gate 9 "points that tie" tied
