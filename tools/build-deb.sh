#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Makes the source archive and the Debian packages of the last commit, in build/deb: the archive is unpacked elsewhere
# and built there without git and, where this may be asked for, without network; then lintian reads the packages.
# The module with which parties seal in their own page goes into them where tools/build-wasm.sh has built it before.
#   tools/build-deb.sh            builds
#   tools/build-deb.sh --install  and installs them in this system (a chroot) and runs debian/tests on them: needs root
set -eu
cd "$(dirname "$0")/.."
version=$(sed -nE "s/^ *version: '([0-9.]+)',.*/\1/p" meson.build | head -n 1)
[ "$(dpkg-parsechangelog -S Version)" = "$version" ] || { echo "build-deb: debian/changelog has another version than meson.build" >&2; exit 1; }
out=$PWD/build/deb
work=$out/source # the same each time, so that a compiler's cache knows it again
rm -rf "$out" && mkdir -p "$work"
trap 'rm -rf "$work"' EXIT
git archive --format=tar --prefix="entente-$version/" HEAD | gzip -9n >"$out/entente-$version.tar.gz"
tar -xf "$out/entente-$version.tar.gz" -C "$work"
if [ -f build/wasm/out/entente-vault.NOTICE ]; then
    mkdir "$work/entente-$version/wasm"
    cp build/wasm/out/entente-vault.{mjs,wasm,NOTICE} "$work/entente-$version/wasm/"
fi
quiet=()
[ "$(id -u)" != 0 ] || ! unshare -n true 2>/dev/null || quiet=(unshare -n)
(cd "$work/entente-$version" && env -u CC "${quiet[@]}" dpkg-buildpackage -us -uc -b) >"$out/log" 2>&1 || { tail -n 40 "$out/log" >&2; exit 1; }
cp "$work"/*.deb "$work"/*.changes "$work"/*.buildinfo "$out/"
if command -v lintian >/dev/null; then
    root=()
    [ "$(id -u)" != 0 ] || root=(--allow-root)
    lintian "${root[@]}" --fail-on error,warning --display-info "$out"/*.changes
fi
(cd "$out" && ls -l ./*.deb ./*.tar.gz)
[ "${1:-}" = --install ] || exit 0
apt-get -q -y install --no-install-recommends "$out"/*.deb jq unzip pkgconf gcc g++ libc6-dev >"$out/install.log" 2>&1 ||
    { tail -n 20 "$out/install.log" >&2; exit 1; }
for test in command-line library python; do
    AUTOPKGTEST_TMP=$(mktemp -d)
    export AUTOPKGTEST_TMP
    (cd "$work/entente-$version" && "debian/tests/$test" >"$out/$test.log" 2>&1) || { tail -n 20 "$out/$test.log" >&2; exit 1; }
    echo "build-deb: debian/tests/$test holds"
done
