#!/bin/bash
# What a Word draft changes beside its words is carried or named, never dropped silently.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/unmerged.py "$ENTENTE" "$(docx_checker)"
