#!/bin/bash
# Files that once came out wrong; see faults.py.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/faults.py "$ENTENTE" "$(docx_checker)"
