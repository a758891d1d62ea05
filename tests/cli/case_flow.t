#!/bin/bash
# A case by hand: parties, drafts, stances, agreement, sealing, checkpoints, the folder form. The same over a database,
# beside tests/stores/postgresql.sh.
. "$(dirname "$0")/../gates/gate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
number=0
check() { # name, then a command that must succeed
    number=$((number + 1))
    local name=$1
    shift
    if "$@" >out 2>err; then echo "ok $number - $name"; else
        sed 's/^/# /' out err | head -n 20
        echo "not ok $number - $name"
    fi
}
says() { # exit code, words of the message, command
    local wanted=$1 words=$2
    shift 2
    "$@" >said 2>&1
    local code=$?
    [ "$code" = "$wanted" ] && grep -qF -- "$words" said || { echo "exit $code:"; cat said; return 1; }
}
kind=file
[ -z "${ENTENTE_DATABASE:-}" ] || kind=case
case=$(case_place talks)
again=$(case_place again)
edited=$(case_place edited)
none=$(case_place no)
example=$(case_place example)
run() { "$ENTENTE" "$@"; }
at() { verb=$1; shift; time=$1; shift; run "$verb" "$case" "$@" --now "2025-12-$time"; }
printf 'open sesame\n' >ua.pass
printf 'good offices\n' >un.pass
printf '# Plan\n\n1. The parties shall withdraw within 30 days.\n\n2. Elections are held in spring.\n' >base.md
sed 's/30 days/60 days/' base.md >us.md
sed 's/within 30 days/at once/; s/spring/autumn/' base.md >ua.md

check "init makes a case" run init $case --title "The talks" --id demo --now 2025-12-18T09:00:00Z
check "init overwrites nothing" says 2 "there is such a $kind already" run init $case --title Again
for party in US RU FR DE; do at party 18T09:00:01Z $party --name "Party $party"; done 2>/dev/null
check "a party gets keys" at party 18T09:00:02Z UA --name Ukraine --passphrase-file ua.pass
check "a mediator too" at party 18T09:00:02Z UN --name "United Nations" --role mediator --passphrase-file un.pass
check "a group has members" at party 18T09:00:03Z E2 --members FR,DE --name "The two" --form coalition
check "a delegate has a party" at party 18T09:00:03Z rep --party US --name "A. Person" --role envoy
check "a document" at enter 18T10:00:00Z document plan --set title="The plan"
check "documents relate" at enter 18T10:00:00Z document guarantee --set title="A guarantee" \
    --set relations.to=plan --set relations.how=annex-of
check "an unknown party is refused by name" says 2 '"XX" is not a known party or group: US' \
    at meeting 19T09:00:00Z --format US,XX
check "a wrong date is refused" says 2 '"2025-13-01" is not a date like 2025-12-20' \
    at meeting 19T09:00:00Z --format US --from 2025-13-01
check "a meeting" at meeting 19T09:00:00Z m1 --format US,UA --place Miami --from 2025-12-19 --to 2025-12-21 --documents plan
check "the base" at submit 19T10:00:00Z base.md --document plan --base
check "a draft" at submit 19T10:00:01Z us.md --document plan --party US
slot=$(run show $case slots --json | jq -r '.[0].id')
check "a slot is known by the start of its id" run show $case slot "${slot%????}"
check "by the document and the point alone" run show $case slot plan/1
check "a stance too" at stance 19T10:30:00Z plan/1 US silent --party FR
check "a moment that is none is refused" says 2 '"yesterday" is neither a day like' run show $case --as-of yesterday
check "also in a brief" says 2 '"2025-02-30" is neither a day like' run brief $case --as-of 2025-02-30
check "a brief in a form that is none" says 2 "brief.pdf: brief writes .txt, .html, .docx, .md or .json" run brief $case -o brief.pdf
check "nothing said of a party is a question" says 2 "what about US?" run party $case US
check "a stance on a party's wording" at stance 19T11:00:00Z "$slot" US oppose --party UA --date 2025-12-19
check "a stance on the base" at stance 19T11:00:00Z "$slot" base "support in principle" --party UA --condition "if verified"
check "an unknown stance is refused with the scale" says 2 "propose, support, support in principle" \
    at stance 19T11:00:00Z "$slot" base maybe --party UA
check "agreement on a wording" at agree 19T12:00:00Z "$slot" US --by US,UA --meeting m1
agreed() { [ "$(run show $case slot "$slot" --json | jq -r .status)" = agreed ]; }
check "the slot is agreed" agreed
check "a rival draft" at submit 20T10:00:00Z ua.md --document plan --party UA --json
cp out submitted
check "slots and stances carried over, the agreement reopened" bash -c 'jq -es ".[1] | .slots_stayed == 1 and .slots_new == 1 and .slots_reopened == 1 and .stances_kept == 3" submitted'
holders() { run show $case slots --json | jq -ec '.[0].variants[0].parties == [] and .[1].variants[0].parties == ["US"]'; }
check "who holds the base's wording is shown" holders
check "though it is not recorded" bash -c "'$ENTENTE' log $case --json | jq -e '[.entries[].changes[] | select(.kind == \"slot\" and .set.variants[0].parties)] == []'"
sed 's/30 days/90 days/' base.md >e2.md
check "a group's draft" at submit 20T11:00:00Z e2.md --document plan --party E2
members() { run show $case slots --json | jq -e '.[0].variants | map(select(.parties == ["DE","FR"])) | length == 1'; }
check "it counts as its members'" members
sed 's/spring/winter/' base.md >fr.md
check "a member may differ" at submit 20T11:00:01Z fr.md --document plan --party FR
differ() { run show $case group E2 --json | jq -e '.divergences | length == 2 and (.[0].members | length == 2)'; }
check "and it shows who differs, and on what" differ
check "in the brief too" bash -c "'$ENTENTE' brief $case | tr -s ' \n' ' ' | grep -q 'its members differ. FR: .* DE: '"
check "a group takes a common position" at stance 20T11:00:02Z 'plan/Plan/1' base support --party E2
check "of which a member keeps a reservation" at stance 20T11:00:02Z 'plan/Plan/1' base reserve --party FR
check "both stand in the brief" bash -c "'$ENTENTE' brief $case | tr -s ' \n' ' ' | grep -q 'common position of E2: support .*reserve “within 30 days”'"
check "as of the day before there is one slot" bash -c "[ \$('$ENTENTE' show $case slots --json --as-of 2025-12-19 | jq length) = 1 ]"
kept() { run show $case draft plan-US-1 --json | jq -e --arg h "$(sha256sum <us.md | cut -d' ' -f1)" '.file.sha256 == $h'; }
check "the draft's bytes are kept" kept

printf '{"worth": 1234567}\n' >worth.json
check "a worth is sealed" at seal 20T12:00:00Z worth.json --kind worth --as UA --passphrase-file ua.pass
check "its owner reads it" bash -c "'$ENTENTE' unseal $case --as UA --passphrase-file ua.pass | cmp - worth.json"
check "the mediator does not" says 2 "nothing called UA is sealed to you" run unseal $case UA --as UN --passphrase-file un.pass
check "nor a wrong passphrase" says 2 "does not open" run unseal $case UA --as UA --passphrase-file un.pass
kept=talks.entente
[ "$case" = "$kept" ] || run copy "$case" "$kept" 2>/dev/null || exit 1
check "the file does not show it" bash -c "! grep -q 1234567 $kept*"
check "with consent the mediator does" at seal 20T12:00:01Z --consent UA --as UA --passphrase-file ua.pass
check "now" bash -c "'$ENTENTE' unseal $case UA --as UN --passphrase-file un.pass | cmp - worth.json"
check "a note is sealed under a name" at seal 20T12:00:01Z --text "our red line" --id line --as UA --passphrase-file ua.pass
check "which then names nothing that others may read" says 2 "is the name of something sealed to you" \
    at enter 20T12:00:01Z note line --set title=open --as UA --passphrase-file ua.pass
check "sealed things get names of their own" says 0 '"id":"note-UA-' at seal 20T12:00:01Z --text secret --as UA --passphrase-file ua.pass --json
check "so that their number does not show in others" says 0 '"id":"note-1"' at enter 20T12:00:01Z note --set text=open --as UA --passphrase-file ua.pass --json
check "a worth for all is refused" says 2 "a worth is sealed to its party" at enter 20T12:00:01Z worth --set party=UA --file worth.json
check "nobody writes for another party" says 2 "may not write for party:UA" at enter 20T12:00:01Z note --set text=x --as US --readers party:UA

check "a checkpoint" run log $case --checkpoint --as UN --passphrase-file un.pass -o first.note
at enter 21T09:00:00Z note --set text=more 2>/dev/null
check "a co-signature" run log $case --cosign first.note --as UA --passphrase-file ua.pass --now 2025-12-21T10:00:00Z -o both.note
check "a later checkpoint" run log $case --checkpoint --as UN --passphrase-file un.pass -o last.note
check "the case agrees with both" run verify $case --checkpoint both.note --checkpoint last.note
"$ENTENTE" show $case key UN --json | jq -r .verifier >un.key
"$ENTENTE" show $case key UA --json | jq -r .verifier >ua.key
second() { python3 "$root/tests/casefile/verify.py" "$@"; }
second_refuses() { ! second "$@"; }
check "a key that was kept agrees" run verify $case --checkpoint last.note --key un.key
check "it is said what it vouches for" bash -c "'$ENTENTE' verify $case --key un.key | grep -qF 'signed by UN (a key that you trust)'"
check "a key may stand on the command line" run verify $case --key "$(cat un.key)"
check "a checkpoint that no trusted key signed is refused" says 1 "is not signed with a key that you trust" \
    run verify $case --checkpoint last.note --key ua.key
check "by the second verifier too" says 1 "not signed with a trusted key" second $case --checkpoint last.note --key ua.key
check "a broken key is refused" says 2 "is not whole" run verify $case --key "UN+00000000+$(cut -d+ -f3- un.key)"
check "with its line" says 2 "bad.key, line 2" bash -c "printf '# keys\nUN\n' >bad.key; '$ENTENTE' verify $case --key bad.key"
check "a proof of an entry" run log $case --prove 3 -o entry.proof
check "holds" run verify entry.proof --proof --checkpoint last.note
check "a proof of growth" run log $case --growth "$(sed -n 2p first.note)" -o growth.proof
check "holds between two checkpoints" run verify growth.proof --proof --checkpoint both.note --checkpoint last.note
check "also by a key that was kept" run verify growth.proof --proof --checkpoint last.note --key un.key
check "not by another" says 1 "does not hold" run verify growth.proof --proof --checkpoint last.note --key ua.key
check "it is said that a signature was not looked at" says 0 "signature was not checked" run verify growth.proof --proof --checkpoint last.note
for proof in entry growth; do
    check "the second verifier finds that the $proof proof holds" second $proof.proof --proof --checkpoint last.note --key un.key
done
check "every growth from 1 on is proved and checked" bash -c "for old in \$(seq 1 \$(sed -n 2p last.note)); do
    '$ENTENTE' log $case --growth \$old -o g-\$old.proof || exit 1; done; python3 '$root/tests/casefile/verify.py' g-*.proof --proof --checkpoint last.note"
check "and every entry" bash -c "for at in \$(seq 0 \$((\$(sed -n 2p last.note) - 1))); do
    '$ENTENTE' log $case --prove \$at -o e-\$at.proof || exit 1; done; python3 '$root/tests/casefile/verify.py' e-*.proof --proof --checkpoint last.note"
sed 's/"size": [0-9]*/"size": 12/' growth.proof >bad.proof
check "a changed proof holds for neither" says 1 "does not hold" second bad.proof --proof --checkpoint last.note
check "a changed proof does not" says 1 "does not hold" run verify bad.proof --proof --checkpoint last.note
sed "s|\"size\": |\"old_size\": $(sed -n 2p first.note), \"old_root\": \"$(sed -n 3p first.note)\", \"size\": |" entry.proof >lent.proof
check "an entry proof is not held against a checkpoint of another size" says 1 "does not hold" run verify lent.proof --proof --checkpoint first.note
check "the second verifier neither" second_refuses lent.proof --proof --checkpoint first.note
check "the second verifier agrees" python3 "$root/tests/casefile/verify.py" $case --checkpoint both.note
check "state is what the record says" run rebuild $case

check "export" run export $case folder --with-sealed
check "import" run import folder -o $again
check "export again" run export $again folder2 --with-sealed
check "nothing was lost or added" diff -r folder folder2
check "the records are the same" cmp <(run log $case --json) <(run log $again --json)
check "a folder can be read as it is" cmp <(run show $case --json) <(run show folder --json)
check "as of a day too" cmp <(run show $case slots --json --as-of 2025-12-19) <(run show folder slots --json --as-of 2025-12-19)
check "and verified" run verify folder
sed -i 's/party: US/party: XX/' folder/entente.yaml
check "a wrong value is named with file, line and column" says 2 'folder/entente.yaml, line ' run show folder
check "and what was expected" says 2 'party: "XX" is not a known party or group: US' run show folder
check "an impossible import leaves nothing" bash -c "! '$ENTENTE' import folder -o $none && ! ls no.entente* 2>/dev/null && ! '$ENTENTE' show $none"
sed -i 's/party: XX/party: US/; s/title: The plan/title: The new plan/' folder/entente.yaml
check "a hand's change is one more entry" run import folder -o $edited
check "at the end" bash -c "'$ENTENTE' log $edited | tail -n 1 | grep -q 'import  document plan'"

mkdir -p example/drafts/plan-base-1 example/drafts/plan-NORD-1
sed -n '/^```yaml/,/^```/p' "$root/docs/case.md" | grep -v '^```' >example/entente.yaml
echo "2. Troops leave within 30 days." >example/drafts/plan-base-1/base.md
echo "2. Troops leave within 60 days." >example/drafts/plan-NORD-1/nord.md
check "the manual's example is a case" run import example -o $example --now 2031-03-04T09:00:00Z
check "with all its kinds" bash -c "'$ENTENTE' show $example --json | jq -e '[.parties, .groups, .delegates, .documents, .drafts, .slots, .stances, .meetings, .statements, .steps, .limits, .guarantees, .packages] | all(length > 0)'"
other=$(case_place example1)
{ run export $example example1 && run import example1 -o $other && run export $other example2; } 2>/dev/null
check "and comes back as it went" diff -r example1 example2
echo "1..$number"
