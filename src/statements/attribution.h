// SPDX-License-Identifier: Apache-2.0
// The words that tie a statement to its speaker: "Peskov told reporters in Moscow on Sunday that".

#ifndef ENTENTE_STATEMENTS_ATTRIBUTION_H
#define ENTENTE_STATEMENTS_ATTRIBUTION_H

#include "statements/circumstances.h"
#include "statements/speaker.h"

enum attribution_shape {
    SHAPE_SUBJECT_VERB, // "NAME said"
    SHAPE_INVERTED,     // "said NAME"
    SHAPE_SAME_SUBJECT, // "... and warned", "..., adding that": the speaker stands earlier
    SHAPE_ACCORDING,    // "according to NAME"
    SHAPE_COLON,        // "NAME was blunt: “...”": any verb before a quotation
};

struct attribution {
    size_t from; // first token of subject or verb
    size_t verb;
    size_t to; // token after the verb, its circumstances and "that"
    enum attribution_shape shape;
    struct speakers speakers;
    struct circumstances circumstances;
    bool has_that;  // or a colon: what follows is what was said
    bool is_weak;   // a verb that attributes only beside "that" or a quotation
    bool is_urging; // "urged both to", "called on": what follows is what was asked for
};

// The first attribution of the sentence whose verb stands at token `from` or later.
bool attribution_find(const struct news *news, const struct sentence *sentence, size_t from,
                      struct attribution *attribution);

// Who a sentence is about, from its first words; reads to its verb.
// Result: the token of the verb, or sentence->from
size_t attribution_subject(const struct news *news, const struct sentence *sentence,
                           struct speakers *speakers);

#endif
