// SPDX-License-Identifier: Apache-2.0
// The numbers of lists as docxodus shows them: docxodus_labels.mjs FILE… prints one JSON line a file, [[label, words], …].
// It is run in a folder where docxodus is installed, see docxodus_labels.t.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const { initialize, convertDocxToHtml } = await import(pathToFileURL("node_modules/docxodus/dist/core.js"));
await initialize();

const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&amp;/g, "&").replace(/&#x200[ef];|\u200e|\u200f/g, "").trim();
for (const file of process.argv.slice(2)) {
    const html = (await convertDocxToHtml(await readFile(file), {})).replace(/^[\s\S]*<body[^>]*>/, "");
    const found = [];
    for (const [, inner] of html.matchAll(/<(?:p|h[1-6])\b[^>]*>([\s\S]*?)<\/(?:p|h[1-6])>/g)) {
        const marker = inner.match(/<span data-list-marker="true"[^>]*>(?:<span[^>]*>)*<span data-list-marker="true"[^>]*>([\s\S]*?)<\/span>/);
        const label = marker ? plain(marker[1]) : "";
        const all = plain(inner);
        found.push([label, all.startsWith(label) ? all.slice(label.length).trim() : all]);
    }
    console.log(JSON.stringify(found));
}
process.exit(0);
