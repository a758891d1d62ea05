#!/bin/bash
# The pages of the interface: made from the headers without a complaint, and each public function is told.
. "$(dirname "$0")/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 1..2
made() {
    { cat docs/api/Doxyfile && echo "OUTPUT_DIRECTORY = $folder"; } | doxygen - >"$folder/said" 2>&1
    cat "$folder/said"
    [ -f "$folder/html/index.html" ] && [ ! -s "$folder/said" ]
}
gate 1 "doxygen follows every header" made
told() { # "Detailed" words of a function stand in the paragraphs of its page
    python3 - "$folder/html" <<'PYTHON'
import glob, re, sys
pages = "".join(open(path, encoding="utf-8").read() for path in glob.glob(sys.argv[1] + "/*_8h.html"))
symbols = re.findall(r"^\s*(entente_\w+)", open("docs/symbols.txt").read(), flags=re.M)
assert len(symbols) > 30, symbols
bare = [s for s in symbols if not re.search(r'<td class="memname">[^<]*(?:<a[^>]*>[^<]*</a>[^<]*)*\b%s\b(?:(?!memname).)*?<div class="memdoc">\s*<p>' % s, pages, re.S)]
print("\n".join(bare))
sys.exit(bool(bare))
PYTHON
}
gate 2 "every public function has its words there" told
