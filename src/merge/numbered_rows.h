// SPDX-License-Identifier: Apache-2.0
// The rows of the table of columns that a text was merged from: their numbers, their status, what is
// agreed in them.

#ifndef ENTENTE_MERGE_NUMBERED_ROWS_H
#define ENTENTE_MERGE_NUMBERED_ROWS_H

#include "base/names.h"

// One row. Texts have a line a paragraph.
struct numbered_row {
    struct str number; // "171a"; empty only for headings
    struct str status; // as the file has it, or made of its texts; empty only for headings
    struct str shade;  // fill of the number's cell, "C6EFCE"; may be empty
    struct str point;  // what the file calls the provision; may be empty
    struct str base;   // of a heading: its words
    struct str agreed;
    const struct str *texts; // one a party; bytes NULL: not of the table, to be filled
    bool has_agreed;         // the file has such a column
    bool is_heading;         // one cell across the table
};

// 1. The numbers of rows that are no headings differ.
struct numbered_rows {
    struct str number_head;
    struct str point_head; // empty: there is no such column
    struct str base_head;
    struct str agreed_head; // empty: there is no such column
    const uint32_t *order;  // the parties by their columns; who has none comes last
    const struct numbered_row *items;
    uint32_t count;
    const uint32_t *row_of_paragraph; // of the base; NULL in a sheet that was read again
    // Of the draft of each party, NULL where it is no column of the table; NULL in a sheet that was read
    // again.
    const uint32_t *const *row_of_draft_paragraph;
};

// A number for a row that has none, or one that stands already: the one above it and a letter, "171a".
// taken  the numbers that stand
// Owner: arena
struct str row_number_made(struct str above, const struct names *taken, struct arena *arena);

// "A" where a row is agreed, "P" with one proposal, "D" with several.
struct str row_letter_of(const struct numbered_row *row, uint32_t party_count);

// The fill that a status has where the file says nothing, "E8F3EA"; empty: none.
struct str row_shade_of(struct str status);

// Parts "12 D", "G 12" in number and status; the status may be empty.
void row_number_parted(struct str cell, struct str *number, struct str *status);

#endif
