// SPDX-License-Identifier: Apache-2.0
// Writes a merged text as lines: Markdown, plain text, for the terminal. The brackets are read back
// (bracketed.h); proposals, options and redlines are the same lines with other slots.

#ifndef ENTENTE_EXCHANGE_MERGED_MERGED_TEXT_H
#define ENTENTE_EXCHANGE_MERGED_MERGED_TEXT_H

#include "answers/merge_answer.h"

// style  a form of lines (brackets, proposals, options, redline) in a medium of lines
// Result: the whole file in the arena. Same sheet, same bytes.
// Cost:   O(length of the result)
struct str merged_text_write(const struct sheet *sheet, const struct merged_style *style,
                             struct arena *arena);

#endif
