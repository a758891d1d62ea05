// SPDX-License-Identifier: Apache-2.0
// What was found about a scenario with exact values, and about two versions of one.

#ifndef ENTENTE_ANSWERS_BARGAIN_ANSWER_H
#define ENTENTE_ANSWERS_BARGAIN_ANSWER_H

#include "advice/draft.h"
#include "advice/obstacles.h"
#include "advice/prospects.h"

struct bargain_answer {
    const struct scenario *scenario; // as it was solved: changes made, other parties left out
    const struct solution *solution;
    const struct draft *draft;         // NULL: not asked for
    const struct obstacles *obstacles; // NULL: not asked for and not needed
};

// Whether it is proved that no package is acceptable to all.
bool bargain_answer_is_no(const struct bargain_answer *answer);
// Whether something that was asked for is missing because the budget was spent.
bool bargain_answer_is_cut(const struct bargain_answer *answer);

// Two versions of what is on the table. Values are shown in the old one's units.
struct prospects_answer {
    const struct solution *old;
    const struct solution *new;
    const struct prospects *prospects;
};

// Whether agreement is farther than it was.
bool prospects_answer_is_no(const struct prospects_answer *answer);
bool prospects_answer_is_cut(const struct prospects_answer *answer);

#endif
