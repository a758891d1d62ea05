#!/bin/bash
# What somebody wrote into a case by hand stays out of its record; both verifiers say so.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
exec python3 tests/cli/case_trust.py "$ENTENTE" "$(size 60 10000)"
