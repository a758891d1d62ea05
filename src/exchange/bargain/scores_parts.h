// SPDX-License-Identifier: Apache-2.0
// What the files scores_*.c of the reader of scores tables share.

#ifndef ENTENTE_EXCHANGE_BARGAIN_SCORES_PARTS_H
#define ENTENTE_EXCHANGE_BARGAIN_SCORES_PARTS_H

#include "base/list.h"
#include "codec/json.h"
#include "exchange/bargain/scores_cell.h"

#define FIRST_PARTY 2u // column

struct scores_reader {
    struct str source;
    struct arena *arena;
    struct error *error;
    const struct csv_row *heading;
    struct csv csv;          // the rows behind the heading: options, reserves, rules
    size_t score_rows;       // of them, those of the first sheet
    struct str scores_sheet; // its name; empty: a .csv
    struct str rules_sheet;
    struct list notes; // struct str
    size_t parties;
    struct list issues;             // struct str
    struct list rows;               // struct option_row
    const struct csv_row *reserves; // NULL: no such row
    const struct csv_row *range;    // of scores that are not known; NULL: no such row
    bool has_unknown;               // some cell is no number
    uint32_t places;                // the most that a number has behind its point
    struct json_writer out;
};

// An option, its issue by number, and the row of its scores.
struct option_row {
    size_t issue;
    struct str option;
    const struct csv_row *row;
};

// Refuses a cell with its place; gives false.
bool scores_refuse_cell(const struct scores_reader *reader, const struct csv_row *row,
                        size_t column, struct str what);
// The same of a whole row.
bool scores_refuse(const struct scores_reader *reader, const struct csv_row *row, struct str what);
// The words of a cell; empty where there is none.
struct str scores_cell(const struct csv_row *row, size_t column);
// Whether a cell is this word.
bool scores_is_word(struct str cell, const char *word);

// Refuses a cell that names nothing of the table, and says which of the known names may be meant.
bool scores_refuse_name(const struct scores_reader *reader, const struct csv_row *row,
                        size_t column, const char *what, const struct list *known);
// "because …" says why there is a rule.
bool scores_is_reason(struct str cell);
// Whether a row begins with the words of a sum: "sum exactly", "sum at least", "sum at most".
bool scores_is_sum(struct str cell);
// Writes the rows of sums. Errors: BAD_INPUT with the cell
bool scores_write_sums(struct scores_reader *reader) MUST_CHECK;

// Writes the sorted rows as entente-bargain/1. Errors: BAD_INPUT with the cell
bool scores_write_scenario(struct scores_reader *reader) MUST_CHECK;

#endif
