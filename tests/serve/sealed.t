#!/bin/bash
# A party's page that seals, opens and signs by itself, in a real browser: with what tools/build-wasm.sh built, or ENTENTE_WASM names.
# The keys that it makes are dear ones, as everywhere outside of tests.
. "$(dirname "$0")/../gates/gate.sh"
skip() { echo "1..0 # SKIP $1"; exit 0; }
export ENTENTE_WASM="${ENTENTE_WASM:-$root/build/wasm/out}"
[ -z "${ENTENTE_QUICK:-}" ] || skip "played in the full form"
[ -f "$ENTENTE_WASM/entente-vault.wasm" ] || skip "no module here (tools/build-wasm.sh)"
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "no Chromium here"
command -v node >/dev/null || skip "no Node here"
"$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server" && skip "built without the server"
node -e 'import(process.argv[1]).then((s) => process.exit(s.module("playwright-core") ? 0 : 1))' "$root/tests/serve/stage.mjs" ||
    skip "playwright-core is not there (npm install it in a folder, and say it in ENTENTE_BROWSER_MODULES)"
echo 1..1
gate 1 "sealed in the page" node tests/serve/sealed.mjs
