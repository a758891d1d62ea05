// SPDX-License-Identifier: Apache-2.0
// What an answer to one question leaves undecided.

#ifndef ENTENTE_UNCERTAIN_VALUES_OUTCOME_H
#define ENTENTE_UNCERTAIN_VALUES_OUTCOME_H

#include "uncertain_values/assess.h"
#include "uncertain_values/question.h"

struct outcome_maker {
    const struct assessment *assessment;
    struct budget *budget;
    bool is_listed; // undecided packages are looked at one by one, else counted
    // Acceptable for sure and possibly, as it is now (when counted, exact).
    struct str surely;
    struct str possibly;
};

// Works out the answer yes (or no).
//
// Result:  TRUTH_NO when that answer contradicts what is known, so that nobody need ask; TRUTH_OPEN
//          when it could not be worked out within the budget
// Owner:   arena
// Errors:  TOO_LARGE
bool outcome_find(const struct outcome_maker *maker, const struct question *question, bool yes,
                  struct arena *arena, struct outcome *outcome, enum truth *found,
                  struct error *error) MUST_CHECK;

#endif
