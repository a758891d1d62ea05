// SPDX-License-Identifier: Apache-2.0
// In which form a text was kept, and whether it is one that this program merged.

#ifndef ENTENTE_WORKBENCH_TEXT_KEPT_FORM_H
#define ENTENTE_WORKBENCH_TEXT_KEPT_FORM_H

#include "base/error.h"
#include "base/input_limits.h"
#include "merge/sheet.h"

#include <entente/entente.h>

enum kept_form { KEPT_JSON, KEPT_DOCX, KEPT_MARKDOWN, KEPT_TEXT };

enum kept_form kept_form_of(const struct entente_file *file);

// Is it a .docx that this program wrote and that says in itself whose wordings it holds?
bool merged_file_is_ours(const struct entente_file *file);

// The same of any form: JSON, Markdown and text say so in words of ours.
bool merged_file_says_so(const struct entente_file *file);

// Reads a merged text of any form but .docx.
//
// limits  with a budget
// Owner:  arena; the file is borrowed
// Errors: those of the readers
bool kept_text_read(const struct entente_file *file, const struct input_limits *limits,
                    struct arena *arena, struct sheet *sheet, struct error *error) MUST_CHECK;

// Refuses a merged text that has open places: it is no text of one party's.
// Errors: BAD_INPUT, with what to do
bool kept_refuse_open(const struct entente_file *file, const struct sheet *sheet,
                      struct arena *arena, struct error *error) MUST_CHECK;

#endif
