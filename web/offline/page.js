// SPDX-License-Identifier: Apache-2.0
// The offline page: files in, the consolidated text out. All work is done in a worker, which is replaced when it dies.
"use strict";

const MOST_BYTES = 256 << 20; // the library takes no larger file
const BEGIN_MILLISECONDS = 5000; // a worker that has not begun by then is gone
const $ = (id) => document.getElementById(id);

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// --- The worker

const packed = Uint8Array.from(atob($("module").textContent), (letter) => letter.charCodeAt(0));
const workerAddress = URL.createObjectURL(new Blob([$("worker").textContent], { type: "text/javascript" }));
let worker = null;
let waiting = null; // {id, done, failed, timer}: one call at a time
let calls = 0;

function startWorker() {
  worker?.terminate();
  worker = new Worker(workerAddress);
  worker.onmessage = ({ data }) => hear(data);
  worker.onerror = () => lose("the worker broke off");
  worker.postMessage({ packed });
}

function settle(how, value) {
  const call = waiting;
  waiting = null;
  clearTimeout(call?.timer);
  call?.[how](value);
}

function lose(message, code = "FAILED") {
  startWorker();
  settle("failed", Object.assign(new Error(message), { code }));
}

function hear(data) {
  if (data.kind === "ready") {
    $("state").textContent = "ready";
    document.body.dataset.ready = "yes";
  }
  if (data.kind === "lost" && data.id === undefined) say("refused", `The program cannot run in this browser: ${data.message}`);
  if (!waiting || data.id !== waiting.id) return;
  if (data.kind === "begun") clearTimeout(waiting.timer);
  if (data.kind === "progress") tell(data.done, data.all);
  if (data.kind === "done") settle("done", data.found);
  if (data.kind === "failed") settle("failed", Object.assign(new Error(data.message), { code: data.code }));
  if (data.kind === "lost") lose(data.message, data.code);
}

let line = Promise.resolve(); // calls wait for one another

function ask(words, files) {
  const answer = line.then(() => askNow(words, files));
  line = answer.catch(() => {});
  return answer;
}

function askNow(words, files) {
  return new Promise((done, failed) => {
    const call = { id: ++calls, words, files };
    const send = (isAgain) => {
      waiting.timer = setTimeout(() => {
        if (isAgain) return lose("the worker does not begin");
        startWorker(); // it had died unseen
        send(true);
      }, BEGIN_MILLISECONDS);
      worker.postMessage(call);
    };
    waiting = { id: call.id, done, failed, timer: 0 };
    send(false);
  });
}

// --- What is said

function say(kind, message) {
  $("news").replaceChildren(...(message ? [element("p", { className: `message ${kind}` }, message)] : []));
}

let began = 0;
let doing = "";
let clock = 0;

function tell(done, all) {
  const seconds = Math.round((Date.now() - began) / 1000);
  const part = all > 0 ? `, ${Math.min(99, Math.round((100 * done) / all))} % of the steps allowed` : "";
  $("work-says").textContent = `${doing} … ${seconds} s${part}`;
}

let isBusy = false;

async function busy(what, run) {
  if (isBusy) return;
  isBusy = true;
  [doing, began] = [what, Date.now()];
  say();
  tell(0, 0);
  $("work").hidden = false;
  document.body.ariaBusy = "true";
  clock = setInterval(() => tell(0, 0), 1000);
  try {
    await run();
  } catch (error) {
    say("refused", error.code === "STOPPED" ? "Stopped." : sentence(error.message));
  } finally {
    isBusy = false;
    clearInterval(clock);
    $("work").hidden = true;
    document.body.ariaBusy = "false";
  }
}

function sentence(line) {
  return line.endsWith(".") ? line : `${line}.`;
}

$("stop").addEventListener("click", () => lose("stopped", "STOPPED"));

// --- The files

let files = [];
let base = 0;
let names = new Map();
let authors = new Map(); // of tracked changes, by file

const namesOf = (some) => some.map((file) => file.name);
const ending = (name) => (/\.([^.]+)$/.exec(name)?.[1] ?? "").toLowerCase();
const isText = (file) => ["docx", "md", "markdown", "txt"].includes(ending(file.name));

function show() {
  const guess = proposedNames(namesOf(files), base, (i) => authors.get(files[i]) ?? []);
  const head = element("tr", {}, ...["File", "Base", "Party"].map((word) => element("th", { scope: "col" }, word)), element("td", {}));
  const rows = files.map((file, i) => {
    const radio = element("input", { type: "radio", name: "which", checked: i === base, ariaLabel: `${file.name} is the base` });
    radio.addEventListener("change", () => {
      base = i;
      show();
    });
    const told = authors.get(file) ?? [];
    const field = element("input", { type: "text", required: true, ariaLabel: `Party of ${file.name}`, autocomplete: "off", maxLength: 60,
      value: names.get(file) ?? guess.get(i) ?? "", pattern: "[^,=]+" });
    field.addEventListener("input", () => names.set(file, field.value));
    if (i !== base) field.dataset.party = i;
    const out = element("button", { type: "button", ariaLabel: `Leave out ${file.name}` }, "✕");
    out.addEventListener("click", () => {
      files.splice(i, 1);
      base = i < base ? base - 1 : i === base ? guessBase(namesOf(files)) : base;
      show();
    });
    const by = told.length > 0 ? [element("br", {}), element("small", {}, `tracked changes by ${told.join(", ")}`)] : [];
    return element("tr", {}, element("th", { scope: "row", dir: "auto" }, file.name, ...by), element("td", {}, radio),
      element("td", {}, i === base ? (files.length === 1 ? "the base; parties by its authors" : "the base") : field), element("td", {}, out));
  });
  $("chosen").replaceChildren(...(files.length > 0
    ? [element("table", { className: "data" }, element("thead", {}, head), element("tbody", {}, ...rows))] : []));
  document.body.classList.toggle("has-files", files.length > 0);
  document.querySelector(".go").hidden = files.length < 1;
}

// Who made the tracked changes is told beside the file, and names its party where the file's name says nothing.
async function readAuthors() {
  for (const file of files) {
    if (ending(file.name) !== "docx" || authors.has(file)) continue;
    authors.set(file, []);
    const summary = await ask(["text", file.name, "--body"], [[file.name, file]]).then((found) => found.summary, () => "");
    authors.set(file, [...summary.matchAll(/^tracked changes by (.+): \d+$/gm)].map((found) => found[1]));
    if (authors.get(file).length > 0 && files.includes(file)) show();
  }
}

async function take(dropped) {
  const many = [...dropped];
  const large = many.find((file) => file.size > MOST_BYTES);
  if (large) return say("refused", `${large.name}: is larger than 256 MiB, the limit for one file.`);
  const alone = many.find((file) => !isText(file));
  if (alone) return busy(`Reading ${alone.name}`, () => open(alone));
  say();
  for (const file of many)
    if (!files.some((other) => other.name === file.name && other.size === file.size)) files.push(file);
  files.sort((first, second) => (first.name < second.name ? -1 : 1));
  base = guessBase(namesOf(files));
  show();
  readAuthors();
}

function draftWords() {
  const fields = [...document.querySelectorAll("[data-party]")];
  const given = [], words = [];
  files.forEach((file, i) => {
    // Files of one name are told apart by a folder.
    const name = files.findIndex((other) => other.name === file.name) === i ? file.name : `${i}/${file.name}`;
    given.push([name, file]);
    if (i === base) words.unshift(name);
    else words.push(`${fields.find((field) => Number(field.dataset.party) === i).value.trim()}=${name}`);
  });
  return { given, words };
}

// --- What came of it

// What is shown now: how to make each form of it.
let made = null;

function display(found, look) {
  const page = new TextDecoder().decode(found.output);
  $("text").title = look.title;
  $("text").srcdoc = look.isPlain ? plainPage(page) : page;
}

// What the library gives as lines only.
function plainPage(lines) {
  const safe = lines.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<!doctype html><meta charset="utf-8"><title>Lines</title><style>:root{color-scheme:light dark}pre{white-space:pre-wrap;font:14px/1.5 monospace}</style>` +
    `<pre>${safe}</pre>`;
}

function summarise(summary) {
  const lines = summary.split("\n").filter((line) => line.trim() !== "");
  const notes = lines.filter((line) => line.startsWith("note:"));
  $("counts").textContent = lines.filter((line) => !line.startsWith("note:")).slice(0, 1).join(" ");
  const rest = [...lines.filter((line) => !line.startsWith("note:")).slice(1), ...notes.map((line) => line.slice(6))];
  $("notes").hidden = rest.length === 0;
  $("notes").open = notes.length > 0 && notes.length < 4;
  $("notes").querySelector("summary").textContent = notes.length > 0
    ? `By party, and ${notes.length} ${notes.length === 1 ? "note" : "notes"} on what was read and what was not` : "By party";
  $("notes").querySelector("ul").replaceChildren(...rest.map((line) => element("li", { dir: "auto" }, line.trim())));
}

function save(name, bytes) {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function offer({ looks, saves, stem }) {
  const press = (button, look) => busy(`Making ${look.title.toLowerCase()}`, async () => {
    display(await ask(look.words, look.given ?? made.given), look);
    for (const other of $("looks").querySelectorAll("[aria-pressed]")) other.ariaPressed = String(other === button);
  });
  $("looks").replaceChildren(...looks.map((look, i) => {
    const button = element("button", { type: "button", ariaPressed: String(i === 0) }, look.title);
    button.addEventListener("click", () => press(button, look));
    return button;
  }), printButton());
  $("saves").replaceChildren(...saves.map(([label, name, words, given]) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => busy(`Writing ${label}`, async () => save(`${stem}${name}`, (await ask(words, given ?? made.given)).output)));
    return button;
  }));
  $("found").hidden = false;
  $("found").focus({ preventScroll: true });
  $("found").scrollIntoView({ block: "start" });
}

function printButton() {
  const button = element("button", { type: "button" }, "Print …");
  button.addEventListener("click", () => $("text").contentWindow.print());
  return button;
}

const stemOf = (name) => name.replace(/\.[^.]*$/, "");

async function showMerged(words, given, stem) {
  const json = await ask(["merge", ...words, "-o", "made/merged.json"], given);
  made = { given };
  summarise(json.summary);
  const merged = [["merged.json", json.output]];
  const first = { title: "The text", words: ["merge", ...words, "-o", "made/text.html"] };
  display(await ask(first.words, given), first);
  offer({
    stem,
    looks: [
      first,
      { title: "Columns", words: ["merge", ...words, "--as", "columns", "-o", "made/columns.html"] },
      { title: "Open issues", words: ["issues", "merged.json", "-o", "made/issues.html"], given: merged },
      ...(isText({ name: words[0] }) ? [{ title: "Time limits", words: ["limits", ...given.map(([name]) => name), "-o", "made/limits.txt"], isPlain: true }] : []),
    ],
    saves: [
      ...(ending(words[0]) === "docx" ? [[".docx with tracked changes", ".docx", ["merge", ...words, "-o", "made/out.docx"]]] : []),
      [".docx in columns", "-columns.docx", ["merge", ...words, "--as", "columns", "-o", "made/out.docx"]],
      [".html", ".html", ["merge", ...words, "-o", "made/out.html"]],
      [".md", ".md", ["merge", ...words, "-o", "made/out.md"]],
      [".json", ".json", ["merge", ...words, "-o", "made/out.json"]],
      ["issues list .docx", "-issues.docx", ["issues", "merged.json", "-o", "made/issues.docx"], merged],
      ["scores to fill in .json", "-scenario.json", ["issues", "merged.json", "-o", "made/issues.json"], merged],
      ...(isText({ name: words[0] })
        ? [["time limits .json", "-limits.json", ["limits", ...given.map(([name]) => name), "--json", "-o", "made/limits.json"]]] : []),
    ],
  });
}

async function showCase(file) {
  const given = [["talks.entente", file]];
  const proved = await ask(["verify", "talks.entente"], given);
  summarise(new TextDecoder().decode(proved.output));
  $("counts").textContent = proved.isYes ? "The record is as it was recorded." : "The record is NOT as it was recorded.";
  made = { given };
  const brief = ["brief", "talks.entente", "-o", "made/brief.html"];
  display(await ask(brief, given), { title: "Brief" });
  offer({
    stem: stemOf(file.name),
    looks: [{ title: "Brief", words: brief }, { title: "All that is in it", words: ["show", "talks.entente", "-o", "made/case.html"] }],
    saves: [
      ["brief .docx", "-brief.docx", ["brief", "talks.entente", "-o", "made/brief.docx"]],
      ["brief .html", "-brief.html", brief],
      ["record .txt", "-record.txt", ["log", "talks.entente", "-o", "made/log.txt"]],
    ],
  });
}

async function showPackages(file) {
  const words = ["bargain", file.name, "-o", "made/packages.html"];
  const given = [[file.name, file]];
  const page = await ask(words, given);
  made = { given };
  summarise(page.summary);
  $("counts").textContent = page.isWhole ? "What everyone could accept" : "What everyone could accept, as far as it was found";
  display(page, { title: "Packages" });
  offer({
    stem: stemOf(file.name),
    looks: [{ title: "Packages", words }],
    saves: [[".html", "-packages.html", words], [".json", "-packages.json", ["bargain", file.name, "-o", "made/packages.json"]],
      [".csv", "-front.csv", ["bargain", file.name, "-o", "made/front.csv"]]],
  });
}

// Not a text to merge: a case, a merged text, a scenario.
async function open(file) {
  const kind = ending(file.name);
  if (kind === "entente") return showCase(file);
  if (kind === "xlsx" || kind === "ods" || kind === "csv") return showPackages(file);
  if (kind !== "json") throw new Error(`${file.name}: is neither a text (.docx, .md, .txt) nor a case, a merged text or a table of packages`);
  const start = await file.slice(0, 200).text();
  return /"entente-merge\//.test(start) ? showMerged([file.name], [[file.name, file]], stemOf(file.name)) : showPackages(file);
}

// --- Hands

$("desk").addEventListener("submit", (event) => {
  event.preventDefault();
  const { given, words } = draftWords();
  busy(`Merging ${files.length === 1 ? files[0].name : `${files.length - 1} ${files.length === 2 ? "draft" : "drafts"} with ${files[base].name}`}`,
    () => showMerged(words, given, `${stemOf(files[base].name)}-merged`));
});
$("choose").addEventListener("click", () => $("picker").click());
$("picker").addEventListener("change", () => {
  const chosen = [...$("picker").files];
  $("picker").value = "";
  take(chosen);
});
for (const name of ["dragover", "dragenter"])
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.body.classList.add("over");
  });
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("over");
  take(event.dataTransfer.files);
});
startWorker();
