#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: natural-orderby 5.0.0 (npm), sorting as people do.
# One would guess: clauses 4.1, 4.2, 4.9, 4.10 are sorted in that order, with or without the word "Clause"
#   before each.
# It is so: with the word they are; without it they are decimal numbers, and 4.10 comes before 4.2, and
#   4.1.2 before 4.1. One list of clauses has two orders, by whether a heading was cut off. The README names
#   floating numbers among what it tells apart; that a word before them turns this off it does not say. Node's
#   own Intl.Collator with numeric: true gives the order of the clauses both times.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts natural-orderby@5.0.0 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import { compare } from "natural-orderby";

console.log("natural-orderby", JSON.parse(readFileSync("node_modules/natural-orderby/package.json")).version);
const clauses = ["4.9", "4.10", "4.1.2", "4.2", "4.1"];
const collator = new Intl.Collator("en", { numeric: true });
for (const before of ["Clause ", ""]) {
    const sorted = (order) => clauses.map((clause) => before + clause).sort(order).join(", ");
    console.log(`natural-orderby: ${sorted(compare())}; Intl.Collator: ${sorted(collator.compare)}`);
}
JS
saw=$(node say.mjs)
echo "$saw"
right="Clause 4.1, Clause 4.1.2, Clause 4.2, Clause 4.9, Clause 4.10"
[ "$saw" = "natural-orderby 5.0.0
natural-orderby: $right; Intl.Collator: $right
natural-orderby: 4.1.2, 4.10, 4.1, 4.2, 4.9; Intl.Collator: 4.1, 4.1.2, 4.2, 4.9, 4.10" ]
