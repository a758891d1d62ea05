#!/bin/bash
# Computed labels of generated lists beside LibreOffice's.
root=$(cd "$(dirname "$0")/../.." && pwd)
shared=${ENTENTE_SHARED:-$root/../shared}
if [ ! -d "$shared/oracles" ] || ! command -v soffice >/dev/null; then
    echo "1..0 # SKIP no oracles here"
    exit 0
fi
exec /usr/bin/python3 "$root/tests/oracles/docx_labels.py" "$ENTENTE" "$shared"
