#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: fast-xml-parser 5.12.1 (npm), with its own defaults, on an act in XML (Akoma Ntoso has such
#   <num>).
# One would guess: what stands between two tags is text and stays as it is written, blanks and noughts too.
# It is so: what looks like a number becomes one: clause 12.10 is read as 12.1, so two clauses have one
#   number; a file number 007 is 7, chapter 1e3 is 1000. In text with marks inside, the blanks around the
#   marks are lost and the pieces are put together at the end: "Thebridgeshared.". The documentation names
#   both options (parseTagValue, trimValues; preserveOrder for text with marks). Attributes are left as text
#   unless one asks, elements are not.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts fast-xml-parser@5.12.1 >/dev/null 2>&1
cat >say.cjs <<'JS'
const { XMLParser } = require("fast-xml-parser");
const { readFileSync } = require("fs");
console.log("fast-xml-parser", JSON.parse(readFileSync("node_modules/fast-xml-parser/package.json")).version);
const act = "<act><num>12.1</num><num>12.10</num><num>007</num><num>1e3</num><num>12.a</num></act>";
const clause = "<p>The <b>old</b> bridge <i>is</i> shared.</p>";
console.log(JSON.stringify(new XMLParser().parse(act)));
console.log(JSON.stringify(new XMLParser().parse(clause)));
console.log(JSON.stringify(new XMLParser({ parseTagValue: false }).parse(act)));
JS
saw=$(node say.cjs)
echo "$saw"
[ "$saw" = 'fast-xml-parser 5.12.1
{"act":{"num":[12.1,12.1,7,1000,"12.a"]}}
{"p":{"b":"old","i":"is","#text":"Thebridgeshared."}}
{"act":{"num":["12.1","12.10","007","1e3","12.a"]}}' ]
