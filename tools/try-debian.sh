#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tries a fresh clone of the last commit on another Debian, in a chroot of its own in a temporary folder:
#   tools/try-debian.sh 13             ./run and ./check --quick, with that release's gcc
#   tools/try-debian.sh 13 clang       a build with another compiler of that release, and its quick test programs
#   tools/try-debian.sh 13 -- COMMAND  a command of your own in the clone, such as tools/build-deb.sh
# The example's outputs are compared with those of ./run here (out/). Needs root and debootstrap; the machine's own
# apt sources say where Debian is had from. ENTENTE_CHROOT=FOLDER keeps the chroot there for the next time, and
# build/entente-13 then runs its program over the files of here, with the libraries of there (tests/reach/desks.py).
# ENTENTE_ARCH=i386 takes that architecture, whose pointers have 32 bits and which this processor runs as well.
set -eu
cd "$(dirname "$0")/.."
case ${1:-} in
12) suite=bookworm ;;
13) suite=trixie ;;
*) sed -n '3,11s/^# //p' "$0" >&2; exit 2 ;;
esac
release=$1
shift
[ "$(id -u)" = 0 ] || { echo "try-debian: a chroot needs root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "try-debian: debootstrap is not installed" >&2; exit 1; }
here=$(. /etc/os-release && echo "$VERSION_CODENAME")

# --- Where this machine has Debian from

# The machine's own entries for its release, as lines "URI SUITE", in the order in which apt reads them.
sources() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$file" ] || sed -nE 's/^deb +(\[[^]]*\] *)?([^ ]+) +([^ ]+) .*/\2 \3/p' "$file"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$file" ] || awk '
            function out(i, j) { if (types ~ /deb/) for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print uri[i], name[j]; n = m = 0; types = "" }
            /^Types:/ { types = $0 }
            /^URIs:/ { n = split(substr($0, 7), uri, " ") }
            /^Suites:/ { m = split(substr($0, 9), name, " ") }
            /^$/ { out() }
            END { out() }' "$file"
    done
}
mirror=$(sources | awk -v suite="$here" '$2 == suite { print $1; exit }')
[ -n "$mirror" ] || { echo "try-debian: no source of $here is known on this machine" >&2; exit 1; }

# --- The chroot

root=${ENTENTE_CHROOT:-}
if [ -z "$root" ]; then
    root=$(mktemp -d)
    chmod 755 "$root"
fi
cleanup() {
    local place
    for place in dev/shm dev/pts proc; do ! mountpoint -q "$root/$place" || umount "$root/$place" || umount -l "$root/$place"; done
    [ -n "${ENTENTE_CHROOT:-}" ] || rm -rf --one-file-system "$root"
}
trap cleanup EXIT
if [ ! -f "$root/etc/entente-ready" ]; then
    echo "try-debian: fetching $suite" >&2
    debootstrap ${ENTENTE_ARCH:+--arch=$ENTENTE_ARCH} --variant=minbase --include=ca-certificates,git,jq "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log" >&2; exit 1; }
    mv "$root.log" "$root/var/log/debootstrap.outer"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$root/etc/apt/sources.list"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    touch "$root/etc/entente-ready"
fi
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" "$root/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"

# --- The clone

rm -rf "$root/srv/entente"
git clone -q --no-hardlinks . "$root/srv/entente"
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        bash -c 'cd /srv/entente && "$@"' bash "$@"
}
# Another compiler: warnings are no errors, as in ./run; the test programs and the command line's quick tests.
with_compiler() {
    local compiler=$1
    inside tools/install.sh build
    inside apt-get -q -y install --no-install-recommends "$compiler" perl unzip zip >"$root/var/log/compiler.log" 2>&1
    inside env CC="$compiler" meson setup build/other >/dev/null
    inside ninja -C build/other -j2 >"$root/var/log/other.log" 2>&1 || { tail -n 40 "$root/var/log/other.log"; return 1; }
    echo "$compiler: $(grep -c 'warning:' "$root/var/log/other.log" || true) warnings"
    inside bash -c 'export ENTENTE_QUICK=yes ENTENTE_BUILD=$PWD/build/other ENTENTE=$PWD/build/other/entente
        prove -j2 --exec "" build/other/tests/*-* | tail -n 15'
}
# The program of there over the files of here: by that system's own loader and libraries.
run_from_here() {
    local triplet
    triplet=$(inside gcc -print-multiarch)
    mkdir -p build
    # shellcheck disable=SC2016
    printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"\n' "$(find -L "$root"/lib64 "$root"/lib -maxdepth 1 -name 'ld-linux*.so.*' | head -n 1)" \
        "$root/usr/lib/$triplet" "$root/srv/entente/build/run/entente" >"build/entente-$release"
    chmod +x "build/entente-$release"
}
case ${1:-} in
'')
    inside ./run
    [ -z "${ENTENTE_CHROOT:-}" ] || run_from_here
    if [ -d out ]; then
        diff -r out "$root/srv/entente/out" -x 'ardel.entente*' && echo "try-debian: the example's outputs are the same bytes as here"
    fi
    inside ./check --quick
    ;;
--) shift; inside "$@" ;;
*) for compiler in "$@"; do with_compiler "$compiler"; done ;;
esac
