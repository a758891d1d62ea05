// SPDX-License-Identifier: Apache-2.0
// Sections of the pages about packages, and what their tables share.

#ifndef ENTENTE_RENDER_BARGAIN_BARGAIN_PAGE_PARTS_H
#define ENTENTE_RENDER_BARGAIN_BARGAIN_PAGE_PARTS_H

#include "answers/bargain_answer.h"
#include "base/builder.h"

// The page up to and with its title; the <header> is left open.
//
// name  the scenario's; empty: the page is called as its question
void packages_page_begin(struct builder *out, struct str name, const char *question,
                         uint32_t parties);
// The notes, what the words mean (plain, with HTML's signs), and the end.
void packages_page_end(struct builder *out, const struct str *notes, size_t note_count,
                       const char *how_to_read);

// The same two where the page goes on.
void packages_page_notes(struct builder *out, const struct str *notes, size_t note_count,
                         const char *how_to_read);

// --- Cells

void add_party_head(struct builder *out, const struct scenario *scenario, uint32_t party);
// A column for each party's number.
void add_party_columns(struct builder *out, const struct scenario *scenario);
void add_value_cell(struct builder *out, const struct scenario *scenario, int64_t value);
// The value, and under it how far it is over or under the party's reserve.
void add_gain_cell(struct builder *out, const struct scenario *scenario, uint32_t party,
                   int64_t value);
void add_count_cell(struct builder *out, const struct tally *tally);
// "–": not known, or there is none.
void add_blank_cell(struct builder *out);
struct str grouped_tally(const struct tally *tally, struct arena *arena);

// --- Sections; each is left out where there is nothing to say

// The fair points, and what the packages behind them and the draft say, issue by issue.
void add_points_section(struct builder *out, const struct bargain_answer *answer);
// The first of the two alone, with the same letters.
void add_points_table(struct builder *out, const struct bargain_answer *answer);
void add_front_section(struct builder *out, const struct solution *solution);
void add_draft_section(struct builder *out, const struct bargain_answer *answer);
void add_obstacles_section(struct builder *out, const struct bargain_answer *answer);

#endif
