#!/bin/bash
# A draft that is no copy of its base is never merged as a deletion of the rest.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/fragments.py "$ENTENTE" "$(size 8 200)"
