#!/bin/bash
# One look written in many ways, made at random; see same_looks.py.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/same_looks.py "$ENTENTE" "$(size 60 2000)"
