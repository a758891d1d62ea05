#!/bin/bash
# Tables of comments and of columns: as drafts wherever a party's draft is given.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/tables.py "$ENTENTE" "$(size 1 20)"
