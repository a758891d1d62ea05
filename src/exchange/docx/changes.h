// SPDX-License-Identifier: Apache-2.0
// Tracked changes: which stand in a part, whose they are, and what a reading shows.

#ifndef ENTENTE_EXCHANGE_DOCX_CHANGES_H
#define ENTENTE_EXCHANGE_DOCX_CHANGES_H

#include "base/list.h"
#include "exchange/docx/reading.h"
#include "exchange/docx/source.h"

// The nodes of tracked changes in one part, ascending; and how much there is to read.
struct changes {
    const uint32_t *nodes;
    uint32_t count;
    uint32_t paragraphs;
    uint32_t runs;
};

struct changes changes_find(const struct docx_part *part, struct arena *arena);
// Adds them up by author in `authors` (struct docx_author, numbered by `names`).
void changes_count(const struct changes *changes, const struct docx_part *part, struct names *names,
                   struct list *authors);
// Does one stand within this element?
bool changes_within(const struct changes *changes, const struct docx_part *part, uint32_t node);

// Is what stands inside w:ins, w:del, w:moveFrom or w:moveTo there in this reading? True for all
// other elements.
bool is_shown(const struct docx_part *part, uint32_t node, const struct reading *reading);
// The same for a thing whose properties hold such marks: the rPr of a paragraph mark, trPr, tcPr
// (cellIns, cellDel), m:ctrlPr, numPr. NO_NODE is shown.
bool is_mark_shown(const struct docx_part *part, uint32_t properties,
                   const struct reading *reading);

// The properties that hold in this reading: the child `word` of node, or the one of the same word
// within its child `change` when that change is rejected. NO_NODE: none.
uint32_t properties_shown(const struct docx_part *part, uint32_t node, enum word word,
                          enum word change, const struct reading *reading);

#endif
