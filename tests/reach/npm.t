#!/bin/bash
# The npm package, as another program meets it. It is built by tools/build-wasm.sh and tools/pack-npm.sh.
. "$(dirname "$0")/../gates/gate.sh"
[ -f build/npm/package/dist/entente.wasm ] || { echo "1..0 # SKIP no package in build/npm; tools/build-wasm.sh builds it"; exit 0; }
exec node tests/reach/npm.mjs build/npm/package examples/ardel/plan "$ENTENTE"
