#!/bin/bash
# A backup is the case as it stood at one moment, whoever was writing, and restores by being used.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/backup.py "$ENTENTE" "$(size 4 100)"
