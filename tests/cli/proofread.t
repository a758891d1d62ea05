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
echo 1..20
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
holds "a text in another language is said not to be read" \
    "$(printf 'Les parties se réunissent dans un délai de trente jours après la signature du présent accord et elles font rapport au conseil de paix sur la mise en œuvre de celui-ci.\n' >"$work/fr.txt" && said "$work/fr.txt")" 'not in English'
holds "two texts are too many" "$(said "$work/base.md" "$work/velmark.md")" 'wants one text'
