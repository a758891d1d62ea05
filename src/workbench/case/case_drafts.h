// SPDX-License-Identifier: Apache-2.0
// Which drafts of a document count now, and who holds which wording by them.

#ifndef ENTENTE_WORKBENCH_CASE_DRAFTS_H
#define ENTENTE_WORKBENCH_CASE_DRAFTS_H

#include "casefile/casefile.h"

#include <entente/entente.h>

// One draft that counts now: whose it is, and its file.
struct current_draft {
    struct str party;
    const struct item *draft;
};

// Which drafts are looked at; all of them but for what is said here.
struct draft_choice {
    const struct item *extra;   // one more, which the state does not hold yet; NULL: none
    const struct item *without; // not this one; NULL: none
    struct str until;           // only those up to the end of this day; empty: any
};

// The drafts that count for a document: of every party its newest that was made from the newest
// base. A group's draft is that of each member who has none of its own.
//
// choice   NULL: all drafts
// Result:  *base is the newest base, NULL when there is none; *drafts: struct current_draft
// Owner:   arena
void case_drafts(const struct items *items, struct str document, const struct draft_choice *choice,
                 struct arena *arena, const struct item **base, struct list *drafts);

// The same of what all may read, of a document that the viewer sees. Errors: NOT_FOUND, there is none
bool case_document_drafts(const struct casefile *casefile, struct str document, struct arena *arena,
                          const struct item **base, struct list *drafts,
                          struct error *error) MUST_CHECK;

// The day on which a draft was tabled, else entered.
struct str case_draft_day(const struct item *draft);

// Whether it was submitted as some clauses only.
bool case_draft_is_fragment(const struct item *draft);
// Whether it was submitted with matches, as a text of its own. Matches that somebody enters of any other
// draft change nothing in how it is read.
bool case_draft_is_counter(const struct item *draft);

// The file as it was submitted. Errors: those of casefile_file
bool case_draft_file(struct casefile *casefile, const struct item *draft, struct arena *arena,
                     struct entente_file *file, struct error *error) MUST_CHECK;

// Who holds the base's wording of a slot is not recorded: it is everybody whose draft counts and
// who holds no other wording.
struct case_holders {
    const struct items *items;
    struct arena *arena;
    struct names *documents;
    struct list drafts; // struct list of struct current_draft, by number in `documents`
};
struct case_holders case_holders_make(const struct items *items, struct arena *arena);
// The slot's value with the holders of the base's wording filled in.
const struct json *case_slot_whole(struct case_holders *holders, const struct item *slot);

// Does the party stand among those of a wording?
bool case_variant_has(const struct json *variant, struct str party);

#endif
