// SPDX-License-Identifier: Apache-2.0
// What points are about: their words without endings, each as heavy as it is rare in all texts together.

#ifndef ENTENTE_COUNTERPARTS_SUBJECT_H
#define ENTENTE_COUNTERPARTS_SUBJECT_H

#include "base/list.h"
#include "counterparts/provisions.h"
#include "prose/prose.h"

#define ROWS_MAX 14u // rows of related words that one word is looked up in

// A word of a point.
struct subject_word {
    uint32_t stem;   // numbered over all texts; a number with its unit is a stem too
    struct str said; // as it stands where it stands first
    uint32_t
        weight; // how rare it is, of a general word half: 16 is one half of all points, 32 one quarter
    uint32_t rarity;    // the same without regard to that
    bool is_general;    // says little (common_words.h)
    bool is_of_heading; // only what stands above says it
    uint8_t row_count;  // rows of related words (related_words.h)
    uint16_t rows[ROWS_MAX];
};

struct subject {
    const struct subject_word *words; // each stem once, in the order of the text
    uint32_t count;
    uint32_t weight;          // of all words, those that no other text has counting half
    const struct fact *facts; // in the order of the text
    uint32_t fact_count;
};

// All texts' subjects: of[t][i] is that of point i of text t.
struct subjects {
    const struct subject *const *of;
    const struct provisions *texts;
    uint32_t text_count;
    uint32_t weight_max; // no word weighs more
    uint32_t stem_count;
    uint32_t table_rows; // rows of the table; behind them those of words that begin alike
    uint32_t row_count;
    const uint32_t *row_weights;
};

// languages  one a text: the words that dates and numbers are read by
// Owner:   arena; borrows the texts
// Errors:  those of prose_read
// Cost:    O(words)
bool subjects_make(const struct provisions *texts, uint32_t text_count,
                   const struct vocabulary *const *languages, struct arena *arena,
                   struct subjects *subjects, struct error *error) MUST_CHECK;

#endif
