#!/bin/bash
# Redlines of texts made at random, read back by another reader. ENTENTE_CASES: how many.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/redlines.py" "$ENTENTE" "${ENTENTE_CASES:-500}"
