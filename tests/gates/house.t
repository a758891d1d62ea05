#!/bin/bash
# Rooms, names, shape, house rules, format: the quick gates. Each says what is wrong, where, and what to do.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build/gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..11
gate 1 "arrows between rooms and folders point down, and no file includes another in a circle" python3 -B tools/check-layers.py
gate 2 "the sources keep the house rules" python3 -B tools/check-source.py
sources() { git ls-files -co --exclude-standard '*.c' '*.h'; }
# All of them take as long as the other gates together: the inner loop looks at what is being worked on.
formatted() {
    if [ -n "${ENTENTE_QUICK:-}" ] && git rev-parse -q --verify HEAD~3 >/dev/null; then
        { git diff --name-only --diff-filter=d HEAD~3 -- '*.c' '*.h' && git ls-files -o --exclude-standard '*.c' '*.h'; } | sort -u
    else
        sources
    fi | xargs -r clang-format --dry-run -Werror
}
# The versions lay out a dozen places each in a way of its own (19 takes a product in a macro's arguments for a pointer).
layout=$(clang-format --version | sed -E 's/.*version ([0-9]+).*/\1/')
if [ "$layout" = 14 ]; then
    gate 3 "clang-format has nothing to change" formatted
else
    echo "ok 3 # SKIP the sources are laid out by clang-format 14, this one is $layout"
fi
# A header that opens a source file of the build was compiled with nothing before it, and under
# stricter flags than here; only the others are compiled by themselves.
opened() {
    jq -r '.[].file' "$build/compile_commands.json" | sed -n 's|^.*/src/|src/|p' | sort -u |
        xargs awk '/^\/\// || /^$/ { next } /^#include ["<]/ { print substr($2, 2, length($2) - 2) } { nextfile }'
}
alone() {
    opened >"$work/opened" && [ -s "$work/opened" ] || return 1
    mkdir "$work/alone"
    git ls-files -co --exclude-standard 'src/*.h' 'include/*.h' | grep -v /platform/windows_posix_parts.h | # that one is Windows' own
         sed 's|^[^/]*/||' | sort | comm -23 - "$work/opened" |
        while read -r header; do echo "#include \"$header\"" >"$work/alone/${header//\//-}.c"; done
    cc -std=c17 -D_GNU_SOURCE -Isrc -Iinclude -Wall -Werror -fsyntax-only "$work"/alone/*.c
}
gate 4 "every header compiles alone" alone
gate 5 "no two files call one another" python3 -B tools/check-calls.py "$build"
gate 6 "a tag is defined once, and what a folder shares is called so" python3 -B tools/check-names.py
gate 7 "functions and files keep their shape" python3 -B tools/measure-shape.py
gate 8 "every library is listed with its versions" python3 -B tools/check-dependencies.py
gate 9 "the drawing of the rooms is current" python3 -B tools/draw-rooms.py --check
gate 10 "the Python module mirrors the public headers as they are" python3 -B tools/mirror-headers.py --check
# Each of them brings along twenty others: what few commands need is opened by these (src/base/late_library.h).
light() {
    objdump -p "$build/entente" "$build/libentente.so" | awk '$1 == "NEEDED" && /libpq|libmicrohttpd|libssl|libgnutls/ { print; found = 1 } END { exit found }'
}
gate 11 "no command loads the libraries of servers and databases" light
