#!/bin/bash
# Tampering with a record is found and located, by both verifiers. ENTENTE_TRIALS=10000 for all of it.
cd "$(dirname "$0")/../.." || exit 1
python3 tests/casefile/tamper.py "$ENTENTE" "${ENTENTE_TRIALS:-300}"
