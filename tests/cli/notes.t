#!/bin/bash
# Notes stand in one line a party and kind; --notes says each; JSON has both; pages fold them.
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/notes.py" "$ENTENTE"
