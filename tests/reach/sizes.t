#!/bin/bash
# Sizes and start-up of the modules, the package and the page do not grow unseen: beside the last figures, with a tenth to spare.
# Who makes them larger on purpose says so here.
. "$(dirname "$0")/../gates/gate.sh"
[ -f build/wasm/entente.html ] || { echo "1..0 # SKIP nothing in build/wasm; tools/build-wasm.sh builds it"; exit 0; }
exec node tests/reach/sizes.mjs
