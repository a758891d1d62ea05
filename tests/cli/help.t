#!/bin/bash
# Help, man page and completion come from one table; a misspelt verb is answered with the nearest.
. "$(dirname "$0")/../gates/gate.sh"
echo 1..6
mapfile -t verbs < <("$ENTENTE" help | sed -n 's/^  \([a-z]*\)  *[A-Z].*/\1/p')
each() { # command with VERB in it must say something and succeed
    for verb in "${verbs[@]}"; do
        "$ENTENTE" help "$verb" | grep -q "^entente $verb" || { echo "help $verb"; return 1; }
        "$ENTENTE" "$verb" --help | grep -q "^entente $verb" || { echo "$verb --help"; return 1; }
    done
    [ ${#verbs[@]} -gt 30 ]
}
gate 1 "every verb has its help" each
in_manual() { for verb in "${verbs[@]}"; do "$ENTENTE" manual | grep -q "^## entente $verb" || { echo "$verb"; return 1; }; done; }
gate 2 "every verb stands in the man page" in_manual
in_completion() { for verb in "${verbs[@]}"; do "$ENTENTE" completion | grep -qw "$verb" || { echo "$verb"; return 1; }; done; }
gate 3 "every verb is completed" in_completion
headings() { [ "$("$ENTENTE" help | grep -c '?$')" = 5 ]; }
gate 4 "the list is ordered by the questions" headings
answers() { # wrong words, what must be said
    "$ENTENTE" "$1" 2>"$folder/err" && return 1
    grep -qxF -- "entente: there is no verb \"$1\"; $2" "$folder/err" || { cat "$folder/err"; return 1; }
}
nearest() { answers mrege 'did you mean "merge"?' && answers verfy 'did you mean "verify"?' && answers xyzzy '"entente help" lists them'; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
gate 5 "a misspelt verb is answered with the nearest" nearest

# What a newcomer types first, and what is meant by it.
told() { # PATTERN WORDS…
    local pattern=$1
    shift
    "$ENTENTE" "$@" >"$folder/out" 2>&1 && return 1
    grep -qF -- "$pattern" "$folder/out" || { echo "$*:"; cat "$folder/out"; return 1; }
}
newcomer() {
    local case=$folder/talks.entente base=examples/ardel/economy/base.docx
    told "parties come after it: entente party CASE ID --name NAME" init "$case" --party Ada &&
        told "the file to write is -o FILE" merge $base --output x.docx &&
        told "did you mean --as-of?" brief "$case" --as-off 2031-01-01 &&
        told "a text is entered by: entente enter CASE document ID" document "$case" plan &&
        "$ENTENTE" init "$case" --title Talks 2>/dev/null &&
        told "entente party CASE Ada --name Ada enters it" party "$case" Ada &&
        told "entente submit CASE base.docx --document ID --base" enter "$case" document plan base.docx &&
        told "enter it: entente enter CASE document plan --set title=TITLE" submit "$case" $base --document plan --base &&
        "$ENTENTE" enter "$case" document plan --set title=Plan 2>/dev/null &&
        told "enter it: entente party CASE Ada --name NAME" submit "$case" $base --document plan --party Ada &&
        told "entente show CASE DOCUMENT --as brackets" merge "$case" -o "$folder/m.docx" || return 1
    "$ENTENTE" party "$case" Velmark --name Velmark 2>/dev/null
    "$ENTENTE" submit "$case" $base --document plan --base 2>/dev/null
    "$ENTENTE" submit "$case" examples/ardel/economy/velmark.docx --document plan --party Velmark 2>/dev/null
    told 'which slot of "plan/Title_I" is meant? There are plan/Title_I/2(a)/811786ad, ' stance "$case" plan/Title_I Velmark oppose --party Velmark
}
gate 6 "what a newcomer types is answered with the command that was meant" newcomer
