// SPDX-License-Identifier: Apache-2.0
// Language versions of one text, held against the first of them.

#ifndef ENTENTE_ANSWERS_CONCORDANCE_ANSWER_H
#define ENTENTE_ANSWERS_CONCORDANCE_ANSWER_H

#include "proofreading/finding.h"
#include "prose/language.h"

struct told_version {
    struct str name; // of the file
    enum language language;
    uint32_t clauses;
};

struct told_difference {
    uint32_t version; // that differs from the first
    enum proof_certainty certainty;
    struct str clause; // "4/2/a"; empty: before the first
    struct str message;
    struct str one;         // the words in the first version; empty: none
    struct str one_context; // with those around them, or how the clause begins
    struct str other;
    struct str other_context;
};

// 1. by version, then in the order of the first text
struct concordance_answer {
    const struct told_version *versions; // two at least
    uint32_t version_count;
    const struct told_difference *differences;
    uint32_t count;
};

#endif
