#!/bin/bash
# Reading .docx beside goldens, pandoc, LibreOffice and a small resolver.
root=$(cd "$(dirname "$0")/../.." && pwd)
shared=${ENTENTE_SHARED:-$root/../shared}
if [ ! -d "$shared/oracles" ]; then
    echo "1..0 # SKIP no real files here"
    exit 0
fi
exec /usr/bin/python3 "$root/tests/oracles/docx_read.py" "$ENTENTE" "$shared"
