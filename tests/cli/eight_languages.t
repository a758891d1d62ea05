#!/bin/bash
# One agreement in eight languages: a difference put into one version is found, and nothing else.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 "$(dirname "$0")/eight_languages.py" "${ENTENTE:-build/gcc/entente}" "$(size 20 200)"
