#!/bin/bash
# What a program counts anew (page numbers, contents, dates of printing) is nobody's wording.
. "$(dirname "$0")/../gates/gate.sh"
exec python3 tests/cli/computed.py "$ENTENTE"
