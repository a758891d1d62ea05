// SPDX-License-Identifier: Apache-2.0
// The verbs of Entente for programs in JavaScript: bytes in, bytes out.
import { EntenteError, startEngine } from "./engine.js";

export { EntenteError };

const MODULES = { merge: "entente-merge", all: "entente" };
// What the small module knows; everything else loads the whole one.
const SMALL = new Set(["merge", "view", "counterparts", "diff", "brackets", "text", "limits"]);
// A module never gives memory back by itself: one that has grown beyond this is let go after the call.
const KEPT_BYTES = 128 << 20;

const isNode = typeof process === "object" && Boolean(process.versions?.node);

async function readModule(name) {
    const address = new URL(`./dist/${name}.wasm`, import.meta.url);
    if (!isNode) return WebAssembly.compileStreaming(fetch(address));
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(address));
}

async function findRandom() {
    const source = globalThis.crypto ?? (await import("node:crypto")).webcrypto;
    return (array) => source.getRandomValues(array);
}

const kinds = new Map(); // name -> {factory, compiled, random, engine}

async function kindOf(name) {
    if (!kinds.has(name))
        kinds.set(
            name,
            Promise.all([import(`./dist/${name}.js`), readModule(name), findRandom()]).then(
                ([glue, compiled, random]) => ({ factory: glue.default, compiled, random, engine: null }),
            ),
        );
    return kinds.get(name);
}

/** Runs a verb of the command line: the words behind "entente", and the files that they name. */
export async function run(words, files = {}, options = {}) {
    const kind = await kindOf(SMALL.has(words[0]) ? MODULES.merge : MODULES.all);
    const given = Object.entries(files).map(([name, bytes]) => [name, asBytes(name, bytes)]);
    const engine = kind.engine ?? (await startEngine(kind.factory, kind.compiled, kind.random));
    kind.engine = null; // nobody else runs on it meanwhile
    try {
        return engine.run(words, given, options);
    } finally {
        if (engine.isSound && engine.bytesHeld <= KEPT_BYTES) kind.engine = engine;
    }
}

function asBytes(name, bytes) {
    if (typeof bytes === "string") return new TextEncoder().encode(bytes);
    if (bytes instanceof Uint8Array) return bytes;
    if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
    throw new EntenteError("BAD_INPUT", `${name}: is neither bytes nor text; give a Uint8Array`);
}

// --- The verbs one meets most

/** Files by the names that the words of one call use for them. */
class Desk {
    files = {};
    add(file, otherwise) {
        const name = file?.name ?? otherwise;
        if (file?.bytes === undefined)
            throw new EntenteError("BAD_INPUT", `${name}: has no bytes; give {name, bytes}`);
        // Two parties may have sent files of one name: then the second stands in a folder of its own.
        const free = name in this.files ? `${Object.keys(this.files).length}/${name}` : name;
        this.files[free] = file.bytes;
        return free;
    }
}

function draftsOf(drafts) {
    return Array.isArray(drafts) ? drafts : Object.entries(drafts).map(([party, file]) => ({ party, ...file }));
}

function addDrafts(desk, words, drafts) {
    for (const draft of draftsOf(drafts)) {
        const name = desk.add(draft, "draft");
        words.push(draft.party === undefined ? name : `${draft.party}=${name}`);
    }
}

function flag(words, name, value) {
    if (value === true) words.push(`--${name}`);
    else if (value !== undefined && value !== false) words.push(`--${name}=${value}`);
}

const onOff = (value) => (value === undefined ? undefined : value ? "on" : "off");

/** Joins every party's draft with the base: the bytes of the consolidated file. */
export async function merge(request, options) {
    return (await mergeAnswer(request, options)).output;
}

/** The same, with what is told beside it. */
export async function mergeAnswer({ base, drafts = [], to = "docx", as, names, date, authors = {}, fragments = [],
                                    anyBase, moves, struck, notes }, options) {
    const desk = new Desk(), words = ["merge"];
    words.push(desk.add(base, "base"));
    addDrafts(desk, words, drafts);
    flag(words, "as", as);
    flag(words, "names", onOff(names));
    flag(words, "date", date);
    flag(words, "any-base", anyBase);
    flag(words, "moves", moves);
    flag(words, "struck", struck);
    flag(words, "notes", notes);
    for (const [party, people] of Object.entries(authors)) words.push(`--authors=${party}=${[people].flat().join(",")}`);
    for (const party of fragments) words.push(`--fragment=${party}`);
    words.push("-o", `out.${to}`);
    return run(words, desk.files, options);
}

/** What changed between two versions: "entente-diff/1", or bytes when `to` says another form. */
export async function diff({ before, after, to = "json", author, date, fragment, anyBase, struck }, options) {
    const desk = new Desk();
    const words = ["diff", desk.add(before, "before"), desk.add(after, "after")];
    flag(words, "author", author);
    flag(words, "date", date);
    flag(words, "fragment", fragment);
    flag(words, "any-base", anyBase);
    flag(words, "struck", struck);
    words.push("-o", `out.${to}`);
    return parsed((await run(words, desk.files, options)).output, to);
}

/** Every time limit of a text: "entente-limits/1". */
export async function limits({ file, date }, options) {
    const desk = new Desk(), words = ["limits", desk.add(file, "text")];
    flag(words, "date", date);
    flag(words, "json", true);
    return parsed((await run(words, desk.files, options)).output, "json");
}

/** What everyone could accept: "entente-bargain/1" in, the whole answer out. */
export async function bargain({ scenario, point, party, explain, whatIf = [] }, options) {
    const file = scenario?.bytes === undefined ? { name: "scenario.json", bytes: JSON.stringify(scenario) } : scenario;
    const desk = new Desk(), words = ["bargain", desk.add(file, "scenario.json")];
    flag(words, "point", point);
    flag(words, "party", party);
    flag(words, "explain", explain);
    for (const change of whatIf) words.push(`--what-if=${change}`);
    flag(words, "json", true);
    return parsed((await run(words, desk.files, options)).output, "json");
}

/** The steps and limits of a text, and whether they fit together. */
export async function timetable({ text, steps, drafts = [], signed, from, slip, rules }, options) {
    const desk = new Desk(), words = ["timetable"];
    if (text) words.push(desk.add(text, "text"));
    addDrafts(desk, words, drafts);
    if (steps) flag(words, "steps", desk.add(steps, "steps.yaml"));
    flag(words, "signed", signed);
    flag(words, "from", from);
    flag(words, "slip", slip);
    flag(words, "rules", rules);
    flag(words, "json", true);
    return parsed((await run(words, desk.files, options)).output, "json");
}

function parsed(output, to) {
    return to === "json" ? JSON.parse(new TextDecoder().decode(output)) : output;
}
