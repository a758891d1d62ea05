// SPDX-License-Identifier: Apache-2.0
// The page changes when the case does. One tab holds the stream of events and tells the others: a
// browser gives a host six connections, and a stream takes one.

const root = document.body.dataset.root;
let size = Number(document.body.dataset.size);
let asking = null;

// --- What somebody has typed

function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected) &&
      field.selectedIndex !== [...field.options].findIndex((option) => option.defaultSelected) && field.selectedIndex > 0;
  return field.type !== "hidden" && field.type !== "submit" && field.value !== field.defaultValue;
}

function fieldsOf(part) {
  return [...part.querySelectorAll("input, select, textarea")];
}

// Which field it is in its part: forms of one part differ by what they act on.
function nameOf(field) {
  const hidden = field.form ? [...field.form.querySelectorAll("input[type=hidden]")]
    .filter((each) => !["token", "size", "back"].includes(each.name)).map((each) => `${each.name}=${each.value}`) : [];
  return [field.name, field.type === "radio" || field.type === "checkbox" ? field.value : "", ...hidden].join("&");
}

function typedIn(part) {
  return fieldsOf(part).filter(isChanged).map((field) => ({ key: nameOf(field), field }));
}

function putBack(part, typed, focused) {
  for (const field of fieldsOf(part)) {
    const before = typed.find((each) => each.key === nameOf(field));
    if (before) {
      if (field.type === "file") field.replaceWith(before.field);
      else if (field.type === "checkbox" || field.type === "radio") field.checked = before.field.checked;
      else field.value = before.field.value;
    }
    if (focused && focused.key === nameOf(field)) {
      field.focus({ preventScroll: true });
      if (focused.from !== null && field.setSelectionRange) field.setSelectionRange(focused.from, focused.to);
    }
  }
}

function focusIn(part) {
  const field = document.activeElement;
  if (!part.contains(field) || !field.matches("input, select, textarea")) return null;
  const ranged = field.matches("textarea, input[type=text], input[type=search]");
  return { key: nameOf(field), from: ranged ? field.selectionStart : null, to: ranged ? field.selectionEnd : null };
}

// --- Replacing

export function tell(words, kind) {
  const line = document.createElement("p");
  line.className = `message ${kind}`;
  line.textContent = words;
  document.getElementById("news").replaceChildren(line);
}

// What is open stays open.
function keepOpen(from, to) {
  const open = new Set([...from.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
  for (const summary of to.querySelectorAll("details > summary"))
    if (open.has(summary.textContent)) summary.parentElement.open = true;
  const boxes = new Map([...from.querySelectorAll(".legend input")].map((box) => [box.dataset.p, box.checked]));
  for (const box of to.querySelectorAll(".legend input"))
    if (boxes.has(box.dataset.p)) box.checked = boxes.get(box.dataset.p);
}

// Gives whether something was typed in what changed.
export function replace(part, fresh) {
  const typed = typedIn(part);
  const focused = focusIn(part);
  keepOpen(part, fresh);
  part.replaceWith(fresh);
  putBack(fresh, typed, focused);
  return typed.length > 0;
}

// Two parts are the same when they show the same: the size in their forms counts for nothing.
function shown(part) {
  const copy = part.cloneNode(true);
  for (const field of copy.querySelectorAll("input[name=size]")) field.remove();
  return copy.outerHTML;
}

function take(page, news) {
  let hadTyped = false;
  let hasChanged = false;
  const line = window.innerHeight / 3;
  const anchor = [...document.querySelectorAll("[id^=r]")].find((each) => each.getBoundingClientRect().bottom > line);
  const top = anchor ? anchor.getBoundingClientRect().top : 0;
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
    if (!fresh) continue;
    if (shown(part) === shown(fresh)) continue;
    hasChanged = true;
    hadTyped = replace(part, document.adoptNode(fresh)) || hadTyped;
  }
  size = Number(page.body.dataset.size);
  document.body.dataset.size = String(size);
  // What changed has been told: who acts now acts on what the page shows.
  for (const field of document.querySelectorAll("input[name=size]")) field.value = String(size);
  const again = anchor && anchor.id ? document.getElementById(anchor.id) : null;
  if (again) window.scrollBy(0, again.getBoundingClientRect().top - top);
  if (hasChanged && news.length > 0)
    tell(hadTyped ? `${news.join(" ")} What you have typed is still here; look again before you send it.` : news.join(" "),
      hadTyped ? "refused" : "told");
  document.dispatchEvent(new CustomEvent("entente:changed"));
}

// --- Asking for the page as it is now

// XMLHttpRequest gives a document that runs nothing; markup as text never gets near the page.
function fetchPage() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    // The server keeps the answer to an act for the page that the act leads to.
    request.open("GET", `${location.pathname}${location.search}${location.search ? "&" : "?"}live=yes`);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(String(request.status))));
    request.onerror = () => reject(new Error("network"));
    request.send();
  });
}

// Where a page makes itself what only its viewer may see, it says how.
export const pages = { fetch: fetchPage };

let waiting = [];

async function refresh() {
  if (asking) return;
  asking = true;
  while (waiting.length > 0) {
    const news = waiting;
    waiting = [];
    try {
      take(await pages.fetch(), news.map((each) => each.words).filter((words) => words.length > 0));
    } catch (error) {
      if (error.message === "401" || error.message === "403") tell("You are signed out. Sign in again to see what changed.", "refused");
    }
  }
  asking = null;
}

const kinds = { stance: "took a stance", agree: "agreed on a place", settle: "settled a place", park: "parked a place", reopen: "reopened a place",
  submit: "submitted a draft", draft: "submitted a draft", propose: "proposed a wording", comment: "commented", note: "noted something",
  meeting: "entered a meeting", statement: "entered a statement", limit: "confirmed a limit", checkpoint: "signed a checkpoint" };

function changed(event) {
  if (!(event.size > size) && !event.any) return;
  const who = event.by || "Somebody";
  const words = event.kind ? `${who} ${kinds[event.kind] || "entered something"}.` : "";
  waiting.push({ words });
  refresh();
}

function here(event) {
  const place = document.getElementById("here");
  if (place) place.textContent = (event.parties || []).length > 0 ? `here: ${event.parties.join(", ")}` : "";
}

// --- One stream for all tabs

if (root !== undefined && "EventSource" in window) {
  const channel = new BroadcastChannel(`entente ${root}`);
  const heard = (message) => (message.type === "here" ? here(message.event) : changed(message.event));
  channel.onmessage = (event) => heard(event.data);
  const told = (type) => (event) => {
    let read;
    try {
      read = JSON.parse(event.data);
    } catch {
      return;
    }
    channel.postMessage({ type, event: read });
    heard({ type, event: read });
  };
  const listen = () => new Promise(() => {
    const stream = new EventSource(`${root}/events`);
    let isAgain = false;
    stream.addEventListener("changed", told("changed"));
    stream.addEventListener("here", told("here"));
    // What came between the page and the stream is in no event: the page is older than where the record stands.
    stream.addEventListener("at", told("changed"));
    // What came while nobody listened is caught up with.
    stream.addEventListener("open", () => {
      if (isAgain) told("changed")({ data: JSON.stringify({ any: true, kind: "" }) });
      isAgain = true;
    });
  });
  if (navigator.locks) navigator.locks.request(`entente ${root}`, listen);
  else listen();
}
