#!/bin/bash
# Replays every fuzz corpus, with the sanitised targets where they are built.
root=$(cd "$(dirname "$0")/.." && pwd)
build=${ENTENTE_BUILD:-$root/build/gcc}
[ -d "$root/build/sanitised/fuzz" ] && [ -z "${ENTENTE_QUICK:-}" ] && build=$root/build/sanitised
number=0
for corpus in "$root"/fuzz/corpus/*/; do
    name=$(basename "$corpus")
    number=$((number + 1))
    if output=$(find "$corpus" -type f -print0 | sort -z | xargs -0 -r "$build/fuzz/fuzz-$name" 2>&1); then
        echo "ok $number - $name: $(echo "$output" | tail -n 1)"
    else
        echo "$output" | tail -n 30 | sed 's/^/# /'
        echo "not ok $number - $name"
    fi
done
echo "1..$number"
