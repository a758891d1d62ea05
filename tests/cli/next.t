#!/bin/bash
# The next base of texts made at random, read by another reader. ENTENTE_CASES: how many.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/next.py "$ENTENTE" "${ENTENTE_CASES:-$(size 25 2000)}"
