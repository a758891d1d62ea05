#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Builds Entente as WebAssembly, with Debian's emscripten, into build/wasm/out:
#   entente-merge.{js,wasm}  merge, view, diff and their like, without case file and packages
#   entente.{js,wasm}        every verb, bytes in and bytes out
#   entente-vault.{mjs,wasm} what a party seals, opens and signs in its own page of the workbench
#   entente-cli.{cjs,wasm}   the command line, over the files of the machine that runs Node
# The libraries are built from Debian's source packages. `build-wasm.sh sources` fetches them only.
set -eu
cd "$(dirname "$0")/.."
root=$PWD work=$PWD/build/wasm
sysroot=/usr/share/emscripten/cache/sysroot
mkdir -p "$work/source" "$work/library" "$work/out"
# Without Python in between, and kept by ccache where there is one.
compiler=(clang-14)
! command -v ccache >/dev/null || compiler=(ccache clang-14)
# What emcc hands to clang; -w for the libraries of others.
mapfile -t target < <(emcc --cflags | tr ' ' '\n' | awk '
    $0 == "-Werror=implicit-function-declaration" || $0 == "-fvisibility=default" { next }
    $0 == "-Xclang" { held = $0; next }
    $0 ~ /SDL$/ { held = ""; next }
    { if (held != "") print held; held = ""; print }')
fast=(-O3 -msimd128 -DNDEBUG -w)
small=-Os # for libraries that a run spends no time in

# --- The libraries' sources

# A private apt that knows the machine's own sources as source packages; nothing of the system changes.
apt_here() {
    apt-get -q -o Dir::Etc::SourceList="$work/apt/sources.list" -o Dir::Etc::SourceParts="$work/apt/parts" \
        -o Dir::State::Lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=root "$@"
}
ask_apt() {
    mkdir -p "$work/apt/parts" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
    : >"$work/apt/sources.list"
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$file" ] || sed -n 's/^deb /deb-src /p' "$file" >>"$work/apt/sources.list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"$work/apt/parts/${file##*/}"
    done
    apt_here update >"$work/apt/log" 2>&1 || { cat "$work/apt/log" >&2; exit 1; }
}
# The newest version whose parts are all to be had; else the authors' own files, without Debian's mends.
fetch() {
    local package=$1 version
    (
        cd "$work/source"
        [ ! -d "$package" ] || exit 0
        [ -d "$work/apt/lists" ] || ask_apt
        rm -rf "$package.part" && mkdir "$package.part" && cd "$package.part"
        for version in $(apt-cache -o Dir::Etc::SourceList="$work/apt/sources.list" \
            -o Dir::Etc::SourceParts="$work/apt/parts" -o Dir::State::Lists="$work/apt/lists" \
            showsrc "$package" | sed -n 's/^Version: //p' | sort -rV); do
            if apt_here source --download-only "$package=$version" >>"$work/apt/log" 2>&1 &&
                dpkg-source --no-check -x "$package"_*.dsc tree >>"$work/apt/log" 2>&1; then
                echo "$package $version" >"$work/source/$package.version"
                break
            fi
        done
        if [ ! -d tree ]; then
            apt_here source --download-only --tar-only "$package" >>"$work/apt/log" 2>&1 ||
                { tail -n 3 "$work/apt/log" >&2; echo "build-wasm: the source of $package cannot be had" >&2; exit 1; }
            mkdir tree && tar -xf "$package"_*.orig.tar.* -C tree --strip-components=1
            echo "$package $(ls "$package"_*.orig.tar.* | sed 's/.*_\(.*\)\.orig.*/\1/') (without Debian's mends)" |
                tee "$work/source/$package.version" >&2
        fi
        cd .. && mv "$package.part/tree" "$package" && rm -rf "$package.part"
    )
}
packages="expat libdeflate md4c utf8proc libyaml sqlite3 libsodium zlib"
for package in $packages; do fetch "$package"; done
if [ ! -f "$work/source/sqlite3/sqlite3.c" ]; then
    (cd "$work/source/sqlite3" && ./configure --disable-tcl >configure.log 2>&1 && make sqlite3.c >make.log 2>&1) ||
        { tail -n 5 "$work/source/sqlite3/make.log" >&2; exit 1; }
fi
[ "${1:-}" != sources ] || exit 0

# --- The libraries

source=$work/source
archiver=(llvm-ar-14)
target_name=WebAssembly
plain=("${compiler[@]}")
compiler=("${plain[@]}" "${target[@]}")
. tools/libraries.sh
config=-I$work/library/config
expat_config HAVE_UNISTD_H XML_POOR_ENTROPY
library expat expat expat expat/lib -DXML_STATIC "$config -DHAVE_EXPAT_CONFIG_H" expat/lib/xml{parse,tok,role}.c
# shellcheck disable=SC2046
library deflate libdeflate libdeflate . -DLIBDEFLATE_STATIC "" $(files_of libdeflate 'lib/*.c')
library md4c md4c md4c src "" "$small" src/md4c.c
library utf8proc utf8proc libutf8proc . -DUTF8PROC_STATIC "" utf8proc.c
# shellcheck disable=SC2046
library yaml libyaml yaml-0.1 include -DYAML_DECLARE_STATIC "$small $config -DHAVE_CONFIG_H" $(files_of libyaml 'src/*.c')
# What a case file asks for is tables, indices and transactions.
unused_sqlite="-DSQLITE_OMIT_DEPRECATED -DSQLITE_OMIT_SHARED_CACHE -DSQLITE_OMIT_GET_TABLE -DSQLITE_OMIT_TRACE -DSQLITE_OMIT_JSON
 -DSQLITE_OMIT_DATETIME_FUNCS -DSQLITE_OMIT_DECLTYPE -DSQLITE_OMIT_TCL_VARIABLE -DSQLITE_OMIT_INCRBLOB"
library sqlite3 sqlite3 sqlite3 . "" \
    "$small -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_DEFAULT_MEMSTATUS=0 -DSQLITE_THREADSAFE=0 $unused_sqlite" sqlite3.c
sodium_library
zlib_library
compiler=("${plain[@]}")
# What goes with a copy of them.
(
    cd "$work/source"
    echo "Entente is distributed with these libraries, compiled to WebAssembly."
    for notice in expat/expat/COPYING libdeflate/COPYING md4c/LICENSE.md utf8proc/LICENSE.md libyaml/License libsodium/LICENSE zlib/LICENSE; do
        printf '\n--- %s\n\n' "$(cat "${notice%%/*}.version")" && cat "$notice"
    done
    printf '\n--- %s: in the public domain\n' "$(cat sqlite3.version)"
    printf '\n--- C library: musl and emscripten, MIT licence\n'
) >"$work/library/NOTICE"

# --- The rooms

quoted() { printf "'%s', " "$@"; }
cat >"$work/cross.new" <<END
[binaries]
c = [$(quoted "${compiler[@]}") '--target=wasm32-unknown-emscripten', '--sysroot=$sysroot']
ar = 'llvm-ar-14'
pkgconfig = 'pkg-config'
[built-in options]
c_args = [$(quoted "${target[@]}") '-msimd128', '-include', '$root/src/wasm/platform.h']
[properties]
needs_exe_wrapper = true
pkg_config_libdir = '$work/library'
[host_machine]
system = 'emscripten'
cpu_family = 'wasm32'
cpu = 'wasm32'
endian = 'little'
END
cmp -s "$work/cross.new" "$work/cross.ini" || rm -rf "$work/rooms"
mv "$work/cross.new" "$work/cross.ini"
[ -f "$work/rooms/build.ninja" ] ||
    meson setup "$work/rooms" --cross-file "$work/cross.ini" -Dtests=false -Dbuildtype=plain -Doptimization=3 -Db_staticpic=false \
        >"$work/rooms.log" 2>&1 || { tail -n 20 "$work/rooms.log" >&2; exit 1; }
ninja -C "$work/rooms" >"$work/rooms.log" 2>&1 ||
    { grep -E 'error|warning|FAILED' -A6 "$work/rooms.log" >&2; exit 1; }

# --- The modules

rooms=$work/rooms out=$work/out
mapfile -t archives < <(find "$rooms" -maxdepth 1 -name 'libentente-*.a' | grep -v -e -cli -e -wasm | sort)
# emcc's own tools in JavaScript want acorn, which Debian keeps where Node does not look.
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs:/usr/lib/nodejs}
exports_of() { sed -nE "s/^[a-z].*[ *]($1_[a-z_]+)\(.*/_\1/p" "src/wasm/$1.h" | paste -sd,; }
calls=$(exports_of call)
link() { # output, its own archive, then what is special to it
    local output=$1 own=$2 wasm
    shift 2
    wasm=$out/${output%.*}.wasm
    # shellcheck disable=SC2046
    [ -z "$(find "$rooms" "$work/library" src/wasm tools/build-wasm.sh \( -name '*.o' -o -name '*.a' -o -name '*.js' -o -name '*.sh' \) \
        -newer "$wasm" 2>&1 | head -n 1)" ] && return 0
    emcc -O2 -msimd128 --js-library src/wasm/host.js -o "$out/$output.part.js" -sMODULARIZE=1 -sEXPORT_NAME=Entente \
        -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=4GB -sINITIAL_MEMORY=32MB -sTOTAL_STACK=8MB -sDYNAMIC_EXECUTION=0 \
        "$@" "$own" "$rooms/libentente-wasm.a" -Wl,--start-group "${archives[@]}" "$work"/library/*.a -Wl,--end-group \
        >"$out/$output.log" 2>&1 || { cat "$out/$output.log" >&2; return 1; }
    mv "$out/$output.part.wasm" "$wasm"
    # The same glue for a page, a worker and Node: Node's own files are used only where the loader says so.
    sed -e 's/var ENVIRONMENT_IS_NODE=typeof process==[^;]*;/var ENVIRONMENT_IS_NODE=!!Module["nodeFiles"];/' \
        -e 's/else{throw new Error("NODERAWFS is[^}]*}//' "$out/$output.part.js" >"$out/$output"
    if grep -qE 'ENVIRONMENT_IS_NODE=typeof|NODERAWFS is' "$out/$output"; then
        echo "build-wasm: the glue of this emscripten is not as expected" >&2
        return 1
    fi
    rm "$out/$output.part.js" "$out/$output.log"
}
link entente-merge.js "$rooms/libentente-wasm-merge.a" -sENVIRONMENT=web,worker "-sEXPORTED_FUNCTIONS=$calls" --no-entry \
    -sFILESYSTEM=0 &
merge=$!
link entente.js "$rooms/libentente-cli.a" -sENVIRONMENT=web,worker,node "-sEXPORTED_FUNCTIONS=_main,$calls" -sINVOKE_RUN=0 \
    -Oz -sNODERAWFS=1 -sEXPORTED_RUNTIME_METHODS=FS,callMain -sEXIT_RUNTIME=1
wait "$merge"
# The worker of a party's page takes modules alone.
link entente-vault.js "$rooms/libentente-wasm.a" -sENVIRONMENT=web,worker "-sEXPORTED_FUNCTIONS=$(exports_of vault)" --no-entry \
    -Oz -sEXPORTED_RUNTIME_METHODS=FS
{ cat "$out/entente-vault.js"; echo 'export default Entente;'; } >"$out/entente-vault.mjs"
cp "$work/library/NOTICE" "$out/entente-vault.NOTICE"
