#!/bin/bash
# Blind acceptance: what one party marks no other sees, and only what all could accept is told.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
exec python3 tests/cli/accept.py "$ENTENTE"
