// SPDX-License-Identifier: Apache-2.0
// What the faces of the spatial view share: the table, its figures, and numbers written exactly.

#ifndef ENTENTE_WORKBENCH_BARGAIN_SPATIAL_ANSWER_H
#define ENTENTE_WORKBENCH_BARGAIN_SPATIAL_ANSWER_H

#include "base/budget.h"
#include "base/builder.h"
#include "codec/json.h"
#include "exchange/bargain/actors_csv.h"
#include "spatial/challenge.h"

// One dimension played by the challenge model.
struct challenge_view {
    struct challenge_line line;
    double salience_unit; // of the table: what counts as 1
    struct challenge played;
    const struct challenge_change *changes; // per actor; NULL: too many actors
};

struct spatial_view {
    struct actors actors;
    const struct spatial *dimensions;        // actors.dimension_count
    const struct challenge_view *challenges; // likewise; NULL: not asked for
};

// A whole number of a column as the decimal it stands for.
struct str spatial_decimal(int64_t number, uint32_t digits, struct arena *arena);
// A fraction rounded to four places, halves away from zero.
struct str spatial_about(struct ratio ratio, struct arena *arena);

// The mean of a dimension in the units of the table.
struct ratio spatial_mean_of(const struct spatial_view *view, size_t dimension);
uint32_t spatial_weight_digits(const struct actors_dimension *dimension);
// The influence or the salience that makes the weight turn; `other` is the actor's whole number
// of the other one, above 0, and `digits` the places of the one asked for.
struct ratio spatial_factor(struct spatial_turn turn, int64_t other, uint32_t digits);

// Plays every dimension.
// Errors:  TOO_LARGE above CHALLENGE_ACTORS_MAX; STOPPED
bool spatial_challenge(struct spatial_view *view, struct str source, struct budget *budget,
                       struct arena *arena, struct error *error) MUST_CHECK;
// As a table for a terminal, and as the value of a JSON member. view->challenges is there.
void spatial_challenge_text(const struct spatial_view *view, size_t dimension, struct builder *out);
void spatial_challenge_json(const struct spatial_view *view, size_t dimension,
                            struct json_writer *json);

void spatial_add_json(const struct spatial_view *view, struct builder *out);

#endif
