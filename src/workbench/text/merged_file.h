// SPDX-License-Identifier: Apache-2.0
// A merged text opened again, whatever form it was kept in.

#ifndef ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H
#define ENTENTE_WORKBENCH_TEXT_MERGED_FILE_H

#include "base/error.h"
#include "base/input_limits.h"
#include "merge/sheet.h"
#include "workbench/text/kept_form.h"

// True for a file that is no text of one party's: a merged text that says so and has open places.
//
// Errors: BAD_INPUT, with what to do; those of the readers
bool merged_file_refuse(const struct entente_file *file, const struct input_limits *limits,
                        struct error *error) MUST_CHECK;

// limits  with a budget
// Owner:  arena; the file is borrowed
// Errors: those of the readers
bool merged_file_read(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct sheet *sheet, struct error *error) MUST_CHECK;

// Reads a merged text and lays it over its base again, so that a Word file can be made of it. A .docx of
// ours holds its base; of the others `base` is the file that they were merged from.
//
// base    NULL: the merged text's own
// Errors: those of the readers; MISUSE where a base is wanted; BAD_INPUT where it is another
bool merged_file_lay(const struct entente_file *file, const struct entente_file *base,
                     const struct input_limits *limits, struct arena *arena, struct merged *merged,
                     struct sheet *sheet, struct error *error) MUST_CHECK;

// What a person should know of a Word file made from wordings of which only the words are known: notes,
// pictures and equations of the drafts are only named in them. Empty: nothing.
struct str merged_file_objects_note(const struct sheet *sheet, struct arena *arena);

#endif
