#!/bin/bash
# The module of pages that seal by themselves, as an installed program finds it; and what the page says without it.
. "$(dirname "$0")/../gates/gate.sh"
skip() { echo "1..0 # SKIP $1"; exit 0; }
[ -z "${ENTENTE_QUICK:-}" ] || skip "installed in the full form"
command -v meson >/dev/null || skip "no meson here"
"$ENTENTE" serve /nowhere 2>&1 | grep -q "built without the server" && skip "built without the server"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..1
gate 1 "installed" python3 tests/serve/installed.py "$work"
