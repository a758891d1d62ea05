#!/bin/bash
# What a Word draft changes beside its words is carried or named, never dropped silently.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/unmerged.py" "$ENTENTE" "${ENTENTE_SHARED:-$here/../../../shared}/oracles/docx_lint.py"
