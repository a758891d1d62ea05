// SPDX-License-Identifier: Apache-2.0
// Changes of look alone, grouped by what they say, with the points they stand in.

#ifndef ENTENTE_MERGE_FORMAT_CHANGES_H
#define ENTENTE_MERGE_FORMAT_CHANGES_H

#include "base/list.h"
#include "merge/sheet.h"

// A list of struct format change: the changed words, then the reformatted paragraphs. Parties that give
// the same words the same look stand together.
//
// Owner: arena
// Cost:  O(run changes + paragraph changes + points)
struct list format_changes_lay(const struct merged *merged, const struct point *points,
                               size_t count, struct arena *arena);

#endif
