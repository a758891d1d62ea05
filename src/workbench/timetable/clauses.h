// SPDX-License-Identifier: Apache-2.0
// A file opened to read time limits from: its words, and where each clause begins.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_CLAUSES_H
#define ENTENTE_WORKBENCH_TIMETABLE_CLAUSES_H

#include "limits/limits.h"

#include <entente/entente.h>

// Opens a file of any format. Of plain text and Markdown the words are those of the file, so that
// lines and columns are the file's; of a .docx each line is a paragraph. Clauses bear the end of
// their label path, "7(a)", with as much before it as tells them from others: "Article 4/2".
//
// Owner:  arena; the file is borrowed
// Errors: those of document_open
bool clauses_open(const struct entente_file *file, struct arena *arena, struct limits_text *text,
                  struct error *error) MUST_CHECK;

#endif
