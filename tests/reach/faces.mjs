// SPDX-License-Identifier: Apache-2.0
// Every verb on every face, held against the native bytes: faces.mjs PAGE PACKAGE NATIVE SOURCE SHARED [--write]. One line of TAP a verb;
// --write puts the table into docs/reach.md. SHARED may be missing: then the real Word files are left out. Without playwright-core
// so is the page.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [address, folder, native, source, shared] = process.argv.slice(2, 7).map((path) => resolve(path));
const { run } = await import(pathToFileURL(join(folder, "index.js")));
const require = createRequire(import.meta.url);
const FILES = Number(process.env.ENTENTE_FILES ?? 40); // real Word files

// --- Faces

async function openPage() {
    let chromium;
    try {
        ({ chromium } = require("playwright-core"));
    } catch {
        return null;
    }
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    const page = await (await browser.newContext({ offline: true })).newPage();
    await page.goto(pathToFileURL(address).href);
    await page.waitForSelector("body[data-ready=yes]", { timeout: 60000 });
    return { browser, page };
}
const chrome = await openPage();

// What a face answers: {output, files, message}, bytes in base64.
const answerOf = (output, files, message) => ({ output, files, message });
const encoded = (bytes) => Buffer.from(bytes).toString("base64");

function byNative(words, files) {
    const desk = mkdtempSync(join(tmpdir(), "reach-face-"));
    for (const [name, bytes] of files) writeFileSync(join(desk, name), bytes);
    const at = words.indexOf("-o");
    const ran = spawnSync(native, words, { cwd: desk, maxBuffer: 1 << 30 });
    const written = at < 0 ? ran.stdout : existsSync(join(desk, words[at + 1])) ? readFileSync(join(desk, words[at + 1])) : Buffer.alloc(0);
    const made = readdirSync(desk).filter((name) => name.endsWith(".entente")).map((name) => [name, readFileSync(join(desk, name))])
        .filter(([name, bytes]) => !files.some(([other, old]) => other === name && old.equals(bytes)));
    rmSync(desk, { recursive: true });
    if (ran.status >= 2 && written.length === 0) return answerOf("", [], ran.stderr.toString().trim().split("\n").pop().replace(/^entente: /, ""));
    return answerOf(encoded(written), made.map(([name, bytes]) => [name, encoded(bytes)]), "");
}
const isAct = new Set(["init", "party", "enter", "submit"]); // what they print is a summary
async function byModule(words, files) {
    try {
        const found = await run(words, Object.fromEntries(files));
        return answerOf(isAct.has(words[0]) ? null : encoded(found.output), [...found.files].filter(([name]) => name.endsWith(".entente"))
            .map(([name, bytes]) => [name, encoded(bytes)]), "");
    } catch (error) {
        return answerOf("", [], error.message);
    }
}
async function byPage(words, files) {
    return chrome.page.evaluate(async ([asked, given, acts]) => {
        const encode = (bytes) => {
            let letters = "";
            for (let i = 0; i < bytes.length; i += 32768) letters += String.fromCharCode(...bytes.subarray(i, i + 32768));
            return btoa(letters);
        };
        try {
            const found = await ask(asked, given.map(([name, text]) => [name, Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
            return { output: acts.includes(asked[0]) ? null : encode(found.output), message: "",
                files: [...found.files].filter(([name]) => name.endsWith(".entente")).map(([name, bytes]) => [name, encode(bytes)]) };
        } catch (error) {
            return { output: "", files: [], message: error.message };
        }
    }, [words, files.map(([name, bytes]) => [name, encoded(bytes)]), [...isAct]]);
}

// --- What is asked

const at = (path) => join(source, path);
const file = (path, name = basename(path)) => [name, readFileSync(path)];
const plan = ["base.docx", "velmark.docx", "tarsen.docx", "nereth.md"].map((name) => file(at(`examples/ardel/plan/${name}`)));
const drafts = ["Velmark=velmark.docx", "Tarsen=tarsen.docx", "Nereth=nereth.md"];
const timetable = ["base", "velmark", "tarsen", "nereth"].map((name) => file(at(`examples/ardel/timetable/${name}.yaml`)));
const rows = []; // {verb, words, files}
const add = (verb, words, files) => rows.push({ verb, words: [verb, ...words], files });

for (const kind of ["docx", "html", "md", "txt", "json"]) add("merge", ["base.docx", ...drafts, "-o", `out.${kind}`], plan);
for (const form of ["columns", "proposals", "options"]) add("merge", ["base.docx", ...drafts, "--as", form, "-o", "out.html"], plan);
add("merge", ["base.docx", ...drafts, "--as", "columns", "-o", "out.docx"], plan);
const merged = [["merged.json", Buffer.from(byNative(["merge", "base.docx", ...drafts, "-o", "merged.json"], plan).output, "base64")]];
for (const kind of ["txt", "md", "html", "json"]) add("view", ["merged.json", "--party", "Tarsen", "-o", `out.${kind}`], merged);
for (const kind of ["docx", "md", "html"]) add("next", ["merged.json", "--base", "base.docx", "-o", `out.${kind}`], [...merged, plan[0]]);
for (const kind of ["docx", "html", "txt", "json"]) add("diff", ["base.docx", "velmark.docx", "-o", `out.${kind}`], plan);
for (const kind of ["docx", "html", "json", "md", "txt", "yaml"]) add("counterparts", ["base.docx", "Nereth=nereth.md", "-o", `out.${kind}`], plan);
for (const kind of ["json", "txt", "md", "html", "docx"]) add("issues", ["merged.json", "-o", `out.${kind}`], merged);
for (const kind of ["json", "txt", "md", "html", "docx"]) add("proofread", ["merged.json", "-o", `out.${kind}`], merged);
add("text", ["velmark.docx", "--labels"], plan);
add("limits", ["nereth.md", "base.docx", "--json"], plan);
add("brackets", ["nereth.md", "--json"], plan);
add("statements", ["report.txt", "--json"], [["report.txt", Buffer.from("The envoy, Corin Haldane, said on 3 March 2031 that he opposed it. \"We will see,\" he told reporters.\n")]]);
for (const kind of ["json", "html", "svg", "ics", "csv"]) add("timetable", ["base.yaml", "-o", `out.${kind}`], timetable);
add("timetable", ["base.yaml", "Velmark=velmark.yaml", "Nereth=nereth.yaml", "--json"], timetable);
for (const name of ["scenario", "mediator"])
    for (const kind of ["txt", "json", "html", "csv"]) add("bargain", [`${name}.json`, "-o", `out.${kind}`], [file(at(`examples/ardel/bargain/${name}.json`))]);
add("spatial", ["actors.csv", "--json"], [["actors.csv", Buffer.from("actor,capability,position,salience\nA,1,10,0.5\nB,0.6,80,0.9\nC,0.3,40,0.7\n")]]);

// A case, act by act: the bytes of the file itself.
const moment = (day) => ["--now", `2031-03-0${day}T10:00:00Z`, "--seed", String(day).repeat(64)];
let talks = [];
const act = (words, more = []) => {
    const files = [...talks, ...more];
    rows.push({ verb: words[0], words, files });
    const made = byNative(words, files).files.map(([name, bytes]) => [name, Buffer.from(bytes, "base64")]);
    if (made.length > 0) talks = made;
};
act(["init", "talks.entente", "--title", "Talks", "--id", "talks", ...moment(1)]);
act(["party", "talks.entente", "velmark", "--name", "Velmark", ...moment(2)]);
act(["enter", "talks.entente", "document", "plan", "--set", "title=Plan", ...moment(3)]);
act(["submit", "talks.entente", "base.docx", "--document", "plan", "--base", ...moment(4)], plan);
act(["submit", "talks.entente", "velmark.docx", "--document", "plan", "--party", "velmark", ...moment(5)], plan);
for (const words of [["verify", "--json"], ["show", "-o", "out.html"], ["show", "-o", "out.json"], ["log", "--json"], ["brief", "-o", "out.html"], ["brief", "-o", "out.docx"],
    ["export", "--bundle", "-o", "out.jsonl"]])
    rows.push({ verb: words[0], words: [words[0], "talks.entente", ...words.slice(1)], files: talks });

// Real Word files, spread over what there is.
const walk = (path) => statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => walk(join(path, name))) : [path];
const real = existsSync(shared) ? walk(join(shared, "data/docx")).filter((path) => path.endsWith(".docx")) : [];
const chosen = Array.from({ length: Math.min(FILES, real.length) }, (_, i) => real[Math.floor((i * real.length) / FILES)]);
const ofReal = chosen.flatMap((path, i) => {
    const one = ["a.docx", readFileSync(path)], two = ["b.docx", readFileSync(chosen[(i + 1) % chosen.length])];
    return [["text", "a.docx", "--labels"], ["limits", "a.docx", "--json"], ["brackets", "a.docx", "--json"], ["merge", "a.docx", "-o", "out.json"],
        ["merge", "a.docx", "-o", "out.docx"], ["merge", "a.docx", "A=b.docx", "--any-base", "-o", "out.docx"], ["merge", "a.docx", "A=b.docx", "--any-base", "-o", "out.html"],
        ["diff", "a.docx", "b.docx", "--any-base", "-o", "out.json"], ["counterparts", "a.docx", "A=b.docx", "-o", "out.json"]]
        .map((words) => ({ verb: words[0], words, files: [one, two], isReal: true, path }));
});
rows.push(...ofReal);

// --- Held against one another

const counts = new Map(); // "verb kind" -> {runs, refused, node, page}
const wrong = [];
const agrees = (wanted, got) => (got.output === null || got.output === wanted.output || isAct.has(wanted.verb)) && got.message === wanted.message &&
    JSON.stringify(got.files) === JSON.stringify(wanted.files);
for (const row of rows) {
    const wanted = byNative(row.words, row.files);
    const key = `${row.verb} ${row.isReal ? "real" : "example"}`;
    const count = counts.get(key) ?? { runs: 0, refused: 0, node: 0, page: 0 };
    counts.set(key, count);
    count.runs++;
    if (wanted.message !== "") count.refused++;
    for (const [face, ask] of [["node", byModule], ["page", byPage]]) {
        if (face === "page" && !chrome) continue;
        const got = await ask(row.words, row.files);
        if (agrees(wanted, got)) count[face]++;
        else wrong.push(`${face}: ${row.words.join(" ")}${row.path ? ` (${row.path})` : ""}: ${got.message || "other bytes"}${wanted.message ? ` for "${wanted.message}"` : ""}`);
    }
}
await chrome?.browser.close();

const verbs = [...new Set(rows.map((row) => row.verb))];
const cell = (count, face) => (!count ? "–" : face === "page" && !chrome ? "not tried" : count[face] === count.runs ? `all ${count.runs}` : `${count[face]} of ${count.runs}`);
const lines = verbs.map((verb) => {
    const [example, files] = [counts.get(`${verb} example`), counts.get(`${verb} real`)];
    return `| ${verb} | ${["node", "page"].map((face) => cell(example, face)).join(" | ")} | ${["node", "page"].map((face) => cell(files, face)).join(" | ")} |`;
});
const refused = [...counts.values()].reduce((sum, count) => sum + count.refused, 0);
if (process.argv.includes("--write")) {
    const paper = at("docs/reach.md");
    const table = `Runs whose bytes are the native program's; ${chosen.length} real Word files. Of ${rows.length} runs ${refused} are refusals, which agree to the letter.\n\n` +
        "| verb | example, Node | example, Chromium from file:// | real files, Node | real files, Chromium |\n| --- | --- | --- | --- | --- |\n" +
        `${lines.join("\n")}\n${wrong.length ? `\nWhat differs:\n\n${wrong.map((line) => `- ${line}`).join("\n")}\n` : ""}`;
    writeFileSync(paper, readFileSync(paper, "utf8").replace(/(<!-- faces[^\n]*-->\n)[\s\S]*?(<!-- faces end -->)/, (_, first, last) => `${first}\n${table}\n${last}`));
}
console.log(`1..${verbs.length}`);
verbs.forEach((verb, i) => {
    const faults = wrong.filter((line) => line.split(" ")[1] === verb);
    for (const fault of faults) console.error(`# ${fault}`);
    console.log(`${faults.length ? "not ok" : "ok"} ${i + 1} - ${verb} gives the native bytes`);
});
