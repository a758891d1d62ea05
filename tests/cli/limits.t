#!/bin/bash
# entente limits on annotated texts: our own, and the shared agreements where they are at hand.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
ENTENTE=${ENTENTE:-build/gcc/entente}
shared=${ENTENTE_SHARED:-../shared}/data/timetable
report() { # number, name, command…
    local number=$1 name=$2
    shift 2
    if output=$("$@" 2>&1); then
        printf '%s\n' "$output" | sed 's/^/# /'
        echo "ok $number - $name"
    else
        printf '%s\n' "$output" | sed 's/^/# /'
        echo "not ok $number - $name"
    fi
}
echo 1..5
report 1 "our own annotated texts" python3 tests/limits/score_limits.py "$ENTENTE" tests/limits/annotated \
    tests/limits/annotated/*.gold.tsv --at-least=found=0.97,value=0.97,bounds=0.97,relation=0.97,reference=0.97,alarms=0.03
if [ -d "$shared/gold" ]; then
    report 2 "the annotated agreements" python3 tests/limits/score_limits.py "$ENTENTE" "$shared/agreements" \
        "$shared"/gold/*.gold.tsv --at-least=found=0.97,value=0.96,bounds=0.96,relation=0.95,reference=0.95,alarms=0.1
else
    echo "ok 2 - the annotated agreements # SKIP no ../shared"
fi
broken=$(mktemp)
printf 'It ends within \xff days' >"$broken"
"$ENTENTE" limits --json "$broken" >/dev/null 2>"$broken.said"
[ $? -eq 2 ] && grep -q 'line 1' "$broken.said" && echo "ok 3 - broken UTF-8 is refused with its place" || echo "not ok 3 - broken UTF-8"
printf 'Paid by the end of the year.\n' >"$broken"
"$ENTENTE" limits --json --date 2031-05-03 "$broken" 2>/dev/null | grep -q '"2031-12-31"' &&
    echo "ok 4 - --date gives the year" || echo "not ok 4 - --date gives the year"
"$ENTENTE" limits --date 2031-02-31 "$broken" >/dev/null 2>&1
[ $? -eq 2 ] && echo "ok 5 - a day that is none is refused" || echo "not ok 5 - a day that is none is refused"
rm -f "$broken" "$broken.said"
