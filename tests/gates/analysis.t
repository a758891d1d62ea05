#!/bin/bash
# clang-tidy, clang's analyser and cppcheck over the library and the command line: the slow gates.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build/gcc}
echo 1..4
# What stands in for a library that is not there, and what is built for browsers alone: clang-tidy reads them
# with the options of the file beside them.
elsewhere="src/record/sha256_sodium.c src/record/store_postgresql_absent.c src/serve/absent.c src/platform/qsort_r.c
  src/wasm/merge_verbs.c src/wasm/platform.c"
# The program for Windows wants the headers of Windows: only the cross compiler and cppcheck read these.
windows='^src/platform/windows_'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
listed() {
    { jq -r '.[].file' "$build/compile_commands.json" | sed -n 's|^.*/src/|src/|p' && printf '%s\n' $elsewhere; } | sort -u >"$work/files"
    ! git ls-files 'src/*.c' | grep -v "$windows" | sort | comm -13 "$work/files" - | grep . || { echo "is in no build"; return 1; }
}
tidy() {
    xargs -n 20 -P 2 clang-tidy -quiet -p "$build" -checks=-clang-analyzer-* <"$work/files" >"$work/said" 2>&1 && return
    grep -v 'warnings\? generated\.$' "$work/said"
    return 1
}
gate 1 "every source file is in a build" listed
gate 2 "clang-tidy finds nothing" tidy
# A function that calls many others has more paths than can be walked, and a few such functions would take nearly all
# the time: by day each file is walked until a walk has been everywhere in each function, at night as far as it goes.
gate 3 "no path of a function leads to a fault" xargs -a "$work/files" python3 -B tools/walk-paths.py ${ENTENTE_NIGHTLY:+--deep} "$build"
gate 4 "cppcheck finds nothing" cppcheck -q --std=c11 --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck --inline-suppr \
    --error-exitcode=1 -D_GNU_SOURCE -Isrc -Iinclude -j2 src
