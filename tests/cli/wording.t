#!/bin/bash
# A wording at an open place makes the party's next draft; see wording.py.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/wording.py "$ENTENTE" "$(size 4 300)"
