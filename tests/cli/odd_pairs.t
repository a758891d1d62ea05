#!/bin/bash
# Redlines over odd Word files, read back.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/odd_pairs.py "$ENTENTE" "$(size 20 400)" "$(docx_checker)"
