// SPDX-License-Identifier: Apache-2.0
// Makes docs/pictures/page.png: the workbench in a browser on the bundled example. Needs playwright-core as
// tests/serve/play.t does. Usage: ENTENTE=build/gcc/entente node tools/picture-page.mjs [OUT.png]
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { browse, module, person, repository, serve, tidy } from "../tests/serve/stage.mjs";

const out = process.argv[2] || join(repository, "docs/pictures/page.png");
const browser = await browse(module("playwright-core"));
const first = await serve();
await first.end();
cpSync(join(repository, "examples/ardel"), join(first.folder, "ardel"), { recursive: true });
const entente = (...words) => execFileSync(process.env.ENTENTE, words, { cwd: first.folder, stdio: "pipe" });
entente("import", "ardel", "-o", "talks.entente");
entente("submit", "talks.entente", "ardel/plan/nereth.md", "--document", "plan", "--party", "Nereth");
const server = await serve(["talks.entente"], first.folder);
const { page } = await person(browser, "reader", { viewport: { width: 1200, height: 760 } });
await page.goto(server.link);
await page.goto(`${server.origin}/talks/text/plan`);
await page.locator("a.at").nth(3).evaluate((place) => window.scrollBy(0, place.getBoundingClientRect().top - 260));
await page.screenshot({ path: out });
await browser.close();
await server.end();
tidy(first.folder);
