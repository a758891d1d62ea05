#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: diff-match-patch 1.0.5 (npm), patches of plain text; beside it diff 9.0.0 (npm, jsdiff).
# One would guess: a patch that changes clause 2 is refused, or reported as not applied, where clause 2 was
#   taken out in the meantime.
# It is so: it changes clause 1, another party's, and reports success. The library looks for the place that
#   is most like the old one and near it; clauses of an agreement are alike by design. Its documentation says
#   that matching is fuzzy and that patches are applied on a best effort; that a true result does not mean the
#   right place is easily missed. Match_Threshold = 0 makes it refuse here; jsdiff refuses without any option.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts diff-match-patch@1.0.5 diff@9.0.0 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import dmp from "diff-match-patch";
import { applyPatch, createPatch } from "diff";

for (const name of ["diff-match-patch", "diff"])
    console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const clause = (number, party) => `${number}. ${party} shall withdraw its boats within 30 days.\n`;
const base = clause(1, "Velmark") + clause(2, "Tarsen") + clause(3, "Nereth");
const asked = clause(1, "Velmark") + clause(2, "Tarsen").replace("30", "60") + clause(3, "Nereth");
const current = clause(1, "Velmark") + clause(2, "Nereth");
for (const threshold of [undefined, 0]) {
    const tool = new dmp.diff_match_patch();
    if (threshold !== undefined)
        tool.Match_Threshold = threshold;
    const [text, applied] = tool.patch_apply(tool.patch_make(base, asked), current);
    console.log(`threshold ${tool.Match_Threshold}: applied ${applied}: ${text.trim().replace("\n", " / ")}`);
}
console.log("jsdiff:", applyPatch(current, createPatch("agreement", base, asked)));
JS
saw=$(node say.mjs)
echo "$saw"
nereth="2. Nereth shall withdraw its boats within 30 days."
[ "$saw" = "diff-match-patch 1.0.5
diff 9.0.0
threshold 0.5: applied true: 1. Velmark shall withdraw its boats within 60 days. / $nereth
threshold 0: applied false: 1. Velmark shall withdraw its boats within 30 days. / $nereth
jsdiff: false" ]
