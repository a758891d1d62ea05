#!/bin/bash
# Columns on a page fit a window of 1,100 pixels for three parties; where they do not, that is said.
. "$(dirname "$0")/../gates/gate.sh"
echo 1..4
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
printf '1. The dues are ten.\n' >"$work/base.txt"
drafts=()
columns_of() { # the page for so many parties
    drafts=()
    for i in $(seq 1 "$1"); do
        printf '1. The dues are %s.\n' "$i" >"$work/$i.txt"
        drafts+=("P$i=$work/$i.txt")
    done
    "$ENTENTE" merge "$work/base.txt" "${drafts[@]}" --as columns -o "$work/$1.html" 2>/dev/null
}
columns_of 3 && columns_of 8
least() { sed -n 's/.*class="cols" style="min-width:\([0-9]*\)rem".*/\1/p' "$work/$1.html" | head -1; }
hint() { sed -n 's/.*(max-width: \([0-9]*\)rem) { .more.*/\1/p' "$work/$1.html"; }
gate 1 "three parties and the margins fit 1,100 pixels" test $((($(least 3) + 4) * 16)) -le 1100
gate 2 "the hint shows wherever the table is wider than the window" test "$(hint 8)" -ge $(($(least 8) + 3))
gate 3 "and nowhere else" test "$(hint 8)" -le $(($(least 8) + 6))
gate 4 "it says what to do" grep -q 'class="more">There are more columns to the right: scroll sideways' "$work/8.html"
