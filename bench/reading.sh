#!/bin/bash
# Reads agreements and reports of about 5 MB and prints megabytes per second of processor time, best of
# five; beside it chrono-node and compromise-dates where npm has put them in NODE_PATH.
# usage: bench/reading.sh ENTENTE FILE…
set -eu
entente=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat "$@" >"$work/once.txt"
while [ "$(stat -c %s "$work/once.txt")" -gt 0 ] && [ "$(stat -c %s "$work/text.txt" 2>/dev/null || echo 0)" -lt 5000000 ]; do
    cat "$work/once.txt" >>"$work/text.txt"
done
bytes=$(stat -c %s "$work/text.txt")
for verb in limits statements; do
    best=
    for _ in 1 2 3 4 5; do
        took=$( { TIMEFORMAT=%U; time "$entente" "$verb" --json "$work/text.txt" >"$work/out.json" 2>/dev/null; } 2>&1)
        best=$(printf '%s\n' $best "$took" | sort -g | head -1)
    done
    awk -v n="$verb" -v b="$bytes" -v t="$best" \
        'BEGIN { printf "%-18s %6.2f MB/s  (%.2f MB in %.3f s)\n", n, b / 1e6 / t, b / 1e6, t }'
done
head -c 200000 "$work/text.txt" >"$work/part.txt"
for peer in chrono-node compromise-dates; do
    node bench/reading_peer.cjs "$peer" "$work/part.txt" 2>/dev/null || echo "$peer: not installed"
done
