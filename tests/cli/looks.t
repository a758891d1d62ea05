#!/bin/bash
# What looks the same is no change, however it is written; what looks otherwise is told.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/looks.py "$ENTENTE"
