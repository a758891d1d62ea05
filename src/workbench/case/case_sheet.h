// SPDX-License-Identifier: Apache-2.0
// What is shown of a case as sheets of cells.

#ifndef ENTENTE_WORKBENCH_CASE_SHEET_H
#define ENTENTE_WORKBENCH_CASE_SHEET_H

#include "answers/case_answer.h"
#include "base/error.h"
#include "record/items.h"

// A kind is a sheet: its id and its fields by column, an item a row; the slots are the list of open places.
// One item is a row for each of its fields. All of a case is a workbook with a sheet a kind, and as .csv a
// row for each field of each item: kind, id, field, value.
//
// Owner:  arena
// Errors: TOO_LARGE
bool case_sheet_write(const struct case_answer *found, const struct items *items, struct str title,
                      bool is_csv, struct arena *arena, struct str *bytes,
                      struct error *error) MUST_CHECK;

#endif
