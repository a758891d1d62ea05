#!/bin/bash
# entente interview: questions until what is wanted is sure, answers in a file that can be taken up, contradictions named.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..14
cat >"$folder/talks.json" <<'END'
{"format": "entente-bargain/1",
 "issues": [{"name": "Seat", "options": ["Aland", "Borduria"]}, {"name": "Term, in years", "options": ["one", "two", "five"]}],
 "parties": [{"name": "Velmark", "red_lines": [["Seat", "Borduria"]]}, {"name": "Tarsen", "scores": [[0, 5], [1, 2, 9]]}]}
END
cat >"$folder/talks.csv" <<'END'
issue,option,Velmark,Tarsen
Seat,Aland,?,0
,Borduria,?,5
reserve,,?,4
END
interview() { "$ENTENTE" interview "$folder/talks.json" --party Velmark "$@" 2>&1; }

number=0
report() { # DESCRIPTION STATUS OUTPUT
    number=$((number + 1))
    [ "$2" -eq 0 ] || { printf '%s\n' "$3" | sed 's/^/# /' >&2; printf 'not '; }
    echo "ok $number - $1"
}

says() { # DESCRIPTION PATTERN OUTPUT
    grep -q -- "$2" <<<"$3"
    report "$1" $? "$3"
}

out=$(interview)
says "the first question is put, with what may be answered" '"Term, in years"="[a-z]*" as good as "Term, in years"' "$out"
out=$(interview --check >/dev/null; echo "exit $?")
says "as long as something is left to be asked --check exits 1" 'exit 1' "$out"

# Questions are put one after the other; whoever leaves goes on later.
printf '1\n7\n2\nq\n' | interview --ask --answers "$folder/a.txt" >"$folder/left"
[ "$(wc -l <"$folder/a.txt")" -eq 2 ]
report "each answer is kept at once, and what is none is asked again" $? "$(cat "$folder/a.txt" "$folder/left")"
interview --answers "$folder/a.txt" -o "$folder/open.json" >/dev/null
out=$("$ENTENTE" bargain "$folder/open.json" 2>&1)
says "left open, the scenario holds what was answered" 'possibly' "$out"
yes 1 | interview --ask --answers "$folder/a.txt" --reserve -o "$folder/scored.json" >"$folder/done"
says "taken up again it goes on to the end" 'After .* answers it is sure how Velmark ranks all packages, and which it accepts' "$(cat "$folder/done")"
out=$(interview --answers "$folder/a.txt" --reserve --check >/dev/null; echo "exit $?")
says "the answers by themselves lead to the same" 'exit 0' "$out"
out=$("$ENTENTE" bargain "$folder/scored.json" --point nash 2>&1)
says "the scores are weighed, beside those that were there" 'Tarsen' "$out"
grep -q '"red_lines"' "$folder/scored.json"
report "what an interview does not ask for stays in the scenario" $? "$(cat "$folder/scored.json")"

# Answers by hand.
printf '# by telephone\nSeat=Aland over Seat=Borduria\n\n"Term, in years"="one" over "Term, in years"="two"\n' >"$folder/b.txt"
printf '"Seat"="Borduria", "Term, in years"="two" over "Seat"="Aland", "Term, in years"="one"\n' >>"$folder/b.txt"
printf '"Term, in years"="five" over "Term, in years"="two"\n' >>"$folder/b.txt"
out=$(interview --answers "$folder/b.txt")
lines=$(grep -c '^  line [245]: ' <<<"$out")
[ "$lines" -eq 3 ] && ! grep -q 'line 6' <<<"$out"
report "answers that contradict one another are named, and no other" $? "$out"
printf 'Seat=Aland over Seat=Bordura\n' >"$folder/c.txt"
out=$(interview --answers "$folder/c.txt")
says "a name that is not known is told with its line" 'c.txt, line 1.*Bordura.*"Borduria" may be meant' "$out"
out=$("$ENTENTE" interview "$folder/talks.json" --party Velmrk 2>&1)
says "a party that is not there is told, with the one that may be meant" '"Velmark" may be meant' "$out"
out=$(interview --ask </dev/null)
says "without a file for the answers nothing is asked" '--answers FILE' "$out"
printf '1\n' | "$ENTENTE" interview "$folder/talks.csv" --party Velmark --ask --answers "$folder/d.txt" -o "$folder/d.json" >/dev/null 2>&1
grep -q '"scores": \[\[1, 0\]\]' "$folder/d.json"
report "a table is read, and becomes a scenario with scores" $? "$(cat "$folder/d.json")"

count=$(size 8 200)
out=$(python3 "$root/tests/cli/interview_twin.py" "$ENTENTE" "$folder" 1 "$count" 2>&1)
[ "$(grep -c '^ok' <<<"$out")" -eq "$count" ]
report "what is called sure is what $count hidden scores say" $? "$out"
