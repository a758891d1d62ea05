// SPDX-License-Identifier: Apache-2.0
// Which act of the text the words of a reference name. Inside the room only.

#ifndef ENTENTE_TIME_LIMITS_REFERENCE_H
#define ENTENTE_TIME_LIMITS_REFERENCE_H

#include "time_limits/acts.h"

// A reference taken apart: which moment of what, and where it is said to stand.
struct limit_reference {
    struct act_words words; // "the completion of the withdrawal" without "the completion of"
    size_t head;
    enum limit_side side;
    struct str cited; // "7" in "the withdrawal under point 7"; empty: none
    uint64_t needs;   // marks of the bearing words, as in struct worded_act
};

struct limit_reference reference_of(const struct prose *prose, const struct captures *captures);

// The act that fits the reference of limit `i` best, or NO_STEP.
uint32_t reference_find(const struct limits_reading *reading, size_t i,
                        const struct limit_reference *reference);

#endif
