// SPDX-License-Identifier: Apache-2.0
// A merged text that was read again, laid over the base that it was made from.

#ifndef ENTENTE_MERGE_LAID_AGAIN_H
#define ENTENTE_MERGE_LAID_AGAIN_H

#include "merge/sheet.h"

// Finds the slots of a sheet in its base, by reading both side by side.
//
// sheet   its base reading is the base's text, but for opaque units, which it names in brackets, typed
//         labels, which it may have where the base counts, and the length of white space
// Result: *merged: slots[i] is sheet->slots[i], its variants in the same order; the wordings beside the
//         base's stand in one plain document, the draft of every party. What parties set otherwise and how
//         it looks is not known any more, but for the white space that the sheet tells
// Owner:  arena; texts are borrowed from sheet and base
// Errors: BAD_INPUT quoting both where the base reads otherwise; TOO_LARGE
// Cost:   O(text of the base and of the wordings)
bool sheet_lay_again(const struct sheet *sheet, const struct document *base, struct arena *arena,
                     struct merged *merged, struct error *error) MUST_CHECK;

#endif
