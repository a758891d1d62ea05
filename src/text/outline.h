// SPDX-License-Identifier: Apache-2.0
// What each line of an unformatted text is: a heading, a numbered item or running text.

#ifndef ENTENTE_TEXT_OUTLINE_H
#define ENTENTE_TEXT_OUTLINE_H

#include "base/arena.h"
#include "text/document.h"

struct outline_line {
    struct str text;   // without white space at its ends
    bool stands_apart; // blank lines before and behind it
};

// For paragraph.kind, .level and .label.
struct outline_fact {
    enum paragraph_kind kind; // PARAGRAPH_TEXT, _HEADING or _ITEM
    uint32_t level;
    struct label label;
};

// Guesses from typed labels, capitals, length and what stands around: facts[i] for lines[i].
// Cost: O(text)
void outline_guess(const struct outline_line *lines, size_t count, struct arena *arena,
                   struct outline_fact *facts);

#endif
