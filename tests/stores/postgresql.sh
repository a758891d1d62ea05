#!/bin/bash
# postgresql.sh COMMAND…: runs it beside a PostgreSQL of its own, which is reached by a socket in a folder
# that goes away with it; ENTENTE_DATABASE is the address of an empty database there. Nothing but the tests'
# own cluster is touched. What it writes need not outlive it unless ENTENTE_SYNC is set.
# "$ENTENTE_DATABASE_CONTROL" HOW lets it die while others write and starts it again; see deaths.sh.
set -eu
# The newest that is installed: Debian keeps each version in a folder of its own.
programs=$(for folder in $(ls -dv /usr/lib/postgresql/*/bin 2>/dev/null); do [ -x "$folder/initdb" ] && echo "$folder"; done | tail -n 1)
[ -n "$programs" ] || programs=$(dirname "$(command -v initdb || echo ./initdb)")
[ -x "$programs/initdb" ] || exit 77
# PostgreSQL refuses to run as root, and whoever it runs as must get into its folder: that is not so in a
# folder that root keeps to itself.
as=()
if [ "$(id -u)" != 0 ]; then
    room=$(mktemp -d ${ENTENTE_SYNC:+-p /var/tmp})
else
    # What a sync costs shows on a disk only.
    open=/var/tmp
    [ -n "${ENTENTE_SYNC:-}" ] || [ ! -w /dev/shm ] || open=/dev/shm
    room=$(mktemp -d "$open/entente-database-XXXXXX")
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    chown "$user" "$room"
    as=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups env "HOME=$room")
fi
chmod 711 "$room"
sync=off
[ -z "${ENTENTE_SYNC:-}" ] || sync=on
stop() {
    "${as[@]}" "$programs/pg_ctl" -D "$room/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$room"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP
(
    cd "$room"
    "${as[@]}" "$programs/initdb" -D "$room/data" -U tests -A trust -E UTF8 --locale=C --no-sync >"$room.log" 2>&1
    printf '%s\n' "unix_socket_directories = '$room'" "listen_addresses = ''" "fsync = $sync" "full_page_writes = $sync" \
        "shared_buffers = 32MB" "max_connections = 60" | "${as[@]}" tee -a "$room/data/postgresql.conf" >/dev/null
    "${as[@]}" "$programs/pg_ctl" -D "$room/data" -l "$room/data/server.log" -w start >>"$room.log" 2>&1
) || { cat "$room.log" >&2; rm -f "$room.log"; exit 1; }
rm -f "$room.log"
export ENTENTE_DATABASE_CONTROL="$(cd "$(dirname "$0")" && pwd)/deaths.sh $room $programs/pg_ctl ${as[*]}"
export ENTENTE_DATABASE="postgres://tests@/postgres?host=$room"
"$@"
