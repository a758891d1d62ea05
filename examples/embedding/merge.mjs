// SPDX-License-Identifier: Apache-2.0
// Joins a base and two drafts in memory, says what is open and writes the Word file: merge.mjs FOLDER.
import { writeFile } from "node:fs/promises";
import { EntenteError, merge } from "entente";

const base = { name: "base.md", bytes: "The Parties report within 30 days.\n" };
const drafts = {
    A: { name: "a.md", bytes: "The Parties report within 14 days.\n" },
    B: { name: "b.md", bytes: "The Parties report in public within 30 days.\n" },
};
try {
    process.stdout.write(await merge({ base, drafts, to: "md" }));
    await writeFile(`${process.argv[2]}/out.docx`, await merge({ base, drafts, to: "docx" }));
} catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
}
