#!/bin/bash
# Acts: their time, signatures, secrets and names; cases that can only be read.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
exec python3 tests/cli/case_acts.py "$ENTENTE" "$(size 12 120)"
