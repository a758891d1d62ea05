#!/bin/bash
# What is written where: never over an input, whatever name or link it goes by; never under a false name.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
say() {
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
sums() { (cd "$work" && find . -type f ! -name err ! -name out -exec sha256sum {} + | sort); }
# spared COMMAND…: refused, and every file is what it was.
spared() {
    local before code
    before=$(sums)
    "$ENTENTE" "$@" >"$work/out" 2>"$work/err"
    code=$?
    [ $code = 2 ] && [ ! -s "$work/out" ] && grep -qF "would be replaced by" "$work/err" && [ "$before" = "$(sums)" ] && return 0
    printf '# %q ' "$@"
    printf '\n# %s: %s\n' $code "$(head -c 300 "$work/err")"
    return 1
}
act=(--now 2031-03-01T10:00:00Z --seed "$(printf '%064d' 7)")
case=$work/t.entente
"$ENTENTE" init "$case" --title T --id t "${act[@]}" 2>/dev/null
"$ENTENTE" export "$case" "$work/folder" 2>/dev/null
cp "$case" "$work/t.json"
printf '# A\n\n1. Within 30 days.\n' >"$work/base.md"
printf '# A\n\n1. Within 60 days.\n' >"$work/a.md"
ln "$work/a.md" "$work/hard.md"
ln -s a.md "$work/soft.md"
ln -s "$work" "$work/round"
cp examples/ardel/bargain/scenario.json "$work/s.json"
mkdir "$work/scenarios" && cp "$work/s.json" "$work/scenarios/"

bad=0
for to in "$work/t.json" "$work/./t.json" "$work/round/t.json"; do
    for verb in show log verify brief; do spared $verb "$work/t.json" -o "$to" || bad=1; done
    spared show "$work/t.json" --json -o "$to" || bad=1
    spared unseal "$work/t.json" --as UA -o "$to" || bad=1
done
spared export "$case" --bundle --as public -o "$work/../${work##*/}/t.entente" 2>/dev/null || [ "$(head -c 6 "$case")" = SQLite ] || bad=1
"$ENTENTE" export "$case" -o "$case" >/dev/null 2>&1 && bad=1
[ "$(head -c 6 "$case")" = SQLite ] || bad=1
say $bad "a case is never replaced by what is shown of it"
bad=0
spared show "$work/folder" --json -o "$work/folder/entente.yaml" 2>/dev/null || grep -q "show writes" "$work/err" || bad=1
touch "$work/folder/notes.txt"
spared show "$work/folder" -o "$work/folder/notes.txt" || bad=1
spared export "$work/folder" "$work/folder" || bad=1
say $bad "nor is anything in the folder of a case"
bad=0
for to in a.md hard.md soft.md round/a.md; do
    spared merge "$work/base.md" "A=$work/a.md" -o "$work/$to" || bad=1
    spared merge "$work/base.md" "A=$work/soft.md" -o "$work/$to" || bad=1
    spared view "$work/a.md" --base -o "$work/$to" || bad=1
done
cp "$work/a.md" "$work/a.txt"
for verb in text limits brackets statements timetable; do
    spared $verb "$work/a.txt" -o "$work/a.txt" || bad=1
    spared $verb - -o "$work/a.txt" <"$work/a.txt" || bad=1
done
spared diff "$work/a.txt" "$work/base.md" -o "$work/a.txt" || bad=1
spared diff "$work/base.md" "$work/a.txt" -o "$work/a.txt" || bad=1
spared bargain "$work/s.json" -o "$work/s.json" || bad=1
spared bargain "$work/scenarios" -o "$work/scenarios/s.json" || bad=1
spared bargain "$work/s.json" --compare "$work/scenarios/s.json" -o "$work/scenarios/s.json" || bad=1
spared timetable "$work/base.md" --steps "$work/s.json" -o "$work/s.json" || bad=1
say $bad "an input is never replaced, by its name, a link, another way to it or standard input"
bad=0
"$ENTENTE" text "$work/a.txt" -o "$work/new.txt" 2>/dev/null && "$ENTENTE" text "$work/a.txt" -o "$work/new.txt" 2>/dev/null &&
    cmp -s <("$ENTENTE" text "$work/a.txt" 2>/dev/null) "$work/new.txt" || bad=1
"$ENTENTE" text "$work/a.txt" -o - 2>/dev/null | cmp -s - "$work/new.txt" || bad=1
"$ENTENTE" limits "$work/a.txt" -o /dev/stdout >"$work/out" 2>/dev/null </dev/null || true
"$ENTENTE" bargain "$work/scenarios" -o "$work/front" 2>/dev/null && [ -s "$work/front" ] || bad=1
say $bad "what is no input is written, again too"
bad=0
while read -r words; do
    # shellcheck disable=SC2086
    "$ENTENTE" $words >"$work/out" 2>"$work/err"
    [ $? = 2 ] && grep -qE 'writes \.[a-z]+' "$work/err" && [ ! -e "${words##* }" ] || { bad=1 && echo "# $words: $(head -1 "$work/err")"; }
done <<END
view $work/a.md --base -o $work/x.pdf
view $work/a.md --base -o $work/x.csv
issues $work/a.md -o $work/x.pdf
bargain $work/s.json -o $work/front.docx
show $case -o $work/x.pdf
log $case -o $work/x.html
limits $work/a.md -o $work/x.csv
merge $work/base.md A=$work/a.md -o $work/x.pdf
init $work/new.docx --title T
import $work/folder -o $work/x.docx
END
say $bad "a name that promises another form is refused with the forms there are"
echo "1..$number"
