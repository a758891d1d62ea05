#!/bin/bash
# `entente brackets`: its counts agree with an independent count of the raw text, and it never refuses.
root=$(cd "$(dirname "$0")/../.." && pwd)
entente=${ENTENTE:-$root/build/gcc/entente}
shared=${ENTENTE_SHARED:-$root/../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
report() { # truth, name
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}
cat >"$work/count.py" <<'PYTHON'
import json, subprocess, sys
text = open(sys.argv[2], encoding="utf-8", errors="replace", newline="").read()
stack, unmatched, depth, line, column = [], [], 0, 1, 0
for c in text:
    column += 1
    if c == "[": stack.append((line, column, "open")); depth = max(depth, len(stack))
    if c == "]" and not stack: unmatched.append((line, column, "close"))
    elif c == "]": stack.pop()
    if c == "\n": line, column = line + 1, 0
want = [text.count("["), text.count("]"), depth, sorted(unmatched + stack)]
found = json.loads(subprocess.run([sys.argv[1], "brackets", "--json", sys.argv[2]], capture_output=True).stdout)
have = [found["open"], found["close"], found["depth"], sorted((u["line"], u["column"], u["kind"]) for u in found["unmatched"])]
print("#", sys.argv[2].split("/")[-1], have[:3], len(have[3]), "unmatched,", len(found["slots"]), "slots"); sys.exit(want != have)
PYTHON
printf '1. Each [Party][State] may [act.\n\n2. \xc3\xa9]] [x]\n' >"$work/plain.txt"
printf 'broken \xff\xc3 here [a\n]b] \xe2\x82 [\0]\n' >"$work/broken.txt"
printf '# T\n\n- [ ] task [link](http://x.y) \\[no\\]\n\n[^1]: note ]\n' >"$work/marks.md"
printf '\xef\xbb\xbf[' >"$work/mark-only.md"
: >"$work/empty.txt"
head -c 20000 /dev/zero | tr '\0' '[' >"$work/deep.txt"
for file in "$work"/{plain.txt,broken.txt,marks.md,empty.txt,deep.txt}; do
    python3 "$work/count.py" "$entente" "$file"
    report $? "the count of $(basename "$file") agrees"
done
"$entente" brackets "$work/mark-only.md" >"$work/out" 2>&1 && grep -q 'line 1, column 1: "\["' "$work/out"
report $? "a byte order mark is no column"
if [ -d "$shared/data/brackets" ]; then
    for file in "$shared"/data/brackets/*; do
        python3 "$work/count.py" "$entente" "$file"
        report $? "the count of $(basename "$file") agrees"
    done
else
    echo "# the real texts are not here"
fi
"$entente" brackets --check "$work/plain.txt" >/dev/null 2>&1
[ $? = 1 ]
report $? "--check says no to an unmatched bracket"
"$entente" brackets "$work/broken.txt" 2>/dev/null | grep -q 'line 1, column 8: broken UTF-8'
report $? "broken UTF-8 is reported with its place"
"$entente" brackets "$work/plain.txt" -o "$work/columns.docx" 2>/dev/null
unzip -p "$work/columns.docx" word/document.xml 2>/dev/null | grep -q "<w:tbl>"
report $? "in Word it stands in columns"
"$entente" brackets 2>/dev/null
[ $? = 2 ]
report $? "without a file it says so"
echo "1..$number"
