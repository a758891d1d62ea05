#!/bin/bash
# entente proofread: exit codes, forms, readings of a merged text, files that are none.
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
ENTENTE=${ENTENTE:-build/gcc/entente}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
is() { # name, found, wanted
    count=$((count + 1))
    if [ "$2" = "$3" ]; then echo "ok $count - $1"; else
        printf '# found:  %s\n# wanted: %s\n' "$2" "$3"
        echo "not ok $count - $1"
    fi
}
holds() { # name, text, what it must hold
    count=$((count + 1))
    if grep -qF -- "$3" <<<"$2"; then echo "ok $count - $1"; else
        printf '%s\n' "$2" | sed 's/^/# /'
        echo "not ok $count - $1"
    fi
}
echo 1..39
cat >"$work/base.md" <<'TEXT'
# Plan

## Article 1

1. The Parties meet within thirty (30) days.
2. They report under Article 3.

## Article 2

They vote.

## Article 3

They leave.
TEXT
sed 's/thirty (30)/thirty (20)/' "$work/base.md" >"$work/velmark.md"
sed '/^## Article 3/,$d' "$work/base.md" >"$work/tarsen.md"
said() { "$ENTENTE" proofread "$@" 2>&1; }
json() { "$ENTENTE" proofread "$@" --json 2>/dev/null; }
is "nothing is found in a sound text" "$(json "$work/base.md" | jq -c '.findings')" '[]'
said "$work/base.md" --check look >/dev/null
is "a sound text passes every check" "$?" 0
said "$work/velmark.md" >/dev/null
is "without --check findings are no failure" "$?" 0
said "$work/velmark.md" --check sure >/dev/null
is "a sure finding fails the check" "$?" 1
said "$work/tarsen.md" --check sure >/dev/null
is "what is only likely does not fail a check of what is sure" "$?" 0
said "$work/tarsen.md" --check likely >/dev/null
is "it fails one of what is likely" "$?" 1
is "what is less sure is left out and counted" \
    "$(json "$work/tarsen.md" --least sure | jq -c '[.findings, .left_out]')" '[[],1]'
"$ENTENTE" merge "$work/base.md" Velmark="$work/velmark.md" Tarsen="$work/tarsen.md" -o "$work/m.json" 2>/dev/null
is "each reading of a merged text is looked at" \
    "$(json "$work/m.json" | jq -c '[.findings | sort_by(.kind)[] | [.kind, .quotation, .readings]]')" \
    '[["figure","thirty (20)",["Velmark"]],["reference","Article 3",["Tarsen"]]]'
holds "and the report says how combinations were looked at" "$(said "$work/m.json")" 'wordings of 2 open places'
is "a finding of one draft names the wording that causes it" \
    "$(json "$work/m.json" | jq -c '.findings[] | select(.kind == "figure").causes | map(map([.clause, .held_by, .wording]))')" \
    '[[["1","Velmark","(20)"]]]'
sed 's/They vote\./They vote as Article 3 says./' "$work/base.md" >"$work/nereth.md"
"$ENTENTE" merge "$work/base.md" Nereth="$work/nereth.md" Tarsen="$work/tarsen.md" -o "$work/c.json" 2>/dev/null
is "what no draft has and two wordings together break is found, with both" \
    "$(json "$work/c.json" | jq -c '.findings[] | select(.readings == []) | [.message, .certainty, (.causes | map(map([.clause, .held_by, .wording])))]')" \
    '["there is no Article 3 in this text","likely",[[["Article 2","Nereth","as Article 3 says"],["Article 3","Tarsen",""]]]]'
holds "and is told in words" "$(said "$work/c.json" | tr -s ' \n' ' ')" 'a combination'
is "every set of wordings that may bear upon one another was tried" \
    "$(json "$work/c.json" | jq -c '.combinations.complete')" true
for form in txt md html docx json; do
    "$ENTENTE" proofread "$work/velmark.md" -o "$work/out.$form" 2>/dev/null
    holds "a .$form is written" "$("$ENTENTE" text "$work/out.$form" 2>/dev/null || cat "$work/out.$form")" 'thirty (20)'
done
holds "on a page a finding leads into the text" "$(cat "$work/out.html")" 'href="#text-'
page=$(cat "$work/out.html")
holds "where its words are marked" "$page" '<mark class="figure sure"><a href="#found-0">thirty (20)</a></mark>'
holds "kinds are counted and can be shown alone" "$page" '<label for="pick-figure">Figures and dates <b>1</b></label>'
is "every link of the page leads to something on it" \
    "$(comm -23 <(grep -o 'href="#[^"]*' <<<"$page" | cut -d'#' -f2 | sort -u) <(grep -o ' id="[^"]*' <<<"$page" | cut -d'"' -f2 | sort -u))" ''
"$ENTENTE" proofread "$work/c.json" -o "$work/c.html" 2>/dev/null
holds "the page of a merged text says which wordings bring a finding about" "$(cat "$work/c.html")" 'When this is taken: Nereth in Article 2'
"$ENTENTE" merge "$work/base.md" Velmark="$work/velmark.md" -o "$work/m.docx" 2>/dev/null
"$ENTENTE" view "$work/m.docx" --party Velmark -o "$work/word.docx" 2>/dev/null
"$ENTENTE" proofread "$work/word.docx" -o "$work/said.docx" 2>/dev/null
document=$(unzip -p "$work/said.docx" word/document.xml)
holds "a Word file gets a comment at the words" "$document" '<w:commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">thirty ('
holds "which says what is wrong" "$(unzip -p "$work/said.docx" word/comments.xml)" 'figure (sure): the words say 30'
is "and its text is what it was" "$("$ENTENTE" text "$work/said.docx" 2>/dev/null)" "$("$ENTENTE" text "$work/word.docx" 2>/dev/null)"
"$ENTENTE" proofread "$work/word.docx" --report -o "$work/table.docx" 2>/dev/null
holds "or is a report when that is asked for" "$("$ENTENTE" text "$work/table.docx" 2>/dev/null)" 'Figures and dates'
printf '# Plan\n\n%s\n' '1. They meet at the lake.' '2. They list the depots.' '3. They count the lorries.' '4. They open the road.' '5. They pay by halves.' | sed '/^$/d' >"$work/list.md"
for text in list:0 first:2 second:3; do
    sed "${text#*:}{/^[0-9]/d}" "$work/list.md" >"$work/l.md" 2>/dev/null || cp "$work/list.md" "$work/l.md"
    "$ENTENTE" merge "$work/list.md" X="$work/l.md" -o "$work/l.docx" 2>/dev/null
    "$ENTENTE" view "$work/l.docx" --party X -o "$work/${text%:*}.docx" 2>/dev/null
done
"$ENTENTE" merge "$work/list.docx" Tarsen="$work/first.docx" Velmark="$work/second.docx" -o "$work/lists.json" 2>/dev/null
is "numbers that Word counts skip in no reading and no combination" "$(json "$work/lists.json" | jq -c '[.readings, .combinations.complete, .findings]')" \
    '[["base","Tarsen","Velmark"],true,[]]'
printf '%s\n' '# Plan' '' '1. They meet at the lake.[^1]' '2. They list the depots:' '   - arms' '   - fuel' '3. They vote.' '' \
    'They sign under Article 9.' '' '[^1]: As in Article 7.' >"$work/nested.md"
sed 's/^3\. They vote/3. They pay [to be agreed].\n4. They vote/; s/- fuel/- fuel [insert]/' "$work/nested.md" >"$work/nested_tarsen.md"
found() { jq -c "[.findings[] | $2 [.kind, .clause, .quotation, .message]] | sort" <<<"$(json "$1")"; }
"$ENTENTE" merge "$work/nested.md" Tarsen="$work/nested_tarsen.md" -o "$work/nested.json" 2>/dev/null
is "a party's reading says what its draft says by itself, clause by clause" "$(found "$work/nested.json" 'select(.readings | index("Tarsen")) |')" \
    "$(found "$work/nested_tarsen.md" '')"
"$ENTENTE" merge examples/ardel/plan/base.docx Nereth=examples/ardel/plan/nereth.md -o "$work/ardel.json" 2>/dev/null
is "a clause with a counted number that is put in moves the numbers behind it in combinations too" \
    "$(json "$work/ardel.json" | jq -c '.findings[] | [.quotation, .right, (.causes | map(map(.clause)))]')" '["20","21",[["Part IV/new"]]]'
is "and the clauses are named whose wordings were not tried in every set" \
    "$(json "$work/ardel.json" | jq -c '.combinations | [.complete, (.untried | length > 0)]')" '[false,true]'
act() { "$ENTENTE" "$1" "$work/talks.entente" "${@:2}" --now 2031-03-01T09:00:00Z >/dev/null 2>&1; }
"$ENTENTE" init "$work/talks.entente" --title Talks --id talks --now 2031-03-01T08:00:00Z 2>/dev/null
act party Velmark --name Velmark
act party Tarsen --name Tarsen
act enter document plan --set title=Plan
act submit "$work/base.md" --document plan --base
act submit "$work/velmark.md" --document plan --party Velmark
act submit "$work/tarsen.md" --document plan --party Tarsen
in_case() { "$ENTENTE" proofread "$work/talks.entente" plan --json "$@" 2>/dev/null | jq -c '[.accepted, (.findings | map(.kind) | sort)]'; }
is "a document of a case is looked through as it stands" "$(in_case)" '[0,["figure","reference"]]'
act enter finding f1 --set check=figure --set "quote=thirty (20)" --set document=plan --set by=Velmark
is "what one party accepts is told to the others" "$(in_case)" '[0,["figure","reference"]]'
is "and not to it again" "$(in_case --as Velmark)" '[1,["reference"]]'
act enter finding f2 --set check=reference --set "quote=Article 3" --set document=plan --set "what=something else was said"
is "what was said otherwise then is told again" "$(in_case)" '[0,["figure","reference"]]'
act enter finding f3 --set check=reference --set "quote=Article 3" --set document=plan --set "what=the clause that this means in the base is gone here"
is "and what is said as it was is not" "$(in_case)" '[1,["figure"]]'
act enter document annex --set title=Annex
act submit "$work/velmark.md" --document annex --base
is "a base that nobody has answered is looked through by itself" "$("$ENTENTE" proofread "$work/talks.entente" annex --json 2>/dev/null | jq -c '[.readings, (.findings | map(.quotation))]')" '[["base"],["thirty (20)"]]'
holds "a text in another language is said not to be read" \
    "$(printf 'Les parties se réunissent dans un délai de trente jours après la signature du présent accord et elles font rapport au conseil de paix sur la mise en œuvre de celui-ci.\n' >"$work/fr.txt" && said "$work/fr.txt")" 'not in English'
holds "a text is no case" "$(said "$work/base.md" plan)" 'base.md'
