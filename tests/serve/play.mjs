// SPDX-License-Identifier: Apache-2.0
// The three rounds of the bundled example, played by four people with a browser each: from the files that are
// dropped to the verified record. What a person would click is clicked, and counted.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browse, check, end, module, person, repository, serve, tidy } from "./stage.mjs";

const example = join(repository, "examples/ardel");
const names = ["Velmark", "Tarsen", "Nereth"];
const started = Date.now();
const server = await serve();
const browser = await browse(module("playwright-core"));
const parties = {};
let mediator;

function edited(from, to, ...words) {
  execFileSync("python3", [join(example, "rounds/edit.py"), from, to, ...words]);
  return to;
}

function folder(name) {
  return join(server.folder, name);
}

// --- The first minute: files are dropped, the Word file is there, a case is kept

async function drop() {
  mediator = await person(browser, "Mediator");
  const { page } = mediator;
  await page.goto(server.link);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), mediator.click("#choose")]);
  mediator.clicks++; // "Open", in the window of the system
  await chooser.setFiles(["base", "velmark", "tarsen", "nereth"].map((name) => join(example, `economy/${name}.docx`)));
  check(await page.locator("#chosen input[data-party]").evaluateAll((fields) => fields.map((field) => field.value).sort().join()) ===
    "Nereth,Tarsen,Velmark", "each draft is given its party by its name");
  await mediator.click(mediator.button("Put them together"));
  await page.locator(".take").waitFor();
  const file = await mediator.download(page.locator(".take a").first());
  const bytes = readFileSync(await file.path());
  check(file.suggestedFilename().endsWith(".docx") && bytes.subarray(0, 2).toString() === "PK", "the consolidated Word file is there");
  check(mediator.clicks <= 6, `and took ${mediator.clicks} clicks`, mediator.clicks);
  await page.getByLabel("Keep this as a case called").fill("Recovery of the Lower Ardel");
  await mediator.click(mediator.button("Keep"));
  await page.locator(".places").waitFor();
  check(await mediator.shows("Recovery of the Lower Ardel"), "it is kept as a case");
}

// --- Who takes part

async function invite(name) {
  await mediator.go("People");
  await mediator.page.locator("form:has-text('Make a link') select[name=party]").selectOption({ label: name });
  await mediator.click(mediator.button("Make a link"));
  await mediator.page.locator("#news .message").waitFor();
  const link = /http:\S+/.exec(await mediator.says());
  const one = (parties[name] = await person(browser, name));
  await one.page.goto(link[0]);
  await one.page.locator("input[name=passphrase]").fill(`${name} keeps this to itself`);
  await one.page.locator("input[name=again]").fill(`${name} keeps this to itself`);
  await one.page.keyboard.press("Enter");
  await one.page.locator(".places").waitFor();
  check(await one.page.locator(".you .party").innerText() === name, `${name} is in, as itself`);
}

// --- Open places

// Opens the open place whose mark in the text stands in the row with these words.
async function open(one, point) {
  await one.go("Text");
  await one.click(one.page.locator("summary", { hasText: "List of open places" }));
  await one.click(one.page.locator(".fold[open] a", { hasText: point }));
  await one.page.locator("[data-part=wordings]").waitFor();
}

// The wording that a party holds, on the page of a place.
function wording(one, holder) {
  return one.page.locator("section.wording").filter({ has: one.page.locator(".held .party", { hasText: holder }) });
}

async function stance(name, point, holder, attitude, condition = "") {
  const one = parties[name];
  await open(one, point);
  const part = wording(one, holder).first();
  await part.locator("select[name=attitude]").selectOption(attitude);
  await part.locator("input[name=condition]").fill(condition);
  await one.click(one.button("Take this stance", part));
  await one.page.waitForLoadState();
  check((await wording(one, holder).first().innerText()).includes(attitude), `${name} takes a stance: ${attitude}`, await one.says());
}

async function agree(one, point, holder) {
  await open(one, point);
  await one.click(one.button("Agreed ad referendum on this wording", wording(one, holder).first()));
  await one.page.waitForLoadState();
  check(await one.shows("agreed ad referendum"), `${one.name} agrees on ${point}`, await one.says());
}

async function talk() {
  const { Velmark, Tarsen, Nereth } = parties;
  await stance("Tarsen", "Title I/2(a)", "Velmark", "oppose");
  await stance("Velmark", "Title II/5(a)", "Tarsen", "oppose");
  // All who look at the place see it without a reload.
  await open(Velmark, "Title III/8(a)");
  await open(Nereth, "Title III/8(a)");
  await stance("Tarsen", "Title III/8(a)", "Velmark", "support in principle", "if goods are marked");
  check(await Velmark.shows("if goods are marked") && await Nereth.shows("if goods are marked"), "the others see it without a reload");
  check((await Nereth.says()).includes("Tarsen"), "and are told who did it", await Nereth.says());
  await Nereth.page.locator("[data-part=comments] > form textarea").fill("Who pays for overruns?");
  await Nereth.click(Nereth.button("Comment"));
  check(await Velmark.shows("Who pays for overruns?"), "a comment stands on all screens");
  await Velmark.click(Velmark.page.locator("summary", { hasText: "Answer" }));
  await Velmark.page.locator("[data-part=comments] details textarea").fill("Each its own bank.");
  await Velmark.click(Velmark.button("Answer", Velmark.page.locator("[data-part=comments] details")));
  check(await Nereth.shows("Each its own bank."), "and so does its answer");
  await Nereth.page.locator("[data-part=notes] textarea").fill("We could live with 27.");
  await Nereth.click(Nereth.button("Keep the note"));
  check(await Nereth.shows("We could live with 27."), "a note of one's own is kept");
  await Tarsen.page.reload();
  check(!(await Tarsen.page.content()).includes("We could live with 27."), "and is nobody else's");
  await Velmark.click(Velmark.button("Park for later"));
  check(await Tarsen.shows("parked"), "a place is parked on all screens");
  await Velmark.click(Velmark.button("Reopen"));
  await Velmark.page.waitForLoadState();
  check(!(await Velmark.page.locator("[data-part=status]").innerText()).includes("parked"), "and opened again");
}

async function propose() {
  const { Tarsen, Velmark } = parties;
  await open(Tarsen, "Title III/8(a)");
  await Tarsen.page.locator("textarea[name=wording]").fill("four tests a year");
  await Tarsen.click(Tarsen.button("Propose"));
  await Tarsen.page.waitForLoadState();
  check(await Velmark.shows("four tests a year"), "a wording is proposed in the page and stands on all screens", await Tarsen.page.locator("main").innerText());
  await Tarsen.go("Drafts");
  await Tarsen.click(Tarsen.page.getByRole("link", { name: "Two drafts side by side" }));
  await Tarsen.page.getByLabel("Left").selectOption({ label: await Tarsen.page.getByLabel("Left").locator("option", { hasText: "the base" }).first().innerText() });
  await Tarsen.page.getByLabel("Right").selectOption({ label: await Tarsen.page.getByLabel("Right").locator("option", { hasText: "Tarsen" }).first().innerText() });
  await Tarsen.click(Tarsen.button("Side by side"));
  await Tarsen.page.locator("[data-part=beside]").waitFor();
  check(await Tarsen.page.locator("[data-part=beside] ins", { hasText: "four tests a year" }).count() === 1, "two drafts side by side show what is new");
  await Tarsen.go("Drafts");
  const next = await Tarsen.download(Tarsen.page.getByRole("link", { name: "Next base" }));
  check(next.suggestedFilename().endsWith(".next.docx"), "the next base is there before the round begins");
  const file = await Tarsen.download(Tarsen.page.locator("tr", { hasText: "Tarsen" }).filter({ hasText: "yes" }).locator("a").first());
  const text = execFileSync("python3", ["-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('word/document.xml').decode())", await file.path()]).toString();
  check(file.suggestedFilename().endsWith(".docx") && text.includes("four tests a year"), "and in the party's next Word draft");
}

// --- Two who settle the same place at once

async function race() {
  const { Velmark, Tarsen } = parties;
  for (const one of [Velmark, Tarsen]) await open(one, "Title III/10(a)");
  const buttons = (one, which) => one.page.locator("section.wording").nth(which).getByRole("button", { name: /^Agreed/ });
  await Promise.all([Velmark.click(buttons(Velmark, 0)), Tarsen.click(buttons(Tarsen, 1))]);
  await Promise.all([Velmark.page.waitForLoadState(), Tarsen.page.waitForLoadState()]);
  const said = await Promise.all([Velmark, Tarsen].map((one) => one.page.locator("body").innerText()));
  const late = said.findIndex((words) => words.includes("Somebody was here before you"));
  check(said.filter((words) => words.includes("Somebody was here before you")).length === 1, "of two who settle a place at once one is second", ...said);
  const [first, second] = late === 0 ? [Tarsen, Velmark] : [Velmark, Tarsen];
  check(said[late]?.includes(`${first.name} settled this place`), "the second is told who did what", said[late]);
  check(await first.shows("agreed ad referendum"), "the first sees that it is agreed");
  await second.click(second.page.locator("main a").last());
  check(await second.shows("agreed ad referendum"), "and so does the second, one click on", await second.page.locator("body").innerText());
}

// --- The rest of the case

async function enter() {
  const { page } = mediator;
  await mediator.go("Meetings");
  await page.getByLabel("What it is called").fill("Isenmoor");
  await page.getByLabel("Place").fill("Isenmoor");
  for (const name of names) await page.getByRole("checkbox", { name }).check();
  mediator.clicks += 3;
  await page.getByLabel("Agenda, a line each").fill("The railway\nThe waters");
  await page.getByLabel("Next steps, a line each").fill("The next base goes out");
  await mediator.click(mediator.button("Enter"));
  await page.waitForLoadState();
  check(await mediator.shows("Isenmoor") && /entered/.test(await mediator.says()), "a meeting is entered", await mediator.says());
  await mediator.go("Statements");
  await page.locator("textarea[name=report]").fill("Ilse Morren, head of the delegation of Velmark, said on Monday that the railway must be rebuilt within two years.");
  await mediator.click(page.locator("form:has(textarea[name=report]) button"));
  await page.locator("input[name=confirm]").first().check();
  mediator.clicks++;
  await mediator.click(page.locator("form:has(input[name=confirm]) button"));
  await page.waitForLoadState();
  check(/(The statement is|statements are) entered/.test(await mediator.says()), "a report is read, and what it says confirmed", await mediator.says());
  await mediator.go("Time");
  await mediator.click(page.locator("summary", { hasText: "Confirm or correct" }).first());
  await mediator.click(mediator.button("It says this"));
  await page.waitForLoadState();
  check(/The limit is entered/.test(await mediator.says()), "a limit is confirmed with its words", await mediator.says());
  check(await mediator.shows("✓ confirmed"), "and is seen to be", await mediator.says());
}

async function score(name) {
  const one = parties[name];
  await one.go("Packages");
  const fields = one.page.locator("form.scores input[type=number][name^=score]");
  const all = await fields.count();
  for (let i = 0; i < all; i++) await fields.nth(i).fill(String((i * 7 + name.length) % 11));
  await one.page.locator("input[name=reserve]").fill("20");
  await one.click(one.button("Seal these scores"));
  await one.page.waitForLoadState();
  check(/sealed|entered/.test(await one.says()), `${name} seals its scores`, await one.says(), await one.page.locator("body").innerText());
  check(await one.page.locator("[data-part=packages] h2").count() > 0, "and sees packages of its own", await one.page.locator("[data-part=packages]").innerText());
}

// --- Rounds

async function next() {
  await mediator.go("Drafts");
  await mediator.click(mediator.button("Begin the next round"));
  await mediator.page.waitForLoadState();
  return mediator.says();
}

// A party takes its draft on the new base, types in it, looks at what that changes and enters it.
async function answer(name, ...words) {
  const one = parties[name];
  await one.go("Drafts");
  const row = one.page.locator("tr", { hasText: name }).filter({ hasText: "yes" });
  const file = await one.download(row.locator("a").first());
  await file.saveAs(folder(`${name}-in.docx`));
  await one.page.locator("input[name=file]").setInputFiles(edited(folder(`${name}-in.docx`), folder(`${name}.docx`), ...words));
  await one.click(one.button("See what it changes"));
  await one.page.waitForLoadState();
  check(await one.shows("Nothing of it is in the case yet."), `${name} sees what its draft changes`, await one.page.locator("body").innerText());
  await one.click(one.button("Enter it", one.page.locator("section.step")));
  await one.page.waitForLoadState();
  check(/The draft \S+ is entered\./.test(await one.says()), "and enters it", await one.says());
}

// All that is open is agreed: the base's wording where the parties ask for two.
async function finish() {
  const { page } = mediator;
  await mediator.go("Text");
  await mediator.click(page.locator("summary", { hasText: "List of open places" }));
  let agreed = 0;
  await mediator.click(page.locator(".fold[open] a").first());
  for (;;) {
    await page.locator("[data-part=wordings]").waitFor();
    const button = page.getByRole("button", { name: /^Agreed ad referendum/ }).last();
    if (!(await page.locator(".good", { hasText: "agreed ad referendum" }).count())) {
      await mediator.click(button);
      await page.waitForLoadState();
      agreed++;
    }
    const on = page.locator("a.open-next");
    if (!(await on.count())) break;
    await mediator.click(on);
  }
  return agreed;
}

async function record() {
  const { page } = mediator;
  await mediator.go("Record");
  await mediator.click(mediator.button("Verify every hash and signature"));
  await page.waitForLoadState();
  check(/All of it holds/.test(await mediator.says()), "the record is verified on its page", await mediator.says());
  const { Nereth } = parties;
  await Nereth.go("Record");
  if (await Nereth.button("Sign a checkpoint").count()) {
    await Nereth.click(Nereth.button("Sign a checkpoint"));
    await Nereth.page.waitForLoadState();
    check(!/✗/.test(await Nereth.says()), "a party signs a checkpoint", await Nereth.says());
    await Nereth.go("Record");
    const note = await Nereth.download(Nereth.page.getByRole("link", { name: "the newest checkpoint" }));
    const { Velmark } = parties;
    await Velmark.go("Record");
    await Velmark.page.locator("form:has-text('somebody else signed') input[name=file]").setInputFiles(await note.path());
    await Velmark.click(Velmark.button("Co-sign it"));
    await Velmark.page.waitForLoadState();
    check(!/✗/.test(await Velmark.says()), "another co-signs it", await Velmark.says());
    const both = await Velmark.download(Velmark.page.getByRole("link", { name: "the newest checkpoint" }));
    check(/Nereth[^]*Velmark|Velmark[^]*Nereth/.test(readFileSync(await both.path(), "utf8")), "and both signatures stand in what is downloaded");
  }
}

async function play() {
  await drop();
  for (const name of names) await invite(name);
  await talk();
  await propose();
  await race();
  await agree(parties.Nereth, "Title I/4", "Nereth");
  await enter();
  for (const name of names) await score(name);
  check(/1?\d settled in|settled/.test(await next()), "the next round begins", await mediator.says());
  await answer("Velmark", "55 per cent", "45 per cent", "take 800 million", "take 900 million");
  await answer("Tarsen", "40 per cent", "45 per cent", "four tests a year", "for 7 years");
  console.log(`# ${await finish()} places agreed`);
  console.log(`# ${await next()}`);
  await record();
}

const people = () => [mediator, ...Object.values(parties)].filter((one) => one);
try {
  await play();
} catch (error) {
  check(false, "the play comes to its end", error.stack);
  for (const one of people()) await one.page.screenshot({ path: folder(`${one.name}.png`), fullPage: true });
  if (process.env.PLAY_PICTURES) execFileSync("cp", ["-r", server.folder, process.env.PLAY_PICTURES]);
}
for (const one of people()) check(one.trouble.length === 0, `no page of ${one.name} says anything against its rules`, ...one.trouble);
console.log(`# ${people().map((one) => `${one.name}: ${one.clicks} clicks`).join(", ")}; ${((Date.now() - started) / 1000).toFixed(1)} s`);
await browser.close();
check(await server.end() === 0, "the server ends");
const kept = execFileSync("sh", ["-c", `ls ${server.folder}/*.entente`]).toString().trim();
check(execFileSync(process.env.ENTENTE, ["verify", kept]).toString().startsWith("right"), "and the file that is left is right");
tidy(server.folder);
end();
