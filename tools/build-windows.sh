#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Builds Entente for Windows (64 bits), with Debian's mingw-w64, into build/windows/entente.exe: one file that needs nothing beside it.
# The libraries are built from Debian's source packages, which tools/build-wasm.sh fetches. The server is left out.
set -eu
cd "$(dirname "$0")/.."
root=$PWD work=$PWD/build/windows source=$PWD/build/wasm/source
target=x86_64-w64-mingw32
command -v $target-gcc >/dev/null || { echo "build-windows: there is no $target-gcc; install mingw-w64" >&2; exit 1; }
tools/build-wasm.sh sources 2>/dev/null || { echo "build-windows: the libraries' sources cannot be had" >&2; exit 1; }
mkdir -p "$work/library/config"
compiler=($target-gcc)
! command -v ccache >/dev/null || compiler=(ccache $target-gcc)
fast=(-O2 -DNDEBUG -w)

# name, package, pkg-config name, folder of headers, flags of its users, flags of its own; then the files
library() {
    local name=$1 package=$2 pc=$3 include=$4 users=$5 own=$6
    shift 6
    local archive=$work/library/lib$name.a tree=$source/$package
    cat >"$work/library/$pc.pc" <<END
Name: $pc
Description: $name for Windows
Version: $(sed -E 's/^[^ ]* ([0-9]+:)?([0-9.]+).*/\2/' "$source/$package.version")
Cflags: -I$tree/$include $users
Libs: $archive
END
    [ ! -f "$archive" ] || return 0
    mkdir -p "$work/library/$name"
    # shellcheck disable=SC2086
    (cd "$tree" && printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c \
        'out=$1/$(echo "$2" | tr / _).o; shift 2; exec "$@" -c -o "$out"' sh "$work/library/$name" {} \
        "${compiler[@]}" "${fast[@]}" -I"$tree/$include" $users $own {})
    rm -f "$archive" && $target-ar rcs "$archive" "$work/library/$name"/*.o && rm -r "$work/library/$name"
}
cat >"$work/library/config/expat_config.h" <<'END'
#define BYTEORDER 1234
#define HAVE_MEMMOVE 1
#define XML_CONTEXT_BYTES 1024
#define XML_DTD 1
#define XML_NS 1
#define STDC_HEADERS 1
END
cat >"$work/library/config/config.h" <<'END'
#define YAML_VERSION_MAJOR 0
#define YAML_VERSION_MINOR 2
#define YAML_VERSION_PATCH 5
#define YAML_VERSION_STRING "0.2.5"
END
config=-I$work/library/config
library expat expat expat expat/lib -DXML_STATIC "$config -DHAVE_EXPAT_CONFIG_H" expat/lib/xml{parse,tok,role}.c
# shellcheck disable=SC2046
library deflate libdeflate libdeflate . -DLIBDEFLATE_STATIC "" $(cd "$source/libdeflate" && ls lib/*.c lib/x86/*.c)
library md4c md4c md4c src "" "" src/md4c.c
library utf8proc utf8proc libutf8proc . -DUTF8PROC_STATIC "" utf8proc.c
# shellcheck disable=SC2046
library yaml libyaml yaml-0.1 include -DYAML_DECLARE_STATIC "$config -DHAVE_CONFIG_H" $(cd "$source/libyaml" && ls src/*.c)
library sqlite3 sqlite3 sqlite3 . "" "-DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_DEFAULT_MEMSTATUS=0" sqlite3.c
sodium=$source/libsodium/src/libsodium
[ -f "$sodium/include/sodium/version.h" ] ||
    sed -e 's/@VERSION@/1.0.18/; s/@SODIUM_LIBRARY_VERSION_MAJOR@/10/; s/@SODIUM_LIBRARY_VERSION_MINOR@/3/; s/@SODIUM_LIBRARY_MINIMAL_DEF@//' \
        "$sodium/include/sodium/version.h.in" >"$sodium/include/sodium/version.h"
# shellcheck disable=SC2046
library sodium libsodium libsodium src/libsodium/include -DSODIUM_STATIC=1 \
    "-I$sodium/include/sodium -DCONFIGURED=1 -DNATIVE_LITTLE_ENDIAN=1 -DDEV_MODE=0" \
    $(cd "$source/libsodium" && find src/libsodium -name '*.c' | grep -vE 'sse|avx|aesni|sandy2x|scryptsalsa|armcrypto' | sort)

quoted() { printf "'%s', " "$@"; }
cat >"$work/cross.new" <<END
[binaries]
c = [$(quoted "${compiler[@]}")]
ar = '$target-ar'
strip = '$target-strip'
pkgconfig = 'pkg-config'
[built-in options]
c_args = ['-D__USE_MINGW_ANSI_STDIO=1', '-Wno-format', '-Wno-format-security', '-Wno-attributes']
c_link_args = ['-static', '-Wl,--no-insert-timestamp', '-Wl,--stack,8388608']
[properties]
needs_exe_wrapper = true
pkg_config_libdir = '$work/library'
[host_machine]
system = 'windows'
cpu_family = 'x86_64'
cpu = 'x86_64'
endian = 'little'
END
cmp -s "$work/cross.new" "$work/cross.ini" || rm -rf "$work/rooms"
mv "$work/cross.new" "$work/cross.ini"
[ -f "$work/rooms/build.ninja" ] ||
    meson setup "$work/rooms" --cross-file "$work/cross.ini" -Dtests=false -Dserve=disabled -Dnettle=disabled -Dbuildtype=plain \
        -Doptimization=2 -Db_staticpic=false >"$work/rooms.log" 2>&1 || { tail -n 20 "$work/rooms.log" >&2; exit 1; }
ninja -C "$work/rooms" entente.exe >"$work/rooms.log" 2>&1 || { grep -E 'error|FAILED|undefined' -A6 "$work/rooms.log" | head -80 >&2; exit 1; }
$target-strip -o "$work/entente.exe" "$work/rooms/entente.exe"
