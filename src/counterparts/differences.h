// SPDX-License-Identifier: Apache-2.0
// What differs in substance between a point and those that answer it.

#ifndef ENTENTE_COUNTERPARTS_DIFFERENCES_H
#define ENTENTE_COUNTERPARTS_DIFFERENCES_H

#include "counterparts/counterparts.h"
#include "counterparts/fact.h"

enum difference_kind {
    DIFFERENCE_NUMBER,
    DIFFERENCE_DATE, // dates and time limits
    DIFFERENCE_NAME,
    DIFFERENCE_DUTY, // obligation against possibility
    DIFFERENCE_CONDITION,
};

// One thing that the two sides say otherwise; what a side does not say at all is empty.
struct difference {
    enum difference_kind kind;
    struct str base;
    struct str other;
    struct str base_unit; // what the number counts, for people; may be empty
    struct str other_unit;
};

// The facts of several points taken together, with their words.
struct fact_row {
    const struct fact *const *items;
    uint32_t count;
    const struct str *texts;
    uint32_t text_count;
};

// base        facts of the base's point
// base_beside facts of other points of the base that the same points answer: what these say is not
// missing
// other       facts of the points that answer it; other_beside as above
// known       see names_known
// Result: struct difference, added to; by kind
// Owner: arena
void differences_find(struct fact_row base, struct fact_row base_beside, struct fact_row other,
                      struct fact_row other_beside, const struct names *known, struct arena *arena,
                      struct list *differences);

// The names of all texts that stand with a capital inside a sentence, word by word in lower case,
// but for
// those which also stand without.
const struct names *names_known(const struct subjects *subjects, struct arena *arena);

#endif
