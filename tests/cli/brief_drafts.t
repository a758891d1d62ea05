#!/bin/bash
# The brief of a base and its drafts, without a case: what it says of the texts and of time, and what it does not claim.
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
says() { # exit code, words, command
    local wanted=$1 words=$2
    shift 2
    "$@" >said 2>&1
    local code=$?
    tr -s ' \n' ' ' <said >line
    [ "$code" = "$wanted" ] && grep -qF -- "$words" line || { echo "exit $code:"; cat said; return 1; }
}
plan=$root/examples/ardel/plan
drafts=("$plan/base.docx" "Velmark=$plan/velmark.docx" "Tarsen=$plan/tarsen.docx" "Nereth=$plan/nereth.md")
"$ENTENTE" brief "${drafts[@]}" -o brief.json
"$ENTENTE" merge "${drafts[@]}" -o merged.json 2>/dev/null
same() { # every open slot of the merge is an issue under its number, with its wordings
    python3 - <<'END'
import json
brief, merged = (json.load(open(f"{name}.json")) for name in ("brief", "merged"))
slots = {s["slot"]: s for p in merged["points"] for s in p["segments"] if "slot" in s and not s.get("kind")}
wanted = [(n, [(v["text"], ", ".join(v["parties"]), v["base"]) for v in s["variants"]]) for n, s in slots.items()]
found = [(i["issue"], [(w["text"], w["parties"], w["base"]) for w in i["wordings"]]) for i in brief["issues"]]
assert sorted(found) == sorted(wanted), (found[:2], wanted[:2])
assert brief["documents"][0]["open_slots"] == len(wanted)
END
}
check "open places are issues under their numbers" same
limits() { # what timetable finds in each text alone is what the page says of it
    for party in null Velmark Tarsen Nereth; do
        file=$plan/base.docx
        case $party in Velmark | Tarsen) file=$plan/${party,,}.docx ;; Nereth) file=$plan/nereth.md ;; esac
        "$ENTENTE" timetable "$file" --json >own.json
        possible=$([ $? = 0 ] && echo true || echo false)
        jq -e --arg p "$party" --argjson ok "$possible" --slurpfile own own.json '.time_as_read[] | select((.party // "null") == $p)
            | .is_possible == $ok and .confirmed == false and .unread == ($own[0].unread | length)' brief.json || return 1
    done
}
check "time is as timetable reads each text, and not confirmed" limits
check "the page says that nobody confirmed it" says 0 "Time, as read, not confirmed: in the base 46 limits read fit together; 10 expressions of time were not read." "$ENTENTE" brief "${drafts[@]}"
check "and quotes what contradicts in a draft" says 0 'In the text of Nereth: ✗ 4 limits contradict, short by 1 day' "$ENTENTE" brief "${drafts[@]}"
check "no page claims that all limits can be met" bash -c "! '$ENTENTE' brief ${drafts[*]} | grep -qi 'can be met'"
check "tracked changes alone are drafts too" says 0 "velmark.docx 2 122 103 19" "$ENTENTE" brief "$plan/velmark.docx"
check "a base alone says what is missing" says 2 "has no tracked changes to draw parties from" "$ENTENTE" brief "$plan/base.docx"
check "what is of a case is refused" says 2 "--as is for the brief of a case" "$ENTENTE" brief "${drafts[@]}" --as Velmark
check "what is of drafts is refused for a case" says 2 "are for the brief of drafts" "$ENTENTE" brief "$root/examples/ardel" --any-base
printf '1. The troops leave at the latest 10 days after the ceasefire and no earlier than 20 days after the ceasefire.\n' >bad.md
sed 's/leave/withdraw/' bad.md >mine.md
check "with --check limits that contradict fail" says 1 "contradict" "$ENTENTE" brief bad.md Ada=mine.md --check
for form in html docx md txt; do
    check "it is written as .$form" "$ENTENTE" brief "${drafts[@]}" -o "page.$form"
done
echo "1..$number"
