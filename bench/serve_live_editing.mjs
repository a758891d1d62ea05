// SPDX-License-Identifier: Apache-2.0
// A live-editing server of npm, y-websocket 1.5.4 with yjs 13.6.20: how long a change of one of 100 clients takes to reach the others, and what the server holds.
// Usage: npm install --ignore-scripts y-websocket@1.5.4 yjs@13.6.20 ws@8.18.0 in a temporary folder; node serve_live_editing.mjs FOLDER [CLIENTS [CHANGES [WORDS]]]
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, clients = "100", changes = "20", words = "80000"] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), "x.cjs"));
const Y = require("yjs"), WebSocket = require("ws"), { WebsocketProvider } = require("y-websocket");
const port = 20000 + process.pid % 20000;
const server = spawn(process.execPath, [path.join(folder, "node_modules/y-websocket/bin/server.js")], { env: { ...process.env, PORT: String(port), HOST: "127.0.0.1" }, stdio: ["ignore", "pipe", "inherit"] });
await new Promise((done) => server.stdout.once("data", done));
const held = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]) / 1024;
const before = held();
const all = [];
for (let i = 0; i < Number(clients); i++) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, "plan", doc, { WebSocketPolyfill: WebSocket, disableBc: true });
  all.push({ doc, provider, text: doc.getText("t") });
  await new Promise((done) => provider.once("sync", done));
  if (i === 0) all[0].text.insert(0, "galdoni ".repeat(Number(words)));
}
await new Promise((done) => setTimeout(done, 1000));
const half = [], most = [], last = [];
for (let n = 0; n < Number(changes); n++) {
  const times = [];
  const begun = performance.now();
  const told = all.slice(1).map(({ text }) => new Promise((done) => {
    const see = () => { times.push(performance.now() - begun); text.unobserve(see); done(); };
    text.observe(see);
  }));
  all[0].text.insert(100 * n, "within 30 days ");
  await Promise.all(told);
  times.sort((a, b) => a - b);
  half.push(times[times.length >> 1]);
  most.push(times[Math.ceil(times.length * 0.99) - 1]);
  last.push(times.at(-1));
}
const middle = (row) => row.sort((a, b) => a - b)[row.length >> 1].toFixed(1);
console.log(`y-websocket, ${clients} clients, ${words} words: half within ${middle(half)} ms, 99 of 100 within ${middle(most)} ms, all within ${middle(last)} ms (worst ${Math.max(...last).toFixed(1)}); server ${before.toFixed(0)} MB before, ${held().toFixed(0)} MB now`);
server.kill();
process.exit(0);
