// SPDX-License-Identifier: Apache-2.0
// One reading of a merged text as a sheet of its own, so that whatever shows sheets can show it.

#ifndef ENTENTE_MERGE_ONE_READING_H
#define ENTENTE_MERGE_ONE_READING_H

#include "merge/sheet.h"

// Result: *one: a sheet without slots, parties, moves, changes of format and notes; sheet_read gives
//         the same text for it. A point whose wording goes over several paragraphs becomes several.
// Owner:  arena; texts are borrowed where they can be
// Cost:   O(length)
void sheet_of_reading(const struct sheet *sheet, struct sheet_reading reading, struct arena *arena,
                      struct sheet *one);

#endif
