// SPDX-License-Identifier: Apache-2.0
// What the agreed column of a table says, as agreements on the slots of its rows.

#ifndef ENTENTE_WORKBENCH_CASE_COLUMNS_AGREED_H
#define ENTENTE_WORKBENCH_CASE_COLUMNS_AGREED_H

#include "base/budget.h"
#include "workbench/case/case.h"

struct columns_agreed {
    struct str document;
    struct str file;    // its name
    struct str date;    // of the agreements; may be empty
    struct list *named; // struct str: gets what was read how, and what was not carried
};

// Adds to the act the slots of each row that says anything in its last column: agreed on the wordings that
// make those words, and row and status as a note on every slot of a row. Words that no choice of wordings
// makes stay in the note of the row's first slot, and are named.
//
// Errors: those of the merge
bool columns_agree(const struct columns_agreed *agreed, struct acting *acting,
                   struct budget *budget, struct arena *arena, struct error *error) MUST_CHECK;

#endif
