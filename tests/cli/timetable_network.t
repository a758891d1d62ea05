#!/bin/bash
# entente timetable --network: verdicts, exit codes, refusals, and the expected answers of real networks.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..8

network() { printf "$1" >"$folder/n.tsv"; "$ENTENTE" timetable --network "$folder/n.tsv" "${@:2}" >"$folder/out" 2>"$folder/err"; }
# says CODE TEXT INPUT OPTIONS…: the exit code, and a text that stands in the output or the error
says() {
    network "$3" "${@:4}"
    local code=$?
    cat "$folder/out" "$folder/err"
    [ "$code" = "$1" ] && cat "$folder/out" "$folder/err" | grep -qF -- "$2"
}
gate 1 "a network that can be met" says 0 '"makespan": 5' '1 0 -2\n2 1 -3\n0 2 9\n' --json
gate 2 "a contradiction names its lines" says 1 'line 2' '1 0 -5\n0 1 4\n' 
gate 3 "its circle in JSON" says 1 '"sum": -1' '1 0 -5\n0 1 4\n' --json
gate 4 "a limit that is no number" says 2 'line 2: the limit "x"' '1 0 -5\n0 1 x\n'
gate 5 "a limit that overflows" says 2 'line 1: the limit "99999999999999999999"' '0 1 99999999999999999999\n'
gate 6 "limits too large to add up" says 2 'too large to add up' '0 1 999999999999999999\n1 2 5\n0 3 1\n'
gate 7 "an event number above the limit" says 3 'line 1: event 4294967295' '0 4294967295 1\n'
shared=${ENTENTE_SHARED:-$root/../shared}/data/timetable/networks
if [ -d "$shared" ]; then
    gate 8 "all expected answers" python3 tests/timetable/networks.py "$ENTENTE" "$shared"
else
    echo "ok 8 - all expected answers # SKIP no real networks here"
fi
