#!/bin/bash
# clang-tidy and cppcheck over the library and the command line: the slow gates.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build}
echo 1..2
tidy() { run-clang-tidy -quiet -p "$build" "$root/src/.*\.c$" 2>&1 | grep -E 'warning:|error:' && return 1 || return 0; }
gate 1 "clang-tidy finds nothing" tidy
gate 2 "cppcheck finds nothing" cppcheck -q --std=c11 --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck --inline-suppr \
    --error-exitcode=1 -D_GNU_SOURCE -Isrc -Iinclude -j2 src
