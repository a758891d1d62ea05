// SPDX-License-Identifier: Apache-2.0
// A party seals, opens and signs in its own page: what it keeps to itself is in no byte that goes to the server, in no file of it and
// in none of its memory; the command line opens the same. Every byte goes through a line of ours, which keeps a copy.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, openSync, readSync, closeSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browse, check, end, module, person, serve, tidy } from "./stage.mjs";

const folder = mkdtempSync(join(process.env.TMPDIR || tmpdir(), "entente-sealed-"));
const words = "quiet herons cross the delta";
const scores = ["70613371", "18823373", "55013399"];
const reserve = "31337017";
const note = "we-would-live-with-forty-five-days";
const open = "Talks at the bridge"; // what anybody may see, and is found
const canaries = [words, ...scores, reserve, note];
const run = (...said) => execFileSync(process.env.ENTENTE, said, { cwd: folder, encoding: "utf8" });

// --- A case, and a line that keeps a copy

writeFileSync(join(folder, "base.md"), "# Plan\n\n1. Troops leave within 30 days.\n\n2. A council of five meets every month.\n");
writeFileSync(join(folder, "ua.md"), "# Plan\n\n1. Troops leave within 10 days.\n\n2. A council of seven meets every month.\n");
writeFileSync(join(folder, "ru.md"), "# Plan\n\n1. Troops leave within 90 days.\n\n2. A council of five meets every month.\n");
run("init", "talks.entente", "--title", open);
for (const name of ["UA", "RU"]) run("party", "talks.entente", name, "--name", name);
run("enter", "talks.entente", "document", "plan", "--set", "title=Plan");
run("submit", "talks.entente", "base.md", "--document", "plan", "--base");
run("submit", "talks.entente", "ua.md", "--document", "plan", "--party", "UA");
run("submit", "talks.entente", "ru.md", "--document", "plan", "--party", "RU");

const copied = [];
let behind = 0;
const proxy = createServer((near) => {
  const far = connect(behind, "127.0.0.1");
  for (const [from, to] of [[near, far], [far, near]]) {
    from.on("data", (piece) => {
      copied.push(piece);
      to.write(piece);
    });
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
  }
});
await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${proxy.address().port}`;
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
behind = port;
const server = await serve([join(folder, "talks.entente"), "--wasm", process.env.ENTENTE_WASM, "--port", String(port), "--behind", origin], folder);
const browser = await browse(module("playwright-core"));
const host = await person(browser, "Secretariat");
await host.page.goto(server.link);

async function link(name) {
  await host.go("People");
  await host.page.locator("form:has-text('Make a link') select[name=party]").selectOption(name);
  await host.click(host.button("Make a link"));
  await host.page.locator("#news .message").waitFor();
  return /http:\S+/.exec(await host.says())[0];
}

const opened = (who) => who.page.locator("body[data-vault-ready=yes]").waitFor();

// --- A party comes in, makes its keys in the page, and scores

const ua = await person(browser, "UA");
await ua.page.goto(await link("UA"));
await opened(ua);
check(await ua.page.locator("#keys-here").isVisible() && !(await ua.page.locator("#keys-there").isVisible()), "where the passphrase is asked stands that it stays here");
await ua.page.locator("input[name=passphrase]").fill(words);
await ua.page.locator("input[name=again]").fill(words);
await ua.click(ua.button("Open"));
await ua.page.locator(".places").waitFor();
check(JSON.parse(run("show", "talks.entente", "key", "UA", "--json")).sign.length === 44, "its keys are in the record, made by its page");

await ua.go("Packages");
await opened(ua);
const cells = ua.page.locator("input[name^='score.']");
check((await cells.count()) >= 4, "the places are there to score", await cells.count());
for (let i = 0; i < scores.length; i++) await cells.nth(i).fill(scores[i]);
await ua.page.locator("input[name=reserve]").fill(reserve);
await ua.click(ua.button("Seal these scores"));
check(await ua.shows("sealed and signed in this browser"), "the scores are sealed", await ua.says());
check(await ua.shows("packages"), "and weighed in the page");
check((await cells.nth(0).inputValue()) === scores[0], "the page shows them again");

// --- A note at a place, and a checkpoint

const slot = JSON.parse(run("show", "talks.entente", "slots", "--json"))[0].id;
await ua.page.goto(`${origin}/talks/text/plan/slots/${slot}`);
await opened(ua);
await ua.page.locator("[data-part=notes] textarea").fill(note);
await ua.click(ua.button("Keep the note"));
check(await ua.shows("sealed and signed in this browser"), "a note is sealed", await ua.says());
check(await ua.page.locator("[data-part=notes]").getByText(note).count() === 1, "and stands at its place");
await ua.go("Record");
await ua.click(ua.button("Sign a checkpoint"));
check(await ua.shows("The checkpoint is signed"), "a checkpoint is signed", await ua.says());
run("export", "talks.entente", "--bundle", "-o", "record.jsonl");
check(readFileSync(join(folder, "record.jsonl"), "utf8").includes("\\n\\n\u2014 UA "), "and kept in the record");

// --- Others act meanwhile; the page of the party comes along

await ua.page.goto(`${origin}/talks/text/plan/slots/${slot}`);
await opened(ua);
await ua.page.locator("[data-part=notes]").getByText(note).waitFor();
run("stance", "talks.entente", slot, "2", "oppose", "--party", "RU");
check(await ua.shows("RU took a stance", 8000), "what others do is told on it");
check(await ua.page.locator("[data-part=notes]").getByText(note).count() === 1, "and what is its own stays");

// --- Another tab, another browser, the command line

const tab = await ua.context.newPage();
await tab.goto(`${origin}/talks/packages`);
await tab.locator("#vault input[name=passphrase]").fill("another passphrase");
await tab.locator("#vault button").click();
await tab.locator("#news .refused").waitFor();
check((await tab.locator("input[name^='score.']").count()) === 0, "a tab without the passphrase shows nothing, and a wrong one opens nothing");
await tab.locator("#vault input[name=passphrase]").fill(words);
await tab.locator("#vault button").click();
await tab.locator("body[data-vault-ready=yes]").waitFor();
check((await tab.locator("input[name^='score.']").nth(2).inputValue()) === scores[2], "the right one opens it there");
await tab.close();

const again = await person(browser, "UA elsewhere");
await again.page.goto(await link("UA"));
await opened(again);
await again.page.locator("input[name=passphrase]").fill("quiet herons");
await again.click(again.button("Open"));
check(await again.shows("does not open"), "elsewhere a wrong passphrase does not sign in", await again.says());
await again.page.locator("input[name=passphrase]").fill(words);
await again.click(again.button("Open"));
await again.page.locator(".places").waitFor();
await again.go("Packages");
await opened(again);
check((await again.page.locator("input[name=reserve]").inputValue()) === reserve, "another browser reads the same");

writeFileSync(join(folder, "ua.pass"), words);
const worth = run("unseal", "talks.entente", "UA-plan", "--as", "UA", "--passphrase-file", "ua.pass");
check(scores.every((score) => worth.includes(score)) && worth.includes(reserve), "the command line opens the same scores", worth);
check(/right|holds|verified/i.test(run("verify", "talks.entente", "--as", "UA", "--passphrase-file", "ua.pass")), "the record verifies with what is sealed in it");

// --- What the server refuses to do itself

const plain = await ua.page.evaluate(async () => {
  const token = document.querySelector("input[name=token]").value;
  const tried = [];
  for (const act of [{ act: "scores", document: "plan", "score.0.0": "1" }, { act: "note", text: "x", readers: "own" }, { act: "note", text: "x", readers: "party:UA" }, { act: "checkpoint" }])
    tried.push((await (await fetch("/api/v1/cases/talks/acts", { method: "POST", body: new URLSearchParams({ token, ...act }) })).json()).error.message);
  return tried;
});
check(plain.length === 4 && plain.every((said) => /keys in the browser/.test(said)), "it seals and signs nothing for who does so in the page", plain);

// --- The canaries

function inMemory(pid) {
  const found = [];
  const memory = openSync(`/proc/${pid}/mem`, "r");
  for (const line of readFileSync(`/proc/${pid}/maps`, "latin1").split("\n")) {
    const range = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line);
    if (!range || /\[v/.test(line)) continue;
    const [from, to] = [parseInt(range[1], 16), parseInt(range[2], 16)];
    const piece = 1 << 24;
    for (let at = from; at < to; at += piece - 64) {
      const bytes = Buffer.alloc(Math.min(piece, to - at));
      try {
        readSync(memory, bytes, 0, bytes.length, at);
      } catch {
        continue;
      }
      for (const canary of [open, ...canaries]) if (bytes.includes(canary)) found.push(canary);
    }
  }
  closeSync(memory);
  return found;
}

const wire = Buffer.concat(copied);
check(wire.includes("/api/v1/cases/talks/own-entries") && wire.includes(open), "the line kept what went over it", wire.length);
const texts = [wire.toString("latin1"), decodeURIComponent(wire.toString("latin1").replace(/%(?![0-9a-fA-F]{2})/g, "%25").replace(/%[89a-fA-F][0-9a-fA-F]/g, "?").replaceAll("+", " "))];
check(canaries.every((canary) => texts.every((text) => !text.includes(canary))), "nothing of it went over the line", canaries.filter((canary) => texts.some((text) => text.includes(canary))));
const files = readdirSync(folder, { recursive: true }).filter((name) => name.startsWith("talks.entente"));
check(files.length > 0 && files.every((name) => canaries.every((canary) => !readFileSync(join(folder, name)).includes(canary))), "nothing of it lies in a file", files);
let memory = null;
try {
  memory = inMemory(server.pid);
} catch (error) {
  console.log(`# the server's memory cannot be read here: ${error.message}`);
}
check(memory === null || (memory.includes(open) && memory.every((found) => found === open)), "nothing of it is in the server's memory", memory);
for (const one of [host, ua, again]) check(one.trouble.length === 0, `no page of ${one.name} breaks its own rules`, one.trouble);
check((await server.end()) === 0, "the server ends well");
tidy(folder);
end();
