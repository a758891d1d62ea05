#!/bin/bash
# Words struck through by hand in a Word draft are deletions, what stands beside them insertions.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/struck.py "$ENTENTE" "$(size 60 2000)"
