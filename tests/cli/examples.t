#!/bin/bash
# The worked example: its files are what its sources give, and the commands of its README say what the README says.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..10
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
