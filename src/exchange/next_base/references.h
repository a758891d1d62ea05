// SPDX-License-Identifier: Apache-2.0
// Fields that say where something stands follow what they lead to.

#ifndef ENTENTE_EXCHANGE_NEXT_BASE_REFERENCES_H
#define ENTENTE_EXCHANGE_NEXT_BASE_REFERENCES_H

#include "base/input_limits.h"
#include "base/list.h"
#include "exchange/docx/source.h"

// A reference (REF) that was right in the text before, by the number of its paragraph or by the words of its
// bookmark, is set to what stands there now. All else that only a word processor can compute (page numbers,
// contents, a reference that was not right, or not known) is marked, so that it computes it when the file is
// opened, and one that leads nowhere any more is named.
//
// before   a .docx document: the text that *bytes was made from
// Result:  *bytes again, or with other results and marks in its main part
// Owner:   arena; struct merge_note in `notes`
// Errors:  those of docx_read and zip_write
// Cost:    O(bytes of the main parts), where the text has fields at all
bool references_follow(const struct document *before, const struct input_limits *limits,
                       struct arena *arena, struct list *notes, struct str *bytes,
                       struct error *error) MUST_CHECK;

#endif
