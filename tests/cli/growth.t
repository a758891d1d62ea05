#!/bin/bash
# Large inputs take time in the measure of their size: each answer comes within seconds of CPU, and is right.
exec python3 "$(dirname "$0")/growth.py" "$ENTENTE"
