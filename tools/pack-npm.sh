#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Makes the npm package in build/npm of what tools/build-wasm.sh built: the folder build/npm/package and,
# where npm is installed, entente-VERSION.tgz beside it. Publishing it is a person's act.
set -eu
cd "$(dirname "$0")/.."
from=build/wasm/out to=build/npm/package
rm -rf build/npm && mkdir -p "$to/dist" "$to/bin"
cp npm/package.json npm/index.js npm/index.d.ts npm/engine.js npm/README.md LICENSE "$to/"
cp npm/bin/*.cjs "$to/bin/"
cp "$from"/entente.wasm "$from"/entente-merge.wasm "$to/dist/"
cp "$from/entente.js" "$to/dist/entente.cjs"
for glue in entente entente-merge; do
    # The glue is a function in a script; here it is a module that gives it.
    { cat "$from/$glue.js" && echo "export default Entente;"; } >"$to/dist/$glue.js"
done
cat build/wasm/library/NOTICE >"$to/NOTICE"
version=$(sed -nE "s/^ *version: '([0-9.]+)',.*/\1/p" meson.build | head -n 1)
sed -i "s/\"version\": \"[^\"]*\"/\"version\": \"$version\"/" "$to/package.json"
! command -v npm >/dev/null || (cd build/npm && npm pack --silent ./package >/dev/null)
