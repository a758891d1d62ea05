#!/bin/bash
# GeniusWeb and NegMAS scenarios: figures against exact fractions; every bad file said in one line.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..24
twin() { python3 tests/cli/domains_twin.py "$(size 20 400)"; }
gate 1 "random scenarios in four forms each, against exact fractions" twin
mkdir "$folder/web" "$folder/negmas"
cat >"$folder/web/domain.json" <<'JSON'
{"name": "works", "issuesValues": {"Shift": {"values": ["early", "late"]},
                                   "Days": {"range": {"low": 1, "high": 2, "step": 0.5}}}}
JSON
web() { # NAME WEIGHT [BID]
    cat <<JSON
{"LinearAdditiveUtilitySpace": {"name": "$1", "domain": $(cat "$folder/web/domain.json"),
 "issueUtilities": {"Days": {"NumberValueSetUtilities": {"lowValue": 1, "lowUtility": 0, "highValue": 2, "highUtility": 1}},
                    "Shift": {"DiscreteValueSetUtilities": {"valueUtilities": {"early": 0.1, "late": 1}}}},
 "issueWeights": {"Shift": $2, "Days": 0.3}, "reservationBid": ${3:-null}}}
JSON
}
web anna 0.7 '{"issuevalues": {"Shift": "early", "Days": 1.5}}' >"$folder/web/anna.json"
web bert 0.7 >"$folder/web/bert.json"
echo '{"SAOPSettings": {"participants": [], "deadline": {}}}' >"$folder/web/settings.json"
cat >"$folder/negmas/works.yml" <<'YAML'
name: works
type: DiscreteCartesianOutcomeSpace
issues:
- name: Shift
  type: CategoricalIssue
  values: [early, late]
- name: Days
  type: ContiguousIssue
  values: [1, 3]
YAML
negmas() { # NAME TYPE RESERVE
    cat <<YAML
name: $1
type: $2
reserved_value: $3
weights: [1.0, 0.5]
values:
- type: TableFun
  mapping: {early: 0.1, late: 1}
- {type: AffineFun, slope: -1, bias: 4}
YAML
}
negmas anna LinearAdditiveUtilityFunction 0.5 >"$folder/negmas/anna.yml"
negmas bert LinearAdditiveUtilityFunction -.inf >"$folder/negmas/bert.yml"
echo "opposition: 0.2" >"$folder/negmas/_stats.yaml"
says() { # PATTERN PATHS…
    local pattern=$1
    shift
    "$ENTENTE" bargain "$@" --json 2>&1 | grep -qF -- "$pattern"
}
refuses() { # PATTERN PATHS…
    local pattern=$1
    shift
    "$ENTENTE" bargain "$@" >"$folder/out" 2>&1
    [ $? -eq 2 ] && [ "$(wc -l <"$folder/out")" -eq 1 ] && grep -qF -- "$pattern" "$folder/out"
}
edited() { # FILE SED-EXPRESSION: the other files stay
    rm -rf "$folder/bad" && cp -r "$(dirname "$folder/$1")" "$folder/bad" && sed -i "$2" "$folder/bad/$(basename "$1")"
}
gate 2 "a reservation bid becomes a reserve, and a note says so" says "anna: the reserve is the worth of its reservation bid" "$folder/web"
gate 3 "the settings of a session are passed over with a note" says "settings.json is no domain or profile and was passed over" "$folder/web"
gate 4 "files named one by one, profiles before their domain" says '"packages": 6' "$folder/web/bert.json" "$folder/web/domain.json" "$folder/web/anna.json"
gate 5 "profiles that hold their domain need no other" says '"packages": 6' "$folder/web/anna.json" "$folder/web/bert.json"
gate 6 "statistics are passed over, a reserve of NegMAS is told" says "anna: a reserve of 0.5 was read" "$folder/negmas"
gate 7 "minus infinity is no reserve, and a note says so" says "bert names no reserve" "$folder/negmas"
edited web/anna.json 's/"Shift": 0.7/"Shift": 0.6/'
gate 8 "GeniusWeb: weights that do not sum to 1" refuses 'the weights must sum to 1 in GeniusWeb; they sum to "0.9"' "$folder/bad"
edited web/anna.json 's/"late": 1}/"lates": 1}/'
edited web/anna.json 's/"late": 1}/"lates": 1}/'
gate 9 "GeniusWeb: an option that the domain lacks" refuses 'the domain has no option "lates"' "$folder/bad"
edited web/anna.json 's/, "late": 1}/}/'
gate 10 "GeniusWeb: an option without a utility" refuses 'no utility for the option "late"' "$folder/bad"
edited web/anna.json 's/"early": 0.1/"early": 1.1/'
gate 11 "GeniusWeb: a utility outside 0 to 1" refuses 'a utility outside 0 to 1 for "early"' "$folder/bad"
edited web/anna.json 's/"early": 0.1/"early": NaN/'
gate 12 "GeniusWeb: NaN" refuses "anna.json, line" "$folder/bad"
edited web/anna.json 's/LinearAdditiveUtilitySpace/SumOfGroupsUtilitySpace/'
gate 13 "GeniusWeb: a profile of another kind is named" refuses 'not "SumOfGroupsUtilitySpace"' "$folder/bad"
edited web/domain.json 's/"step": 0.5/"step": 0/'
gate 14 "GeniusWeb: a step of 0" refuses "low, high and step leave no options" "$folder/bad"
edited web/anna.json 's/"Days": 1.5}}/"Days": 1.4}}/'
gate 15 "GeniusWeb: a reservation bid outside the domain" refuses 'an option that the domain lacks: "1.4"' "$folder/bad"
edited negmas/anna.yml 's/LinearAdditiveUtilityFunction/MappingUtilityFunction/'
gate 16 "NegMAS: a utility function of another type, by file and type" refuses 'utility functions are read, not "MappingUtilityFunction"' "$folder/bad"
edited negmas/anna.yml 's/AffineFun/SinFun/'
gate 17 "NegMAS: a value function of another type" refuses 'not "SinFun"' "$folder/bad"
edited negmas/anna.yml 's/weights: .*/weights: [1.0]/'
gate 18 "NegMAS: too few weights" refuses "not one entry for each issue" "$folder/bad"
edited negmas/anna.yml 's/reserved_value: .*/reserved_value: .nan/'
gate 19 "NegMAS: NaN as a reserve" refuses 'a decimal number of 64 bits was expected, not ".nan"' "$folder/bad"
edited negmas/anna.yml 's/slope: -1/slope: 1e400/'
gate 20 "NegMAS: a huge exponent" refuses 'not "1e400"' "$folder/bad"
edited negmas/works.yml 's/values: \[1, 3\]/values: [1, 1000000]/'
gate 21 "NegMAS: a million options" refuses "the range leaves no options, or too many" "$folder/bad"
edited negmas/works.yml 's/type: ContiguousIssue/type: ContinuousIssue/'
gate 22 "NegMAS: an issue whose options cannot be counted" refuses 'not "ContinuousIssue"' "$folder/bad"
edited negmas/anna.yml 's/slope: -1/slope: -1e-30/'
gate 23 "NegMAS: digits that do not fit are rounded, and a note says so" says "anna: numbers with more digits than fit were rounded" "$folder/bad"
cp "$folder/web/domain.json" "$folder/negmas/other.json"
gate 24 "two domains in one folder" refuses "is a second domain beside" "$folder/negmas"
