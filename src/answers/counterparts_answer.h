// SPDX-License-Identifier: Apache-2.0
// Rival texts beside a base: which points answer which, why, and what they say otherwise.

#ifndef ENTENTE_ANSWERS_COUNTERPARTS_ANSWER_H
#define ENTENTE_ANSWERS_COUNTERPARTS_ANSWER_H

#include "counterparts/differences.h"

// The base, or one party's text.
struct rival_text {
    struct str party; // empty for the base
    struct str file;
    const struct provision *points; // in the order of the text
    uint32_t count;
    const bool *is_matched; // by point: it has a counterpart, or a possible one
};

// What one party's text says to one point of the base; what it possibly says is another of these.
struct matched_point {
    uint32_t origin;  // in rounds: the text whose point it is that is followed; else 0
    uint32_t base;    // point of that text
    uint32_t text;    // of texts, from 1
    uint32_t against; // the text that it is held against: in rounds the last one before it; else 0
    const uint32_t *points; // of that text, in its order; at least one
    uint32_t count;
    uint32_t score;           // per mille, of the best of them
    enum certainty certainty; // of the best of them
    const struct carried_word *carriers;
    uint32_t carrier_count;
    const struct difference *differences; // by kind
    uint32_t difference_count;
};

struct counterparts_answer {
    const struct rival_text *texts; // texts[0] is the base
    uint32_t text_count;
    const struct matched_point *matches; // by base point, then by text; possible ones behind
    uint32_t match_count;
    bool are_rounds;         // each text answers the one before it
    const struct str *notes; // a sentence each
    uint32_t note_count;
};

#endif
