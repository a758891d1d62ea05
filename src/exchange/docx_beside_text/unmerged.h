// SPDX-License-Identifier: Apache-2.0
// What .docx drafts change that is not merged: named in a sentence each, so that nothing is dropped
// silently (M6).

#ifndef ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_UNMERGED_H
#define ENTENTE_EXCHANGE_DOCX_BESIDE_TEXT_UNMERGED_H

#include "base/list.h"
#include "merge/merged.h"

enum unmerged_for {
    UNMERGED_TEXT, // a rendering of the text alone
    UNMERGED_DOCX, // a redline over the base's package, which carries new comments, bookmarks, notes
};

// Sentences, party by party, about comments, bookmarks, notes and headers, links, sections, tables,
// lists and styles. Nothing when the base is no .docx file, but for comments.
//
// Owner:  arena
// Result: sections, headers and footers among them also as *layouts (struct layout_change)
// Cost:   O(size of the documents)
size_t unmerged_notes(const struct merged *merged, enum unmerged_for purpose, struct arena *arena,
                      const struct merge_note **notes, struct list *layouts);

#endif
