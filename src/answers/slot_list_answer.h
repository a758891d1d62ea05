// SPDX-License-Identifier: Apache-2.0
// The open places of a text as a list: a row a slot, a column a party.

#ifndef ENTENTE_ANSWERS_SLOT_LIST_ANSWER_H
#define ENTENTE_ANSWERS_SLOT_LIST_ANSWER_H

#include "base/str.h"

// Heads and cells are texts; cells stand row by row, column_count in each.
struct slot_list {
    struct str title;
    struct str summary; // over the table, where there is room: "12 open places."
    const struct str *heads;
    uint32_t column_count;
    const struct str *cells;
    uint32_t row_count;
    struct str left;   // of a file that was read: what else it holds and was not; may be empty
    struct str margin; // the same of the margin of a Word file
};

#endif
