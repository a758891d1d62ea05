#!/bin/bash
# What the rooms' tests and the replayed corpora run of the sources: a figure to read, not to chase.
# The tests of the command line run a program that does not count (tests/support/uncounted.c).
. "$(dirname "$0")/gate.sh"
build=build/sanitised
if ! command -v gcovr >/dev/null || [ -z "$(find "$build" -name '*.gcda' -print -quit 2>/dev/null)" ]; then
    echo "1..0 # SKIP no counters: ./check builds and runs the programs that write them"
    exit 0
fi
echo 1..1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
counted() {
    gcovr --root . --filter 'src/' --exclude 'src/cli/' --gcov-executable "llvm-cov-$(clang -dumpversion | cut -d. -f1) gcov" \
        --object-directory "$build" -j 2 --json-summary "$work/summary.json" "$build" || return 1
    jq -r '"coverage by the rooms'"'"' tests and corpora: \(.line_percent) % of \(.line_total) lines, \(.branch_percent) % of \(.branch_total) branches"' \
        "$work/summary.json" >"$work/figure"
    jq -e '.line_total > 0' "$work/summary.json"
}
gate 1 "the lines and branches that tests run are counted" counted
cat "$work/figure" >&2
