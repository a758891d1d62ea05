#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: words-to-numbers 1.5.1 (npm), "thirty days" as "30 days".
# One would guess: number words with a comma between them are two numbers, and words that are no numbers
#   stay.
# It is so: "Article twenty, three days" is given as "Article 23 days": clause and limit are added up and
#   the comma is lost. "Point" is a decimal point with or without digits beside it: "the point of order"
#   becomes "the 0 of order", and with the article read as a one "a point of order" is "1 of order". "The
#   second Party" is given as "the 2 Party". The README shows what is turned into a number, not where it
#   stops.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts words-to-numbers@1.5.1 >/dev/null 2>&1
cat >say.cjs <<'JS'
const { wordsToNumbers } = require("words-to-numbers");
console.log("words-to-numbers", require("words-to-numbers/package.json").version);
for (const words of [
    "under Article twenty, three days after notice",
    "the point of order is settled",
    "a point of order is settled",
    "no one but the second Party",
])
    console.log(`${words} => ${wordsToNumbers(words)}`);
JS
saw=$(node say.cjs)
echo "$saw"
[ "$saw" = "words-to-numbers 1.5.1
under Article twenty, three days after notice => under Article 23 days after notice
the point of order is settled => the 0 of order is settled
a point of order is settled => 1 of order is settled
no one but the second Party => no 1 but the 2 Party" ]
