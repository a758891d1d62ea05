#!/bin/bash
# Real Word files edited heavily by three parties. By day a few of the shared ones; at night all, and those that npm packages carry.
. "$(dirname "$0")/../gates/gate.sh"
shared=${ENTENTE_SHARED:-$root/../shared}
if [ ! -d "$shared/data/docx" ]; then
    echo "1..0 # SKIP no real files here"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
packages=(mammoth@1.13.0 @adobe/mammoth@1.7.1-bleeding.2 docx4js@3.3.0 docximager@0.0.4 docxtemplater-link-module@0.2.4
    docxtemplater-link-module-free@0.0.1 docxtemplater-latest@0.7.10 docxyz@0.2.4 office-to-pdf@4.0.0 carbone@3.8.2)
files() {
    find "$shared/data/docx" -name '*.docx' | sort
    for package in "${packages[@]}"; do # one that cannot be had is passed over
        (cd "$folder" && npm pack --silent "$package" >/dev/null 2>&1)
    done
    for archive in "$folder"/*.tgz; do
        mkdir -p "${archive%.tgz}"
        tar -xzf "$archive" -C "${archive%.tgz}" --wildcards '*.docx' 2>/dev/null
    done
    find "$folder" -name '*.docx' | sort
}
if [ -n "${ENTENTE_NIGHTLY:-}" ]; then
    mapfile -t chosen < <(files)
else
    mapfile -t chosen < <(find "$shared/data/docx/oxpt" -name '*.docx' | sort | sed -n '5~24p')
fi
exec python3 tests/oracles/heavy_edits.py "$ENTENTE" "$(size 1 3)" "${chosen[@]}"
