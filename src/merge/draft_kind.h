// SPDX-License-Identifier: Apache-2.0
// The gate: what a text is that was given as a party's draft of a base.

#ifndef ENTENTE_MERGE_DRAFT_KIND_H
#define ENTENTE_MERGE_DRAFT_KIND_H

#include "base/budget.h"
#include "text/document.h"

enum draft_kind {
    DRAFT_COPY,     // the base, edited: what it does not have was taken out
    DRAFT_FRAGMENT, // some clauses of the base, changed or not: it says nothing of the others
    DRAFT_COUNTER,  // the same subject in words of its own
    DRAFT_STRANGER, // another text
};

// What the kind is told from. Words are the words, numbers and dates of the two bodies, their tables
// included. A word is found when it stands in a group of four which the other text has too.
struct draft_figures {
    uint32_t base_words;
    uint32_t draft_words;
    uint32_t base_found;  // words of the base that are found in the draft
    uint32_t draft_found; // words of the draft that are found in the base
    uint32_t head_found;  // per mille of the base's first tenth
    uint32_t tail_found;  // per mille of its last tenth
    uint32_t absent;      // per mille of the base in stretches of 20 words without a found one
    uint32_t gaps;        // stretches like that of a thirtieth of the base or more
    uint32_t in_order; // per mille of the draft's steps from group to group that go on in the base
    uint32_t vocabulary; // per mille of the draft's long words that the base uses somewhere
    uint32_t topic; // the same of the base's in the draft, or of the draft's, whichever is less
    uint32_t kept;  // per mille of the longer text's words that a comparison kept
};

// kept  as the comparison of the two has it (merged.similarity)
// Errors: TOO_LARGE above max_tokens
// Cost:   O(N log N) for N words
bool draft_figures_count(const struct document *base, const struct document *draft, uint32_t kept,
                         size_t max_tokens, struct draft_figures *figures,
                         struct error *error) MUST_CHECK;

// The kind, by borders that were chosen on real texts (docs/decisions/what-a-draft-is.md).
enum draft_kind draft_kind_of(const struct draft_figures *figures);

// Whether the words kept alone say that it is a copy, so that nothing need be counted.
bool draft_is_plain_copy(uint32_t kept);

// "1 % of the base's words stand in it, 98 % of its own 120 words are the base's, in its order": the
// reasons, for people. Owner: arena
struct str draft_reasons(const struct draft_figures *figures, struct arena *arena);

#endif
