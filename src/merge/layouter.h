// SPDX-License-Identifier: Apache-2.0
// The workings that laying shares with numbering and ordering; for lay.c and laid_order.c only.

#ifndef ENTENTE_MERGE_LAYOUTER_H
#define ENTENTE_MERGE_LAYOUTER_H

#include "merge/agreed.h"
#include "merge/lay.h"

// Where one party stands in the flow that is being laid.
struct layer {
    bool has_flow;
    struct span_flow draft;
    int64_t offset; // draft position - base position, behind the last cluster
    uint32_t from;  // draft range of the current cluster
    uint32_t to;
};

// One end of a relocation of one party.
struct move_end {
    struct party party;
    uint32_t relocation; // of that party's comparison
    uint32_t made;       // the slot, by the order in which it was made
    bool arrives;
};

// A slot with the order in which it was made, for a stable sort.
struct laid_slot {
    struct slot slot;
    uint32_t made;
};

struct layouter {
    const struct atoms *base;
    const struct comparison *comparisons;
    uint32_t party_count;
    struct arena *arena;
    struct arena *scratch;
    struct list slots;    // struct laid_slot
    struct list relabels; // struct relabel
    struct layout *layout;
    struct layer *layers; // one a party
    uint32_t **marks_in_base;
    struct list move_ends; // struct move_end
};

// The base, or party number - 1's draft.
const struct document *layouter_document(const struct layouter *lay, uint32_t number);
// Sorts the parties under their variants. held[p] is the variant of party p.
void layouter_hand_out(struct layouter *lay, struct variant *variants, uint32_t count,
                       const uint32_t *held);

// Makes a slot of every paragraph whose typed label differs; labels that differ in white space
// only become spacings.
void layouter_add_numberings(struct layouter *lay);
// Puts the slots in the order of the text, and the two ends of each move together.
void layouter_put_in_order(struct layouter *lay);

#endif
