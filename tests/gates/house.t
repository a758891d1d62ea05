#!/bin/bash
# Layers, house rules, format: the quick gates.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build/gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..4
gate 1 "arrows between rooms point down" python3 tools/check-layers.py
gate 2 "the sources keep the house rules" python3 tools/check-source.py
sources() { git ls-files -co --exclude-standard '*.c' '*.h'; }
formatted() { sources | xargs clang-format --dry-run -Werror; }
gate 3 "clang-format has nothing to change" formatted
# A header that opens a source file of the build was compiled with nothing before it, and under
# stricter flags than here; only the others are compiled by themselves.
opened() {
    jq -r '.[].file' "$build/compile_commands.json" | sed -n 's|^.*/src/|src/|p' | sort -u |
        xargs awk '/^\/\// || /^$/ { next } /^#include ["<]/ { print substr($2, 2, length($2) - 2) } { nextfile }'
}
alone() {
    opened >"$work/opened" && [ -s "$work/opened" ] || return 1
    for header in $(git ls-files -co --exclude-standard 'src/*.h' 'include/*.h'); do
        grep -qxF "${header#*/}" "$work/opened" && continue
        echo "#include \"$root/$header\"" |
            cc -std=c17 -D_GNU_SOURCE -Isrc -Iinclude -Wall -Werror -fsyntax-only -x c - || return 1
    done
}
gate 4 "every header compiles alone" alone
