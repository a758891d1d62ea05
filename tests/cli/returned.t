#!/bin/bash
# Texts in brackets that were edited in Word and sent back, with the right answer known. ENTENTE_CASES: how many.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/returned.py "$ENTENTE" "${ENTENTE_CASES:-$(size 4 1500)}"
