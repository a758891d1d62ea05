#!/bin/bash
# entente timetable --date: the tables of dates, holidays in all their forms, refusals.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..7
ends() { # DATE OPTIONS…: the period ends on DATE
    local wanted=$1
    shift
    "$ENTENTE" timetable "$@" | grep -q "^$wanted "
}
refused() { # TEXT OPTIONS…
    local wanted=$1
    shift
    "$ENTENTE" timetable "$@" 2>"$folder/err"
    [ $? = 2 ] && grep -qF "$wanted" "$folder/err"
}
printf 'UA: [2024-04-01]\nFR:\n  weekend: [sunday]\n  holidays: [{date: 05-01, name: May Day}]\n' >"$folder/h.yaml"
gate 1 "a place's holidays" ends 2024-04-02 --date 2024-03-01 --period P30D --rules ETS-76 --holidays "$folder/h.yaml" --place UA
gate 2 "a place's weekend and yearly holidays" ends 2025-05-02 --date 2025-04-01 --period P1M --rules ETS-76 --holidays "$folder/h.yaml" --place FR
gate 3 "which place must be said" refused 'say which with --place' --date 2024-03-01 --period P1D --holidays "$folder/h.yaml"
printf 'UA:\n  - 2024-02-30\n' >"$folder/bad.yaml"
gate 4 "an impossible date is named with its line" refused 'bad.yaml, line 2' --date 2024-03-01 --period P1D --holidays "$folder/bad.yaml"
gate 5 "the event day may count" ends 2024-03-03 --date 2024-03-01 --period P3D --event-day counted
gate 6 "an unknown unit" refused '"P3X" is not a period' --date 2024-03-01 --period P3X
shared=${ENTENTE_SHARED:-$root/../shared}/data/timetable/calendar
if [ -d "$shared" ]; then
    gate 7 "all tables of dates" python3 tests/timetable/calendar_cases.py "$ENTENTE" "$shared"
else
    echo "ok 7 - all tables of dates # SKIP no real tables here"
fi
