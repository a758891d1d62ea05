// SPDX-License-Identifier: Apache-2.0
// What was found in a text, or in the readings of a merged one.

#ifndef ENTENTE_ANSWERS_PROOFREAD_ANSWER_H
#define ENTENTE_ANSWERS_PROOFREAD_ANSWER_H

#include "proofreading/finding.h"

// One wording that is taken at an open place.
struct told_wording {
    struct str point;   // its path in the merged text
    struct str clause;  // its short name; empty: before the first
    struct str words;   // what is taken; empty: nothing stands there
    struct str holders; // "Tarsen, Nereth"
};

// Wordings which bring a finding about when all of them are taken, and not when one is left.
struct told_cause {
    const struct told_wording *wordings;
    uint32_t count; // 0: it stands where no proposal is taken
};

struct told_finding {
    enum finding_kind kind;
    enum proof_certainty certainty;
    struct str clause;    // short name of the clause; empty: before the first
    struct str quotation; // the words at the place
    struct str context;   // the words around it, in one line
    struct range place;   // of the words in the text; nothing of a merged one
    uint32_t point;       // of a merged text: its number, NO_INDEX where it stands in none
    struct str message;
    struct str right;        // empty: not known
    struct str other;        // the words that it disagrees with; empty: none
    struct str other_clause; // where they stand
    const bool *in; // by reading, all false of what only a combination has; NULL: there is but one
    const struct told_cause *causes; // of a merged text, those of the fewest wordings first
    uint32_t cause_count;
};

// 1. the findings of the first reading in the order of the text, then what each further one adds
struct proofread_answer {
    struct str title;
    const struct str *readings; // "base" and the parties; none: a single text
    uint32_t reading_count;
    const struct told_finding *findings;
    uint32_t count;
    const struct document *text; // NULL of a merged one
    uint32_t left_out;           // findings that were not sure enough to be told
    uint32_t accepted;           // findings that somebody has accepted as they are
    bool is_foreign;             // hardly a word is in the language that is read
    // Of a merged text:
    uint32_t place_count;   // open places
    uint32_t texts_read;    // combinations that were read as a text
    uint32_t largest_tried; // wordings of the largest sets that were all tried
    bool is_cut;            // larger ones were left untried
    const struct str *left; // the clauses whose wordings those would take
    uint32_t left_count;
};

// How many of the kind, or of the certainty.
uint32_t proofread_answer_of_kind(const struct proofread_answer *answer, enum finding_kind kind);
uint32_t proofread_answer_at_least(const struct proofread_answer *answer,
                                   enum proof_certainty certainty);
// Whether no reading has it: only a combination of several parties' wordings.
bool told_finding_is_combined(const struct proofread_answer *answer,
                              const struct told_finding *finding);
uint32_t proofread_answer_combined(const struct proofread_answer *answer);
// Whether every reading has it.
bool told_finding_is_everywhere(const struct proofread_answer *answer,
                                const struct told_finding *finding);

// All of it but the document, which it then has not.
// Owner: arena
struct proofread_answer proofread_answer_copy(const struct proofread_answer *answer,
                                              struct arena *arena);

#endif
