#!/bin/bash
# The workbench in a real browser: three rounds played by four people, looks and access, stored markup.
# playwright-core and axe-core lie in a folder that ENTENTE_BROWSER_MODULES or NODE_PATH names.
. "$(dirname "$0")/../gates/gate.sh"
cheap_passphrases
export ENTENTE_PRELOAD="${LD_PRELOAD:-}" # for the server alone, not for the browser
unset LD_PRELOAD
skip() { echo "1..0 # SKIP $1"; exit 0; }
[ -z "${ENTENTE_QUICK:-}" ] || skip "played in the full form"
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "no Chromium here"
command -v node >/dev/null || skip "no Node here"
"$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server" && skip "built without the server"
found() { node -e 'import(process.argv[1]).then((s) => process.exit(s.module("playwright-core") && s.module("axe-core") ? 0 : 1))' "$root/tests/serve/stage.mjs"; }
found || skip "playwright-core and axe-core are not there (npm install them in a folder, and say it in ENTENTE_BROWSER_MODULES)"
echo 1..3
gate 1 "three rounds, four people" node tests/serve/play.mjs
gate 2 "looks, access, keyboard, without script" node tests/serve/looks.mjs
gate 3 "stored markup" node tests/serve/markup.mjs "$(size 3000 100000)"
