#!/bin/bash
# clang-tidy and cppcheck over the library and the command line: the slow gates.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build/gcc}
echo 1..2
# clang's analyser walks each function until it has seen every path or spent this many nodes. A few
# functions spend all that they get, on the same lines again and again, and take nearly all the time.
nodes=$(size 50000 225000)
tidy() {
    jq -r '.[].file' "$build/compile_commands.json" | sed -n 's|^.*/src/|src/|p' | sort -u >"$work/files"
    [ "$(wc -l <"$work/files")" = "$(git ls-files 'src/*.c' | wc -l)" ] || { echo "a source file is not built"; return 1; }
    xargs -n 6 -P 2 clang-tidy -quiet -p "$build" --extra-arg=-Xclang --extra-arg=-analyzer-config \
        --extra-arg=-Xclang --extra-arg=max-nodes="$nodes" <"$work/files" 2>&1 |
        grep -v 'warnings\? generated\.$\|^$' >"$work/said"
    local codes=("${PIPESTATUS[@]}")
    cat "$work/said"
    [ "${codes[0]}" = 0 ]
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gate 1 "clang-tidy finds nothing" tidy
gate 2 "cppcheck finds nothing" cppcheck -q --std=c11 --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck --inline-suppr \
    --error-exitcode=1 -D_GNU_SOURCE -Isrc -Iinclude -j2 src
