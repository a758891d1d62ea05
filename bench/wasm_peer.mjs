// SPDX-License-Identifier: Apache-2.0
// bench/wasm_peer: the merge of the module in Node beside docxodus (npm, .NET as WebAssembly), which consolidates several reviewers.
//
//     node bench/wasm_peer.mjs PACKAGE [RUNS]     in a folder where docxodus is installed
//
// From .docx to .docx with tracked changes, two parties and three, and four (one of the three twice): the bundled economic agreement as it is
// and twenty times as long. User seconds: of a process's first answer with its start, and the least of its later ones; peak memory.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const copies = [1, 20];
const reviewers = ["velmark", "tarsen", "nereth", "velmark"];

const asks = {
    entente: async (folder) => {
        const { merge } = await import(pathToFileURL(join(folder, "index.js")));
        return (base, drafts) => merge({ base: { name: "base.docx", bytes: base }, to: "docx",
            drafts: drafts.map((bytes, i) => ({ party: "ABCD"[i], name: `${i}.docx`, bytes })) });
    },
    docxodus: async () => {
        const peer = await import(pathToFileURL("node_modules/docxodus/dist/core.js"));
        await peer.initialize();
        return (base, drafts) => peer.docxDiffConsolidate(base, drafts.map((document, i) => ({ document, author: "ABCD"[i] })));
    },
};

async function measure(who, folder, inputs, parties, runs) {
    const read = (name) => new Uint8Array(readFileSync(join(inputs, `${name}.docx`)));
    const ask = await asks[who](folder);
    const base = read("base");
    const drafts = reviewers.slice(0, parties).map(read);
    const seconds = [];
    for (let i = 0; i < runs + 1; i++) {
        const before = process.cpuUsage();
        const answer = await ask(base, drafts);
        if (!(answer.bytes ?? answer).length) throw new Error("nothing came back");
        seconds.push(process.cpuUsage(before).user / 1e6);
    }
    const all = process.cpuUsage().user / 1e6;
    const first = all - seconds.slice(1).reduce((sum, one) => sum + one, 0);
    console.log(JSON.stringify({ first, later: Math.min(...seconds.slice(1)), memory: process.resourceUsage().maxRSS / 1024 }));
    process.exit(0);
}

if (process.argv[2] === "--one") {
    const [who, folder, inputs, parties, runs] = process.argv.slice(3);
    await measure(who, folder, inputs, Number(parties), Number(runs));
}
const folder = resolve(process.argv[2]);
const runs = process.argv[3] ?? "3";
const work = mkdtempSync(join(tmpdir(), "wasm-peer-"));
for (const count of copies) {
    const inputs = join(work, String(count));
    mkdirSync(inputs);
    spawnSync("python3", [join(here, "docx_input.py"), join(here, "../examples/ardel/economy"), String(count), inputs], { stdio: "inherit" });
    for (const parties of [1, 2, 4]) {
        const row = {};
        for (const who of ["docxodus", "entente"]) {
            const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--one", who, folder, inputs, String(parties), runs], { encoding: "utf8" });
            if (ran.status !== 0) throw new Error(ran.stderr);
            row[who] = JSON.parse(ran.stdout.trim().split("\n").pop());
            const { first, later, memory } = row[who];
            console.log(`${count} times, ${parties} parties, ${who}: start and first ${first.toFixed(2)} s, later ${later.toFixed(3)} s, ${memory.toFixed(0)} MiB`);
        }
        console.log(`  ${(row.docxodus.first / row.entente.first).toFixed(1)} and ${(row.docxodus.later / row.entente.later).toFixed(1)} times faster`);
    }
}
rmSync(work, { recursive: true });
