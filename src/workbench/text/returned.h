// SPDX-License-Identifier: Apache-2.0
// A Word file of ours with brackets that somebody has edited and sent back, as a draft or as a base.

#ifndef ENTENTE_WORKBENCH_TEXT_RETURNED_H
#define ENTENTE_WORKBENCH_TEXT_RETURNED_H

#include "base/input_limits.h"
#include "base/list.h"
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

#endif
