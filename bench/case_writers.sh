#!/bin/bash
# Durable acts a second with 1, 8 and 32 writers into one case and into 32, in files and in PostgreSQL, beside pgbench's plain
# inserts of as many bytes with as many connections; also where the writers are those of 1, 2 and 4 servers. Run it under tests/stores/postgresql.sh with ENTENTE_SYNC=yes:
#
#     ENTENTE_SYNC=yes tests/stores/postgresql.sh bench/case_writers.sh BUILD FOLDER [SECONDS]
set -eu
build=$1 folder=$2 seconds=${3:-5}
bench=$build/bench/bench-case_writers
[ -x "$bench" ] || bench=$build/bench-case_writers
pgbench=$(command -v pgbench || ls -v /usr/lib/postgresql/*/bin/pgbench | tail -n 1)
room=$(mktemp -d "$folder/writers-XXXXXX")
trap 'rm -rf "$room"' EXIT
host=${ENTENTE_DATABASE#*host=}
files=() rows=()
for i in $(seq 32); do
    files+=("$room/c$i.entente")
    rows+=("${ENTENTE_DATABASE%%\?*}/w$i?${ENTENTE_DATABASE#*\?}")
    "$build/entente" init "${files[-1]}" --title T >/dev/null 2>&1
    "$build/entente" init "${rows[-1]}" --title T >/dev/null 2>&1
done
psql=$(command -v psql || ls -v /usr/lib/postgresql/*/bin/psql | tail -n 1)
"$psql" -q -h "$host" -U tests postgres -c "CREATE TABLE plain(at bigserial PRIMARY KEY, content bytea NOT NULL)"
echo "INSERT INTO plain(content) VALUES(decode(repeat('ab',600),'hex'));" >"$room/insert.sql"
for writers in 1 8 32; do
    for cases in 1 32; do
        printf 'file:       '; "$bench" "$seconds" "$writers" "${files[@]:0:cases}"
        printf 'PostgreSQL: '; "$bench" "$seconds" "$writers" "${rows[@]:0:cases}"
    done
    for servers in 1 2 4; do
        [ "$writers" = 1 ] || { printf 'servers:    '; "$bench" "$seconds" "$writers/$servers" "${rows[0]}"; }
    done
    printf 'pgbench:    %s writers: ' "$writers"
    "$pgbench" -n -h "$host" -U tests -c "$writers" -j 2 -T "$seconds" -f "$room/insert.sql" postgres 2>/dev/null | grep '^tps'
done
