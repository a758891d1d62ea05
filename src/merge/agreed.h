// SPDX-License-Identifier: Apache-2.0
// Stretches whose words a draft kept: what else differs there (white space, looks, labels).

#ifndef ENTENTE_MERGE_AGREED_H
#define ENTENTE_MERGE_AGREED_H

#include "base/list.h"
#include "merge/merged.h"
#include "merge/spans.h"

// A paragraph whose typed label differs in one party's draft.
struct relabel {
    struct range base; // the label zone, may be empty
    struct party party;
    struct range draft;
    uint32_t container; // base block
};

// Base tokens [base_from, base_from + count) of one flow and the draft's equal ones.
struct agreed_stretch {
    const struct span_flow *base;
    const struct span_flow *draft;
    uint32_t base_from;
    uint32_t draft_from;
    uint32_t count;
    bool owns_first_gap;  // label and gap before the first token belong to the stretch
    bool owns_last_label; // so does the label before the token behind the last
};

// Which marks of a draft look like which of the base (marks_look_same): equal numbers above zero
// stand for equal texts.
struct look_numbers {
    uint32_t key;
    uint32_t written;
    uint32_t whole;
};
struct look_table {
    const struct look_numbers *base; // by index of the marks
    const struct look_numbers *draft;
    bool all_same; // there is one look in both
};

struct agreed_findings {
    struct party party;
    uint32_t container;
    const struct look_table *looks; // NULL: the forms differ, looks cannot be compared
    struct list *spacings;          // struct spacing
    struct list *run_changes;       // struct run change
    struct list *paragraph_changes; // struct paragraph change
    struct list *kept;              // struct kept_words; NULL: nobody asks
    struct list *relabels;          // struct relabel
};

// Adds what it finds, in the order of the base. Cost: O(bytes of the stretch)
void agreed_look(const struct agreed_stretch *stretch, const struct agreed_findings *findings);

// The same for base words in a slot that others dispute, of a party that keeps them: inside a slot
// white space and looks are its own too. `owns_first_gap` speaks of the gap alone here;
// `owns_last_gap`: the gap behind the last token belongs to the slot.
void agreed_look_held(const struct agreed_stretch *stretch, bool owns_last_gap,
                      const struct agreed_findings *findings);

#endif
