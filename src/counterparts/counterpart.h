// SPDX-License-Identifier: Apache-2.0
// A point of the base and one of another text that answer one another.

#ifndef ENTENTE_COUNTERPARTS_COUNTERPART_H
#define ENTENTE_COUNTERPARTS_COUNTERPART_H

#include "base/str.h"

#define CARRIERS_MAX 6u // words that are told of one match

enum certainty {
    CERTAINTY_POSSIBLE, // too little to say that they answer one another
    CERTAINTY_LIKELY,
    CERTAINTY_SURE,
    CERTAINTY_CONFIRMED, // a person said so
};

// A word of the base's point and the other's that goes with it: the same, or a related one.
struct carried_word {
    struct str base;
    struct str other;
    uint32_t weight;
};

struct counterpart {
    uint32_t base;  // point of the base
    uint32_t other; // point of the other text
    uint32_t score; // per mille: how much the words are alike
    enum certainty certainty;
    const struct carried_word *carriers; // the heaviest first
    uint32_t carrier_count;
};

#endif
