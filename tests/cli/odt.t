#!/bin/bash
# .odt files: what LibreOffice made of our drafts in Word reads and merges as the drafts in Word do.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
word=examples/ardel/plan
open=tests/odt
echo 1..8
"$ENTENTE" merge $word/base.docx V=$word/velmark.docx T=$word/tarsen.docx -o "$folder/merged.docx" 2>/dev/null
same_text() { # WORD OPEN OPTION…
    diff <("$ENTENTE" text "$1" --labels "${@:3}" 2>/dev/null) <("$ENTENTE" text "$2" --labels "${@:3}" 2>/dev/null)
}
all_texts() {
    for name in base velmark tarsen; do
        same_text $word/$name.docx $open/$name.odt && same_text $word/$name.docx $open/$name.odt --reject || return 1
    done
}
gate 1 "paragraphs, numbers, footers and tracked changes are the same" all_texts
gate 2 "so are the changes of several parties, by author" same_text "$folder/merged.docx" $open/merged.odt --author V
gate 3 "and what all of them were made from" same_text "$folder/merged.docx" $open/merged.odt --reject
merged() { "$ENTENTE" merge "$1" V="$2" T="$3" -o "$folder/$4.md" 2>/dev/null; }
same_merge() { # BASE VELMARK TARSEN
    merged $word/base.docx $word/velmark.docx $word/tarsen.docx word && merged "$@" other && cmp "$folder/word.md" "$folder/other.md"
}
gate 4 "they merge as the drafts in Word do" same_merge $open/base.odt $open/velmark.odt $open/tarsen.odt
gate 5 "in any mix" same_merge $word/base.docx $open/velmark.odt $word/tarsen.docx
sound() {
    "$ENTENTE" merge $open/base.odt V=$open/velmark.odt T=$word/tarsen.docx -o "$folder/mixed.docx" || return 1
    checker=$(docx_checker)
    [ ! -f "$checker" ] || python3 "$checker" "$folder/mixed.docx"
}
gate 6 "the Word file made from an .odt base is sound" sound
next() {
    "$ENTENTE" next "$folder/mixed.docx" --open brackets -o "$folder/next.docx" &&
        "$ENTENTE" view "$folder/mixed.docx" --base -o "$folder/base.docx" &&
        same_text $open/base.odt "$folder/base.docx" --body
}
gate 7 "and the next base comes of it" next
in_a_case() {
    local case
    case=$(case_place "$folder/talks")
    at() { "$ENTENTE" "$1" "$case" "${@:3}" --now "2031-01-0$2T10:00:00Z"; }
    at init 1 --title Talks --id demo && at party 1 V --name Velmark && at enter 1 document plan --set title=Plan &&
        at submit 2 $open/base.odt --document plan --base && at submit 3 $open/velmark.odt --document plan --party V || return 1
    "$ENTENTE" show "$case" slots >"$folder/slots" && grep -q 'third' "$folder/slots"
}
gate 8 "a case takes them" in_a_case
