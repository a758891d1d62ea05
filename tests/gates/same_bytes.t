#!/bin/bash
# What the program prints and writes does not hang on the compiler, on how it optimises, or on the width of an address.
# Builds of each compiler that is here, with and without optimisation, run all chains of tools/compare_runs.py.
. "$(dirname "$0")/gate.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
alike() { # PROGRAM PATTERN…
    local program=$1 pattern
    shift
    for pattern in "$@"; do
        python3 -B tools/compare-builds.py "$ENTENTE" "$program" --expect /dev/null --only "$pattern" >"$work/said" || { cat "$work/said"; return 1; }
        grep -q '^[1-9][0-9]* runs' "$work/said" || { echo "no chain is called $pattern"; return 1; }
    done
}
if [ -z "${ENTENTE_NIGHTLY:-}" ]; then
    echo "1..0 # SKIP a build of each compiler: ./check --nightly makes them"
    exit 0
fi
built() { # FOLDER COMPILER OPTION…
    local folder=$work/$1 compiler=$2
    shift 2
    CC=$compiler meson setup "$folder" -Dtests=false "$@" >"$folder.log" 2>&1 && nice ninja -C "$folder" >>"$folder.log" 2>&1 ||
        { tail -n 20 "$folder.log"; return 1; }
}
compared() { built "$@" && alike "$work/$1/entente" '*'; }
by_node() {
    printf '#!/bin/sh\nexec node %s "$@"\n' "$PWD/build/npm/package/bin/entente.cjs" >"$work/by-node"
    chmod +x "$work/by-node"
    # The case is made by acts that lock files, the program's own chains speak of what a module lacks; tests/reach tries those.
    alike "$work/by-node" 'merge-*' 'diff-*' 'text-*' 'brackets-*' 'timetable-*' 'bargain-*' 'spatial-*' 'statements-*'
}
compilers=()
for name in gcc clang gcc-{11..15} clang-{13..22}; do
    path=$(command -v "$name") || continue
    case " ${compilers[*]} " in *"=$(realpath "$path") "*) ;; *) compilers+=("$name=$(realpath "$path")") ;; esac
done
echo "1..$((2 * ${#compilers[@]} + 2))"
count=0
for compiler in "${compilers[@]%%=*}"; do
    for level in 0 3; do
        gate $((count += 1)) "$compiler -O$level gives the same bytes" compared "$compiler-$level" "$compiler" -Doptimization=$level
    done
done
gate $((count += 1)) "linked to the shared library the program gives the same bytes" compared shared gcc -Dshared=true
if [ -f build/npm/package/bin/entente.cjs ]; then
    gate $((count += 1)) "as WebAssembly, with addresses of 32 bits, it gives the same bytes" by_node
else
    echo "ok $((count += 1)) # SKIP no package in build/npm"
fi
