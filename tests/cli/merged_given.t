#!/bin/bash
# A merged text given where one party's text is wanted: its readings are read one by one, or it is refused.
. "$(dirname "$0")/../gates/gate.sh"
here=$(dirname "$0")
echo 1..1
gate 1 "drafts with limits of their own, merged in every form" python3 "$here/merged_given.py" "$ENTENTE" "$(size 8 200)"
