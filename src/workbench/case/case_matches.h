// SPDX-License-Identifier: Apache-2.0
// Which point of a counter-draft answers which of the base: the entries of kind match.

#ifndef ENTENTE_WORKBENCH_CASE_CASE_MATCHES_H
#define ENTENTE_WORKBENCH_CASE_CASE_MATCHES_H

#include "base/budget.h"
#include "casefile/casefile.h"
#include "workbench/text/counter_draft.h"

// How a draft is read: whole, as some clauses, or point by point where the case has matches of it.
//
// act    the act under way, whose matches count already; NULL: none
// Owner: arena
struct draft_manner case_draft_manner(const struct items *items, const struct act *act,
                                      const struct item *draft, struct arena *arena);

// Adds a match to the act; empty texts are left out. A second match of one id in an act takes the place of
// the first.
struct match_entry {
    struct str id;
    struct str document;
    struct str draft;
    struct counter_match match;
    const char *how; // NULL: not told
    bool is_confirmed;
};
void case_match_add(struct act *act, const struct match_entry *entry, struct arena *arena);

// A counter-draft and what a person said of its points.
struct counter_entry {
    struct str document;
    struct str party;
    const struct item *base;
    const struct item *draft;
    const struct entente_file *file;    // the draft's
    const struct entente_file *matches; // "entente-matches/1"
};

// Adds to the act which point answers which: what the file confirms, and of the rest what the program finds
// by itself, but for what is merely possible. Earlier matches of the draft go.
//
// Result: *told: a line on how many there are, and what nobody confirmed
// Errors: those of the readers; BAD_INPUT for matches that do not fit and where nothing answers anything;
//         STOPPED
bool case_matches_enter(struct casefile *casefile, const struct counter_entry *entry,
                        struct budget *budget, struct act *act, struct arena *arena,
                        struct str *told, struct error *error) MUST_CHECK;

#endif
