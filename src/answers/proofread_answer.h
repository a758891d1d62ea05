// SPDX-License-Identifier: Apache-2.0
// What was found in a text, or in the readings of a merged one.

#ifndef ENTENTE_ANSWERS_PROOFREAD_ANSWER_H
#define ENTENTE_ANSWERS_PROOFREAD_ANSWER_H

#include "proofreading/finding.h"

struct told_finding {
    enum finding_kind kind;
    enum proof_certainty certainty;
    struct str clause;    // short name of the clause; empty: before the first
    struct str quotation; // the words at the place
    struct str context;   // the words around it, in one line
    struct str message;
    struct str right;        // empty: not known
    struct str other;        // the words that it disagrees with; empty: none
    struct str other_clause; // where they stand
    const bool *in;          // by reading; NULL: there is but one
};

// 1. the findings of the first reading in the order of the text, then what each further one adds
struct proofread_answer {
    struct str title;
    const struct str *readings; // "base" and the parties; none: a single text
    uint32_t reading_count;
    const struct told_finding *findings;
    uint32_t count;
    uint32_t left_out; // findings that were not sure enough to be told
    bool is_foreign;   // hardly a word is in the language that is read
};

// How many of the kind, or of the certainty.
uint32_t proofread_answer_of_kind(const struct proofread_answer *answer, enum finding_kind kind);
uint32_t proofread_answer_at_least(const struct proofread_answer *answer,
                                   enum proof_certainty certainty);
// Whether every reading has it.
bool told_finding_is_everywhere(const struct proofread_answer *answer,
                                const struct told_finding *finding);

#endif
