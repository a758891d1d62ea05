#!/bin/bash
# The worked case of docs/worked-mediator.md, command by command.
root=$(cd "$(dirname "$0")/../.." && pwd)
export ENTENTE=${ENTENTE:-$root/build/gcc/entente}
exec python3 "$root/tests/cli/worked_bargain.py" "$root/docs/worked-mediator.md" "$root/examples/ardel"
