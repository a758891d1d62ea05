#!/bin/bash
# What must be forgotten goes for good, and the record still holds and says so.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
exec python3 tests/cli/forget.py "$ENTENTE"
