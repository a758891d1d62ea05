#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: utf8proc 2.8.0 as Debian 12 packages it (libutf8proc-dev 2.8.0-1, libutf8proc2 2.8.0-1).
# One would guess: the version in its pkg-config file is that of the release, so that a build may ask for
#   "libutf8proc >= 2.8" and be given 2.8.0.
# It is so: the file bears the number of the binary interface, 2.6.0, which counts by itself; the header and
#   utf8proc_version() say 2.8.0. The request above is refused where 2.8.0 is installed. (Release 2.11.3 bears
#   3.2.3, so ">= 3" is granted without there being a release 3.)
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q libutf8proc-dev=2.8.0-1 libutf8proc2=2.8.0-1 >/dev/null 2>&1
for package in *.deb; do dpkg-deb -x "$package" here; done
library=$(dirname "$(find here -name libutf8proc.pc)")/..
cat >say.c <<'C'
#include <stdio.h>
#include <utf8proc.h>
int main(void)
{
    printf("%d.%d.%d %s\n", UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR, UTF8PROC_VERSION_PATCH, utf8proc_version());
    return 0;
}
C
cc -Ihere/usr/include say.c -o say -L"$library" -lutf8proc
said=$(LD_LIBRARY_PATH=$library ./say)
export PKG_CONFIG_LIBDIR=$library/pkgconfig
file=$(pkg-config --modversion libutf8proc)
echo "header and library: $said"
echo "pkg-config:         $file"
pkg-config --exists 'libutf8proc >= 2.8' && granted=yes || granted=no
echo "libutf8proc >= 2.8: $granted"
[ "$said" = "2.8.0 2.8.0" ] && [ "$file" = 2.6.0 ] && [ "$granted" = no ]
