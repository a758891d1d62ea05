#!/bin/bash
# Layers, house rules, format: the quick gates.
. "$(dirname "$0")/gate.sh"
echo 1..4
gate 1 "arrows between rooms point down" python3 tools/check-layers.py
gate 2 "the sources keep the house rules" python3 tools/check-source.py
sources() { git ls-files -co --exclude-standard '*.c' '*.h'; }
formatted() { sources | xargs clang-format --dry-run -Werror; }
gate 3 "clang-format has nothing to change" formatted
alone() {
    for header in $(git ls-files -co --exclude-standard 'src/*.h' 'include/*.h'); do
        echo "#include \"$root/$header\"" |
            cc -std=c17 -D_GNU_SOURCE -Isrc -Iinclude -Wall -Werror -fsyntax-only -x c - || return 1
    done
}
gate 4 "every header compiles alone" alone
