// SPDX-License-Identifier: Apache-2.0
// What a text defines: "Closing Date" means …, (the "Services"), hereinafter "the Secretariat".

#ifndef ENTENTE_PROOFREADING_DEFINITIONS_H
#define ENTENTE_PROOFREADING_DEFINITIONS_H

#include "proofreading/proof_text.h"

struct definition {
    struct str name;    // as it is defined, without quotation marks
    struct range place; // of the name
    size_t from;        // tokens of the name
    size_t to;
    uint32_t paragraph;
    bool in_passing; // in brackets behind what it names, not in a clause of its own
};

// Adds every definition, in the order of the text, to a list of struct definition.
// Cost: O(text)
void definitions_find(const struct proof_text *text, struct list *definitions);

#endif
