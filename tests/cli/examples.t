#!/bin/bash
# The worked example: its files are what its sources give, and the commands of its README say what the README says.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..11
cd examples/ardel || exit 1
same_files() {
    python3 -B build.py "$folder/built"
    for file in */*.docx */*.md */velmark* */nereth* */tarsen*.txt; do
        [ -f "$folder/built/$file" ] || continue
        case $file in
        *.docx) [ "$(unzip -p "$file" | sha256sum)" = "$(unzip -p "$folder/built/$file" | sha256sum)" ] ;;
        *) cmp -s "$file" "$folder/built/$file" ;;
        esac || { echo "$file differs"; return 1; }
    done
}
plan=(plan/base.docx Velmark=plan/velmark.docx Tarsen=plan/tarsen.docx Nereth=plan/nereth.md)
merged() { # PATTERN ARGUMENTS…
    local wanted=$1
    shift
    "$ENTENTE" merge "$@" >"$folder/out" 2>"$folder/err" && grep -qF -- "$wanted" "$folder/out" ||
        { head -n 5 "$folder/err"; return 1; }
}
says() { # PATTERN VERB FILE
    "$ENTENTE" "$2" "$3" 2>&1 | grep -q -- "$1"
}
gate 1 "the files are built from their sources" same_files
gate 2 "a joint proposal names both" merged '[Nereth, Velmark: 1,000]' "${plan[@]}"
gate 3 "tracked changes in one file are told by author" merged '[Velmark: 25]' security/base.docx \
    security/velmark-and-nereth.docx --authors "Velmark=Ilse Morren" --authors "Nereth=Corin Haldane" Tarsen=security/tarsen.txt
gate 4 "a table changed by two" merged '[Nereth: 1,470]' economy/base.docx Velmark=economy/velmark.docx \
    Tarsen=economy/tarsen.docx Nereth=economy/nereth.docx
gate 5 "the mediator's timetable can be met" says 'limits can be met' timetable timetable/base.yaml
gate 6 "Nereth's clause is a day too long" says 'short by 1 day' timetable timetable/nereth.yaml
gate 7 "the two sequences exclude each other" says 'limits contradict' timetable timetable/mixed.yaml
imported() { "$ENTENTE" import . -o "$folder/ardel.entente" && "$ENTENTE" verify "$folder/ardel.entente"; }
accepts_81() { "$ENTENTE" bargain --json bargain/scenario.json | grep -q '"acceptable": 81\b'; }
gate 8 "the folder is a case" imported
gate 9 "the scenario has packages that all accept" accepts_81
nearer() { "$ENTENTE" bargain bargain/scenario.json --compare bargain/before.json | grep -q '3 before, 81 now'; }
gate 10 "the latest drafts brought agreement nearer" nearer
# The same lists without drafts, and then each draft handed in by itself: the open places are the same, with their wordings and holders.
places() { "$ENTENTE" show "$1" slots --json | jq -S 'map(del(.recorded) | .variants |= sort_by(.id)) | sort_by(.id)'; }
by_hand() {
    mkdir "$folder/lists" && sed '/^drafts:/,$d' entente.yaml >"$folder/lists/entente.yaml" &&
        "$ENTENTE" import "$folder/lists" -o "$folder/hand.entente" || return 1
    sed -n 's/^  - {id: \(.*\)}$/\1/p' entente.yaml | grep file: | while IFS= read -r line; do
        field() { grep -o "$1: [^,]*" <<<"$line" | cut -d' ' -f2; }
        who=$(field party)
        "$ENTENTE" submit "$folder/hand.entente" "$(field file)" --document "$(field document)" --id "${line%%,*}" \
            ${who:+--party "$who"} $([ "$who" ] || echo --base) || return 1
    done
}
as_submitted() {
    by_hand >"$folder/log" 2>&1 || { tail -n 3 "$folder/log"; return 1; }
    [ "$(places "$folder/ardel.entente" | jq length)" -gt 50 ] && diff <(places "$folder/ardel.entente") <(places "$folder/hand.entente")
}
gate 11 "an imported case has the open places that submitting its drafts brings" as_submitted
