// SPDX-License-Identifier: Apache-2.0
// The rows of tables under known heads.

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_ROWS_READ_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_ROWS_READ_H

#include "base/list.h"
#include "exchange/comment_and_column_tables/cell_words.h"
#include "exchange/comment_and_column_tables/head_words.h"
#include "exchange/comment_and_column_tables/table_cells.h"

struct prescribed_column {
    enum column_role role;
    struct str head;
};

struct prescribed_row {
    uint32_t place;                 // number from 1 in the file's tables, head rows counted
    const struct cell_words *cells; // one a column
    bool is_heading;                // one cell across the table: cells[0] has its words
    struct str shade;               // fill of the number's cell, "C6EFCE"; may be empty
};

struct rows_read {
    const struct document *document;
    struct arena *arena;
    const struct prescribed_column *columns;
    uint32_t column_count;
    bool is_comments;
    uint32_t place;    // rows seen
    struct list rows;  // struct prescribed_row
    struct list notes; // struct str
};

struct rows_read rows_read_make(const struct document *document, struct arena *arena);
void rows_note(struct rows_read *read, struct str note);
// Reads the rows of a table, its first `heads` left out.
void rows_read_table(struct rows_read *read, const struct table_cells *table, uint32_t heads);

// A text with single blanks for all white space. Owner: arena
struct str text_in_one_line(struct str text, struct arena *arena);

#endif
