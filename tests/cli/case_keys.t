#!/bin/bash
# Passphrases from any system open their keys; keys are exchanged by their holder alone; what is sealed goes to keys that are known.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
python3 tests/cli/case_keys.py "$ENTENTE"
