// SPDX-License-Identifier: Apache-2.0
// A sheet in words throughout.

#ifndef ENTENTE_MERGE_SHEET_WORDS_H
#define ENTENTE_MERGE_SHEET_WORDS_H

#include "merge/sheet.h"

// Names each opaque unit in a sheet that was laid from a merge: "[picture 3.0 × 2.0 cm]". A note of the
// base has its name, its words are points of their own; in a draft's wording they stand in its place.
// Whoever shows the sheet asks for this first; what a reader gets of it has the same words.
//
// Owner: arena. Cost: O(text)
void sheet_words_fill(struct sheet *sheet, struct arena *arena);

#endif
