#!/bin/bash
# Cases in a PostgreSQL database: what holds of a case in a file holds there, and both are the same case.
. "$(dirname "$0")/../gates/gate.sh"
if [ -z "${ENTENTE_DATABASE:-}" ]; then
    "$ENTENTE" show postgres:///nowhere/none 2>&1 | grep -q "reads no databases" && { echo "1..0 # SKIP this build has no PostgreSQL"; exit; }
    tests/stores/postgresql.sh "$0"
    code=$?
    [ "$code" = 77 ] && echo "1..0 # SKIP PostgreSQL is not installed (package postgresql)"
    exit $((code == 77 ? 0 : code))
fi
cheap_passphrases
# A test that stands elsewhere, beside the database.
passes() {
    local said
    said=$("$@" 2>&1)
    printf '%s\n' "$said" | grep -v '^ok'
    [[ $said == *1..* && $said != *"not ok"* ]]
}
echo 1..17
gate 1 "between file and database a case stays the same case" python3 tests/stores/stores.py "$ENTENTE" "$(size 4 100)"
gate 2 "acts: times, writers, checkpoints, secrets" python3 tests/cli/case_acts.py "$ENTENTE" "$(size 12 120)"
gate 3 "keys and what is sealed" python3 tests/cli/case_keys.py "$ENTENTE"
gate 4 "rows that an intruder changed, and odd cells" python3 tests/cli/case_trust.py "$ENTENTE" "$(size 20 10000)"
gate 5 "tampering is found and located by both verifiers" python3 tests/casefile/tamper.py "$ENTENTE" "$(size 60 10000)"
gate 6 "kill -9 loses nothing that was acknowledged" python3 tests/stores/kills.py "$ENTENTE" "$(size 30 1000)"
gate 7 "a case by hand" passes tests/cli/case_flow.t
gate 8 "cases, folders and outputs come whole" passes tests/cli/case_files.t
gate 9 "formats, and checkpoints that are missed" passes tests/cli/case_versions.t
gate 10 "handles that read on" passes "$ENTENTE_BUILD/tests/casefile-handles"
gate 11 "deaths of writers and of the server" env ENTENTE_SYNC=yes tests/stores/postgresql.sh "$ENTENTE_BUILD/tests/casefile-database_crash"
if "$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server"; then
    echo "ok 12 - several servers # SKIP built without the server"
else
    gate 12 "several servers over one database" env ENTENTE_SYNC=yes tests/stores/postgresql.sh python3 tests/stores/servers.py "$(size 2 60)"
fi
gate 13 "what a party keeps to itself, through the program" passes "$ENTENTE_BUILD/tests/casefile-privacy"
gate 14 "and through a session of one's own" passes "$ENTENTE_BUILD/tests/casefile-row_security"
gate 15 "what is forgotten is gone from the tables and their statistics" python3 tests/cli/forget.py "$ENTENTE"
gate 16 "the cases of a database, and one among many" python3 tests/stores/many.py "$ENTENTE" "$(size 60 10000)"
if "$ENTENTE" work 2>&1 | grep -q "built without the server"; then
    echo "ok 17 - workers that are killed # SKIP built without the server"
else
    gate 17 "workers that are killed lose nothing and do nothing twice" python3 tests/stores/work.py "$ENTENTE" "$(size 4 200)"
fi
