#!/bin/bash
# From a merged text to a scenario, and from a package back to the text: the worked example.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..11
plan=examples/ardel/plan
"$ENTENTE" merge $plan/base.docx Velmark=$plan/velmark.docx Tarsen=$plan/tarsen.docx Nereth=$plan/nereth.md \
    -o "$folder/merged.json" 2>/dev/null
"$ENTENTE" issues "$folder/merged.json" -o "$folder/scenario.json" 2>/dev/null
package_of() { # PARTY, or base: the options that it holds
    python3 - "$folder/scenario.json" "$1" <<'PYTHON'
import json, sys
scenario = json.load(open(sys.argv[1]))
scores = {party["name"]: party["scores"] for party in scenario["parties"]}
rows = scores.get(sys.argv[2]) or [[1]] * len(scenario["issues"])
print(",".join(str(row.index(1)) for row in rows))
PYTHON
}
reads_as() { # PARTY: the package of a party's own wordings is that party's draft
    local reading=(--party "$1")
    [ "$1" = base ] && reading=(--base)
    "$ENTENTE" view "$folder/merged.json" --scenario "$folder/scenario.json" --package "$(package_of "$1")" >"$folder/package" &&
        "$ENTENTE" view "$folder/merged.json" "${reading[@]}" >"$folder/reading" && cmp "$folder/package" "$folder/reading"
}
refuses() { # PATTERN ARGUMENTS…
    local pattern=$1
    shift
    "$ENTENTE" view "$@" >"$folder/out" 2>&1
    [ $? -eq 2 ] && [ "$(wc -l <"$folder/out")" -eq 1 ] && grep -qF -- "$pattern" "$folder/out"
}
weighed() { "$ENTENTE" bargain "$folder/scenario.json" --point utilitarian >"$folder/out" && ! grep -q "is not used" "$folder/out"; }
joined() { # both ends of the move of the merged text are one issue
    python3 - "$folder/merged.json" "$folder/scenario.json" <<'PYTHON'
import json, sys
merged, scenario = (json.load(open(path)) for path in sys.argv[1:])
slots = [set(issue["slots"]) for issue in scenario["issues"]]
assert all(any({m["from_slot"], m["to_slot"]} <= one for one in slots) for m in merged["moves"])
assert merged["moves"] and sum(map(len, slots)) == len(set().union(*slots)) == merged["summary"]["slots"]
PYTHON
}
gate 1 "the scenario can be weighed as it is" weighed
gate 2 "both ends of a move are one issue, every open slot has one" joined
number=3
for party in base Velmark Tarsen Nereth; do
    gate $number "the package of $party reads as its text" reads_as $party
    number=$((number + 1))
done
gate 7 "a package that is too short is refused" refuses "names no option for issue" "$folder/merged.json" --scenario "$folder/scenario.json" --package 0,0
"$ENTENTE" merge examples/ardel/economy/base.docx Velmark=examples/ardel/economy/velmark.docx -o "$folder/other.json" 2>/dev/null
gate 8 "a scenario of another text is refused" refuses "was the scenario made from this text" "$folder/other.json" \
    --scenario "$folder/scenario.json" --package "$(package_of base)"
forbidden() { # 51 days after the certificate do not go with a withdrawal that ends 30 days after the elections
    python3 - "$folder/scenario.json" <<'PYTHON'
import json, sys
scenario = json.load(open(sys.argv[1]))
rules = [[scenario["issues"][i]["options"][o] for i, o in rule] for rule in scenario["forbidden"]]
assert len(rules) == len(scenario["reasons"]) > 0
assert any(any("51 days" in option for option in rule) and any(option.startswith("Tarsen: within 30 days") for option in rule) for rule in rules)
assert all("contradict" in reason and '"' in reason for reason in scenario["reasons"])
PYTHON
}
gate 9 "wordings whose time limits contradict are forbidden together, with the clauses quoted" forbidden
# Every option's words stand in each form for eyes, and the Word file reads back as the Markdown.
for_eyes() {
    local form
    for form in txt md html docx; do
        "$ENTENTE" issues "$folder/merged.json" -o "$folder/issues.$form" 2>/dev/null || return 1
    done
    "$ENTENTE" text "$folder/issues.docx" >"$folder/issues.docx.txt" 2>/dev/null || return 1
    python3 - "$folder" <<'PYTHON'
import html, json, re, sys
folder = sys.argv[1]
def words(name):
    text = open(f"{folder}/{name}", encoding="utf-8").read()
    if name.endswith(".html"):
        text = html.unescape(re.sub(r"<style.*?</style>|<[^>]*>", " ", text, flags=re.S))
    return re.sub(r"[\W_]+", " ", text)
scenario = json.load(open(f"{folder}/scenario.json"))
for name in ["issues.md", "issues.html", "issues.docx.txt"]:
    shown = words(name)
    for issue in scenario["issues"]:
        for row in issue["wordings"]:
            for wording in row:
                wanted = re.sub(r"[\W_]+", " ", wording).strip()
                assert wanted in shown, (name, issue["name"], wanted)
PYTHON
}
gate 10 "issues can be read as text, Markdown, a page and a Word file" for_eyes
# The sheet to be filled in is weighed as the JSON is, in each form; its title alone is not there.
as_sheets() {
    local form
    "$ENTENTE" bargain "$folder/scenario.json" --point maxmin --json | sed '/^ "name":/d' >"$folder/wanted"
    for form in csv xlsx; do
        "$ENTENTE" issues "$folder/merged.json" -o "$folder/scores.$form" 2>/dev/null &&
            "$ENTENTE" bargain "$folder/scores.$form" --point maxmin --json | sed '/^ "name":/d' >"$folder/found" &&
            cmp "$folder/found" "$folder/wanted" || return 1
    done
    [ -s "$folder/wanted" ]
}
gate 11 "the sheet of scores is weighed as the scenario is" as_sheets
