// SPDX-License-Identifier: Apache-2.0
// What reads a list of open places that came back into a case; for case_returned_list.c alone.

#ifndef ENTENTE_WORKBENCH_CASE_RETURNED_LIST_PARTS_H
#define ENTENTE_WORKBENCH_CASE_RETURNED_LIST_PARTS_H

#include "base/builder.h"
#include "base/names.h"
#include "workbench/case/case.h"
#include "workbench/case/list_cells.h"
#include "workbench/text/slot_list_read.h"

enum {
    NOW_SLOT = 1,
    NOW_POINT = 2,
    NOW_BASE = 3,
    NOW_PARTIES = 4
}; // columns of the case's own list

// Rows of which one thing is told.
struct told_rows {
    struct builder numbers;
    size_t rows;
};

struct returned_list {
    struct acting acting;
    const struct entente_submission *submission;
    struct arena *arena;
    const struct slot_list *list;
    struct slot_list_columns columns;
    struct slot_list now;    // the places as the case lists them
    struct names *ids;       // of the slots: the number is the row of `now`
    struct slot_list merged; // as a merge lists them, for a list without ids
    struct list names;       // struct str: ids and names of parties and groups
    struct list names_of;    // struct str: whose, by number in `names`
    struct str party;
    struct names *said; // by the party of places already
    struct list named;  // struct str
    size_t matched;
    size_t stances;
    size_t comments;
    struct told_rows of_others;
    struct told_rows other_status;
    struct told_rows other_wordings;
    struct told_rows left_out;
};

// A row of the list with its place.
struct returned_row {
    const struct str *cells;
    struct str number;
    const struct str *now;
    const struct item *slot;
    struct list stances; // struct json *: values of stances
    struct list notes;   // struct str
};

// The cell without white space around it; NO_INDEX: empty.
struct str returned_cell(const struct str *cells, uint32_t column);
// A row of the case's own list.
const struct str *returned_now(const struct returned_list *returned, size_t row);
// Tells of a row what is not entered, and why.
void returned_name_row(struct returned_list *returned, const struct returned_row *row,
                       struct str what);

// The names of all parties and groups.
void returned_find_names(struct returned_list *returned, const struct items *items);
// Whose name it is; empty: nobody's.
struct str returned_party(const struct returned_list *returned, struct str name);
// The same of the name that a line begins with, as list_line_party.
struct str returned_line_party(const struct returned_list *returned, struct str line,
                               struct str *behind);

// "Title I/1(b)#10, table 1, row 2" is a point and, in a merge's list, where in it.
bool returned_is_point(struct str point, struct str listed);
// The row of the case's list that a row is; NO_INDEX, and it is named, where there is none for sure.
uint32_t returned_place(struct returned_list *returned, const struct returned_row *row);

// The wording that a line means by what stands in its brackets: "base", a party as the list shows it there,
// or the words. Empty: none for sure.
struct str returned_variant(const struct returned_list *returned, const struct returned_row *row,
                            struct str whose);
// The one wording that somebody else proposes, where there is just one; else empty.
struct str returned_only_proposal(const struct returned_list *returned,
                                  const struct returned_row *row);

#endif
