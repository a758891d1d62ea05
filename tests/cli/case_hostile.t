#!/bin/bash
# Foreign and damaged case files are refused with one clear line, or verify says what is wrong.
. "$(dirname "$0")/../gates/gate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
run() { "$ENTENTE" "$@"; }
run init good.entente --title Talks --id good --now 2025-12-18T09:00:00Z
for i in $(seq 1 60); do echo "{\"id\":\"n$i\",\"text\":\"$(head -c 300 /dev/zero | tr '\0' x) $i\"}"; done |
    jq -s . | run enter good.entente note - --now 2025-12-18T10:00:00Z 2>/dev/null
number=0
refused() { # name, words
    number=$((number + 1))
    run show bad.entente >out 2>err
    local code=$?
    if [ $code = 2 ] && [ "$(wc -l <err)" = 1 ] && grep -qF -- "$2" err && [ ! -s out ]; then
        echo "ok $number - $1"
    else
        echo "# exit $code: $(cat err)"
        echo "not ok $number - $1"
    fi
}
sql() { # statements on a fresh copy
    cp good.entente bad.entente
    python3 -c 'import sqlite3, sys
database = sqlite3.connect("bad.entente")
database.executescript(sys.argv[1])
database.close()' "$1"
}
sql "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END"
refused "a planted trigger" "its tables are not those of a case file"
sql "CREATE VIEW v AS SELECT * FROM entry"
refused "a planted view" "its tables are not those of a case file"
sql "DROP TABLE state; CREATE VIEW state AS SELECT 'note' kind, 'x' id, '' born, '' last, '{}' value"
refused "a view in a table's place" "its tables are not those of a case file"
sql "ALTER TABLE entry ADD COLUMN more TEXT"
refused "another column" "its tables are not those of a case file"
sql "CREATE INDEX i ON entry(lower(hex(salt)))"
refused "a planted index" "its tables are not those of a case file"
sql "PRAGMA application_id=7"
refused "another program's database" "this is a database, but not a case file"
sql "PRAGMA user_version=9"
refused "a later format" "has format 9; this program reads formats 1 to 2"
sql "DELETE FROM meta"
refused "a case without a name" "does not say its case"
sql "INSERT OR REPLACE INTO state VALUES('note','n1','x','y','{broken')"
refused "a broken state" "state"
printf 'hello' >bad.entente
refused "a text file" "this is not a case file"
head -c 5000 /dev/urandom >bad.entente
refused "noise" "this is not a case file"
head -c 9000 good.entente >bad.entente
refused "a file cut short" "is damaged"
cp good.entente bad.entente
python3 - <<'X'
data = bytearray(open("bad.entente", "rb").read())
for page in range(1, len(data) // 4096):  # every page but the first loses its head
    data[page * 4096:page * 4096 + 16] = b"\xff" * 16
open("bad.entente", "wb").write(data)
X
refused "damaged pages" "is damaged"
rm -f bad.entente
mkdir bad.entente
refused "an empty folder" "entente.yaml"
printf 'entente: 1\ncase: {title: T}\nparties:\n  - {id: A, name: X}\n  - {id: A, name: Y}\n' >bad.entente/entente.yaml
refused "an id twice" 'bad.entente/entente.yaml, line 5, column 10: id: "A" stands here a second time'
printf 'entente: 1\ncase: {title: T}\npartys:\n  - {id: A, name: X}\n' >bad.entente/entente.yaml
refused "an unknown list" '"partys" is no list of a case; expected parties'
printf 'entente: 1\ncase: {title: T}\ndocuments: [{id: p, title: P}]\ndrafts:\n  - {id: d, document: p, file: ../../etc/passwd}\n' >bad.entente/entente.yaml
refused "a path that leads out" '"../../etc/passwd" is not a path inside this folder'
printf 'entente: 1\ncase: {title: T}\ndocuments: [{id: p, title: P}]\ndrafts:\n  - {id: d, document: p, file: none.md}\n' >bad.entente/entente.yaml
refused "a file that is not there" 'line 5'
ln -s /etc/passwd bad.entente/none.md
refused "a link that leads out" 'none.md" is a link that leads out of the folder'
rm bad.entente/entente.yaml
ln -s /etc/passwd bad.entente/entente.yaml
refused "a list that is a link" 'bad.entente/entente.yaml: is a link that leads out'
rm bad.entente/*

# Every page damaged in turn: refused, or said by verify, or of no consequence; never a crash.
number=$((number + 1))
pages=$(($(stat -c %s good.entente) / 4096)) crashed=
for ((page = 0; page < pages; page++)); do
    rm -rf bad.entente*
    cp good.entente bad.entente
    printf '\x5a\xa5\xff\x00\x13\x37\x01\x02' | dd of=bad.entente bs=1 seek=$((page * 4096 + 64 + page * 37 % 3000)) conv=notrunc 2>/dev/null
    run verify bad.entente >out 2>err
    code=$?
    [ $code -le 2 ] || crashed="$crashed $page:$code"
    run show bad.entente >out 2>err
    [ $? -le 2 ] || crashed="$crashed $page"
done
[ -z "$crashed" ] && echo "ok $number - no damage makes it fall ($pages pages)" || { echo "# $crashed"; echo "not ok $number - no damage makes it fall"; }
echo "1..$number"
