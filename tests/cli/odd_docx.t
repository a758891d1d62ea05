#!/bin/bash
# Odd .docx files in several frames: what they say with all changes accepted, rejected, and by author.
exec python3 "$(dirname "$0")/odd_docx.py" "$ENTENTE"
