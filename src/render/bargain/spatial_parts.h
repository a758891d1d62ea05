// SPDX-License-Identifier: Apache-2.0
// Numbers of a table of actors written exactly, and the challenge model's part of each form.

#ifndef ENTENTE_RENDER_BARGAIN_SPATIAL_PARTS_H
#define ENTENTE_RENDER_BARGAIN_SPATIAL_PARTS_H

#include "answers/spatial_answer.h"
#include "codec/json.h"

// A whole number of a column as the decimal it stands for.
struct str spatial_decimal(int64_t number, uint32_t digits, struct arena *arena);
// A fraction rounded to four places, halves away from zero.
struct str spatial_about(struct ratio ratio, struct arena *arena);

// The mean of a dimension in the units of the table.
struct ratio spatial_mean_of(const struct spatial_answer *answer, size_t dimension);
uint32_t spatial_weight_digits(const struct actors_dimension *dimension);
// The influence or the salience that makes the weight turn; `other` is the actor's whole number
// of the other one, above 0, and `digits` the places of the one asked for.
struct ratio spatial_factor(struct spatial_turn turn, int64_t other, uint32_t digits);

// --- The challenge model; answer->challenges is there

struct str challenge_actor(const struct spatial_answer *answer, size_t dimension, uint32_t actor);
const struct challenge_round *challenge_last_round(const struct challenge *played);
// "confrontation", "compromise", "capitulation", "none".
const char *challenge_kind_name(enum challenge_kind kind);
// The number without a minus before a zero, of which `unit` is the smallest part shown.
double challenge_shown(double number, double unit);

// As tables for a terminal, and as the value of a JSON member.
void challenge_text_write(const struct spatial_answer *answer, size_t dimension,
                          struct builder *out);
void challenge_json_write(const struct spatial_answer *answer, size_t dimension,
                          struct json_writer *json);

#endif
