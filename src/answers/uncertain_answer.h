// SPDX-License-Identifier: Apache-2.0
// What was found about a scenario whose values are not all known.

#ifndef ENTENTE_ANSWERS_UNCERTAIN_ANSWER_H
#define ENTENTE_ANSWERS_UNCERTAIN_ANSWER_H

#include "uncertain_values/questions.h"

struct uncertain_answer {
    const struct assessment *assessment;
    const struct questions *questions; // NULL: the budget was spent before
    const struct assessed *draft;      // NULL: not asked for
    bool draft_is_allowed;             // by rules and times
    bool is_stopped;                   // what is said is proved, and more might have been
};

// Whether no package is even possibly acceptable to all.
bool uncertain_answer_is_no(const struct uncertain_answer *answer);

#endif
