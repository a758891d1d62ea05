// SPDX-License-Identifier: Apache-2.0
// What a party keeps to itself is sealed, opened and signed here, by vault-worker.js: the passphrase and what it opens
// never leave this browser. The passphrase lies in this tab's storage under a key made of the session's token, so that it
// opens nothing once the session has ended; the wrapped keys and the checkpoint that was signed last stay.
import { pages, replace, tell } from "./live.js";

const root = document.body.dataset.root;
const party = document.body.dataset.party;
const talks = root?.slice(1); // the id of the case
const encoder = new TextEncoder();
const isAble = window.isSecureContext && "WebAssembly" in window && "subtle" in crypto && "Worker" in window;

// Two things alone are trusted: our own worker, and pages that our own worker made.
const workerAddress = new URL("./vault-worker.js", import.meta.url).href;
const trusted = window.trustedTypes?.createPolicy("entente-vault", {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError(address);
    return address;
  },
  createHTML: (html) => html,
}) ?? { createScriptURL: (address) => address, createHTML: (html) => html };

// --- The worker

let worker = null;
let calls = 0;
const waiting = new Map();

function ask(call, texts, record) {
  if (!worker) {
    worker = new Worker(trusted.createScriptURL(workerAddress), { type: "module" });
    worker.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    worker.onerror = () => {
      for (const settle of waiting.values()) settle({ code: 2, message: "this browser does not run the module", output: "" });
      waiting.clear();
    };
  }
  return new Promise((resolve) => {
    const id = ++calls;
    waiting.set(id, resolve);
    worker.postMessage({ id, call, texts, record });
  });
}

class Refused extends Error {}

async function must(call, texts, record) {
  const found = await ask(call, texts, record);
  if (found.code === 2 || (call !== "hand_over" && call !== "page" && found.code !== 0))
    throw new Refused(found.message || found.output.slice(0, 400));
  return found.output;
}

// --- What stays in this browser

const keysName = (talks, party) => `entente keys ${talks} ${party}`;
const keptName = (talks, party) => `entente checkpoint ${talks} ${party}`;
const openName = (talks) => `entente open ${talks}`;

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function lockOf(token) {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`entente-vault\n${token}`));
  return crypto.subtle.importKey("raw", digest, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function keepOpen(talks, token, passphrase) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const locked = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await lockOf(token), encoder.encode(passphrase)));
  sessionStorage.setItem(openName(talks), btoa(String.fromCharCode(...iv, ...locked)));
}

// null: it was not given in this tab and session.
async function passphraseKept(talks, token) {
  try {
    const held = bytesOf(sessionStorage.getItem(openName(talks)));
    const iv = held.slice(0, 12);
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await lockOf(token), held.slice(12)));
  } catch {
    return null;
  }
}

function tokenIn(page) {
  return page.querySelector("input[name=token]")?.value ?? "";
}

// --- Signing in

async function json(address) {
  const given = await fetch(address);
  if (!given.ok) throw new Refused(given.status === 410 ? "This link has been used. Ask for another where you got it." : "The server does not answer.");
  return given.json();
}

function documentAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => (request.response ? resolve(request.response) : reject(new Refused("The page cannot be had.")));
    request.onerror = () => reject(new Refused("The server does not answer."));
    request.send();
  });
}

// The case and the wrapped keys of the party that a form without a link names; null: they are not in this browser.
function keysHere(form) {
  const named = form.elements.party?.value.trim();
  const first = /^\/([^/?]+)/.exec(form.elements.back?.value ?? "")?.[1];
  for (let i = 0; named && i < localStorage.length; i++) {
    const found = /^entente keys (\S+) (\S+)$/.exec(localStorage.key(i));
    if (found && found[2] === named && (!first || found[1] === first))
      return { case: found[1], party: named, keys: JSON.parse(localStorage.getItem(found[0])) };
  }
  return null;
}

async function signIn(form) {
  const link = form.elements.link?.value;
  const passphrase = form.elements.passphrase.value;
  const who = link ? await json(`/api/v1/invitations/${link}`) : keysHere(form);
  const isNew = who.keys === null;
  if (isNew && passphrase.length < 8) throw new Refused("This passphrase is too short: take some words that nobody guesses.");
  if (isNew && form.elements.again && form.elements.again.value !== passphrase) throw new Refused("The two are not the same.");
  const keys = isNew ? await must("make_key", [["passphrase", passphrase]]) : JSON.stringify(who.keys);
  const { nonce } = await json("/api/v1/sessions/nonce");
  const proof = await must("prove", [["origin", location.origin], ["case", who.case], ["party", who.party], ["nonce", nonce],
    ["key", keys], ["passphrase", passphrase]]);
  const back = form.elements.back?.value || `/${who.case}`;
  const sent = { party: who.party, case: who.case, nonce, proof, back };
  if (link) sent.link = link;
  if (isNew) sent.keys = keys;
  const given = await fetch("/sign-in", { method: "POST", body: new URLSearchParams(sent), redirect: "manual" });
  if (given.type !== "opaqueredirect") throw new Refused("This did not open it. If your party has exchanged its keys, ask for a new link.");
  localStorage.setItem(keysName(who.case, who.party), keys);
  await keepOpen(who.case, tokenIn(await documentAt(back)), passphrase);
  location.assign(back);
}

function watchSignIn(form) {
  const here = document.getElementById("keys-here");
  const isHere = () => Boolean(form.elements.link?.value) || keysHere(form) !== null;
  const show = () => {
    here.hidden = !isHere();
    document.getElementById("keys-there").hidden = isHere();
  };
  form.addEventListener("input", show);
  show();
  form.addEventListener("submit", async (event) => {
    if (!isHere()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await signIn(form);
    } catch (error) {
      tell(error instanceof Refused ? error.message : "This browser cannot do it.", "refused");
      button.disabled = false;
    }
  }, { capture: true });
  document.body.dataset.vaultReady = "yes";
}

// --- The party's pages

function pageHere() {
  const [, name, document_, slot] = /^\/(packages|record|text)(?:\/([^/]+)\/slots\/(.+))?$/.exec(location.pathname.slice(root.length)) ?? [];
  if (name === "packages" || name === "record") return { page: name };
  return slot ? { page: "slot", document: decodeURIComponent(document_), slot: decodeURIComponent(slot) } : null;
}

const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
const here = root ? pageHere() : null;

async function openRecord() {
  const passphrase = await passphraseKept(talks, tokenIn(document));
  if (passphrase === null) return false;
  await must("open", [["party", party], ["passphrase", passphrase], ["kept", localStorage.getItem(keptName(talks, party)) ?? ""]],
    `/api/v1/cases/${talks}/own-record`);
  return true;
}

async function pageMade() {
  const asked = new URLSearchParams(location.search);
  const texts = [["page", here.page], ["root", root], ["assets", new URL("..", import.meta.url).pathname], ["token", tokenIn(document)], ["now", now()],
    ["party", party], ["document", here.document ?? asked.get("document") ?? ""], ["slot", here.slot ?? ""], ["reading", asked.get("reading") ?? ""],
    ...asked.getAll("choice").map((choice) => ["choice", choice])];
  return new DOMParser().parseFromString(trusted.createHTML(await must("page", texts)), "text/html");
}

async function show() {
  const made = await pageMade();
  const main = document.getElementById("main");
  replace(main, document.adoptNode(made.getElementById("main")));
  document.body.dataset.vaultReady = "yes";
  document.dispatchEvent(new CustomEvent("entente:changed"));
}

// Asks for the passphrase where a tab does not have it.
function askHere() {
  const place = document.getElementById("vault") ?? document.getElementById("news");
  const form = document.createElement("form");
  const label = document.createElement("label");
  const field = Object.assign(document.createElement("input"), { type: "password", name: "passphrase", required: true, autocomplete: "current-password" });
  const words = document.createElement("p");
  form.className = "act tall";
  label.append("Passphrase of ", party, " ", field);
  words.className = "quiet";
  words.textContent = "It stays in this browser, and opens here what is sealed to your party.";
  form.append(label, Object.assign(document.createElement("button"), { textContent: "Open", className: "first" }), words);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    await keepOpen(talks, tokenIn(document), field.value);
    field.value = "";
    form.remove();
    await begin();
  });
  place.append(form);
}

function refused(error) {
  if (!(error instanceof Refused)) console.error(error);
  tell(error instanceof Refused ? `✗ ${error.message}` : "This page could not open what is sealed to your party.", "refused");
}

async function begin() {
  try {
    if (await openRecord()) await show();
    else askHere();
  } catch (error) {
    if (/passphrase/.test(error.message)) {
      sessionStorage.removeItem(openName(talks));
      askHere();
    }
    refused(error);
  }
}

// --- Acts

function fieldsOf(form, submitter) {
  const fields = new Map();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === "string") fields.set(name, fields.has(name) ? `${fields.get(name)},${value}` : value);
  return fields;
}

async function send(lines) {
  const given = await fetch(`/api/v1/cases/${talks}/own-entries`, {
    method: "POST",
    body: new URLSearchParams({ token: tokenIn(document), lines }),
  });
  if (given.status !== 201 && given.status !== 409) throw new Refused((await given.json().catch(() => null))?.error?.message ?? "The server did not take it.");
  return given.status === 201;
}

// The party's own checkpoint is kept: a record that went back behind it is not opened any more.
function keepCheckpoint(lines) {
  const own = lines.split("\n").filter((line) => line.startsWith("{\"checkpoint\":")).map((line) => JSON.parse(line));
  for (const each of own) if (each.checkpoint === `party:${party}`) localStorage.setItem(keptName(talks, party), each.note);
}

async function handOver(call, texts, audience) {
  for (let trial = 0; trial < 4; trial++) {
    if (!(await openRecord())) return false;
    const base = [["party", party], ["now", now()]];
    await must(call, [...base, ...texts]);
    const lines = await must("hand_over", audience ? [...base, ["audience", audience]] : base);
    if (await send(lines)) {
      keepCheckpoint(lines);
      return true;
    }
  }
  throw new Refused("Your party enters too much at once. Nothing was entered; try again.");
}

async function act(form, submitter) {
  const fields = fieldsOf(form, submitter);
  const file = form.elements.file?.files?.[0];
  const name = fields.get("act");
  for (const each of ["token", "act", "size", "back", "readers", "party"]) fields.delete(each);
  let isDone;
  if (name === "checkpoint") {
    if (file) fields.set("cosign", await file.text());
    const audience = /^entente\.case\/[^/\n]+\/(\S+)/.exec(fields.get("cosign") ?? "")?.[1] ?? "all";
    isDone = await handOver("sign", [...fields, ["audience", audience]], audience);
  } else {
    isDone = await handOver(name === "scores" ? "scores" : "note", [...fields]);
  }
  if (!isDone) {
    askHere();
    return;
  }
  new BroadcastChannel(`entente ${root}`).postMessage({ type: "changed", event: { any: true, kind: "" } });
  for (const field of form.querySelectorAll("textarea")) field.value = "";
  await openRecord();
  await show();
  tell(name === "checkpoint" ? "✓ The checkpoint is signed, in this browser. Download it, and keep it elsewhere."
    : "✓ It is sealed and signed in this browser; the server has it and cannot read it.", "done");
}

function isOwn(form) {
  const name = form.elements.act?.value;
  return name === "scores" || name === "checkpoint" || (name === "note" && form.elements.readers?.value === "own");
}

function watchCase() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("form.leave")) sessionStorage.removeItem(openName(talks));
    if (!form.action.endsWith("/acts") || !isOwn(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.sealing) return;
    form.dataset.sealing = "yes";
    try {
      await act(form, event.submitter);
    } catch (error) {
      refused(error);
    }
    delete form.dataset.sealing;
  }, { capture: true });
  if (!here || here.page === "record") return;
  // What changed since comes with the record, and the page is made here again.
  pages.fetch = async () => {
    if (!(await openRecord())) throw new Error("401");
    return pageMade();
  };
  begin();
}

const form = document.querySelector("form[action$='/sign-in']");
if (isAble && form && root === undefined) watchSignIn(form);
else if (isAble && root !== undefined) watchCase();
