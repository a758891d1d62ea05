// SPDX-License-Identifier: Apache-2.0
// The forms in which the answers about packages are shown.

#ifndef ENTENTE_WORKBENCH_BARGAIN_BARGAIN_FACES_H
#define ENTENTE_WORKBENCH_BARGAIN_BARGAIN_FACES_H

#include "answers/bargain_answer.h"
#include "codec/json.h"

#include <entente/bargain.h>

// Each writes members into an object that is open.
void bargain_json_write(const struct solution *solution, struct json_writer *writer);
void bargain_json_draft(const struct solution *solution, const struct draft *draft,
                        struct json_writer *writer);
void bargain_json_blocks(const struct solution *solution, const struct blocks *blocks,
                         struct json_writer *writer);
void bargain_json_prospects(const struct solution *old, const struct prospects *prospects,
                            struct json_writer *writer);

// A member that is a count, or {"at_least", "at_most"}.
void bargain_json_tally(struct json_writer *writer, const char *name, const struct tally *tally);

// Pieces of tables: text and spaces up to the width (one at least), how wide the parties' names
// are, a count as "12" or "3 to 12", a package as "Seat: Aland; Term: one year".
void bargain_text_cell(struct builder *out, struct str text, size_t width);
size_t bargain_text_party_width(const struct scenario *scenario);
struct str bargain_text_tally(const struct tally *tally, struct arena *arena);
void bargain_text_package(struct builder *out, const struct scenario *scenario,
                          const uint32_t *package);

// A page up to its body's content, and from there on. `name` may be empty.
void bargain_page_begin(struct builder *out, struct str name);
void bargain_page_end(struct builder *out, struct str text);

// "nearer", "farther", "unchanged".
const char *bargain_verdict_word(enum verdict verdict);
// A comparison in one of its forms, which is any but ENTENTE_BARGAIN_SVG.
struct str prospects_write(enum entente_bargain_form form, const struct solution *old,
                           const struct prospects *prospects, struct arena *arena);

// Tables for a terminal.
void bargain_text_write(const struct bargain_answer *answer, struct builder *out);
void bargain_text_prospects(const struct solution *old, const struct prospects *prospects,
                            struct builder *out);

#endif
