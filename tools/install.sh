#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing: `install.sh build` for building and running,
# `install.sh check` for the tests as well, `install.sh wasm` for the build as WebAssembly.
set -eu
build="build-essential pkg-config meson ninja-build python3 scdoc libexpat1-dev libdeflate-dev
  libyaml-dev libmd4c-dev libutf8proc-dev libsqlite3-dev libsodium-dev zlib1g-dev nettle-dev libpq-dev libmicrohttpd-dev libseccomp-dev"
# The parts of LLVM bear the number of the release's own clang.
case $(. /etc/os-release && echo "${VERSION_ID:-}") in
12) llvm=14 ;;
*) llvm=19 ;;
esac
check="clang clang-tidy clang-format clang-tools doxygen libclang-rt-$llvm-dev llvm-$llvm cppcheck gcovr perl git jq zip unzip
  pandoc libreoffice-writer-nogui libreoffice-calc-nogui python3-uno libxml2-utils poppler-utils cmark wdiff dwdiff
  postgresql
  glpk-utils coinor-cbc python3-networkx python3-icalendar"
wasm="emscripten tcl dpkg-dev"
case ${1:-build} in
check) wanted="$build $check $wasm" ;;
wasm) wanted="$build clang $wasm" ;;
*) wanted=$build ;;
esac
missing=
for package in $wanted; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
        missing="$missing $package"
done
[ -z "$missing" ] && exit 0
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "installing:$missing" >&2
$sudo apt-get -o DPkg::Lock::Timeout=580 update -q >&2
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=580 install -y -q \
    --no-install-recommends $missing >&2
