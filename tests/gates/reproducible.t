#!/bin/bash
# The same source built in two folders gives the same program and the same library, byte for byte.
. "$(dirname "$0")/gate.sh"
if [ -z "${ENTENTE_NIGHTLY:-}" ]; then
    echo "1..0 # SKIP two more builds: ./check --nightly makes them"
    exit 0
fi
echo 1..1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
built() { # folder
    mkdir -p "$1" && git ls-files -z -co --exclude-standard | xargs -0 cp --parents -t "$1" &&
        meson setup "$1/build" "$1" -Dtests=false && ninja -C "$1/build"
}
same() {
    built "$work/a" && built "$work/another/folder" || return 1
    cmp "$work/a/build/entente" "$work/another/folder/build/entente" &&
        cmp "$work"/a/build/libentente.so "$work"/another/folder/build/libentente.so
}
gate 1 "two builds in two folders are the same program and the same library" same
