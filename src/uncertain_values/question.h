// SPDX-License-Identifier: Apache-2.0
// A question to a party, and what an answer to it would leave.

#ifndef ENTENTE_UNCERTAIN_VALUES_QUESTION_H
#define ENTENTE_UNCERTAIN_VALUES_QUESTION_H

#include "bargain/scenario.h"

enum question_kind {
    QUESTION_RESERVE, // is the reserve at least `reserve`?
    QUESTION_OPTIONS, // is `a` preferred to `b`?
    QUESTION_ISSUES,  // does issue a.issue matter more than issue b.issue?
    QUESTION_PACKAGE, // is the package acceptable?
};

struct question {
    enum question_kind kind;
    uint32_t party;
    int64_t reserve;
    struct choice a;
    struct choice b;
    const uint32_t *package;
};

// How many packages are acceptable to all, once the answer is known.
struct outcome {
    struct str surely;
    struct str possibly; // the sure ones counted in
    struct str undecided;
};

#endif
