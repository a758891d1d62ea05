#!/bin/bash
# Marks of writing direction in a party's words turn nobody else's, and the words read back as they were.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/direction.py" "$ENTENTE"
