// SPDX-License-Identifier: Apache-2.0
// Pieces that several forms of an answer about packages are made of.

#ifndef ENTENTE_RENDER_BARGAIN_BARGAIN_PARTS_H
#define ENTENTE_RENDER_BARGAIN_BARGAIN_PARTS_H

#include "answers/bargain_answer.h"
#include "codec/json.h"
#include "render/bargain/point_words.h"

// --- Words

// "Seat: Aland; Term: one year".
void add_package_words(struct builder *out, const struct scenario *scenario,
                       const uint32_t *package);
// "unchanged", "nearer", "farther": for programs.
const char *verdict_code(enum verdict verdict);

// What the rule compares, joined by commas: sums and gains in the profiles' units. Empty where it
// would say nothing to a person: products and shares of scaled values have too many digits.
struct str point_values_text(const struct scenario *scenario, enum point_kind kind,
                             const struct fair_point *point, struct arena *arena);

// "at least these 158 points are known; the front is not complete". Empty where it is, or nothing is known.
struct str front_part_words(const struct solution *solution, struct arena *arena);

// --- Tables for a terminal

// Text and spaces up to the width, one at least.
void add_cell(struct builder *out, struct str text, size_t width);
size_t party_width(const struct scenario *scenario);

// --- JSON: each writes members into an object that is open

void bargain_json_draft(const struct solution *solution, const struct draft *draft,
                        struct json_writer *writer);
void bargain_json_obstacles(const struct solution *solution, const struct obstacles *obstacles,
                            struct json_writer *writer);
// A member that is a count, or {"at_least", "at_most"}.
void bargain_json_tally(struct json_writer *writer, const char *name, const struct tally *tally);

#endif
