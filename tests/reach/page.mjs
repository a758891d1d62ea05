// SPDX-License-Identifier: Apache-2.0
// The offline page in a real Chromium with the network cut: page.mjs PAGE EXAMPLE NATIVE [FOLDER FOR PICTURES]. One line of TAP a claim.
// NODE_PATH says where playwright-core and axe-core are.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [address, example, native] = process.argv.slice(2, 5).map((path) => resolve(path));
const pictures = process.argv[5];
const work = mkdtempSync(join(tmpdir(), "reach-page-"));
const parties = [["velmark.docx", "Velmark"], ["tarsen.docx", "Tarsen"], ["nereth.md", "Nereth"]];
const texts = ["base.docx", ...parties.map(([name]) => name)].map((name) => [name, readFileSync(join(example, name))]);

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ offline: true, acceptDownloads: true });
const requests = [], complaints = [];
let clicks = 0;

async function fresh(size = { width: 1200, height: 900 }) {
    const page = await context.newPage();
    await page.setViewportSize(size);
    page.on("request", (request) => /^(file|blob|data|about):/.test(request.url()) || requests.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(address).href);
    await page.waitForSelector("body[data-ready=yes]", { timeout: 60000 });
    clicks = 0;
    return page;
}
// Real events of dragging, with real files in them.
async function drop(page, files) {
    const carrier = await page.evaluateHandle((given) => {
        const data = new DataTransfer();
        for (const [name, encoded] of given)
            data.items.add(new File([Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))], name));
        return data;
    }, files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
    for (const kind of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("main", kind, { dataTransfer: carrier });
}
async function click(page, what) {
    clicks++;
    await page.getByRole("button", { name: what, exact: true }).click();
}
const settled = (page) => page.waitForFunction(() => document.body.ariaBusy !== "true" && document.getElementById("work").hidden, null, { timeout: 120000 });
async function saved(page, what) {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120000 }), click(page, what)]);
    return readFileSync(await download.path());
}
async function merged(page, files = texts) {
    await drop(page, files);
    await click(page, "Merge");
    await page.waitForSelector("#found:not([hidden])", { timeout: 120000 });
    await settled(page);
}
const frame = (page) => page.frameLocator("#text");
const nativeOf = (words, name, cwd = example) => {
    spawnSync(native, [...words, "-o", join(work, name)], { cwd });
    return readFileSync(join(work, name));
};
const same = (got, wanted) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) throw new Error(`got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
};
const equal = (got, wanted) => {
    if (Buffer.compare(got, wanted) !== 0) throw new Error(`not the same bytes (${got.length}, ${wanted.length})`);
};
const picture = (page, name, options) => pictures && page.screenshot({ path: join(pictures, `${name}.png`), ...options });
async function accessible(page) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { iframes: false }));
    same(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 90)).join(" ")}`), []);
}
const words = ["merge", "base.docx", ...parties.map(([name, party]) => `${party}=${name}`)];
const message = (page) => page.locator("#news").innerText();

const claims = [];
const claim = (name, run) => claims.push([name, run]);

claim("a person needs two clicks from the dropped files to the Word file, and its bytes are the native ones", async () => {
    const page = await fresh();
    await picture(page, "1-start");
    await accessible(page);
    await drop(page, texts);
    same(await page.locator("[data-party]").evaluateAll((all) => all.map((field) => field.value).sort()), ["Nereth", "Tarsen", "Velmark"]);
    await picture(page, "2-chosen");
    await page.waitForFunction(() => document.body.innerText.includes("tracked changes by Ilse Morren, Lukas Aske"), null, { timeout: 20000 });
    await accessible(page);
    await click(page, "Merge");
    const file = await saved(page, ".docx with tracked changes");
    same(clicks, 2);
    equal(file, nativeOf(words, "out.docx"));
    await settled(page);
    await accessible(page);
    await picture(page, "3-merged", { fullPage: true });
    await page.close();
});
claim("the other forms and the issues list have the native bytes", async () => {
    const page = await fresh();
    await merged(page);
    for (const [label, kind, form] of [[".html", "html", []], [".md", "md", []], [".json", "json", []], [".docx in columns", "docx", ["--as", "columns"]]])
        equal(await saved(page, label), nativeOf([...words, ...form], `o.${kind}`));
    nativeOf(words, "merged.json");
    equal(await saved(page, "issues list .docx"), nativeOf(["issues", join(work, "merged.json")], "issues.docx"));
    await page.close();
});
claim("the text is filtered by party, columns are shown, and what was read is told", async () => {
    const page = await fresh();
    await merged(page);
    same(/123 points/.test(await page.locator("#counts").innerText()), true);
    same(/42 tracked changes were read as accepted/.test(await page.locator("#notes").evaluate((all) => all.textContent)), true);
    const shown = () => frame(page).locator(".v.c").evaluateAll((all) => all.filter((one) => one.offsetParent !== null && getComputedStyle(one).display !== "none").length);
    const before = await shown();
    await frame(page).locator(".legend input").first().uncheck();
    same((await shown()) < before, true);
    await click(page, "Columns");
    await settled(page);
    same(await frame(page).locator("table.cols, .cols").count() > 0, true);
    await picture(page, "4-columns", { fullPage: true });
    await click(page, "Open issues");
    await settled(page);
    await picture(page, "5-issues", { fullPage: true });
    await page.close();
});
claim("a merged text that was saved is opened again", async () => {
    const page = await fresh();
    await merged(page);
    const json = await saved(page, ".json");
    await page.close();
    const again = await fresh();
    await drop(again, [["merged.json", json]]);
    await again.waitForSelector("#found:not([hidden])", { timeout: 60000 });
    await settled(again);
    writeFileSync(join(work, "merged.json"), json);
    equal(await saved(again, ".json"), nativeOf(["merge", "merged.json"], "again.json", work));
    equal(await saved(again, ".md"), nativeOf(["merge", "merged.json"], "again.md", work));
    await again.close();
});
claim("a case is opened, verified and briefed, and a changed one is told", async () => {
    const path = join(work, "talks.entente");
    for (const line of [["init", path, "--title", "Talks"], ["party", path, "velmark", "--name", "Velmark"]]) execFileSync(native, line, { stdio: "pipe" });
    const page = await fresh();
    await drop(page, [["talks.entente", readFileSync(path)]]);
    await page.waitForSelector("#found:not([hidden])", { timeout: 60000 });
    await settled(page);
    same(await page.locator("#counts").innerText(), "The record is as it was recorded.");
    same(/Talks/.test(await frame(page).locator("body").innerText()), true);
    await picture(page, "6-case", { fullPage: true });
    equal(await saved(page, "brief .html"), nativeOf(["brief", path], "brief.html"));
    const broken = Buffer.from(readFileSync(path));
    for (let i = broken.indexOf("Velmark"); i >= 0; i = broken.indexOf("Velmark", i + 1)) broken[i] = 88;
    await drop(page, [["talks.entente", broken]]);
    await settled(page);
    same(/NOT as it was recorded/.test(await page.locator("#counts").innerText()) || (await message(page)) !== "", true);
    await page.close();
});
claim("packages are weighed from a sheet", async () => {
    const page = await fresh();
    await drop(page, [["scenario.json", readFileSync(join(example, "../bargain/scenario.json"))]]);
    await page.waitForSelector("#found:not([hidden])", { timeout: 60000 });
    await settled(page);
    equal(await saved(page, ".csv"), nativeOf(["bargain", "../bargain/scenario.json"], "front.csv"));
    await picture(page, "7-packages", { fullPage: true });
    await page.close();
});
claim("bad input gets a line, and the page goes on", async () => {
    const page = await fresh();
    for (const [name, bytes, wanted] of [
        ["photo.png", [137, 80, 78, 71], /photo\.png: is neither a text/],
        ["talks.entente", [1, 2, 3], /talks\.entente/],
        ["score.json", Buffer.from("{\"a\":"), /score\.json/],
    ]) {
        await drop(page, [[name, bytes]]);
        await settled(page);
        await page.waitForFunction(() => document.getElementById("news").innerText !== "", null, { timeout: 20000 });
        same([name, wanted.test(await message(page))], [name, true]);
    }
    await drop(page, [["base.docx", Buffer.from("no zip")], ["a.docx", Buffer.from("no zip")]]);
    await click(page, "Merge");
    await settled(page);
    same(await message(page), "base.docx: is not a zip archive.");
    await page.evaluate(() => {
        const large = new File([], "large.docx");
        Object.defineProperty(large, "size", { value: 300 << 20 });
        take([large]);
    });
    same(await message(page), "large.docx: is larger than 256 MiB, the limit for one file.");
    await page.reload();
    await page.waitForSelector("body[data-ready=yes]");
    await merged(page);
    await page.close();
});
claim("a worker that dies is replaced", async () => {
    const page = await fresh();
    await page.workers()[0].evaluate(() => close());
    await merged(page);
    same(await message(page), "");
    await page.close();
});
claim("it reads on a narrow screen and on paper", async () => {
    const page = await fresh({ width: 390, height: 800 });
    await merged(page);
    same(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
    await accessible(page);
    await picture(page, "8-narrow", { fullPage: true });
    await page.emulateMedia({ media: "print" });
    same(await page.locator(".drop").isVisible(), false);
    await picture(page, "9-print", { fullPage: true });
    await page.close();
});
claim("no request left the page, and nothing was complained about", () => {
    same(requests, []);
    same(complaints, []);
});
claim("a connection is forbidden by the page's policy, not by the network alone", async () => {
    const page = await fresh();
    const refused = await page.evaluate(() => new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
        fetch("data:text/plain,x").catch(() => {});
    }));
    same(refused, "connect-src");
    await page.close();
});

console.log(`1..${claims.length}`);
for (const [i, [name, run]] of claims.entries()) {
    const error = await Promise.resolve().then(run).then(() => null, (reason) => reason);
    if (error) console.error(`# ${error.stack ?? error}`);
    console.log(`${error ? "not ok" : "ok"} ${i + 1} - ${name}`);
}
await browser.close();
rmSync(work, { recursive: true });
