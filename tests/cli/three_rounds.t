#!/bin/bash
# The three rounds of docs/three-rounds.md, command by command.
root=$(cd "$(dirname "$0")/../.." && pwd)
export ENTENTE=${ENTENTE:-$root/build/gcc/entente}
exec python3 "$root/tests/cli/worked_bargain.py" "$root/docs/three-rounds.md" "$root/examples/ardel"
