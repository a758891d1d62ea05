#!/bin/bash
# Every word of a Markdown source is in every form that the verbs make of it, and no unit stands there without its name.
. "$(dirname "$0")/../gates/gate.sh"
here=$(dirname "$0")
files=("$root"/examples/ardel/*/*.md "$root"/fuzz/corpus/markdown/{all,nested}.md)
for file in "$root"/../shared/data/faults/reading/*.md "$root"/../shared/data/brackets/*.md; do
    if [ -f "$file" ]; then files+=("$file"); fi
done
docx=$root/../shared/data/faults/docx
if [ -d "$docx" ]; then pairs=("$docx"); else pairs=(); fi
echo 1..3
gate 1 "sources made of all constructs" python3 "$here/words.py" "$ENTENTE" "$(size 40 2000)"
gate 2 "sources of others" python3 "$here/words.py" "$ENTENTE" 0 "${files[@]}"
gate 3 "signs, notes and links of Word files" python3 "$here/words_docx.py" "$ENTENTE" "${pairs[@]}"
