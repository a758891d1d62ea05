// SPDX-License-Identifier: Apache-2.0
// How the pages look and whether all can use them: the rules of axe in light, dark and on a telephone, at 200 %
// zoom and in print; the main path without script, and by keyboard alone.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { browse, check, end, module, person, repository, serve, tidy } from "./stage.mjs";

const example = join(repository, "examples/ardel");
const pictures = process.env.PLAY_PICTURES; // a folder that gets what is seen
const axe = module("axe-core").source;
const browser = await browse(module("playwright-core"));

async function violations(page) {
  // The page's own rules let no other script in: axe runs beside it, in the world of the test.
  return page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.map((each) =>
    each.id + ": " + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")))`);
}

const looks = [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }],
  ["telephone", { colorScheme: "light", viewport: { width: 390, height: 844 } }],
  ["zoomed", { colorScheme: "light", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ["print", { colorScheme: "light", viewport: { width: 718, height: 1016 } }]]; // A4 within its margins

async function look(name, state, addresses, origin) {
  const found = [];
  const wide = [];
  for (const [kind, options] of looks) {
    const one = await person(browser, name, { ...options, storageState: state });
    for (const address of addresses) {
      await one.page.goto(origin + address);
      if (kind === "print") await one.page.emulateMedia({ media: "print" });
      if (!["zoomed", "print"].includes(kind)) for (const each of await violations(one.page)) found.push(`${kind} ${address} ${each}`);
      const over = await one.page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${kind} ${address} ${over} px`);
      if (pictures) await one.page.screenshot({ path: join(pictures, `${name}-${kind}${address.replaceAll(/\W+/g, "_")}.png`), fullPage: kind !== "zoomed" });
    }
    check(one.trouble.length === 0, `${name}, ${kind}: no page says anything against its rules`, ...one.trouble);
    await one.context.close();
  }
  check(found.length === 0, `${name}: ${addresses.length} pages break no rule of axe in light, dark and on a telephone`, found.length, ...found);
  check(wide.length === 0, `${name}: no page is wider than its window, zoomed or on paper`, ...wide);
}

async function pages() {
  const server = await serve();
  cpSync(example, join(server.folder, "ardel"), { recursive: true });
  const entente = (...words) => execFileSync(process.env.ENTENTE, words, { cwd: server.folder, stdio: "pipe" });
  entente("import", "ardel", "-o", "talks.entente");
  entente("submit", "talks.entente", "ardel/plan/nereth.md", "--document", "plan", "--party", "Nereth");
  await server.end();
  const talks = await serve(["talks.entente"], server.folder);
  const host = await person(browser, "host");
  await host.page.goto(talks.link);
  const root = new URL(host.page.url()).pathname;
  await host.go("Text");
  const slot = new URL(await host.page.locator("a.open-place").first().getAttribute("href"), talks.origin).pathname;
  const document = slot.split("/slots/")[0];
  const addresses = ["", "/drafts", "/time", "/packages", "/meetings", "/statements", "/people", "/record", "/beside?document=economy"].map((each) => root + each);
  addresses.push(document, `${document}/columns`, `${root}/text/plan/findings`, slot, `${root}/nothing`);
  await look("host", await host.context.storageState(), addresses, talks.origin);
  const links = new Set();
  for (const address of addresses) {
    await host.page.goto(talks.origin + address);
    for (const link of await host.page.$$eval("a[href]", (all) => all.map((each) => each.getAttribute("href").split("#")[0]))) links.add(link);
  }
  const dead = [];
  for (const link of links)
    if (link && !link.endsWith("/nothing")) {
      const answer = await host.context.request.get(new URL(link, talks.origin).href);
      if (!answer.ok()) dead.push(`${link} ${answer.status()}`);
    }
  check(dead.length === 0, `${links.size} links lead somewhere`, ...dead);
  const [party, mediator] = [await invited(host, `${talks.origin}${root}/people`, "Velmark"), await invited(host, `${talks.origin}${root}/people`, "Mediator")];
  await keyboard(party, document, talks.origin);
  await findingsByKeyboard(party, `${talks.origin}${root}/text/plan/findings`);
  await besideByKeyboard(party, `${talks.origin}${root}/beside?document=economy`);
  await scoreByKeyboard(party, `${talks.origin}${root}/packages?document=bilateral`);
  const ways = ["", "&reading=scores", "&reading=order", "&reading=questions"].map((each) => `${root}/packages?document=bilateral${each}`);
  await look("party", await party.context.storageState(), [...ways, `${root}/packages`, slot, `${root}/people`, `${root}/drafts`], talks.origin);
  await look("mediator", await mediator.context.storageState(), [`${root}/packages?document=bilateral`, `${root}/packages?document=bilateral&choice=1=2`], talks.origin);
  await talks.end();
  tidy(server.folder);
}

async function invited(host, people, party) {
  await host.page.goto(people);
  await host.page.locator("form:has-text('Make a link') select[name=party]").selectOption(party);
  await host.click(host.button("Make a link"));
  const one = await person(browser, party);
  await one.page.goto(/http:\S+/.exec(await host.says())[0]);
  const asked = await violations(one.page);
  check(asked.length === 0, "the page that asks for a passphrase breaks no rule of axe", ...asked);
  for (const field of ["passphrase", "again"]) await one.page.locator(`input[name=${field}]`).fill("the river is wide");
  await one.page.keyboard.press("Enter");
  await one.page.locator(".places").waitFor();
  return one;
}

// --- By keyboard alone

async function tabTo(one, selector, limit = 200) {
  for (let i = 0; i < limit; i++) {
    one.keys++;
    await one.page.keyboard.press("Tab");
    if (await one.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return true;
  }
  return false;
}

async function keyboard(one, document, origin) {
  const { page } = one;
  await page.goto(origin + document);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => ({ is: document.activeElement.matches(".skip"), at: document.activeElement.getBoundingClientRect().left }));
  check(skip.is && skip.at >= 0, "the first Tab shows the way past the bar", skip);
  await page.keyboard.press("n");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("n");
  const second = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("p");
  check(first && second && first !== second && await page.evaluate(() => document.activeElement.getAttribute("href")) === first,
    "n and p lead to the next and the last open place", first, second);
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check(ring !== "none", "and it is seen where one is", ring);
  await page.keyboard.press("Enter");
  await page.locator("[data-part=wordings]").waitFor();
  check(await tabTo(one, "select[name=attitude]"), "a stance is reached by Tab");
  await page.keyboard.press("o");
  await tabTo(one, "section.wording button");
  await page.keyboard.press("Enter");
  await page.locator("#news .message.done").waitFor();
  check((await page.locator("[data-part=wordings]").innerText()).includes("oppose"), `and taken by keyboard alone, in ${one.keys} keys`);
}

async function findingsByKeyboard(one, address) {
  const { page } = one;
  await page.goto(address);
  const count = await page.locator(".findings > li").count();
  await page.keyboard.press("n");
  const first = await page.evaluate(() => [...document.querySelectorAll(".findings > li")].indexOf(document.activeElement));
  check(count > 1 && first === 0, "n leads to the first of the findings", count, first);
  check(await tabTo(one, ".findings summary"), "the way to accept it is reached by Tab");
  await page.keyboard.press("Enter");
  await tabTo(one, ".findings input[name=note]");
  await page.keyboard.type("meant so");
  await page.keyboard.press("Enter");
  await page.locator("#news .message.done").waitFor();
  check(await page.locator(".findings > li").count() === count - 1, "and what is accepted is told no more");
}

async function besideByKeyboard(one, address) {
  const { page } = one;
  await page.goto(address);
  const rows = () => page.evaluate(() => [...document.querySelectorAll("tr.alike")].filter((row) => row.checkVisibility()).length);
  await page.keyboard.press("n");
  const first = await page.evaluate(() => [...document.querySelectorAll("tr.changed")].indexOf(document.activeElement));
  await page.keyboard.press("n");
  const second = await page.evaluate(() => [...document.querySelectorAll("tr.changed")].indexOf(document.activeElement));
  check(first === 0 && second === 1, "n leads from difference to difference of two drafts", first, second);
  const before = await rows();
  await page.goto(address);
  check(await tabTo(one, "#only-open"), "the box for what differs is reached by Tab");
  await page.keyboard.press("Space");
  check(before > 0 && await rows() === 0, "and leaves only what differs", before, await rows());
}

async function scoreByKeyboard(one, address) {
  const { page } = one;
  await page.goto(address);
  check(await tabTo(one, "form.scores input[name^=score]"), "the grid to score is reached by Tab");
  await page.keyboard.type("7");
  await tabTo(one, "form.scores input[name=red]");
  await page.keyboard.press("Space");
  await tabTo(one, "form.scores input[name=with_mediator]", 500);
  await page.keyboard.press("Space");
  await tabTo(one, "form.scores button");
  await page.keyboard.press("Enter");
  await page.locator("#news .message.done").waitFor();
  await page.goto(`${address}&reading=scores`);
  check(await page.locator("form.scores input[name^=score]").first().inputValue() === "7" && await page.locator("form.scores input[name=red]").first().isChecked(),
    "a score and a red line are given by keyboard alone");
}

// --- Without script

async function plain() {
  const server = await serve();
  const one = await person(browser, "plain", { javaScriptEnabled: false });
  const { page } = one;
  await page.goto(server.link);
  const found = await person(browser, "drop", { storageState: await one.context.storageState() });
  await found.page.goto(`${server.origin}/`);
  const dropped = await violations(found.page);
  check(dropped.length === 0, "the page to drop files on breaks no rule of axe", ...dropped);
  if (pictures) await found.page.screenshot({ path: join(pictures, "drop.png") });
  await page.locator("#base").setInputFiles(join(example, "economy/base.docx"));
  await page.locator("#drafts").setInputFiles(["velmark", "tarsen", "nereth"].map((name) => join(example, `economy/${name}.docx`)));
  await one.click(one.button("Put them together"));
  const file = await one.download(page.locator(".take a").first());
  check(readFileSync(await file.path()).subarray(0, 2).toString() === "PK", "without script the Word file is there");
  await page.getByLabel("Keep this as a case called").fill("Plain");
  await one.click(one.button("Keep"));
  await one.go("Text");
  await one.click(page.locator("summary", { hasText: "List of open places" }));
  await one.click(page.locator("a.open-place").first());
  await page.locator("select[name=attitude]").first().selectOption("oppose");
  await one.click(one.button("Take this stance"));
  check((await one.says()).includes("The stance is entered."), "a stance is taken");
  await one.click(one.button("Agreed ad referendum on this wording"));
  check(await one.shows("agreed ad referendum"), "a place is agreed on");
  await one.go("Drafts");
  await one.click(one.button("Begin the next round"));
  check(/settled/.test(await one.says()), "and the next round begins", await one.says());
  await one.go("Record");
  await one.click(one.button("Verify every hash and signature"));
  check(/All of it holds/.test(await one.says()), "the record is verified", await one.says());
  await server.end();
  tidy(server.folder);
}

for (const part of [plain, pages])
  try {
    await part();
  } catch (error) {
    check(false, `${part.name} comes to its end`, error.stack);
  }
await browser.close();
end();
