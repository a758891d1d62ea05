#!/bin/bash
# Numbers of lists beside docxodus, which follows the format where LibreOffice does not; see docxodus_labels.py.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/gates/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if ! command -v npm >/dev/null || ! (cd "$folder" && timeout 300 npm install --silent --no-audit --no-fund docxodus@12.6.2 >/dev/null 2>&1); then
    echo "1..0 # SKIP docxodus cannot be installed here"
    exit 0
fi
python3 "$root/tests/oracles/docxodus_labels.py" "$ENTENTE" "$folder" "$(size 60 600)"
