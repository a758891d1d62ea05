// SPDX-License-Identifier: Apache-2.0
// Markup that people write into names, titles, wordings, comments and statements stays words in a real browser:
// nothing runs, nothing is loaded, and the rules of the pages are never even asked. Usage: markup.mjs STRINGS
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { browse, check, end, module, person, serve, tidy } from "./stage.mjs";

const wanted = Number(process.argv[2] || 3000);
let seed = 7;
const any = (list) => list[(seed = (seed * 1103515245 + 12345) % 2147483648) % list.length];

const run = ["window.ran=1", "alert(1)", "top.ran=1", "document.title='ran'", "fetch('/ran')"];
const before = ["", "\"", "'", "\">", "'>", "-->", "]]>", "</textarea>", "</title>", "</script>", "</style>", "</option></select>", "</blockquote>", "<!--", "\\", "&quot;>"];
const made = [
  (code) => `<script>${code}</script>`, (code) => `<img src=x onerror=${code}>`, (code) => `<svg/onload=${code}>`,
  (code) => `<svg><script>${code}</script></svg>`, (code) => `<iframe srcdoc="<script>${code}</script>"></iframe>`,
  (code) => `<a href="javascript:${code}">x</a>`, (code) => `<body onload=${code}>`, (code) => `<input autofocus onfocus=${code}>`,
  (code) => `<details open ontoggle=${code}>`, (code) => `<math><mtext><img src=x onerror=${code}>`, () => "<base href=//evil.example/>",
  (code) => `<form action="javascript:${code}"><button>x`, (code) => `" onmouseover="${code}" autofocus onfocus="${code}`,
  (code) => `' onclick='${code}' x='`, () => "<meta http-equiv=refresh content=0;url=//evil.example/>",
  () => "<link rel=stylesheet href=//evil.example/x.css>", () => "<style>*{display:none}</style>", (code) => `<object data="javascript:${code}">`,
  (code) => `<template shadowrootmode=open><img src=x onerror=${code}></template>`, (code) => `\${${code}}`, (code) => `{{${code}}}`,
  (code) => `&lt;script&gt;${code}&lt;/script&gt;`, (code) => `&#60;img src=x onerror=${code}&#62;`, (code) => `<sCrIpT\t>${code}</ScRiPt >`,
  (code) => `<img\fsrc=x\fonerror=${code}//`, (code) => `<x id=news name=token class=message style="position:fixed;inset:0" onclick=${code}>`,
];
const hostile = () => any(before) + any(made)(any(run)) + any(["", " ", "<", "\"", "'", "<!--"]);
const strings = Array.from({ length: wanted }, (_, i) => `${hostile()} ${i}`);

const server = await serve();
const browser = await browse(module("playwright-core"));
const host = await person(browser, "host");
const { page } = host;
const asked = [];
page.on("request", (request) => {
  if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:")) asked.push(request.url());
});

function texts(count) {
  const some = strings.slice(0, count).map((each) => each.replaceAll("\f", " "));
  const text = (change) => some.map((each, i) => `Clause of the plan: ${change(each, i)} and no more.\n`).join("\n");
  const other = (i, turn) => (i % 3 === turn ? strings[(i + count) % strings.length].replaceAll("\f", " ") : null);
  const files = { "base.txt": text((each) => each), "one.txt": text((each, i) => other(i, 0) ?? each), "two.txt": text((each, i) => other(i, 1) ?? each) };
  return Object.entries(files).map(([name, body]) => {
    writeFileSync(join(server.folder, name), body);
    return join(server.folder, name);
  });
}

async function keep() {
  await page.goto(server.link);
  await page.locator("#picker").setInputFiles(texts(Math.min(120, wanted)));
  const fields = page.locator("#chosen input[data-party]");
  for (let i = 0; i < 2; i++) await fields.nth(i).fill(strings[i].replaceAll(",", "").slice(0, 60));
  await host.click(host.button("Put them together"));
  await page.locator(".take").waitFor();
  await page.getByLabel("Keep this as a case called").fill(strings[3]);
  await host.click(host.button("Keep"));
  await page.locator(".places").waitFor();
  return new URL(page.url()).pathname;
}

// Forms as the pages have them, filled and sent by the page itself.
async function fill(root) {
  await host.go("Text");
  await page.goto(server.origin + await page.locator("a.open-place").first().getAttribute("href"));
  const size = Math.ceil(wanted / 8);
  for (let i = 0; i < wanted; i += size) {
    // Typed, megabytes would take the browser's own editor minutes; they are put into the field at once.
    await page.locator("[data-part=comments] > form textarea").evaluate((field, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, strings.slice(i, i + size).join("\n"));
    await host.click(host.button("Comment"));
    await page.waitForLoadState();
  }
  await page.locator("input[name=condition]").first().fill(strings[5]);
  await host.click(host.button("Take this stance"));
  await page.waitForLoadState();
  const slot = page.url();
  await page.goto(`${server.origin}${root}/meetings`);
  await page.getByLabel("What it is called").fill(strings[6]);
  await page.getByLabel("Agenda, a line each").fill(strings.slice(0, 200).join("\n"));
  await host.click(host.button("Enter"));
  await page.goto(`${server.origin}${root}/people`);
  await page.locator("form:has-text('Office') input[name=name]").fill(strings[7]);
  await page.getByLabel("Office or task").fill(strings[8]);
  await host.click(host.button("Add", page.locator("form:has-text('Office')")));
  await page.goto(`${server.origin}${root}/drafts`);
  await page.getByLabel("Title").fill(strings[9]);
  await host.click(host.button("Add"));
  return new URL(slot).pathname;
}

async function holds(address) {
  await page.goto(server.origin + address);
  return page.evaluate(() => ({
    ran: window.ran, title: document.title === "ran",
    made: document.querySelectorAll("main script, iframe, object, main style, main link, base, main meta, main img, math, x, [onload], [onerror], [onclick], [onfocus], [onmouseover], [ontoggle]").length,
    led: [...document.querySelectorAll("a, form")].filter((each) => /^javascript:/i.test(each.href || each.action)).length,
    bodies: document.querySelectorAll("body").length, words: document.body.innerText.includes("onerror="),
  }));
}

try {
  const root = await keep();
  const slot = await fill(root);
  const documents = `${root}/text/text`;
  const wrong = [];
  let words = 0;
  for (const address of [root, documents, `${documents}/columns`, `${documents}/findings`, slot, `${documents}?search=%3Cscript%3Ealert(1)%3C/script%3E`,
    ...["drafts", "time", "packages", "meetings", "statements", "people", "record", "%3Cscript%3E"].map((each) => `${root}/${each}`)]) {
    const found = await holds(address);
    words += found.words;
    if (found.ran || found.title || found.made || found.led || found.bodies !== 1) wrong.push({ address, ...found });
  }
  check(wrong.length === 0, `${strings.length} strings of markup in names, titles, wordings and comments make nothing and run nothing`, ...wrong);
  check(words >= 4, `and are read as the words they are, on ${words} pages`);
  // The same through the script that changes open pages.
  await page.goto(server.origin + slot);
  const other = await host.context.newPage();
  await other.goto(server.origin + slot);
  await other.locator("[data-part=comments] > form textarea").fill(strings.slice(0, 300).join("\n") + " the last of them");
  await other.getByRole("button", { name: "Comment", exact: true }).click();
  check(await host.shows("the last of them"), "another page shows them without a reload");
  check(!(await page.evaluate(() => window.ran || document.querySelectorAll("main img, main script, iframe").length)), "and they run nothing there");
} catch (error) {
  check(false, "it comes to its end", error.stack);
}
check(host.trouble.length === 0, "no page says anything against its rules: the policy was not even asked", ...host.trouble);
check(asked.length === 0, "nothing was asked of anybody else", ...asked);
await browser.close();
await server.end();
tidy(server.folder);
end();
