#!/bin/bash
# A plan is answered in other words over several rounds; every subject stays one place.
. "$(dirname "$0")/../gates/gate.sh"
echo 1..1
gate 1 "28 points, then 24, then 20: one history of each subject" python3 tests/cli/counter_drafts.py "$ENTENTE" "$(size 4 60)"
