// SPDX-License-Identifier: Apache-2.0
// Drafts that are said to be fragments: read as what was pasted, and made whole.

#ifndef ENTENTE_WORKBENCH_TEXT_FRAGMENTS_H
#define ENTENTE_WORKBENCH_TEXT_FRAGMENTS_H

#include "base/list.h"
#include "merge/merge.h"

#include <entente/entente.h>

// Opens the file of a fragment: in a text the marks of a quoted e-mail ("> ") are taken off, the cells
// of a .csv are paragraphs each. Else as document_open.
bool fragment_open(const struct entente_file *file, struct arena *arena,
                   const struct document **document, struct error *error) MUST_CHECK;

// Whether a file is a table of cells, whose rows are no text that could be a copy.
bool draft_is_cells(const struct entente_file *file);

// A plain text nearly all of whose lines are quoted ("> "), as a reply has them, without the marks.
// Result: false: it is no such text
bool draft_without_quotes(const struct entente_file *file, struct arena *arena, struct str *bytes);

// Puts the fragment's proposals into the base and tells what was placed.
//
// draft   of the party; its document is replaced by the whole
// notes   struct merge_note, in the arena
// Errors: as those of fragment_complete
bool fragment_make_whole(const struct document *base, struct party_draft *draft,
                         struct arena *arena, struct list *notes, struct error *error) MUST_CHECK;

#endif
