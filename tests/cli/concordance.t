#!/bin/bash
# One text in four languages: a difference put into one version is found, and nothing else.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 "$(dirname "$0")/concordance.py" "${ENTENTE:-build/gcc/entente}" "$(size 1 20)"
