#!/bin/bash
# docs/embedding.md: the same program in C, C++, Python and JavaScript is built, run, and says the same.
cd "$(dirname "$0")/../.." || exit 1
build=${ENTENTE_BUILD:-$PWD/build/gcc}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
number=0
say() { number=$((number + 1)); if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi; }
package=$PWD/build/npm/package
[ -f "$package/dist/entente-merge.wasm" ] || package=
[ -n "$package" ] && echo 1..6 || echo 1..5
printf 'The Parties report within 30 days.\n' >"$work/base.md"
printf 'The Parties report within 14 days.\n' >"$work/a.md"
printf 'The Parties report in public within 30 days.\n' >"$work/b.md"
for ending in md docx; do
    (cd "$work" && "${ENTENTE:-$build/entente}" merge base.md A=a.md B=b.md -o wanted.$ending 2>/dev/null)
done
same() { cmp "$work/said" "$work/wanted.md" && cmp "$work/out.docx" "$work/wanted.docx" && rm "$work/out.docx"; }
flags=(-Wall -Wextra -Werror -Iinclude -L"$build" -lentente -Wl,-rpath,"$build")
cc -std=c17 examples/embedding/merge.c "${flags[@]}" -o "$work/c" && "$work/c" "$work" >"$work/said" && same
say $? "in C"
c++ -std=c++17 examples/embedding/merge.cc "${flags[@]}" -o "$work/cc" && "$work/cc" "$work" >"$work/said" && same
say $? "in C++"
ENTENTE_LIBRARY=$build/libentente.so.0 PYTHONPATH=python /usr/bin/python3 -B examples/embedding/merge.py "$work" >"$work/said" && same
say $? "in Python"
# What the page shows stands in the programs.
! sed -n '/^```\(c\|cpp\|js\|python\)$/,/^```$/p' docs/embedding.md | grep -vE '^```' | grep -oE 'entente_[a-z_]+\(|ENTENTE_[A-Z]+|entente\.[a-z_]+\(' | sort -u |
    while read -r name; do grep -rqF "${name%(}" include python/entente || echo "$name"; done | grep .
say $? "the names on the page are those of the door"
! grep -oE '\]\(\.\./[^)#]+' docs/embedding.md | sed 's/.*(\.\.\///' | while read -r path; do [ -e "$path" ] || echo "$path"; done | grep .
say $? "and its links lead somewhere"
[ -z "$package" ] || {
    mkdir -p "$work/node_modules" && ln -s "$package" "$work/node_modules/entente" && cp examples/embedding/merge.mjs "$work" &&
        node "$work/merge.mjs" "$work" >"$work/said" && same
    say $? "in JavaScript"
}
