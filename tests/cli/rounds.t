#!/bin/bash
# A case from base to base with texts made at random, read by another reader. ENTENTE_CASES: how many.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/rounds.py "$ENTENTE" "${ENTENTE_CASES:-$(size 4 400)}"
