// SPDX-License-Identifier: Apache-2.0
// Texts with tables, made at random: a base and drafts of some parties in which rows and columns are put in
// and taken out, cells changed, tables nested; as files, and as they should be read.

#ifndef ENTENTE_TESTS_WORKBENCH_MADE_TABLES_H
#define ENTENTE_TESTS_WORKBENCH_MADE_TABLES_H

#include "verbs.h"

enum { MOST_ROWS = 9, MOST_COLUMNS = 7, MOST_BLOCKS = 7, MOST_PARTIES = 3, MOST_WORDS = 4 };

extern const char *const made_parties[MOST_PARTIES];

// A word is a number that stands for "w17x"; words stand once in a text.
struct made_words {
    uint32_t words[MOST_WORDS];
    uint32_t count;
};

// A cell: one or two paragraphs, perhaps with a table of two cells a row between them.
struct made_cell {
    struct made_words first;
    struct made_words last; // of a second paragraph
    bool has_last;
    struct made_words inner[2][2];
    uint32_t inner_rows;
};

struct made_row {
    struct made_cell cells[MOST_COLUMNS];
    uint32_t count;
};

struct made_block {
    bool is_table;
    struct made_words words; // of a paragraph
    struct made_row rows[MOST_ROWS];
    uint32_t row_count;
};

struct made_text {
    struct made_block blocks[MOST_BLOCKS];
    uint32_t count;
};

enum made_form { AS_MARKDOWN, AS_WORD, MADE_FORMS };

struct maker {
    struct tap_random random;
    uint32_t next_word;
    enum made_form form; // of the case: Markdown has no paragraphs and tables within cells
};

struct made_case {
    struct made_text base;
    struct made_text texts[MOST_PARTIES];
    uint32_t party_count;
    enum made_form form;
    struct entente_file file;
    struct entente_draft drafts[MOST_PARTIES];
};

void made_case_make(struct maker *maker, struct made_case *made);
// As it should be read: a line a paragraph, with its cell before it.
struct str made_text_lines(const struct made_text *text);
struct entente_file made_text_file(const struct made_text *text, enum made_form form,
                                   const char *name);
// Cells of the longest row.
uint32_t made_table_width(const struct made_block *table);

#endif
