// SPDX-License-Identifier: Apache-2.0
// Which of some files is the base, and a name for the party of each other: for the page that files are dropped on, and
// for the offline page.

const kindWords = new Set(("draft final copy of rev revised version clean tracked changes comments edits text markup from by the new " +
  "proposal proposals reply docx entwurf kopie projet").split(" "));
const baseWords = /(^|[^a-z])(base|basis|original|orig|start|common|chair|0)([^a-z]|$)/i;
const wordsOf = (name) => name.replace(/\.[^.]*$/, "").split(/[\s_\-.,;+()[\]{}&'"]+/).filter((word) => word !== "");
const lower = (list) => list.map((word) => word.toLowerCase());

// The file that says so in its name; else the first.
export function guessBase(all) {
  return Math.max(all.findIndex((name) => baseWords.test(name)), 0);
}

// As entente_propose_names does it: what is left of a file's name beside kinds, versions and what all names share. By the
// number of the file, the base left out; peopleOf says who is known to have made it, for names that say nothing.
export function proposedNames(all, baseAt, peopleOf = () => []) {
  const ofBase = lower(wordsOf(all[baseAt] ?? ""));
  const rows = all.map(wordsOf);
  const drafts = rows.filter((row, i) => i !== baseAt);
  const isKind = (word) => kindWords.has(word.toLowerCase()) || /^v?\d+$/i.test(word);
  const isCommon = (word) => drafts.length > 1 && drafts.every((row) => lower(row).includes(word.toLowerCase()));
  const found = new Map(), taken = new Set();
  rows.forEach((row, i) => {
    if (i === baseAt) return;
    let left = row.filter((word) => !isKind(word) && !isCommon(word) && !ofBase.includes(word.toLowerCase()));
    if (left.length === 0) left = row.filter((word) => !isKind(word));
    const people = peopleOf(i);
    let name = left.join(" ").slice(0, 40) || (people.length === 1 ? people[0] : "Party");
    name = name[0].toUpperCase() + name.slice(1);
    let distinct = name;
    for (let number = 2; taken.has(distinct); number++) distinct = `${name} ${number}`;
    taken.add(distinct);
    found.set(i, distinct);
  });
  return found;
}
