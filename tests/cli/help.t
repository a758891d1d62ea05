#!/bin/bash
# Help, man page and completion come from one table; a misspelt verb is answered with the nearest.
. "$(dirname "$0")/../gates/gate.sh"
echo 1..5
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
