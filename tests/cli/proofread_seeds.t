#!/bin/bash
# Errors of every kind, put into clean texts one at a time, are found; of the clean texts nothing is said.
. "$(dirname "$0")/../gates/gate.sh"
echo 1..1
spread=$([ -n "${ENTENTE_NIGHTLY:-}" ] || echo --spread)
# shellcheck disable=SC2086
gate 1 "errors put into clean texts are found" \
    python3 "$(dirname "$0")/proofread_seeds.py" --bounds --seeds "$(size 4 30)" $spread
