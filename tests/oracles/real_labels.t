#!/bin/bash
# The numbers of real Word files beside LibreOffice's, and after LibreOffice has saved them again.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/gates/gate.sh"
shared=${ENTENTE_SHARED:-$root/../shared}
if [ ! -d "$shared/oracles" ] || ! command -v soffice >/dev/null; then
    echo "1..0 # SKIP no oracles here"
    exit 0
fi
exec /usr/bin/python3 "$root/tests/oracles/real_labels.py" "$ENTENTE" "$shared" "$(size 15 1000)"
