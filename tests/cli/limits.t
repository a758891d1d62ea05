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
echo 1..12
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

# A Word file: each paragraph is a line, and numbers that Word computes name the clauses.
read_docx() {
    "$ENTENTE" limits --json examples/ardel/plan/base.docx 2>/dev/null | python3 -c '
import json, sys
limits = {(l["clause"], l["phrase"]): l for l in json.load(sys.stdin)["limits"]}
done = limits[("5(c)", "on the tenth day after the completion of the withdrawal")]
assert (done["line"], done["step_name"], done["event"]) == (32, "certificate.withdrawal.issued", "withdrawal.forces"), done
assert done["reference_side"] == "end" and done["by"] == "the Head of the Mission", done
both = [l for (clause, _), l in limits.items() if clause in ("3(a)", "3(b)")]
assert [l["step_name"] for l in both] == ["withdrawal.forces"] * 2, both
assert [l["side"] for l in both] == ["start", "end"], both
assert not [l for l in limits.values() if "2027" in l["phrase"]], "dates of history"
'
}
report 6 "a Word file: clauses by computed numbers, steps told of twice are one" read_docx
cited=$(mktemp)
printf '7. The withdrawal of the forces shall be completed within 60 days of signature.\n\n9. The withdrawal of the customs posts shall be completed within 90 days of signature.\n\n12. Elections shall be held within 30 days of the completion of the withdrawal under point 7.\n' >"$cited"
cites() { "$ENTENTE" limits --json "$cited" 2>/dev/null | grep -q '"event": "withdrawal.forces"'; }
report 7 "a cited point tells which of two steps is meant" cites
printf 'The Commission shall report by EIF + 10 days.\n\nThis text takes effect upon its entry into force (EIF).\n\nThe separation begins on D-5, where D-Day is the day on which the elections are held.\n\nThe truce shall begin at 06:00 hours on 3 May 2031 (hereinafter "H-Day"). Lists are exchanged by H+3.\n' >"$cited"
codes() {
    "$ENTENTE" limits --json "$cited" 2>/dev/null >"$cited.out"
    grep -q '"event": "entry.into.force"' "$cited.out" && grep -q '"event": "elections.held"' "$cited.out" &&
        grep -q '"event": "truce"' "$cited.out"
}
report 8 "D and EIF are what the text says they are" codes
rm -f "$cited" "$cited.out"
catalogue=$shared/phrase_catalogue.tsv
[ -f "$catalogue" ] || catalogue=
report 9 "every pattern of time phrase with its relation, bounds and unit" python3 tests/limits/catalogue.py "$ENTENTE" \
    tests/limits/catalogue.tsv $catalogue
report 10 "the blind texts, after what failed in them was mended" python3 tests/limits/score_blind.py "$ENTENTE" tests/limits/blind/[1356]/*.mark \
    --at-least=found=0.95,value=0.95,relation=0.93,reference=0.88
report 11 "other languages" python3 tests/limits/score_blind.py "$ENTENTE" tests/limits/blind/2/*.mark \
    --at-least=found=0.95,value=0.98,relation=0.98,reference=0.98
mixed() {
    printf 'Article 1\nThe lists shall be exchanged within ten days of signature.\nArticle 1\nLes listes sont échangées dans les dix jours suivant la signature.\nArticle 2\nLe liste sono scambiate entro dieci giorni dalla firma.\n' >"$mixed"
    "$ENTENTE" limits "$mixed" 2>/dev/null >"$mixed.out"
    [ "$(grep -c 'within_after P10D' "$mixed.out")" = 2 ] && grep -q ':4:27: within_after' "$mixed.out"
}
mixed=$(mktemp)
report 12 "a text in two languages is read in both" mixed
rm -f "$mixed" "$mixed.out"
