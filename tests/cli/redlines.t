#!/bin/bash
# Redlines of texts made at random, read back by another reader. ENTENTE_CASES: how many.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/redlines.py "$ENTENTE" "${ENTENTE_CASES:-$(size 500 10000)}"
