#!/bin/bash
# What comes from outside: names of parties and authors, and files that are no drafts.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
say() {
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
# refused WORDS COMMAND…: exit code 2, nothing on standard output, the words on standard error, one line.
refused() {
    local words=$1
    shift
    "$ENTENTE" "$@" >"$work/out" 2>"$work/err" </dev/null
    [ $? = 2 ] && [ ! -s "$work/out" ] && grep -qF -- "$words" "$work/err" && [ "$(wc -l <"$work/err")" = 1 ] && return 0
    printf '# %q ' "$@"
    printf '\n# gave: %s\n' "$(head -c 300 "$work/err")"
    return 1
}
act=(--now 2031-03-01T10:00:00Z --seed "$(printf '%064d' 7)")
plan=examples/ardel/plan
tracked=examples/ardel/security/velmark-and-nereth.docx
secured=examples/ardel/security/base.docx
time=examples/ardel/timetable
"$ENTENTE" init "$work/t.entente" --title T --id t "${act[@]}" 2>/dev/null
printf '# A\n\n1. Within 30 days.\n' >"$work/base.md"
printf '# A\n\n1. Within 60 days.\n' >"$work/a.md"

# Each name with what is said of it.
names=($'A\xffB' $'A\nB' $'A\rB' $'A\tB' $'A\x1b[31mB' $'A\u0085B' $'A\u2028B' $'A\u202eB' $'A\u2066B' $'A\u200fB' $'A\u061cB' $'\xed\xa0\x80')
faults=('not UTF-8' U+000A U+000D U+0009 U+001B U+0085 U+2028 U+202E U+2066 U+200F U+061C 'not UTF-8')
bad=0
for i in "${!names[@]}"; do
    name=${names[i]} fault=${faults[i]}
    refused "$fault" merge "$work/base.md" "$name=$work/a.md" || bad=1
    refused "$fault" merge $secured $tracked --authors "$name=Ilse Morren" || bad=1
    refused "$fault" merge $secured $tracked --authors "Velmark=Ilse Morren,$name" || bad=1
    refused "$fault" timetable $time/base.yaml "$name=$time/velmark.yaml" || bad=1
    refused "$fault" timetable "$work/base.md" "$name=$work/a.md" || bad=1
    refused "$fault" diff "$work/base.md" "$work/a.md" --author "$name" || bad=1
    refused "$fault" party "$work/t.entente" X --name "$name" "${act[@]}" || bad=1
    refused 'id' party "$work/t.entente" "$name" --name X "${act[@]}" || bad=1
done
say $bad "a name that is no plain line is refused by every verb that takes one"
bad=0
for name in 'Côte d’Ivoire' 'المغرب' 'ישראל' '日本' 'A & B <c>' "O'Neill" '(no name)'; do
    "$ENTENTE" merge "$work/base.md" "$name=$work/a.md" -o "$work/n.json" 2>/dev/null &&
        python3 -c 'import json, sys; sys.exit(sys.argv[2] not in open(sys.argv[1]).read() or not json.load(open(sys.argv[1])))' "$work/n.json" "$name" ||
        bad=1
done
say $bad "names of any script are taken as they are"
# ENTENTE_BY_NODE is set where the program is the npm package's.
if [ -n "${ENTENTE_BY_NODE:-}" ]; then
    number=$((number + 1))
    echo "ok $number - a file may have any name # SKIP Node hands on names that are UTF-8 alone"
else
    cp "$work/a.md" "$work/"$'odd\xff.md'
    "$ENTENTE" diff "$work/base.md" "$work/"$'odd\xff.md' --json 2>/dev/null | python3 -c 'import json,sys; json.load(sys.stdin)'
    say $? "a file may have any name"
fi

refused 'has no tracked changes; those who have are: "Ilse Morren"' merge $secured $tracked --authors Velmark=Nobody
say $? "authors that match nobody are an error that names those there are"
refused '"X", named for Velmark' merge $secured $tracked --authors 'Velmark=Ilse Morren,X'
say $? "one of several authors that does not occur is named"
refused 'no draft is read by its authors' merge $plan/base.docx A=$plan/velmark.docx --authors 'Velmark=Ilse Morren'
say $? "authors without a draft to draw them from are an error"
"$ENTENTE" merge $plan/base.docx A=$plan/velmark.docx -o "$work/m.json" 2>/dev/null
refused 'has its parties' merge "$work/m.json" --authors 'Velmark=Ilse Morren'
say $? "authors of a text that is merged already are an error"
"$ENTENTE" merge $plan/base.docx A=$plan/velmark.docx B=$plan/velmark.docx -o "$work/shared.docx" 2>/dev/null
"$ENTENTE" merge "$work/shared.docx" --authors P=A --authors Q=B >/dev/null 2>&1 &&
    refused 'those who have are: "A", "B"' merge "$work/shared.docx" --authors P=C
say $? "those who made a change together are known each"

"$ENTENTE" merge $plan/base.docx A=$plan/velmark.docx -o "$work/plan.html" 2>/dev/null
printf '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a page -->\n<HTML><body>1. Within 30 days.</body></HTML>' >"$work/page.txt"
printf '1. Within 30 days.\n' >"$work/words.htm"
bad=0
for page in plan.html page.txt words.htm; do
    file=$work/$page
    for command in "merge $file" "merge $file A=$work/a.md" "merge $work/base.md A=$file" "view $file --base" "issues $file" \
        "text $file" "limits $file" "brackets $file" "diff $file $work/a.md" "diff $work/a.md $file" "timetable $file"; do
        # shellcheck disable=SC2086
        refused 'web page (HTML)' $command || bad=1
    done
done
say $bad "a web page is no draft, by its name or its first words"
printf '<html><body><p>The envoy of Nereth, Corin Haldane, said on Tuesday that he opposed it.</p></body></html>' >"$work/r.html"
"$ENTENTE" statements "$work/r.html" 2>/dev/null | grep -q "Corin Haldane said"
say $? "a report is read as a web page"
printf 'Press <p> to begin. 1. Within 30 days.\n' >"$work/tags.txt"
"$ENTENTE" text "$work/tags.txt" 2>/dev/null | grep -q '<p>'
say $? "a text that speaks of tags is a text"
echo "1..$number"
