// SPDX-License-Identifier: Apache-2.0
// node reading_peer.cjs chrono-node|compromise-dates FILE: how fast a date reader for JavaScript goes.
const fs = require("fs");
const [name, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");
let read;
if (name === "chrono-node") {
  const chrono = require("chrono-node");
  read = (line) => chrono.parse(line).length;
} else {
  const nlp = require("compromise");
  nlp.plugin(require("compromise-dates"));
  read = (line) => nlp(line).dates().length;
}
const from = process.cpuUsage();
let found = 0;
for (const line of text.split("\n")) found += read(line);
const seconds = process.cpuUsage(from).user / 1e6;
const megabytes = Buffer.byteLength(text) / 1e6;
console.log(`${name.padEnd(18)} ${(megabytes / seconds).toFixed(2).padStart(6)} MB/s  (${megabytes.toFixed(2)} MB in ${seconds.toFixed(3)} s, ${found} found)`);
