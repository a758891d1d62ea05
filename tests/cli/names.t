#!/bin/bash
# Names: two that cannot be told apart are refused with their place, and of a mistyped one it is said which may be meant.
. "$(dirname "$0")/../gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
case $ENTENTE in /*) ;; *) ENTENTE=$root/$ENTENTE ;; esac
echo 1..15
said() { # WORDS COMMAND…: the command is refused, in these words
    local words=$1
    shift
    "$ENTENTE" "$@" >out 2>err
    [ $? = 2 ] && [ ! -s out ] && grep -qF -- "$words" err || { cat out err; false; }
}
cat >good.csv <<'END'
issue,option,Orvane,Belmark
Corridor,Transit,5,1
,Closed,0,3
Levy,None,1,2
reserve,,2,2
END
edited() { sed "$2" good.csv >"$1"; }
edited parties.csv '1s/$/, ORVANE /'
gate 1 "two columns of a party" said 'parties.csv, line 1: columns 3 and 5 are both of the party "ORVANE"' bargain parties.csv
edited options.csv 's/^,Closed/,transit/'
gate 2 "two rows of an option" said 'options.csv, line 3: option "transit" of issue "Corridor" stands in row 2 already' bargain options.csv
edited issues.csv 's/^Levy/Levy,Small,0,0\ncorridor/'
gate 3 "two blocks of an issue" said 'issues.csv, line 5: issue "corridor" stands above already' bargain issues.csv
edited reserves.csv '$s/$/\nReserve,,1,1/'
gate 4 "two rows of reserves" said "reserves.csv, line 6: is a second row of reserves" bargain reserves.csv
json() { printf '{"format":"entente-bargain/1","issues":[{"name":"Seat","options":["Aland","%s"]}],"parties":[{"name":"Orvane","scores":[[1,2]],"reservation":0},{"name":"%s","scores":[[1,2]],"reservation":0}]}' "$1" "$2"; }
json "$(printf 'al\xc2\xadand ')" Belmark >option.json
gate 5 "the same in JSON, of what shows nothing" said 'has the option' bargain option.json
json Borduria "orvane " >party.json
gate 6 "and of parties" said 'is called "orvane " as parties[0] is ("Orvane")' bargain party.json
json Borduria Belmark >fine.json
fine() { "$ENTENTE" bargain fine.json >out 2>err && "$ENTENTE" bargain good.csv >out 2>err; }
gate 7 "what can be told apart passes" fine
n=8
while IFS='|' read -r change words; do
    gate $n "--what-if $change" said "$words" bargain good.csv --what-if "$change"
    n=$((n + 1))
done <<'END'
Corridor=Trasnit|names an option that its issue does not have; "Transit" may be meant
Corridro=Transit|names no issue and no party; "Corridor" may be meant
Ovrane.reserve=3|names no party; "Orvane" may be meant
Orvane.Corridor.Tarnsit=3|names an option that its issue does not have; "Transit" may be meant
END
{
    "$ENTENTE" init talks.entente --title Talks && "$ENTENTE" party talks.entente Orvane --name Orvane &&
        "$ENTENTE" enter talks.entente document plan --set title=Plan && echo "1. The gate stays open." >base.md &&
        "$ENTENTE" submit talks.entente base.md --document plan --base
} >/dev/null 2>&1
gate 12 "a document of a case" said 'no document "plna" yet; "plan" may be meant' submit talks.entente base.md --document plna --base
gate 13 "a party of a case" said 'no party or group "Orvnae"; "Orvane" may be meant' submit talks.entente base.md --document plan --party Orvnae
gate 14 "an item of a case" said 'no party "Orvnae" that you may see; "Orvane" may be meant' show talks.entente party Orvnae
printf '%%PDF-1.4\n' >base.pdf
unchanged() { cp talks.entente before && said "this is a PDF file" submit talks.entente base.pdf --document plan --base && cmp before talks.entente; }
gate 15 "a base that cannot be read is not entered" unchanged
