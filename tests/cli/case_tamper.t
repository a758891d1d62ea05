#!/bin/bash
# Tampering with a record is found and located, by both verifiers.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
python3 tests/casefile/tamper.py "$ENTENTE" "$(size 120 10000)"
