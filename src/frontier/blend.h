// SPDX-License-Identifier: Apache-2.0
// The linear relaxation of a program: the largest share t of measures, options mixed.
//
// It is solved in floating point, and only advises: the weights it finds are rounded to whole numbers,
// and whatever is concluded from them is proved in whole numbers (see program_bound). One option of
// each issue, its key, is expressed by the others, so only measures and rules need rows (generalised
// upper bounds, Dantzig and Van Slyke 1967); the dual simplex goes on from where the last solution
// stood (Lemke 1954).

#ifndef ENTENTE_FRONTIER_BLEND_H
#define ENTENTE_FRONTIER_BLEND_H

#include "frontier/choice_program.h"

// The largest t with measure >= base + t × range for every measure.
struct measures {
    uint32_t count;
    const int64_t *values; // by measure a row, by option
    const int64_t *base;   // by measure
    const int64_t *range;  // by measure, none negative, some positive
};

// The variable of row r = sides[r] - the sum over columns of cells[r][column] × the column's variable;
// column variables are 0. Row 0 is t; its cells are what t loses by each, so none is negative.
// Variables are numbered: options, then t, a slack for each measure, a slack for each rule.
struct blend {
    const struct choice_program *program;
    const struct measures *measures;
    uint32_t row_count; // row 0 counted in
    uint32_t row_limit;
    uint32_t column_count;
    uint32_t stride;
    double *cells;
    double *sides;      // by row
    uint32_t *basic;    // by row
    uint32_t *nonbasic; // by column
    uint32_t *key;      // by issue: the option that has neither row nor column
    uint32_t failed;    // the row that shows that no mixture is left; 0: none
    uint64_t steps;     // cells visited, since it was made
};

enum blend_end {
    BLEND_SOLVED,
    BLEND_BELOW,      // t is below the cutoff
    BLEND_IMPOSSIBLE, // see `failed`
    BLEND_GAVE_UP,    // too many pivots
};

// Room for one. Owner: arena
struct blend blend_room(const struct choice_program *program, const struct measures *measures,
                        uint32_t row_limit, struct arena *arena);
// The relaxation of all that is left, by the best for one measure; no rules yet.
void blend_start(struct blend *blend, const struct choices_left *left);
// The same with columns of options that are out left away.
void blend_copy(struct blend *to, const struct blend *from, const struct choices_left *left);
// Brings it to the largest t of what is left, in at most `pivots` pivots.
enum blend_end blend_solve(struct blend *blend, const struct choices_left *left, double cutoff,
                           unsigned pivots);
// Adds a row for a rule of the program; false when there is no room.
bool blend_add_rule(struct blend *blend, uint32_t rule);
// Takes out the rows of rules that do not bind.
void blend_drop_slack_rules(struct blend *blend);
// How much of each option is in the solution: `mixture` by option.
void blend_mixture(const struct blend *blend, double *mixture);
// How much of the slack of a measure or a rule presses on row `row`: by measure, then by rule of the
// program. Row 0: the weights of the solution; the failed row: those of the contradiction.
void blend_multipliers(const struct blend *blend, uint32_t row, double *multipliers);
// What t loses at least when the option of this row is taken whole, and when it is not taken.
void blend_penalties(const struct blend *blend, uint32_t row, double *whole, double *none);

#endif
