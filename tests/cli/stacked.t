#!/bin/bash
# Tracked changes of several authors on top of one another.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/stacked.py "$ENTENTE" "$(size 40 1000)"
