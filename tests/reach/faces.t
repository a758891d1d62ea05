#!/bin/bash
# Every verb on every face that is here, byte for byte beside the native program.
. "$(dirname "$0")/../gates/gate.sh"
[ -f build/npm/package/dist/entente.wasm ] || { echo "1..0 # SKIP no package in build/npm; tools/build-wasm.sh builds it"; exit 0; }
ENTENTE_FILES=${ENTENTE_FILES:-$(size 6 40)} exec node tests/reach/faces.mjs build/wasm/entente.html build/npm/package "$ENTENTE" . "${ENTENTE_SHARED:-$root/../shared}"
