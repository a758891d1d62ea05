// SPDX-License-Identifier: Apache-2.0
// The tables in which institutions send comments and compare positions, recognised by their head row.
//
//   base | drafting suggestions | comments            a table of comments: of one delegation, or with a
//                                                     column that names it
//   row | Commission | Parliament | Council | agreed  a table of columns: a text, and how others word it

#ifndef ENTENTE_EXCHANGE_PRESCRIBED_TABLES_PRESCRIBED_TABLE_H
#define ENTENTE_EXCHANGE_PRESCRIBED_TABLES_PRESCRIBED_TABLE_H

#include "base/error.h"
#include "exchange/comment_and_column_tables/rows_read.h"

enum prescribed_kind { PRESCRIBED_NONE, PRESCRIBED_COMMENTS, PRESCRIBED_COLUMNS };

// 1. a table of comments has one base and one column of suggestions, at most one of comments, of
//    delegations, of numbers
// 2. a table of columns has one base, and a column of somebody's; at most one of what is agreed
struct prescribed_table {
    enum prescribed_kind kind;
    const struct prescribed_column *columns;
    uint32_t column_count;
    const struct prescribed_row *rows; // without head rows
    uint32_t row_count;
    const struct str *notes; // what was assumed, what was not read; a sentence each
    uint32_t note_count;
};

// Looks whether most of a document is such a table. Tables that go on under the same heads, or under
// none,
// are one. A cell joined over several rows belongs to the first of them; a base joined so belongs to
// each.
//
// Result:  kind PRESCRIBED_NONE: an ordinary text
// Owner:   arena; the document must live as long
// Errors:  BAD_INPUT for what is nearly such a table, with the heads as they are and those that are
// wanted;
//          for two tables with different heads
// Cost:    O(text)
bool prescribed_table_read(const struct document *document, struct arena *arena,
                           struct prescribed_table *table, struct error *error) MUST_CHECK;

// The column with this role; column_count when there is none.
uint32_t prescribed_column_of(const struct prescribed_table *table, enum column_role role);
// "row 12", or "row 12 (171a)" where it bears a number of its own. Owner: arena
struct str prescribed_row_name(const struct prescribed_table *table,
                               const struct prescribed_row *row, struct arena *arena);

#endif
