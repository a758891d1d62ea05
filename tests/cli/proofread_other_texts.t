#!/bin/bash
# Errors put into the licences that stand on this system: they are found, and hardly anything else is told.
. "$(dirname "$0")/../gates/gate.sh"
folder=/usr/share/common-licenses
[ -f $folder/MPL-2.0 ] && [ -f $folder/GPL-3 ] || { echo "1..0 # skip: no licences here"; exit 0; }
exec python3 "$(dirname "$0")/proofread_other_texts.py" "${ENTENTE:-build/gcc/entente}" 11 "$(size 1 8)" $folder/MPL-2.0 $folder/MPL-1.1 $folder/GPL-3 $folder/Apache-2.0
