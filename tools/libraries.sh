#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154
# How tools/build-wasm.sh and tools/build-windows.sh build the libraries. Read with `.`; expects the variables
#   source (Debian's sources, a folder each), work (library/ lies in it), target_name, compiler, fast and archiver (arrays).

mkdir -p "$work/library/config"
cat >"$work/library/config/config.h" <<'END'
#define YAML_VERSION_MAJOR 0
#define YAML_VERSION_MINOR 2
#define YAML_VERSION_PATCH 5
#define YAML_VERSION_STRING "0.2.5"
END

# name, package, pkg-config name, folder of headers, flags of its users, flags of its own; then the files
library() {
    local name=$1 package=$2 pc=$3 include=$4 users=$5 own=$6
    shift 6
    local archive=$work/library/lib$name.a tree=$source/$package
    cat >"$work/library/$pc.pc" <<END
Name: $pc
Description: $name for $target_name
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
    rm -f "$archive" && "${archiver[@]}" rcs "$archive" "$work/library/$name"/*.o && rm -r "$work/library/$name"
}

# The files of a library's tree that these patterns name.
files_of() {
    # shellcheck disable=SC2068
    (cd "$source/$1" && shift && ls $@)
}

# Expat's config.h is what a system has; what is said here beside it is the same everywhere.
expat_config() {
    {
        echo '#define BYTEORDER 1234'
        printf '#define %s 1\n' HAVE_MEMMOVE XML_DTD XML_NS STDC_HEADERS "$@"
        echo '#define XML_CONTEXT_BYTES 1024'
    } >"$work/library/config/expat_config.h"
}

# libsodium without what is written for one processor.
sodium_library() {
    local sodium=$source/libsodium/src/libsodium
    [ -f "$sodium/include/sodium/version.h" ] ||
        sed -e 's/@VERSION@/1.0.18/; s/@SODIUM_LIBRARY_VERSION_MAJOR@/10/; s/@SODIUM_LIBRARY_VERSION_MINOR@/3/; s/@SODIUM_LIBRARY_MINIMAL_DEF@//' \
            "$sodium/include/sodium/version.h.in" >"$sodium/include/sodium/version.h"
    # shellcheck disable=SC2046
    library sodium libsodium libsodium src/libsodium/include -DSODIUM_STATIC=1 \
        "-I$sodium/include/sodium -DCONFIGURED=1 -DNATIVE_LITTLE_ENDIAN=1 -DDEV_MODE=0" \
        $(cd "$source/libsodium" && find src/libsodium -name '*.c' | grep -vE 'sse|avx|aesni|sandy2x|scryptsalsa|armcrypto' | sort)
}

# Of zlib the packer alone.
zlib_library() {
    library zlib zlib zlib . "" -DNO_GZIP deflate.c trees.c zutil.c adler32.c
}
