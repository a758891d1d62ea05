#!/bin/bash
# Comments are threads with their party and their state in every form, and in the Word file that is written.
. "$(dirname "$0")/../gates/gate.sh"
docx=$root/../shared/data/faults/docx
if [ -d "$docx" ]; then pairs=("$docx"); else pairs=(); fi
echo 1..1
gate 1 "comments of three files" python3 tests/cli/comments.py "$ENTENTE" "$(size 30 1000)" "${pairs[@]}"
