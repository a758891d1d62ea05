// SPDX-License-Identifier: Apache-2.0
// What points are about: their words without endings, and their numbers with what they count.

#ifndef ENTENTE_COUNTERPARTS_SUBJECT_H
#define ENTENTE_COUNTERPARTS_SUBJECT_H

#include "counterparts/provisions.h"
#include "counterparts/word_table.h"
#include "prose/prose.h"

// A word of a point.
struct subject_word {
    uint32_t stem;   // of the table; a number with its unit is a stem too
    struct str said; // as it stands where it stands first
    uint16_t
        emphasis; // per mille that it counts: less where only what stands above says it, more in a title
};

struct subject {
    const struct subject_word *words; // each stem once, in the order of the text
    uint32_t count;
    const struct fact *facts; // in the order of the text
    uint32_t fact_count;
    const struct subject
        *sentences; // those that say something, where there are several; they have no facts
    uint32_t sentence_count;
};

// All texts' subjects: of[t][i] is that of point i of text t.
struct subjects {
    const struct subject *const *of;
    const struct provisions *texts;
    uint32_t text_count;
    const struct word_table *table;
};

// languages  one a text: the words that dates and numbers are read by
// Owner:   arena; borrows the texts
// Errors:  those of prose_read
// Cost:    O(words)
bool subjects_make(const struct provisions *texts, uint32_t text_count,
                   const struct vocabulary *const *languages, struct arena *arena,
                   struct subjects *subjects, struct error *error) MUST_CHECK;

#endif
