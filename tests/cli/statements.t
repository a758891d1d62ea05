#!/bin/bash
# entente statements on annotated reports: our own, and the shared one where it is at hand.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
ENTENTE=${ENTENTE:-build/gcc/entente}
shared=${ENTENTE_SHARED:-../shared}/data/statements
least='found=0.99,true=0.99,speaker=0.99,form=0.99,quotation=0.99,position=1,date=1,place=1,capacity=0.99'
least+=',addressee=1,channel=1,person=0.98,role=0.99,meeting=0.85,document=0.9,report date=1'
score() { python3 tests/statements/score_statements.py "$ENTENTE" "$@" "--at-least=$least"; }
report() { # number, name, command…
    local number=$1 name=$2 verdict=ok
    shift 2
    output=$("$@" 2>&1) || verdict="not ok"
    printf '%s\n' "$output" | sed 's/^/# /'
    echo "$verdict $number - $name"
}
echo 1..3
report 1 "our own annotated reports" score tests/statements/annotated/*.json
if [ -d "$shared" ]; then
    report 2 "the shared report" score tests/statements/annotated/shared/*.json "--texts=$shared"
else
    echo "ok 2 - the shared report # SKIP no ../shared"
fi
printf 'Anna Berg said \xff.\n' >"${TMPDIR:-/tmp}/broken.$$"
"$ENTENTE" statements "${TMPDIR:-/tmp}/broken.$$" >/dev/null 2>&1
[ $? -eq 2 ] && echo "ok 3 - broken UTF-8 is refused" || echo "not ok 3 - broken UTF-8 is refused"
rm -f "${TMPDIR:-/tmp}/broken.$$"
