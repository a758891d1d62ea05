// SPDX-License-Identifier: Apache-2.0
// A file opened to read time limits from: its words, and where each clause begins.

#ifndef ENTENTE_WORKBENCH_TIMETABLE_CLAUSES_H
#define ENTENTE_WORKBENCH_TIMETABLE_CLAUSES_H

#include "base/input_limits.h"
#include "text/document.h"
#include "time_limits/limits.h"

#include <entente/entente.h>

// The words are a document's, a line a paragraph, but for plain text, whose lines may wrap.
struct opened_text {
    const struct document *document;
    struct limits_text text;
};

// Opens a file of any format. Clauses bear the end of their label path, "7(a)", with as much before
// it as tells them from others: "Article 4/2".
//
// Owner:  arena; the file is borrowed
// Errors: those of document_open
bool clauses_open(const struct entente_file *file, const struct input_limits *limits,
                  struct arena *arena, struct opened_text *clauses, struct error *error) MUST_CHECK;

// The limits of a text that was opened. Lines and columns are those of the file where it is text, of
// a .docx those of its paragraphs.
//
// Errors: those of limits_read; STOPPED, TOO_LARGE by the budget of the limits
bool clauses_read(const struct opened_text *clauses, const struct input_limits *limits,
                  struct arena *arena, struct limits_found *found, struct error *error) MUST_CHECK;

#endif
