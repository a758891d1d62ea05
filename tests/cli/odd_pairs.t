#!/bin/bash
# Redlines over odd Word files, read back.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/odd_pairs.py" "$ENTENTE" 40 "${ENTENTE_SHARED:-$here/../../../shared}/oracles/docx_lint.py"
