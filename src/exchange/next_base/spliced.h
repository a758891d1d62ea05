// SPDX-License-Identifier: Apache-2.0
// A Word file with tracked changes in which some paragraphs are another's, all else as it stands.

#ifndef ENTENTE_EXCHANGE_DOCX_NEXT_SPLICED_H
#define ENTENTE_EXCHANGE_DOCX_NEXT_SPLICED_H

#include "base/input_limits.h"
#include "base/list.h"
#include "text/document.h"

// Paragraphs of the made document, by their indices, in the place of paragraphs of the old one.
struct spliced_paragraphs {
    struct range old;  // empty: they come in
    struct range made; // empty: those of the old one go
    bool is_before; // of an empty range: before paragraph old.from, else behind the one before it
};

// old    as its file reads with all tracked changes accepted
// made   read from a file that was made of it, with those changes settled
// pairs  in the order of the text, struct spliced_paragraphs
// Result: *bytes: tracked changes stay where no paragraph was replaced. False where that cannot be: other
//         parts of the package differ too, or what comes out cannot be read
// Owner:  arena
bool docx_splice(const struct document *old, const struct document *made, const struct list *pairs,
                 const struct input_limits *limits, struct arena *arena, struct str *bytes);

#endif
