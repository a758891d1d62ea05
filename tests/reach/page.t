#!/bin/bash
# The offline page in a real Chromium with the network cut. NODE_PATH: where playwright-core and axe-core are.
. "$(dirname "$0")/../gates/gate.sh"
[ -f build/wasm/entente.html ] || { echo "1..0 # SKIP no page in build/wasm; tools/build-wasm.sh and tools/build-page.mjs build it"; exit 0; }
node -e 'require("playwright-core"); require.resolve("axe-core/axe.min.js")' 2>/dev/null && [ -x "${CHROMIUM:-/usr/bin/chromium}" ] ||
    { echo "1..0 # SKIP no playwright-core, axe-core or chromium here"; exit 0; }
exec node tests/reach/page.mjs build/wasm/entente.html examples/ardel/plan "$ENTENTE"
