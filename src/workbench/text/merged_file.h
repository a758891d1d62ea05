// SPDX-License-Identifier: Apache-2.0
// A merged text opened again, whatever form it was kept in.

#ifndef ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H
#define ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H

#include "base/error.h"
#include "merge/sheet.h"

#include <entente/entente.h>

enum merged_form { MERGED_JSON, MERGED_DOCX, MERGED_MARKDOWN, MERGED_TEXT };

enum merged_form merged_form_of(const struct entente_file *file);

// Owner:  arena; the file is borrowed
// Errors: those of the readers
bool merged_file_read(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                      struct error *error) MUST_CHECK;

#endif
