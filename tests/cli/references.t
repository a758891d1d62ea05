#!/bin/bash
# References of a Word text follow what they lead to in the next base. ENTENTE_CASES: how many.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/references.py "$ENTENTE" "${ENTENTE_CASES:-$(size 3 600)}"
