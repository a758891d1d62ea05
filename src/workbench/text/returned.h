// SPDX-License-Identifier: Apache-2.0
// A Word file of ours that somebody has edited and sent back, as a draft or as a base.

#ifndef ENTENTE_WORKBENCH_TEXT_RETURNED_H
#define ENTENTE_WORKBENCH_TEXT_RETURNED_H

#include "base/input_limits.h"
#include "base/list.h"
#include "exchange/docx/reading.h"
#include "text/document.h"

#include <entente/entente.h>

// Where brackets of ours stand in a file that was opened: the wording of a party in every place; of nobody
// (an empty name) that of the base.
//
// file      replaced by what *document is read from, with nothing in it to accept
// document  as it was opened; it stays where the file has no such brackets
// notes     struct merge_note: what was not understood, with its place
// Owner:    arena
// Errors:   those of the reader
bool returned_as_draft(struct entente_file *file, struct str party,
                       const struct input_limits *limits, struct arena *arena, struct list *notes,
                       const struct document **document, struct error *error) MUST_CHECK;

// Whether a document was read from a Word file that this program merged.
bool returned_is_ours(const struct document *document, struct arena *arena);

// How a redline of ours reads that a party sends back: changes of others that still stand in it are theirs.
// Who takes one over accepts it in Word.
//
// document  of ours, as it was opened with all changes accepted
// note      what is to be told
// Result:   false when it has no changes of others; it stays as it is then
// Owner:    arena
bool returned_by_party(const struct document *document, struct str party, struct arena *arena,
                       struct reading *reading, struct str *note);

#endif
