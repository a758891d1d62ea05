// SPDX-License-Identifier: Apache-2.0
// A server of its own and a real browser with a context a person: what the plays in the browser share.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const repository = new URL("../..", import.meta.url).pathname;
const wait = Number(process.env.ENTENTE_PLAY_WAIT || 15000);

// The modules lie in a folder that the environment names; the repository holds none of them.
export function module(name) {
  for (const folder of [process.env.ENTENTE_BROWSER_MODULES, ...(process.env.NODE_PATH || "").split(":")])
    if (folder && (existsSync(join(folder, name)) || existsSync(join(folder, "node_modules", name))))
      return createRequire(join(folder, existsSync(join(folder, name)) ? ".." : ".", "play.js"))(name);
  return null;
}

export const browserPath = process.env.CHROMIUM || "/usr/bin/chromium";

let count = 0;
let wrong = 0;
export function check(truth, name, ...more) {
  count++;
  if (!truth) wrong++;
  console.log(`${truth ? "ok" : "not ok"} ${count} - ${name}`);
  if (!truth) for (const each of more) console.log(`# ${String(typeof each === "object" ? JSON.stringify(each) : each).slice(0, 900).replaceAll("\n", "\n# ")}`);
  return truth;
}

// Whatever hangs ends.
setTimeout(() => {
  console.log("Bail out! the play takes too long");
  process.exit(1);
}, 900000).unref();

export async function serve(words = [], folder = mkdtempSync(join(process.env.TMPDIR || tmpdir(), "entente-play-"))) {
  const child = spawn(process.env.ENTENTE, ["serve", "--no-open", ...words], {
    cwd: folder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LD_PRELOAD: process.env.ENTENTE_PRELOAD || "" } });
  process.on("exit", () => child.kill("SIGKILL"));
  const link = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  return { link, folder, pid: child.pid, origin: new URL(link).origin, end: () => new Promise((resolve) => {
    child.on("exit", (code) => resolve(code));
    child.kill("SIGTERM");
  }) };
}

export function tidy(folder) {
  rmSync(folder, { recursive: true, force: true });
}

// Somebody at a screen; what a page says against its own rules is kept.
export class Person {
  constructor(name, context, page) {
    Object.assign(this, { name, context, page, clicks: 0, keys: 0, trouble: [] });
    page.setDefaultTimeout(wait);
    page.on("pageerror", (error) => this.trouble.push(`${page.url()}: ${error.message}`));
    page.on("console", (line) => {
      // A refusal is an answer with its status, which the browser tells in its console too.
      if (line.type() === "error" && !/status of 4\d\d/.test(line.text())) this.trouble.push(`${page.url()}: ${line.text()}`);
    });
    page.on("dialog", (dialog) => {
      this.trouble.push(`${page.url()}: a dialog "${dialog.message()}"`);
      dialog.dismiss();
    });
  }

  async click(what) {
    this.clicks++;
    const found = typeof what === "string" ? this.page.locator(what) : what;
    await found.first().click();
  }

  button(words, within = this.page) {
    return within.getByRole("button", { name: words, exact: true });
  }

  // Through the bar above every page.
  async go(place) {
    await this.click(this.page.locator(".places").getByRole("link", { name: place, exact: true }));
    await this.page.waitForLoadState();
  }

  // What the page answers to an act; a page that was asked for may still be on its way.
  async says(time = 3000) {
    let said = "";
    for (const until = Date.now() + time; !said && Date.now() < until; said || (await this.page.waitForTimeout(50)))
      said = (await this.page.locator("#news").innerText().catch(() => "")).trim();
    return said;
  }

  // Whether the words stand on the page, now or in a moment.
  async shows(words, time = wait) {
    for (const until = Date.now() + time; Date.now() < until; await this.page.waitForTimeout(50))
      if ((await this.page.locator("body").innerText().catch(() => "")).includes(words)) return true;
    return false;
  }

  async download(what) {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.click(what)]);
    return file;
  }
}

export async function browse(playwright) {
  return playwright.chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
}

export async function person(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  return new Person(name, context, await context.newPage());
}

export function end() {
  console.log(`1..${count}`);
  process.exit(wrong ? 1 : 0); // what is left running ends with us
}
