// SPDX-License-Identifier: Apache-2.0
// The list of the open places of a sheet: number, point, what the base and each party says there,
// status, note.

#ifndef ENTENTE_WORKBENCH_TEXT_SLOT_LIST_H
#define ENTENTE_WORKBENCH_TEXT_SLOT_LIST_H

#include "answers/slot_list_answer.h"
#include "base/error.h"
#include "merge/sheet.h"

#include <entente/merge.h>

// A party that keeps the base's words has "as base". The status is "disputed" where two or more wordings
// rival the
// base's, else "proposed". A note tells moves, neighbours and comments at the point.
//
// Owner: arena. Cost: O(slots × parties + comments)
struct slot_list slot_list_of(const struct sheet *sheet, bool hide_names, struct arena *arena);

// As .csv, .xlsx, .docx, or a Markdown table.
//
// Errors: MISUSE for other formats; TOO_LARGE
bool slot_list_write(const struct slot_list *list, enum entente_format format, struct arena *arena,
                     struct str *bytes, struct error *error) MUST_CHECK;

#endif
