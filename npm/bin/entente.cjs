#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The command line of Entente over WebAssembly: the same words, files and exit codes as the native program.
"use strict";
const { fstatSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { randomFillSync } = require("node:crypto");
const { callMain } = require("./bytes.cjs");

// A run is over before optimised code would pay for its making: only what is truly hot gets it.
require("node:v8").setFlagsFromString("--wasm-tiering-budget=100000000");

require("../dist/entente.cjs")({
    nodeFiles: true,
    noInitialRun: true,
    thisProgram: "entente",
    wasmBinary: readFileSync(join(__dirname, "../dist/entente.wasm")),
    getRandomValue: () => randomFillSync(new Uint32Array(1))[0],
}).then(
    (entente) => {
        // By this name the program sees which file standard input is, and does not write over it.
        entente.FS.streams[0].path = "/dev/stdin";
        const { open } = entente.FS;
        entente.FS.open = (...asked) => {
            const stream = open(...asked);
            stream.seekable = fstatSync(stream.nfd).isFile(); // a pipe has no places in it
            return stream;
        };
        callMain(entente, process.argv.slice(2));
    },
    (error) => {
        process.stderr.write(`entente: ${error.message}\n`);
        process.exitCode = 2;
    },
);
