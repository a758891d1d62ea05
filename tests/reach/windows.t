#!/bin/bash
# The Windows program under wine: bytes, names, folders, dropped files; at night also the tests of the command line as far as they go.
. "$(dirname "$0")/../gates/gate.sh"
program=$root/build/windows/entente.exe
command -v wine >/dev/null || { echo "1..0 # SKIP no wine"; exit 0; }
[ -f "$program" ] || { echo "1..0 # SKIP no build/windows/entente.exe; tools/build-windows.sh builds it"; exit 0; }
export WINEDEBUG=-all WINEPREFIX="${WINEPREFIX:-$root/build/windows/prefix}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Those of the command line that go there. Not: case_files (links of POSIX), case_acts (rights of files, other users); others start the
# program so often that they take more than 90 seconds, or were not tried there yet.
nightly=()
[ -z "${ENTENTE_NIGHTLY:-}" ] || nightly=(backup bargain bargain_pages brackets brief brief_drafts case_flow case_hostile case_tamper case_trust case_versions case_wrong columns comments counterparts domains)
printf '#!/bin/bash\nexec wine "%s" "$@"\n' "$program" >"$work/entente" && chmod +x "$work/entente"
echo "1..$((10 + ${#nightly[@]}))"
windows() { (cd "$work/desk" && wine "$program" "$@" 2>"$work/err"); }
native() { (cd "$work/desk" && "$ENTENTE" "$@" 2>"$work/native.err"); }
mkdir -p "$work/desk/Übersicht der Lage" && cp examples/ardel/plan/* examples/ardel/economy/nereth.docx "$work/desk" 2>/dev/null
cp examples/ardel/plan/base.docx "$work/desk/Übersicht der Lage/План base.docx"
cp examples/ardel/plan/tarsen.docx "$work/desk/Übersicht der Lage/План Tarsen.docx"
plan=(merge base.docx Velmark=velmark.docx Tarsen=tarsen.docx Nereth=nereth.md)
streams() {
    windows "${plan[@]}" >"$work/w.md"
    local code=$?
    native "${plan[@]}" >"$work/n.md"
    [ $code = 0 ] && cmp "$work/w.md" "$work/n.md" && cmp "$work/err" "$work/native.err"
}
gate 1 "both streams hold the native bytes, without a carriage return" streams
names() {
    windows text 'Übersicht der Lage\План base.docx' -o 'Übersicht der Lage\Звіт.txt' && native text base.docx >"$work/n.txt" &&
        cmp "$work/desk/Übersicht der Lage/Звіт.txt" "$work/n.txt"
}
gate 2 "names in every language, with a backslash between, to read and to write" names
long() {
    local folder
    folder=$(printf 'f%.0s' {1..120})/$(printf 'g%.0s' {1..120})/$(printf 'h%.0s' {1..120})
    mkdir -p "$work/desk/$folder" && cp "$work/desk/base.docx" "$work/desk/$folder/a.docx" &&
        windows text "$folder/a.docx" -o "$folder/b.txt" && [ -s "$work/desk/$folder/b.txt" ]
}
gate 3 "paths longer than 260 letters" long
words() { # a word with a backslash that is no path stays as it is
    windows init w.entente --title 'a\b' --id t && windows show w.entente --json | grep -qF 'a\\b'
}
gate 4 "a word that is no path keeps its backslash" words
replaced() {
    windows "${plan[@]}" -o out.html && cp "$work/desk/out.html" "$work/first.html" && echo older >"$work/desk/out.html" &&
        windows "${plan[@]}" -o out.html && cmp "$work/desk/out.html" "$work/first.html" && ! ls -A "$work/desk" | grep -q part
}
gate 5 "a file is replaced whole, and nothing is left beside it" replaced
own() { ! windows merge base.docx Velmark=velmark.docx -o base.docx && cmp "$work/desk/base.docx" examples/ardel/plan/base.docx; }
gate 6 "an input is not written over" own
folders() {
    windows import "Z:${root//\//\\}\\examples\\ardel" -o a.entente && windows export a.entente -o folder && windows export a.entente -o folder &&
        native import folder -o b.entente && native export b.entente -o again && diff -r "$work/desk/folder" "$work/desk/again"
}
gate 7 "a case is read from a folder and written as one, twice, as the native program has it" folders
dropped() {
    (cd "$work/desk/Übersicht der Lage" && wine "$program" 'План Tarsen.docx' 'План base.docx' --no-open 2>"$work/err") &&
        grep -q '^base: План base.docx' "$work/err" && native merge base.docx Tarsen=tarsen.docx -o n.html && [ -s "$work/desk/Übersicht der Lage/План base-merged.html" ]
    (cd "$work/desk/Übersicht der Lage" && wine "$program" 'План Tarsen.docx' 'План base.docx' --no-open 2>"$work/err")
    [ -s "$work/desk/Übersicht der Lage/План base-merged-2.html" ] && grep -q '^Tarsen: ' "$work/err"
}
gate 8 "dropped files are merged into a page beside the base, under a name that is free" dropped
alone() { windows velmark.docx --no-open && grep -q '^by the authors' "$work/err" && [ -s "$work/desk/velmark-merged.html" ]; }
gate 9 "a file dropped alone is merged by the authors of its tracked changes" alone
no_server() { ! windows serve && grep -q 'without the server' "$work/err"; }
gate 10 "it says that it has no server" no_server
number=10
for name in "${nightly[@]}"; do
    number=$((number + 1))
    gate $number "tests/cli/$name.t with the Windows program" env ENTENTE="$work/entente" prove --exec '' "tests/cli/$name.t"
done
