#!/bin/bash
# clang-tidy and cppcheck over the library and the command line: the slow gates.
. "$(dirname "$0")/gate.sh"
build=${ENTENTE_BUILD:-build/gcc}
echo 1..2
# clang's analyser walks each function until it has seen every path or spent its nodes. A few functions
# spend all they get, on the same lines again and again, and take nearly all the time. By day two walks
# take the place of the long one: a short deep one, and a shallow one that comes to the far ends of
# functions. Together they come to every point that the long one comes to. Each file gets a process of its
# own: clang-tidy 14 carries what it knows of va_list over to the next file and reports what is not so.
walk() { # analyser option
    xargs -n 1 -P 2 clang-tidy -quiet -p "$build" --extra-arg=-Xclang --extra-arg=-analyzer-config \
        --extra-arg=-Xclang --extra-arg="$1" <"$work/files" >"$work/said" 2>&1 && return
    grep -v 'warnings\? generated\.$' "$work/said"
    return 1
}
# What stands in for a library that is not there, and what is built for browsers alone: clang-tidy reads them
# with the options of the file beside them.
elsewhere="src/record/sha256_sodium.c src/record/store_postgresql_absent.c src/serve/absent.c src/platform/qsort_r.c
  src/wasm/merge_verbs.c src/wasm/platform.c"
# The program for Windows wants the headers of Windows: only the cross compiler and cppcheck read these.
windows='^src/platform/windows_'
tidy() {
    { jq -r '.[].file' "$build/compile_commands.json" | sed -n 's|^.*/src/|src/|p' && printf '%s\n' $elsewhere; } | sort -u >"$work/files"
    git ls-files 'src/*.c' | grep -v "$windows" | sort | comm -13 "$work/files" - | grep . && { echo "is in no build"; return 1; }
    if [ -n "${ENTENTE_NIGHTLY:-}" ]; then walk max-nodes=225000; else walk max-nodes=30000 && walk mode=shallow; fi
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gate 1 "clang-tidy finds nothing" tidy
gate 2 "cppcheck finds nothing" cppcheck -q --std=c11 --enable=warning,performance,portability \
    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck --inline-suppr \
    --error-exitcode=1 -D_GNU_SOURCE -Isrc -Iinclude -j2 src
