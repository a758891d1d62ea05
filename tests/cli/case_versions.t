#!/bin/bash
# Cases of format 1 are read as they are and become format 2 with the first act; checkpoints are missed when they go.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
python3 tests/cli/case_versions.py "$ENTENTE"
