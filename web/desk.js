// SPDX-License-Identifier: Apache-2.0
// Filters by party, and the way to the next open place. The page is whole without it.

const rules = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
document.body.classList.add("js");

function boxes() {
  return [...document.querySelectorAll(".legend input")];
}

// A wording is shown while one of its holders is.
function filter() {
  const all = boxes();
  let css = "";
  if (all.some((box) => !box.checked)) {
    css = ".v.c{display:none}";
    for (const box of all) {
      const party = Number(box.dataset.p);
      css += box.checked
        ? `.v.c.p${party}{display:inline}.opts .v.c.p${party}{display:block}`
        : `.cols .k${party}{display:none}`;
    }
  }
  const only = document.getElementById("only-open");
  if (only && only.checked) css += "tr.st-A,tr.st-N,tr.alike{display:none}";
  rules.replaceSync(css);
}

function isTyping(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]");
}

// The open place after (or before) the one that has the focus, else the line a third down the window.
function step(forward) {
  // In a list that is folded up nothing can be focused, though it has a place on the page.
  const places = [".findings > li", "a.at, tr.open > td a", "a.open-place", ".st-P[id],.st-D[id],.st-M[id]", "tr.changed"]
    .map((each) => [...document.querySelectorAll(each)].filter((place) => place.checkVisibility()))
    .find((some) => some.length > 0) || [];
  const line = window.innerHeight / 3;
  const at = places.indexOf(document.activeElement);
  let found;
  if (at >= 0) {
    found = places[at + (forward ? 1 : -1)];
  } else {
    const row = forward ? places : [...places].reverse();
    found = row.find((place) => {
      const top = place.getBoundingClientRect().top;
      return forward ? top > line + 4 : top < line - 4;
    });
  }
  if (!found) return;
  if (found.tabIndex < 0) found.tabIndex = -1;
  found.focus({ preventScroll: true });
  window.scrollBy(0, found.getBoundingClientRect().top - line);
}

document.addEventListener("change", (event) => {
  if (event.target.closest(".legend") || event.target.id === "only-open") filter();
  const form = event.target.closest("form[data-at-once]");
  if (form) form.requestSubmit();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("#next, #before");
  if (button) step(button.id === "next");
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "n" || event.key === "p") step(event.key === "n");
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});
// A list of drafts is long to post: the second press must not post it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

// What scrolls sideways can be reached by keyboard.
function reachScrolling() {
  for (const region of document.querySelectorAll(".scroll, figure, .fold ul, .fold ol"))
    if (region.scrollWidth > region.clientWidth && !region.hasAttribute("tabindex")) region.tabIndex = 0;
}
document.addEventListener("entente:changed", () => {
  filter();
  reachScrolling();
});
window.addEventListener("resize", reachScrolling);
reachScrolling();
filter();
