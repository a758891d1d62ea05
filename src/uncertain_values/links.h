// SPDX-License-Identifier: Apache-2.0
// Questions to a party whose statements bind several issues at once, or its reserve: each is one
// exact linear program over the completions.

#ifndef ENTENTE_UNCERTAIN_VALUES_LINKS_H
#define ENTENTE_UNCERTAIN_VALUES_LINKS_H

#include "uncertain_values/bounds.h"
#include "uncertain_values/simplex.h"

enum truth {
    TRUTH_NO,
    TRUTH_YES,
    TRUTH_OPEN, // the budget is spent, or numbers left 64 bits
};

// Whether some completion meets all the demands (none: whether there is a completion at all).
// Cost: a program with a variable for each option named in links or demands
enum truth links_allow(const struct bounds *bounds, const struct score_link *demands,
                       size_t demand_count, struct budget *budget);

// The least of a weighted sum of scores over all completions, of which there must be one.
enum simplex_end links_least(const struct bounds *bounds, const struct term *terms,
                             size_t term_count, struct budget *budget, struct simplex_sum *least);

// Scores (by flat option number, only those of options named in links or demands are set) of one
// completion that meets all the demands.
enum truth links_complete(const struct bounds *bounds, const struct score_link *demands,
                          size_t demand_count, struct budget *budget, struct simplex_sum *scores);

// Links that cannot hold together with the scores, each needed for that, as words; empty when there
// is a completion, or it is not known.
struct str links_contradiction(const struct bounds *bounds, struct budget *budget,
                               struct arena *arena);

#endif
