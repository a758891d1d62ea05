// SPDX-License-Identifier: Apache-2.0
// The scores, and the reserve behind them, that fit what a party has replied.

#ifndef ENTENTE_UNCERTAIN_VALUES_SCORE_CONE_H
#define ENTENTE_UNCERTAIN_VALUES_SCORE_CONE_H

#include "uncertain_values/simplex.h"
#include "uncertain_values/weighing.h"

// No score is below 0; what is worth more is worth more by 1 at least. Any point times a whole number
// is a point, and so is the sum of two.
struct score_cone {
    const struct scenario *scenario;
    size_t width; // option_total + 1: the scores by flat option number, then the reserve
    struct simplex_row *rows;
    size_t row_count; // there is room for two more
    int64_t *objective;
    struct budget *budget;
    struct arena *arena;
};

// Owner: arena; borrows scenario and budget
struct score_cone score_cone_make(const struct scenario *scenario, const struct replied *replies,
                                  size_t count, struct budget *budget, struct arena *arena);

// Looks for the point with the least weighted sum, times a number that makes it whole.
//
// weights  by place, all above 0; or, with a limit above 0 on the sum of all, any. NULL: all 1
// point    width numbers
enum simplex_end score_cone_least(struct score_cone *cone, const int64_t *weights, int64_t limit,
                                  int64_t *point);

// Whether the reply is possible; then *point is such a point.
enum simplex_end score_cone_allows(struct score_cone *cone, const struct weighing *weighing,
                                   enum reply reply, int64_t *point);

// What a point says of a weighing: above, below or equal to 0. Of a package weighed against the reserve
// equal is above.
enum reply weighing_reply(const struct scenario *scenario, const struct weighing *weighing,
                          const int64_t *point);

#endif
