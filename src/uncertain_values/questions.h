// SPDX-License-Identifier: Apache-2.0
// What to ask a party next: the question whose worse answer leaves the fewest packages undecided.
//
// A package is undecided when all parties accept it possibly and not for sure. Each question has two
// answers, and is measured by the one that leaves more undecided: so nothing need be assumed about
// which answer is likely.

#ifndef ENTENTE_UNCERTAIN_VALUES_QUESTIONS_H
#define ENTENTE_UNCERTAIN_VALUES_QUESTIONS_H

#include "uncertain_values/assess.h"
#include "uncertain_values/question.h"

#define QUESTIONS_LISTED_MAX 300 // undecided packages looked at one by one; more are counted

struct weighed_question {
    struct question question;
    struct outcome yes;
    struct outcome no;
    struct str worst; // the larger of both undecided
    size_t at;        // how many were kept before it: what is equal otherwise stands in this order
};

struct questions {
    struct str undecided; // now; empty: not known exactly, and no question is weighed
    // The best first; those that tie at their worse answer by the better one.
    const struct weighed_question *items;
    size_t count;
    size_t best_count; // how many tie
    size_t weighed;    // of `possible` questions
    size_t possible;   // whose answer is not known already and may change a bound
    bool is_stopped;   // the budget was spent: better ones may not have been weighed
};

// Weighs the questions: reserves at every whole number, pairs of options, pairs of issues whose best
// and worst options are known, listed undecided packages. Questions of which no answer narrows
// anything are left out. Where packages are counted, not listed, only the pairs that tighten most are
// weighed.
//
// Result:  no items when nothing is undecided, or no exact count could be made
// Owner:   arena
// Errors:  TOO_LARGE
bool questions_find(const struct assessment *assessment, struct budget *budget, struct arena *arena,
                    struct questions *questions, struct error *error) MUST_CHECK;

// The question to be put to a party, in words.
struct str question_words(const struct scenario *scenario, const struct question *question,
                          struct arena *arena);

#endif
