// SPDX-License-Identifier: Apache-2.0
// The last figures, in bytes and in milliseconds of user time, and what is measured now. One line of TAP each.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const LAST = {
    "merge alone, packed with brotli": 673000, // promised: under 800,000
    "every verb": 3630000,
    "every verb, packed with brotli": 1418000,
    "the offline page": 2260000,
    "start of the command line": 80, // with Node's own 45; measured as the least of some runs
};
const packed = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

function start() {
    const timed = () => spawnSync("bash", ["-c", "TIMEFORMAT=%U; time node build/npm/package/bin/entente.cjs version >/dev/null"]);
    return Math.min(...Array.from({ length: 5 }, () => Number(timed().stderr.toString().trim()) * 1000));
}

const now = {
    "merge alone, packed with brotli": packed("build/wasm/out/entente-merge.wasm"),
    "every verb": statSync("build/wasm/out/entente.wasm").size,
    "every verb, packed with brotli": packed("build/wasm/out/entente.wasm"),
    "the offline page": statSync("build/wasm/entente.html").size,
    "start of the command line": start(),
};
const names = Object.keys(LAST);
console.log(`1..${names.length}`);
names.forEach((name, i) => {
    // A start is measured while others work on the same processors.
    const most = name.startsWith("start") ? LAST[name] * 3 : LAST[name] * 1.1;
    console.log(`${now[name] <= most ? "ok" : "not ok"} ${i + 1} - ${name}: ${now[name]}, last ${LAST[name]}`);
});
