#!/bin/bash
# Every gate of the house is shown a house with one fault: it must fail and say what, where and what to do.
. "$(dirname "$0")/gate.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
house=$folder/house
count=0
put() { mkdir -p "$(dirname "$house/$1")"; printf '%b' "$2" >"$house/$1"; }
build_house() { # two rooms, one with folders, and the papers that gates look at
    mkdir "$house"
    cp -r "$root/tools" "$house/tools"
    rm -rf "$house/tools/__pycache__"
    put src/base/str.h 'struct str {\n    int length;\n};\nint str_length(struct str str);\n'
    put src/base/str.c '#include "base/str.h"\nint str_length(struct str str)\n{\n    return str.length;\n}\n'
    put src/text/draft.h '#include "base/str.h"\nstruct draft {\n    struct str words;\n};\nint draft_length(struct draft draft);\n'
    put src/text/draft.c '#include "text/draft.h"\nint draft_length(struct draft draft)\n{\n    return str_length(draft.words);\n}\n'
    put src/exchange/plain/plain.c '#include "text/draft.h"\n'
    put src/exchange/docx/words.c '#include "text/draft.h"\n'
    put docs/ARCHITECTURE.md 'Map\n\n<!-- rooms: drawn by tools/draw-rooms.py -->\n<!-- rooms: end -->\n\nEnd\n'
    cp "$root/meson.build" "$house/"
    (cd "$house" && python3 -B tools/draw-rooms.py)
    cp -r "$house" "$folder/sound"
}
objects() { # compiles the house and lists its objects as meson does
    local commands="$house/build/compile_commands.json" source between=
    mkdir -p "$house/build"
    printf '[' >"$commands"
    for source in $(cd "$house" && find src -name '*.c'); do
        cc -I"$house/src" -c "$house/$source" -o "$house/build/$(echo "$source" | tr / _).o"
        printf '%s{"directory": "%s", "file": "%s", "output": "%s"}' "$between" "$house" "$source" \
            "$(echo "$source" | tr / _).o" >>"$commands"
        between=,
    done
    printf ']' >>"$commands"
}
passes() { # name, gate: the house as it is passes
    count=$((count + 1))
    if said=$(cd "$house" && python3 -B tools/$2 2>&1); then echo "ok $count - $1"; else
        printf '%s\n' "$said" | sed 's/^/# /' >&2
        echo "not ok $count - $1"
    fi
}
finds() { # name, gate, what its answer must hold: the house as it is fails
    count=$((count + 1))
    if ! said=$(cd "$house" && python3 -B tools/$2 2>&1) && grep -qE "$3" <<<"$said"; then echo "ok $count - $1"; else
        printf '%s\n' "$said" | sed 's/^/# /' >&2
        echo "not ok $count - $1"
    fi
    rm -rf "$house"
    cp -r "$folder/sound" "$house"
}
build_house
objects
for gate in check-layers.py 'check-calls.py build' check-names.py 'draw-rooms.py --check' measure-shape.py check-dependencies.py; do
    passes "a sound house passes $gate" "$gate"
done

put src/base/str.c '#include "base/str.h"\n#include "text/draft.h"\n'
finds "an arrow from a lower room to a higher one" check-layers.py '^src/base/str.c:2: base may not include text; .+'
put src/attic/old.c '\n'
finds "a room that is in no table" check-layers.py '^src/attic: the room attic is not in the layer table .*add it'
put src/exchange/attic/old.c '\n'
finds "a folder that is in no table" check-layers.py '^src/exchange/attic: the folder is not in the table INSIDE .*add it'
put src/text/attic/old.c '\n'
finds "a folder in a room without folders" check-layers.py '^src/text/attic: the folder is not in the table INSIDE'
put src/exchange/plain/plain.h '\n'
put src/exchange/docx/words.c '#include "text/draft.h"\n#include "exchange/plain/plain.h"\n'
finds "an arrow between two folders that the table does not grant" check-layers.py \
    '^src/exchange/docx/words.c:2: within exchange, docx may not include plain; .+'
sed -i 's/"plain": \[.*\],/"plain": ["markdown"],/' "$house/tools/check-layers.py"
finds "a table of folders that goes round in a circle" check-layers.py 'table of exchange goes round in a circle: markdown -> plain -> markdown'
put src/text/near.h '#include "text/far.h"\n'
put src/text/far.h '\n'
put src/text/far.c '#include "text/near.h"\n'
finds "two files that include one another, one by its .c" check-layers.py '^ *src/text/far.c:1 includes src/text/near.h'
put src/text/one.h '#include "text/two.h"\n'
put src/text/two.h '#include "text/three.h"\n'
put src/text/three.h '#include "text/one.h"\n'
finds "three files that include one another in turn" check-layers.py 'in a circle; move what they share into a file below them'

put src/text/one.c 'int two(void);\nint one(void);\nint one(void)\n{\n    return two();\n}\n'
put src/text/two.c 'int one(void);\nint two(void);\nint two(void)\n{\n    return one();\n}\n'
objects
finds "two files that call one another" 'check-calls.py build' 'src/text/one.c needs two of src/text/two.c'
put src/text/one.c 'int two(void);\nint one(void);\nint one(void)\n{\n    return two();\n}\n'
put src/text/two.c 'int three(void);\nint two(void);\nint two(void)\n{\n    return three();\n}\n'
put src/text/three.c 'extern const int table;\nint three(void);\nint three(void)\n{\n    return table;\n}\n'
put src/text/four.c 'int one(void);\nextern int (*const table)(void);\nint (*const table)(void) = one;\n'
objects
finds "four files in a circle, one through a table" 'check-calls.py build' 'src/text/four.c needs one of src/text/one.c'

put src/exchange/docx/words.c 'enum draft { NONE };\n'
finds "a tag that stands in two places" check-names.py \
    '^src/text/draft.h:2: struct draft is also enum draft in src/exchange/docx/words.c:1; name one .+'
put src/text/draft.c 'static const struct draft { int a; } drafts[1];\n'
finds "a tag defined with the table it serves" check-names.py 'struct draft is also struct draft in src/text/draft.c:1'
put src/text/inner.h 'int inner_length(int length);\n'
finds "a header that only its folder shares, under another name" check-names.py '^src/text/inner.h:1: .*call it NAME_parts.h'
put src/base/str_parts.h '\n'
put src/text/draft.c '#include "base/str_parts.h"\n'
finds "a folder's own header included from elsewhere" check-names.py '^src/base/str_parts.h:1: only its own folder .* but text does; .+'

put src/text/draft.c 'int text_likeness(int length);\nint text_likeness(int length)\n{\n    return length; // "likeness" may be said\n}\n'
finds "an everyday word where the field has its own" check-names.py '^src/text/draft.c:1: text_likeness: the field.s word for likeness is similarity'

put src/merge/merge.c '#include "text/draft.h"\n'
finds "a drawing that shows the rooms as they were" 'draw-rooms.py --check' 'run tools/draw-rooms.py'
put docs/ARCHITECTURE.md 'Map\n'
finds "a paper without the markers" 'draw-rooms.py --check' 'must stand once each'

put src/text/long.c "int long_one(void)\n{\n$(yes '    ;\n' | head -n 62 | tr -d '\n')}\n"
finds "a function that is too long" measure-shape.py '^src/text/long.c:2: long_one has 64 lines; cut it .+'
put src/text/deep.c 'int deep(void)\n{\n    if (1)\n        for (;;)\n            while (1)\n                if (1)\n                    do\n                        ;\n                    while (1);\n}\n'
finds "a function that nests too deep" measure-shape.py '^src/text/deep.c:2: deep nests 5 deep; give the inside .+'
put src/text/long.h "$(yes '\n' | head -n 601 | tr -d '\n')"
finds "a file that is too long" measure-shape.py '^src/text/long.h:1: the file has 601 lines; cut it .+'

sed -i "s/dependency('expat'),/&\n  dependency('curl'),/" "$house/meson.build"
finds "a library that the table does not know" check-dependencies.py '^meson.build: curl is not in tools/dependencies.tsv; add its line'
sed -i "/dependency('expat')/d" "$house/meson.build"
finds "a library that is no longer linked" check-dependencies.py '^tools/dependencies.tsv: expat is not asked for .*; take its line out'
sed -i 's/libexpat1-dev//' "$house/tools/install.sh"
finds "a library that is not installed for the build" check-dependencies.py '^tools/install.sh: libexpat1-dev is missing'
sed -i -E 's/^(expat\t[^\t]*\t)[^\t]*/\19999.0/' "$house/tools/dependencies.tsv"
finds "a library older than the least version" check-dependencies.py 'older than the least version 9999.0'
echo "1..$count"
