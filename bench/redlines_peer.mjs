// SPDX-License-Identifier: Apache-2.0
// Redlines of docxodus: redlines_peer.mjs FOLDER PAIRS reads N.base.docx and N.draft.docx, writes N.peer.docx, prints how many revisions each has.
// It is run in a folder where docxodus is installed, see redlines_beside.py.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, pairs] = process.argv.slice(2);
const { initialize, compareDocuments, getRevisions } = await import(pathToFileURL("node_modules/docxodus/dist/core.js"));
await initialize();
const counts = [];
for (let i = 0; i < Number(pairs); i++) {
    const redline = await compareDocuments(await readFile(`${folder}/${i}.base.docx`), await readFile(`${folder}/${i}.draft.docx`), { authorName: "Ada" });
    await writeFile(`${folder}/${i}.peer.docx`, redline);
    counts.push((await getRevisions(redline)).length);
}
console.log(JSON.stringify(counts));
process.exit(0);
