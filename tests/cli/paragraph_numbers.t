#!/bin/bash
# Every paragraph bears its number, in the base's reading and each party's.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/paragraph_numbers.py "$ENTENTE" "$(size 40 1000)"
