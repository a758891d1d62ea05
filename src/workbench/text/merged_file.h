// SPDX-License-Identifier: Apache-2.0
// A merged text opened again, whatever form it was kept in.

#ifndef ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H
#define ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H

#include "base/error.h"
#include "merge/sheet.h"

#include <entente/entente.h>

enum kept_form { KEPT_JSON, KEPT_DOCX, KEPT_MARKDOWN, KEPT_TEXT };

enum kept_form kept_form_of(const struct entente_file *file);

// Owner:  arena; the file is borrowed
// Errors: those of the readers
bool merged_file_read(const struct entente_file *file, struct arena *arena, struct sheet *sheet,
                      struct error *error) MUST_CHECK;

#endif
