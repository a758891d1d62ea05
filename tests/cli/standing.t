#!/bin/bash
# The text of a document of a case as it stands now, in every form that a merge has.
. "$(dirname "$0")/../gates/gate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ardel=$PWD/examples/ardel/economy
cd "$work" || exit 1
number=0
check() { # name, then a command that must succeed
    number=$((number + 1))
    local name=$1
    shift
    if "$@" >out 2>err; then echo "ok $number - $name"; else
        sed 's/^/# /' out err | head -n 20
        echo "not ok $number - $name"
    fi
}
says() { # exit code, words of the message, command
    local wanted=$1 words=$2
    shift 2
    "$@" >said 2>&1
    local code=$?
    [ "$code" = "$wanted" ] && grep -qF -- "$words" said || { echo "exit $code:"; cat said; return 1; }
}
run() { "$ENTENTE" "$@"; }
at() { verb=$1; shift; run "$verb" talks.entente "$@" --now "2031-03-0${day}T09:00:00Z"; }
shown() { run show talks.entente plan --as "$@"; }
has() { grep -qF -- "$1" "$2" || { echo "$2 lacks $1"; return 1; }; }
lacks() { ! grep -F -- "$1" "$2"; }
both() { has "$1" "$3" && lacks "$2" "$3"; }

day=1
run init talks.entente --title Talks --id talks --now 2031-03-01T08:00:00Z 2>/dev/null
for party in Velmark Tarsen Nereth; do at party $party --name $party; done 2>/dev/null
at enter document plan --set title=Plan 2>/dev/null
check "without a base there is no text" says 2 "plan has no base yet" shown brackets
at submit "$ardel/base.docx" --document plan --base 2>/dev/null
check "without a draft there is nothing to merge" says 2 "nobody has a draft of plan" shown brackets
for party in Velmark Tarsen Nereth; do
    at submit "$ardel/${party,,}.docx" --document plan --party $party
done 2>/dev/null
shown brackets -o before.md
day=2
at agree 'plan/Title_III/10(a)/624b' Velmark 2>/dev/null
at stance 'plan/Title_II/5(a)' Tarsen oppose --party Velmark 2>/dev/null
before=$(run log talks.entente | cksum)
shown brackets -o after.md
check "what is open is in brackets with its holders" has 'within [base, Nereth, Tarsen: 30] [Velmark: 24] months' before.md
check "what is agreed stands in the text" both 'within 24 months' 'Velmark: 24]' after.md
check "without names nobody is named" eval 'shown brackets --names off -o bare.md; lacks "Velmark:" bare.md'

cp talks.entente other.entente
run next other.entente plan --open brackets -o next.docx --now 2031-03-03T09:00:00Z 2>/dev/null
shown brackets -o now.docx
for one in next now; do run merge $one.docx --as json -o $one.json; jq -c '[.points[].segments[]?|[.text, (.variants // [] | map([.text, .parties]))]]' $one.json >$one.txt; done 2>/dev/null
check "in Word it reads as the next base that goes round" cmp next.txt now.txt
for form in brackets proposals options redline columns json; do
    for ending in md txt html docx json; do
        [ "$form" = json ] && [ "$ending" != json ] && continue
        [ "$form" != json ] && [ "$ending" = json ] && continue
        check "$form as .$ending" eval "shown $form -o $form.$ending && [ -s $form.$ending ]"
    done
done
check "columns have the agreed words as the base's" eval '! jq -e ".points[].segments[]? | select(.variants? | length > 1) | select([.variants[].text] | index(\"24\"))" json.json'
shown list -o list.csv
check "the list has what is open, with stances" eval 'has "Velmark: oppose" list.csv && lacks "624b60c5" list.csv'
check "the list is that of the case" [ "$(($(wc -l <list.csv) - 1))" = "$(run show talks.entente slots --json | jq '[.[]|select(.status=="open")]|length')" ]
check "showing enters nothing" [ "$(run log talks.entente | cksum)" = "$before" ]
check "as it was on a day" eval 'shown brackets --as-of 2031-03-01 -o old.md; cmp old.md before.md'
check "with --check it is a no while something is open" eval '! shown brackets --check >/dev/null 2>&1'
check "a document alone asks for a form" says 2 'say how its text is to be shown' run show talks.entente plan
check "a form without a document is no party" says 2 'the case has no document "slots"' run show talks.entente slots --as brackets
check "names go with a form" says 2 '--names goes with a document' run show talks.entente slots --names off
echo "1..$number"
