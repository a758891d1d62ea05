#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Library: @ansonlai/docx-redline-js 0.1.6 (npm), tracked changes for Word files from an old and a new
#   wording.
# One would guess: applyRedlineToOxml(xml, old words, new words) gives a paragraph that reads as the new
#   words once its changes are accepted; a reader that knows the words may be Markdown still expects signs
#   that are no pair of marks in Markdown to stand.
# It is so: of two lines to sign on each is cut in half ("____" gives "__"), "5 * 3 * 2" loses its
#   multiplication signs, "~30 or ~40" its tildes and a_b_c its underscores, all of which Markdown keeps. The
#   result says "ok". The README speaks of "text/markdown edits"; how a plain wording is to be handed over it
#   does not say.
# Fails when that has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    @ansonlai/docx-redline-js@0.1.6 @xmldom/xmldom@0.9.12 >/dev/null 2>&1
cat >say.mjs <<'JS'
import { readFileSync } from "fs";
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import * as redline from "@ansonlai/docx-redline-js";

const about = JSON.parse(readFileSync("node_modules/@ansonlai/docx-redline-js/package.json"));
console.log("docx-redline-js", about.version);
redline.configureXmlProvider({ DOMParser, XMLSerializer });
redline.configureLogger({ log() {}, warn() {}, error() {} });
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const old = "For Velmark";
const paragraph = `<w:p><w:r><w:t>${old}</w:t></w:r></w:p>`;
const text = `<w:document xmlns:w="${word}"><w:body>${paragraph}</w:body></w:document>`;
const options = { generateRedlines: true, author: "Tarsen" };
for (const wording of [
    "For Velmark and Tarsen",
    "For Velmark ____ For Tarsen ____",
    "For Velmark 5 * 3 * 2",
    "For Velmark ~30 or ~40",
    "For Velmark a_b_c",
]) {
    const made = await redline.applyRedlineToOxml(text, old, wording, options);
    const accepted = redline.acceptTrackedChangesInOoxml(made.oxml, { allAuthors: true }).oxml;
    const words = [...accepted.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((match) => match[1]).join("");
    console.log(`${wording} => ${made.status}: ${words}`);
}
JS
saw=$(node say.mjs)
echo "$saw"
[ "$saw" = "docx-redline-js 0.1.6
For Velmark and Tarsen => ok: For Velmark and Tarsen
For Velmark ____ For Tarsen ____ => ok: For Velmark __ For Tarsen __
For Velmark 5 * 3 * 2 => ok: For Velmark 5  3  2
For Velmark ~30 or ~40 => ok: For Velmark 30 or 40
For Velmark a_b_c => ok: For Velmark abc" ]
