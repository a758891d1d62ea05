// SPDX-License-Identifier: Apache-2.0
// Joins the drafts of all parties into one text.

#ifndef ENTENTE_MERGE_MERGE_H
#define ENTENTE_MERGE_MERGE_H

#include "merge/merged.h"
#include "merge/sheet_lay.h"

struct party_draft {
    struct str party;
    const struct document *document;
};

struct comparisons; // see merge/comparisons.h

struct merge_options {
    size_t max_tokens;   // of one document
    bool keep_last_mark; // the last mark of a story or cell is never part of a slot (Word needs it)
    const struct laid_points *const
        *laid; // by draft as given: its points, of a counter-draft; NULL: of a
               // copy. NULL: all are copies
    const struct comparisons
        *compared; // with the base, all drafts as they are, copies; NULL: they are compared now
};

// Joins the drafts into one text in which every difference is a slot.
//
// drafts   in any order; party names differ and are not empty
// Result:  *merged; invariants M1 to M5 of the design hold for it
// Owner:   arena; ranges point into the documents, which must live as long
// Errors:  TOO_LARGE above options->max_tokens; MISUSE for equal names; STOPPED
// Cost:    O(P (N + E log N)) time for P drafts of N tokens with E edits, with a cap on the work
//          spent on regions that were rewritten
// Source:  Heckel 1978 and Cohen's patience diff for anchors; Myers 1986 between them; for what
//          is one slot: intersecting intervals of edits on the base, swept once
bool merge_drafts(const struct document *base, const struct party_draft *drafts, size_t count,
                  const struct merge_options *options, struct budget *budget, struct arena *arena,
                  struct merged *merged, struct error *error) MUST_CHECK;

// Drafts that were compared with their base, to be joined in any choice of them.
struct merge_table;

// The first half of merge_drafts, and what costs.
// drafts   a party may have several, of which a choice takes one
// Owner:   arena
bool merge_compare(const struct document *base, const struct party_draft *drafts, size_t count,
                   const struct merge_options *options, struct budget *budget, struct arena *arena,
                   const struct merge_table **table, struct error *error) MUST_CHECK;
// The second half, for the drafts whose flag in `chosen` is set, in the order in which they were
// given; NULL: all. What is merged does not need the table any more.
void merge_chosen(const struct merge_table *table, const bool *chosen, struct arena *arena,
                  struct merged *merged);

#endif
