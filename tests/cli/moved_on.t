#!/bin/bash
# Words that one author moved and another changed in their new place; see moved_on.py.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/moved_on.py "$ENTENTE" "$(size 40 1000)"
