#!/bin/bash
# How cases, folders and outputs come onto the disk.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
exec python3 tests/cli/case_files.py "$ENTENTE" "$(size 10 100)"
