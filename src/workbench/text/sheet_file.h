// SPDX-License-Identifier: Apache-2.0
// A sheet in any form and format that needs no more than the sheet.

#ifndef ENTENTE_WORKBENCH_TEXT_SHEET_FILE_H
#define ENTENTE_WORKBENCH_TEXT_SHEET_FILE_H

#include "answers/merge_answer.h"
#include "base/error.h"

#include <entente/merge.h>

// Result: in the arena; every form exists in every medium. Same sheet, same bytes.
struct str sheet_shown(const struct sheet *sheet, const struct merged_style *style,
                       struct arena *arena);

struct sheet_file {
    enum entente_form form;
    enum entente_format format;
    bool hide_names;
};

// Owner:  arena
// Errors: MISUSE for a .docx file in another form than columns; TOO_LARGE
bool sheet_file_write(const struct sheet *sheet, const struct sheet_file *file, struct arena *arena,
                      struct str *bytes, struct error *error) MUST_CHECK;

#endif
