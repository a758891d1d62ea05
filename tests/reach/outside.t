#!/bin/bash
# What comes from outside, by the npm package's command line: the tests of tests/cli/outside.t. At night; it starts Node some 180 times.
. "$(dirname "$0")/../gates/gate.sh"
[ -f build/npm/package/bin/entente.cjs ] || { echo "1..0 # SKIP no package in build/npm; tools/build-wasm.sh builds it"; exit 0; }
[ -n "${ENTENTE_NIGHTLY:-}" ] || { echo "1..0 # SKIP ./check --nightly runs it"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '#!/bin/sh\nexec node %s "$@"\n' "$PWD/build/npm/package/bin/entente.cjs" >"$work/entente"
chmod +x "$work/entente"
ENTENTE_BY_NODE=yes ENTENTE=$work/entente tests/cli/outside.t
