// SPDX-License-Identifier: Apache-2.0
// Two language versions of one text, clause by clause: figures, dates, amounts, letters, brackets, blanks.

#ifndef ENTENTE_PROOFREADING_CONCORDANCE_H
#define ENTENTE_PROOFREADING_CONCORDANCE_H

#include "proofreading/finding.h"
#include "proofreading/version_facts.h"

// What one version says and the other does not, or says otherwise.
struct concordance_finding {
    enum proof_certainty certainty;
    struct str key;      // of the clause
    struct range one;    // in the first text; empty: nothing there
    struct range other;  // in the second
    uint32_t one_clause; // the clause's first paragraph; NO_INDEX: the text has no such clause
    uint32_t other_clause;
    struct str message;
};

// Adds what differs to a list of struct concordance_finding, in the order of the first text.
// Owner: the list's arena
// Cost:  O(clauses + facts², within a clause)
void concordance_check(const struct version_text *one, const struct version_text *other,
                       struct list *findings);

#endif
