// SPDX-License-Identifier: Apache-2.0
// How much the subjects of two texts are alike, each with each, and which words say so.

#ifndef ENTENTE_COUNTERPARTS_SIMILARITY_H
#define ENTENTE_COUNTERPARTS_SIMILARITY_H

#include "counterparts/counterpart.h"
#include "counterparts/subject.h"

// The subjects of one side.
struct subject_row {
    const struct subject *const *items;
    uint32_t count;
};

struct text_similarity {
    struct subject_row base;
    struct subject_row other;
    const uint16_t *scores;  // per mille; of base i and other j at i * other.count + j
    const uint16_t *weights; // by stem and way of going together (similarity.c)
    const struct word_table *table;
};

// A word weighs as much as the subjects are few that it reaches, by itself or by a word near it:
// what reaches
// all of them says nothing. The similarity of two is the weight of what goes together against what
// there is.
//
// order_gain  per mille at most that is added for standing at the same place of the texts
// Owner: arena; borrows the subjects
// Cost:  O(words × subjects that few words reach)
void similarity_make(const struct word_table *table, struct subject_row base,
                     struct subject_row other, uint32_t order_gain, struct arena *arena,
                     struct text_similarity *similarity);

// Fills in which words carry the similarity of the pair.
// Owner: arena
// Cost:  O(words of the base's × words of the other's)
void similarity_carry(const struct text_similarity *similarity, struct arena *arena,
                      struct counterpart *pair);

// Of what the words of a base's point carry to the other's, the part (per mille) that `rival`,
// another point of the base, does not carry as well; with `is_base` false rival is another point of
// the other text.
// Cost:   O(words of the base's × words of the other's)
uint32_t similarity_own(const struct text_similarity *similarity, uint32_t base, uint32_t other,
                        uint32_t rival, bool is_base);

#endif
