#!/bin/bash
# .odt files: what LibreOffice made of our drafts in Word reads and merges as the drafts in Word do.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
word=examples/ardel/plan
open=tests/odt
echo 1..11
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
written() { "$ENTENTE" "$@" 2>"$folder/said" || { cat "$folder/said"; false; }; }
every_reading() {
    written merge $word/base.docx V=$word/velmark.docx T=$word/tarsen.docx -o "$folder/merged.odt" || return 1
    for reading in --accept --reject "--author V" "--author T"; do
        # shellcheck disable=SC2086
        same_text "$folder/merged.docx" "$folder/merged.odt" $reading || return 1
    done
}
gate 9 "a merged text written as .odt reads back as the one in Word, party by party" every_reading
merged_again() {
    written view "$folder/merged.odt" --party T -o "$folder/t.odt" && same_text $word/tarsen.docx "$folder/t.odt" --body &&
        written next "$folder/merged.docx" --open tracked -o "$folder/next.odt" && same_text "$folder/merged.docx" "$folder/next.odt" --body
}
gate 10 "view and next write it too, and it is read as a merged text" merged_again
beside() {
    printf '<!-- x -->\n# Title\n\nWords *in italics*.  Two.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n' >"$folder/a.md"
    sed 's/Words/Other words/' "$folder/a.md" >"$folder/b.md"
    written merge "$folder/a.md" X="$folder/b.md" -o "$folder/a.json" || return 1
    for ending in docx odt; do written view "$folder/a.json" --party X --base-file "$folder/a.md" -o "$folder/x.$ending" || return 1; done
    same_text "$folder/x.docx" "$folder/x.odt" && grep -c . <("$ENTENTE" text "$folder/x.odt" 2>/dev/null) | grep -qx 9
}
gate 11 "so is one made of Markdown" beside
