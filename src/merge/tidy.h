// SPDX-License-Identifier: Apache-2.0
// Turns the fewest edits into edits that a person would have marked.

#ifndef ENTENTE_MERGE_TIDY_H
#define ENTENTE_MERGE_TIDY_H

#include "base/list.h"
#include "merge/flow_pair.h"
#include "merge/rows.h"

// 1. Edits with only crumbs of equal text between them become one phrase, never across the end of
//    a sentence or paragraph.
// 2. Pure insertions and deletions that could stand in several places stand where a paragraph,
//    sentence or clause begins.
// 3. A line that changed near its end is told from whole lines that came or went behind it.
// 4. Where white space came or went between equal words, the second of them counts as edited.
// Cost: O(edits + tokens)
void tidy_edits(const struct flow_pair *pair, struct list *edits);

#endif
