#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: chrono-node 2.10.3 (npm), dates in English sentences; beside it date-fns 4.4.0 (npm).
# One would guess: "1 month after 31 January 2027" is the last day of February, as date-fns and Regulation
#   (EEC) 1182/71 on time limits count, and "1 month before 31 March 2027" is that day too.
# It is so: chrono goes to 31 February and runs over into the next month, for both: the month before 31
#   March and the month after 31 January are one day, 3 March 2027. "2 months after 31 December 2026" is that
#   day as well. Counting backwards a limit ends within the month that it was to keep clear. Its README does
#   not speak of it.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 date-fns@4.4.0 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import * as chrono from "chrono-node";
import { addMonths } from "date-fns";

for (const name of ["chrono-node", "date-fns"])
    console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
const day = (date) => date.toISOString().slice(0, 10);
for (const [words, start, months] of [
    ["1 month after 31 January 2027", "2027-01-31", 1],
    ["1 month before 31 March 2027", "2027-03-31", -1],
    ["2 months after 31 December 2026", "2026-12-31", 2],
]) {
    const found = chrono.parseDate(words, new Date("2026-06-01T12:00:00Z"));
    console.log(`${words}: chrono ${day(found)}; date-fns ${day(addMonths(new Date(start), months))}`);
}
JS
saw=$(TZ=UTC node say.mjs)
echo "$saw"
[ "$saw" = "chrono-node 2.10.3
date-fns 4.4.0
1 month after 31 January 2027: chrono 2027-03-03; date-fns 2027-02-28
1 month before 31 March 2027: chrono 2027-03-03; date-fns 2027-02-28
2 months after 31 December 2026: chrono 2027-03-03; date-fns 2027-02-28" ]
