#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: yjs 13.6.33 (npm), texts that several people edit at once and that merge by themselves.
# One would guess: where two parties replace one number at the same time, the merged text has one of their
#   two numbers, or says that they are in conflict.
# It is so: it has both, one behind the other: "within 30 days", by one party made 45 and by the other 60,
#   reads "within 4560 days" for everyone, with no sign that anybody differs. Both deletions of "30" are one,
#   both insertions stand. That all copies agree is what the documentation promises; it does not promise a
#   text that somebody wrote.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts yjs@13.6.33 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import * as Y from "yjs";

console.log("yjs", JSON.parse(readFileSync("node_modules/yjs/package.json")).version);
const copy = (number, state) => {
    const doc = new Y.Doc();
    doc.clientID = number;
    if (state)
        Y.applyUpdate(doc, state);
    return doc;
};
const base = copy(1);
base.getText("clause").insert(0, "The boats leave within 30 days.");
const [velmark, tarsen] = [2, 3].map((number) => copy(number, Y.encodeStateAsUpdate(base)));
for (const [doc, wording] of [[velmark, "45"], [tarsen, "60"]]) {
    const clause = doc.getText("clause");
    const at = clause.toString().indexOf("30");
    doc.transact(() => {
        clause.delete(at, 2);
        clause.insert(at, wording);
    });
}
const [ofVelmark, ofTarsen] = [velmark, tarsen].map((doc) => Y.encodeStateAsUpdate(doc));
Y.applyUpdate(velmark, ofTarsen);
Y.applyUpdate(tarsen, ofVelmark);
console.log("Velmark has:", velmark.getText("clause").toString());
console.log("Tarsen has:", tarsen.getText("clause").toString());
JS
saw=$(node say.mjs)
echo "$saw"
[ "$saw" = "yjs 13.6.33
Velmark has: The boats leave within 4560 days.
Tarsen has: The boats leave within 4560 days." ]
