// SPDX-License-Identifier: Apache-2.0
// A marked text as it is made: bytes, paragraphs, and the cells of tables, those of HTML within a line
// too; for marked.c only.

#ifndef ENTENTE_EXCHANGE_MERGED_MARKED_CELLS_H
#define ENTENTE_EXCHANGE_MERGED_MARKED_CELLS_H

#include "base/builder.h"
#include "exchange/merged/marked_text.h"

enum { TABLES_WITHIN_MAX = 24 };

// Where a table of HTML stands with its counting.
struct html_table {
    struct str around; // the cell in which it stands
    uint32_t tables;   // counted in that cell
    uint32_t row;
    uint32_t column;
};

struct marking {
    struct arena *arena;
    struct marked *marked;
    struct builder text;
    struct list literal;               // bool
    struct list source_at;             // uint32_t
    struct list paragraphs;            // struct marked_paragraph
    struct list blocks;                // struct marked_block
    struct list open;                  // uint32_t: index of each open block
    struct marked_paragraph paragraph; // that is open
    struct str inner_cell;             // the innermost cell
    uint32_t tables_in_cell;           // of HTML, in the innermost cell
    struct html_table tables[TABLES_WITHIN_MAX];
    uint32_t depth; // open tables of HTML
};

struct marking marking_make(struct marked *marked, struct arena *arena);
void marking_byte(struct marking *marking, char byte, bool is_literal, uint32_t source_at);
void marking_open_block(struct marking *marking, enum block_kind kind, struct origin origin);
void marking_close_block(struct marking *marking);
// A cell of the open table is none.
void marking_leave_gap(struct marking *marking);

// A paragraph of the document, which becomes several where it has tables within.
void marking_begin(struct marking *marking, struct origin origin, uint32_t number, struct str cell);
void marking_end(struct marking *marking);
// A paragraph of a cell ends, and another follows in it.
void marking_break(struct marking *marking, uint32_t source_at);
// Takes a tag of a table; false when the text is none that has its place here.
bool marking_html(struct marking *marking, struct str tag);

#endif
