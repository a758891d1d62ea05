// SPDX-License-Identifier: Apache-2.0
// Words of the command line that are no UTF-8, which Node gives with U+FFFD for what it cannot read: where the system tells
// the bytes, the program gets them as they are, and refuses them as a name as the native program does. A file of such a
// name cannot be opened this way.
"use strict";
const fs = require("node:fs");

const LOST = "\ufffd";

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

/** Calls the program on its words. */
function callMain(entente, words) {
    const bytes = bytesOf(words);
    if (!bytes) return entente.callMain(words);
    const main = entente._main;
    // There is room for the bytes: U+FFFD takes three, and stands for one to three.
    entente._main = (count, at) => {
        bytes.forEach((word, i) => {
            const place = entente.HEAP32[(at >> 2) + i + 1];
            entente.HEAPU8.set(word, place);
            entente.HEAPU8[place + word.length] = 0;
        });
        return main(count, at);
    };
    return entente.callMain(words);
}

module.exports = { callMain };
