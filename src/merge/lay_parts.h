// SPDX-License-Identifier: Apache-2.0
// The workings that laying shares with variants, numbering and ordering; for lay.c, arrivals.c,
// variants.c and laid_order.c only.

#ifndef ENTENTE_MERGE_LAY_PARTS_H
#define ENTENTE_MERGE_LAY_PARTS_H

#include "merge/agreed.h"
#include "merge/compare.h"
#include "merge/layout.h"
#include "merge/relocation_index.h"

// Where one party stands in the flow that is being laid.
struct party_layer {
    bool has_flow;
    struct span_flow draft;
    int64_t offset; // draft position - base position, behind the last cluster
    uint32_t from;  // draft range of the current cluster
    uint32_t to;
    // Of the current cluster: the draft has its words, and what is around them, to the byte as the
    // base has them; and looks no other.
    bool is_same;
    bool looks_same;
    const struct same_stretch *same; // of this flow; those before same_at lie behind us
    uint32_t same_count;
    uint32_t same_at;
};

// One edit of one party, laid on the base.
struct claim {
    struct edit edit;
    uint32_t party;
};

// What overlaps: base tokens [from, to) and the edits that make it.
struct cluster {
    uint32_t from;
    uint32_t to;
    size_t first_claim;
    size_t claim_count;
    bool is_whole;
    bool takes_label; // a line that some text has empty: its typed label is part of what is open
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
    const struct tokens *base;
    const struct comparison *comparisons;
    struct relocation_index *relocated; // one a party
    uint32_t party_count;
    struct arena *arena;
    struct arena *scratch;
    struct list slots;    // struct laid_slot
    struct list relabels; // struct relabel
    struct layout *layout;
    struct party_layer *layers; // one a party
    const struct look_table **looks;
    struct list move_ends; // struct move_end
};

// The base, or party number - 1's draft.
const struct document *layouter_document(const struct layouter *lay, uint32_t number);
// Sorts the parties under their variants. held[p] is the variant of party p.
void layouter_hand_out(struct layouter *lay, struct variant *variants, uint32_t count,
                       const uint32_t *held);

// Adds the clusters of the claims [first, first + count), which all put something in at one place
// where a line begins: each passage that moved there is one of its own, and so is what stands before,
// between and behind such passages. The claims are put in the order of the clusters.
void layouter_part_arrivals(struct layouter *lay, uint32_t flow, struct claim *claims, size_t first,
                            size_t count, struct list *clusters);

// Fills in a slot's base range and variants, with the layers at its cluster, and notes parties that
// set a variant otherwise. held[p] becomes the number of party p's variant.
void layouter_find_variants(struct layouter *lay, const struct span_flow *base,
                            const struct cluster *cluster, struct laid_slot *laid, uint32_t *held);

// Makes a slot of every paragraph whose typed label differs; labels that differ in white space
// only become spacings.
void layouter_add_numberings(struct layouter *lay);
// Puts the slots in the order of the text, and the two ends of each move together.
void layouter_put_in_order(struct layouter *lay);

#endif
