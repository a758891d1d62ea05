// SPDX-License-Identifier: Apache-2.0
// What is said beside the text: the base's comments, and those that drafts have put in, as threads.

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_COMMENTS_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_COMMENTS_H

#include "merge/sheet.h"

// Fills sheet->comments of a sheet that was laid from this merge. A comment that several drafts have
// stands once, as the base's or the first one's.
//
// Owner: arena
// Cost:  O(size of the documents)
void comments_fill(const struct merged *merged, struct sheet *sheet, struct arena *arena);

#endif
