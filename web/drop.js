// SPDX-License-Identifier: Apache-2.0
// Files dropped anywhere on the page: the base is guessed, each draft gets a field for its party.
// What is posted is the plain form's two fields of files, and a name a draft.

import { guessBase, proposedNames } from "./names.js";

const form = document.getElementById("drop");
let files = [];
let base = 0;
let names = new Map();
const namesOf = (some) => some.map((file) => file.name);

function listOf(some) {
  const carrier = new DataTransfer();
  some.forEach((file) => carrier.items.add(file));
  return carrier.files;
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function show() {
  const chosen = document.getElementById("chosen");
  const guess = proposedNames(namesOf(files), base);
  const head = element("tr", {}, ...["File", "Base", "Party", ""].map((word) => element("th", { scope: "col" }, word)));
  // The choice of the base is the page's own business and posted nowhere.
  const rows = files.map((file, i) => {
    const radio = element("input", { type: "radio", name: "which", checked: i === base, ariaLabel: `${file.name} is the base` });
    radio.setAttribute("form", "nowhere");
    radio.addEventListener("change", () => {
      base = i;
      show();
    });
    const name = element("input", { type: "text", value: names.get(file) ?? guess.get(i) ?? "", required: true,
      ariaLabel: `Party of ${file.name}`, autocomplete: "off", maxLength: 60, pattern: "[^,]+" });
    name.addEventListener("input", () => names.set(file, name.value));
    if (i !== base) name.dataset.party = "yes";
    const out = element("button", { type: "button", ariaLabel: `Leave out ${file.name}` }, "✕");
    out.addEventListener("click", () => {
      files.splice(i, 1);
      base = i < base ? base - 1 : i === base ? guessBase(namesOf(files)) : base;
      show();
    });
    return element("tr", {}, element("th", { scope: "row", dir: "auto" }, file.name), element("td", {}, radio),
      element("td", {}, i === base ? "the base" : name), element("td", {}, out));
  });
  chosen.replaceChildren(...(files.length > 0
    ? [element("table", { className: "data" }, element("thead", {}, head), element("tbody", {}, ...rows))] : []));
  document.body.classList.toggle("has-files", files.length > 0);
  form.querySelector(".go").hidden = files.length < 2;
  form.elements.base.files = listOf(files.slice(base, base + 1));
  form.elements.drafts.files = listOf(files.filter((file, i) => i !== base));
}

function take(more) {
  for (const file of more)
    if (/\.(docx|md|markdown|txt)$/i.test(file.name) && !files.some((other) => other.name === file.name && other.size === file.size))
      files.push(file);
  files.sort((first, second) => (first.name < second.name ? -1 : 1));
  base = guessBase(namesOf(files));
  show();
}

if (form) {
  const picker = element("input", { type: "file", multiple: true, accept: ".docx,.md,.markdown,.txt" });
  document.getElementById("choose").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => take(picker.files));
  picker.id = "picker";
  picker.className = "unseen";
  picker.tabIndex = -1;
  picker.ariaLabel = "The base and the drafts";
  form.after(picker);
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
  form.addEventListener("submit", () => {
    form.elements.names.value = [...form.querySelectorAll("[data-party]")].map((field) => field.value).join(",");
  });
  form.querySelector(".plain").hidden = true;
  form.querySelector(".go").hidden = true;
}
