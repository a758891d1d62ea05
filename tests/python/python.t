#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# The Python module over the library that was built, with the system's own python3 and nothing installed.
cd "$(dirname "$0")/../.." || exit 1
python=/usr/bin/python3
[ -x "$python" ] || python=python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build=${ENTENTE_BUILD:-$PWD/build/gcc}
python3 -B tools/mirror-headers.py --probe >"$work/probe.c" &&
    cc -Iinclude "$work/probe.c" -L"$build" -lentente -Wl,-rpath,"$build" -o "$work/probe" && "$work/probe" >"$work/probe.txt"
export ENTENTE_LIBRARY=$build/libentente.so.0 PYTHONPATH=$PWD/python PYTHONDONTWRITEBYTECODE=yes
exec "$python" tests/python/module.py "$work" "${ENTENTE:-$build/entente}"
