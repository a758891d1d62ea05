#!/bin/bash
# What a newcomer does wrong with a case is answered in one line that says what to do, and changes nothing.
. "$(dirname "$0")/../gates/gate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
number=0
case=talks.entente
run() { "$ENTENTE" "$@"; }
entries() { run log "$case" | wc -l; }
is_true() { # name, command…
    number=$((number + 1))
    local name=$1
    shift
    if "$@" >out 2>&1; then echo "ok $number - $name"; else
        sed 's/^/# /' out
        echo "not ok $number - $name"
    fi
}
refused() { # name, words, verb, arguments…: exit code 2, one line, no entry more
    number=$((number + 1))
    local name=$1 words=$2 before
    shift 2
    before=$(entries)
    run "$@" >out 2>err
    local code=$?
    if [ $code = 2 ] && [ "$(wc -l <err)" = 1 ] && grep -qF -- "$words" err && [ "$(entries)" = "$before" ]; then
        echo "ok $number - $name"
    else
        echo "# exit $code: $(cat err); entries before: $before, now: $(entries)"
        echo "not ok $number - $name"
    fi
}
says() { # words, command…
    local words=$1
    shift
    "$@" >said 2>&1 && grep -qF -- "$words" said || { cat said; return 1; }
}
printf 'open sesame\n' >un.pass
printf '# Plan\n\n1. Troops leave within 30 days.\n' >base.md
sed 's/30/60/' base.md >us.md
run init $case --title Talks 2>/dev/null

refused "a case without a title" "--title TITLE" init other.entente
refused "a passphrase that cannot be read enters no party" "nope.pass" party $case UN --name X --passphrase-file nope.pass
run party $case UN --name "Good offices" --role mediator --passphrase-file un.pass 2>/dev/null
run party $case US --name States 2>/dev/null
refused "a wrong choice names the right ones" "one of party, mediator, observer, adviser, guarantor" party $case X --name X --role wizard
refused "a delegate of nobody" '"USA" is not a known party or group: UN, US' party $case ada --party USA --name Ada
refused "a meeting that ends before it begins" 'to: "2031-03-01" lies before from: "2031-03-02"' \
    meeting $case --format US --from 2031-03-02 --to 2031-03-01
run enter $case document plan --set title=Plan 2>/dev/null
is_true "a draft before its base is told" says "plan has no base yet" run submit $case us.md --document plan --party US
run submit $case base.md --document plan --base 2>/dev/null
run submit $case us.md --document plan --party US 2>/dev/null
refused "an open slot is not reopened" "is open; there is nothing to reopen" reopen $case plan/1
refused "a wording that there is none of" 'goes by "90"; say its number from 1 to 2' stance $case plan/1 90 oppose --party US
is_true "a wording goes by its words" run stance $case plan/1 60 oppose --party UN
is_true "before the first entry there is nothing" says "as of 2020-01-01" run log $case --as-of 2020-01-01
is_true "nor anything to show" says "as of 2020-01-01" run show $case --as-of 2020-01-01

run log $case --checkpoint --as UN --passphrase-file un.pass -o note 2>/dev/null
run show $case key UN >un.key
is_true "what show prints of a key can be kept as it is" run verify $case --checkpoint note --key un.key
sed 's/to keep .*/to keep      UN+00000000+AAAA/' un.key >wrong.key
refused "but not when it is another" "is not a key like" verify $case --checkpoint note --key wrong.key

run statement $case --speaker Ada --date 2031-03-02 --paraphrase "It is long." --source.url https://example.org/1 2>/dev/null
is_true "a source without a title is shown by its address" says "https://example.org/1" run brief $case
run export $case folder 2>/dev/null
rm -r folder/drafts/plan-US-2
refused "a draft that is not in the folder is named" "drafts/plan-US-2/us.md" import folder -o other.entente
mkdir -p slip
printf 'entente: 1\ncase:\n  id: slip\n  title: Talks\nparties:\n  - id: US\n    nmae: States\n' >slip/entente.yaml
refused "a mistyped field is named where it stands" 'line 7, column 5: "nmae" is no field here' show slip
echo "1..$number"
