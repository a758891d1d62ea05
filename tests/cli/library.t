#!/bin/bash
# The library as another program finds it: installed, by pkg-config, from C and from C++.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..5
say() { if [ "$1" = 0 ]; then echo "ok $2 - $3"; else echo "not ok $2 - $3"; fi; }
meson install -C "$ENTENTE_BUILD" --no-rebuild --quiet --destdir "$work/root" >"$work/log" 2>&1 || sed 's/^/# /' "$work/log"
found=$(find "$work/root" -name entente.pc)
libraries=$(dirname "$(dirname "$found")")
export PKG_CONFIG_PATH=${found%/*} PKG_CONFIG_SYSROOT_DIR=$work/root LD_LIBRARY_PATH=$libraries
flags=$(pkg-config --cflags --libs entente)
plan=examples/ardel/plan
drafts=(Velmark=$plan/velmark.docx Tarsen=$plan/tarsen.docx Nereth=$plan/nereth.md)
"$ENTENTE" merge $plan/base.docx "${drafts[@]}" -o "$work/wanted.md" 2>/dev/null
for language in c c++; do
    number=$((number + 1))
    # shellcheck disable=SC2086
    cc -x $language -Wall -Wextra -Werror examples/library/join.c -x none $flags -o "$work/join" &&
        "$work/join" $plan/base.docx "${drafts[@]}" >"$work/given.md" 2>/dev/null
    [ $? = 1 ] && cmp "$work/given.md" "$work/wanted.md"
    say $? $number "a program in $language merges through the public door as the command line does"
done
others=$(nm -D --defined-only "$libraries/libentente.so" | grep -v ' entente_' | grep -c ' [TDBR] ')
[ "$others" = 0 ]
say $? 3 "the library shows no name of its own but entente_"
nm -D --defined-only "$libraries/libentente.so" | awk '$3 ~ /^entente_/ { print $3 }' | sort | diff docs/symbols.txt - >"$work/names" &&
    sed -n 's/^ \(entente_[a-z0-9_]*\)@.*/\1/p' debian/libentente0.symbols | diff docs/symbols.txt - >"$work/names"
say $? 4 "the library shows the names that docs/symbols.txt and debian/libentente0.symbols list, and no others"
sed 's/^/# /' "$work/names"
# A function of the door stands under a comment; the sign of the library begins its declaration.
undocumented=$(awk '/^ENTENTE_API/ && before !~ /^\/\// { print FILENAME ": " $0 } { before = $0 }' include/entente/*.h)
[ -z "$undocumented" ]
say $? 5 "every public function says what it does"
[ -z "$undocumented" ] || echo "$undocumented" | sed 's/^/# /'
