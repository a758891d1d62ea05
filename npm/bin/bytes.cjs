// SPDX-License-Identifier: Apache-2.0
// Words of the command line that are no UTF-8, which Node gives with U+FFFD for what it cannot read: where the system tells
// the bytes, the program gets them as they are, and so do the files of such names.
"use strict";
const fs = require("node:fs");
const { dirname } = require("node:path");

const LOST = "\ufffd";
const BY_PATH = ["openSync", "statSync", "lstatSync", "readdirSync", "readlinkSync", "realpathSync", "mkdirSync", "rmdirSync",
    "unlinkSync", "renameSync", "linkSync", "chmodSync", "utimesSync", "truncateSync"];

/** The bytes of each word; null where all of them are read already, or where the system does not tell. */
function bytesOf(words) {
    if (!words.some((word) => word.includes(LOST))) return null;
    let line;
    try {
        line = fs.readFileSync("/proc/self/cmdline");
    } catch {
        return null;
    }
    const all = [];
    for (let from = 0, to; (to = line.indexOf(0, from)) >= 0; from = to + 1) all.push(line.subarray(from, to));
    const own = words.length > 0 ? all.slice(-words.length) : [];
    return own.length === words.length && own.every((bytes, i) => bytes.toString() === words[i]) ? own : null;
}

/** Files that begin with such a word, or lie in its folder, are asked for by their bytes. */
function giveBytesToFiles(words, bytes) {
    const begins = new Map();
    words.forEach((word, i) => {
        const behind = word.indexOf("=") + 1; // PARTY=FILE
        for (const [path, own] of [[word, bytes[i]], [word.slice(behind), bytes[i].subarray(bytes[i].indexOf("=") + 1)]]) {
            if (path.includes(LOST)) begins.set(path, own);
            if (dirname(path).includes(LOST)) begins.set(dirname(path) + "/", own.subarray(0, own.lastIndexOf("/") + 1));
        }
    });
    const longest = [...begins].sort(([a], [b]) => b.length - a.length);
    const asBytes = (path) => {
        if (typeof path !== "string" || !path.includes(LOST)) return path;
        const found = longest.find(([begin]) => path.startsWith(begin));
        return found ? Buffer.concat([found[1], Buffer.from(path.slice(found[0].length))]) : path;
    };
    for (const name of BY_PATH) {
        const plain = fs[name];
        const both = name === "renameSync" || name === "linkSync";
        fs[name] = (path, ...rest) => plain(asBytes(path), ...(both ? [asBytes(rest[0]), ...rest.slice(1)] : rest));
    }
}

/** Calls the program on its words. */
function callMain(entente, words) {
    const bytes = bytesOf(words);
    if (!bytes) return entente.callMain(words);
    giveBytesToFiles(words, bytes);
    const main = entente._main;
    entente._main = (count, at) => {
        bytes.forEach((word, i) => {
            const place = entente.HEAP32[(at >> 2) + i + 1];
            entente.HEAPU8.set(word, place);
            entente.HEAPU8[place + word.length] = 0;
        });
        return main(count, at);
    };
    // Room for the bytes: U+FFFD takes three of them, and stands for one to three.
    return entente.callMain(words);
}

module.exports = { callMain };
