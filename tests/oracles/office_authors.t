#!/bin/bash
# LibreOffice decides our redlines by its own commands, author by author.
. "$(dirname "$0")/../gates/gate.sh"
shared=${ENTENTE_SHARED:-$root/../shared}
if [ ! -d "$shared/oracles" ] || ! command -v soffice >/dev/null; then
    echo "1..0 # SKIP no LibreOffice or no real files here"
    exit 0
fi
exec /usr/bin/python3 tests/oracles/office_authors.py "$ENTENTE" "$shared" "$(size 3 50)"
