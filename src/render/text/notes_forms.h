// SPDX-License-Identifier: Apache-2.0
// The notes of a merge, by party and kind.

#ifndef ENTENTE_RENDER_TEXT_NOTES_FORMS_H
#define ENTENTE_RENDER_TEXT_NOTES_FORMS_H

#include "base/builder.h"
#include "merge/merge_note.h"

// Lines that begin with "note: ", one a party and kind; the last says how many notes they stand for where
// words are left out. With `each` every note is a line of its own.
void notes_add_lines(struct builder *out, const struct merge_note *notes, uint32_t count,
                     bool each);

// Items of an HTML list, one a party and kind; what a line leaves out is folded in it.
void notes_add_items(struct builder *out, const struct merge_note *notes, uint32_t count);

#endif
