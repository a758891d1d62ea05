#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Builds Entente for Windows (64 bits), with Debian's mingw-w64, into build/windows/entente.exe: one file that needs nothing beside it.
# The libraries are built from Debian's source packages, which tools/build-wasm.sh fetches. The server is left out.
set -eu
cd "$(dirname "$0")/.."
work=$PWD/build/windows source=$PWD/build/wasm/source
target=x86_64-w64-mingw32
command -v $target-gcc >/dev/null || { echo "build-windows: there is no $target-gcc; install mingw-w64" >&2; exit 1; }
tools/build-wasm.sh sources 2>/dev/null || { echo "build-windows: the libraries' sources cannot be had" >&2; exit 1; }
mkdir -p "$work/library"
compiler=($target-gcc)
! command -v ccache >/dev/null || compiler=(ccache $target-gcc)
fast=(-O2 -DNDEBUG -w)
archiver=("$target-ar")
target_name=Windows
. tools/libraries.sh
config=-I$work/library/config
expat_config
library expat expat expat expat/lib -DXML_STATIC "$config -DHAVE_EXPAT_CONFIG_H" expat/lib/xml{parse,tok,role}.c
# shellcheck disable=SC2046
library deflate libdeflate libdeflate . -DLIBDEFLATE_STATIC "" $(files_of libdeflate 'lib/*.c' 'lib/x86/*.c')
library md4c md4c md4c src "" "" src/md4c.c
library utf8proc utf8proc libutf8proc . -DUTF8PROC_STATIC "" utf8proc.c
# shellcheck disable=SC2046
library yaml libyaml yaml-0.1 include -DYAML_DECLARE_STATIC "$config -DHAVE_CONFIG_H" $(files_of libyaml 'src/*.c')
library sqlite3 sqlite3 sqlite3 . "" "-DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_DEFAULT_MEMSTATUS=0" sqlite3.c
sodium_library
zlib_library

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
