// SPDX-License-Identifier: Apache-2.0
// Lists of open places as files, out and in.

#ifndef ENTENTE_WORKBENCH_TEXT_SLOT_LIST_FILE_H
#define ENTENTE_WORKBENCH_TEXT_SLOT_LIST_FILE_H

#include "answers/slot_list_answer.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/input_limits.h"
#include "exchange/spreadsheet/spreadsheet.h"

#include <entente/merge.h>

// As .csv, .xlsx, .docx, or a Markdown table.
//
// Errors: MISUSE for other formats; TOO_LARGE
bool slot_list_write(const struct slot_list *list, enum entente_format format, struct arena *arena,
                     struct str *bytes, struct error *error) MUST_CHECK;

// As a sheet among others. Errors: TOO_LARGE
bool slot_list_grid(const struct slot_list *list, struct arena *arena, struct grid *grid,
                    struct error *error) MUST_CHECK;

#endif
