#!/bin/bash
# Every verb from Python and, where it was built, on the Windows program under wine, byte for byte beside the native program.
. "$(dirname "$0")/../gates/gate.sh"
python=/usr/bin/python3
[ -x "$python" ] || python=python3
export ENTENTE_LIBRARY="${ENTENTE_BUILD:-$root/build/gcc}/libentente.so.0" PYTHONDONTWRITEBYTECODE=yes
exec "$python" tests/reach/desks.py "$ENTENTE" "${ENTENTE_FILES:-$(size 6 40)}"
