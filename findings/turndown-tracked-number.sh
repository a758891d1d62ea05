#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: turndown 7.2.5 (npm), web pages as Markdown.
# One would guess: of "within <del>30</del><ins>45</ins> days" either the marks survive (as "~~30~~" or as
#   HTML) or one of the two numbers is dropped; and a raised note number stays apart from the word before it.
# It is so: both numbers stay and nothing stands between them: "within 3045 days", and "30<sup>2</sup> days"
#   become "302 days". Elements without a rule of their own give their text and nothing else; the README says
#   so and has keep() for them, with del and ins as its example, but not that numbers grow together without
#   it. A redline saved as a page and turned to Markdown, to be compared or given to a model, has a limit of
#   eight years.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts turndown@7.2.5 >/dev/null 2>&1
cat >say.cjs <<'JS'
const Turndown = require("turndown");
console.log("turndown", require("turndown/package.json").version);
const tracked = "<p>The boats leave within <del>30</del><ins>45</ins> days.</p>";
const noted = "<p>The boats leave within 30<sup>2</sup> days.</p>";
console.log("as it comes:", new Turndown().turndown(tracked), new Turndown().turndown(noted));
console.log("with keep():", new Turndown().keep(["del", "ins", "sup"]).turndown(tracked));
JS
saw=$(node say.cjs)
echo "$saw"
[ "$saw" = "turndown 7.2.5
as it comes: The boats leave within 3045 days. The boats leave within 302 days.
with keep(): The boats leave within <del>30</del><ins>45</ins> days." ]
