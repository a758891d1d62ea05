#!/bin/bash
# Hostile files: one clear line each, exit 2 or 3, nothing written, under 1 s and 256 MB.
exec python3 "$(dirname "$0")/hostile_docx.py" "$ENTENTE"
