// SPDX-License-Identifier: Apache-2.0
// A text as the provisions that one would answer one by one: its numbered points, or its
// paragraphs.

#ifndef ENTENTE_COUNTERPARTS_PROVISIONS_H
#define ENTENTE_COUNTERPARTS_PROVISIONS_H

#include "base/arena.h"
#include "text/document.h"

// One point with all that hangs under it.
struct provision {
    struct str name;    // as people cite it: "6", "5/2"; "¶3" where it has no number
    struct str label;   // its number as it stands: "6.", "Article 5"; may be empty
    struct str heading; // of what it stands under, or its own; may be empty
    struct str text;    // its paragraphs as they stand but for its own number, "\n" between them
    struct str words;   // the same without the numbers of what hangs under it
    uint32_t first;     // paragraphs [first, end) of the document
    uint32_t end;
};

struct provisions {
    const struct document *document;
    const struct provision *items; // in the order of the text
    uint32_t count;
};

// Sub-points and their opening words are one point; the numbered paragraphs of an article are
// points. What
// stands before the first number is a point where it is more than a title. A text with hardly a
// number is
// cut into its paragraphs. Notes, headers and text boxes are left out, and so is a table of
// contents.
//
// Owner: arena; borrows the document
// Cost:  O(text)
void provisions_cut(const struct document *document, struct arena *arena,
                    struct provisions *provisions);

#endif
