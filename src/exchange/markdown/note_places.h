// SPDX-License-Identifier: Apache-2.0
// Where the notes of a Markdown source stand: "[^1]: The words".

#ifndef ENTENTE_EXCHANGE_MARKDOWN_NOTE_PLACES_H
#define ENTENTE_EXCHANGE_MARKDOWN_NOTE_PLACES_H

#include "base/list.h"
#include "base/names.h"

// A note with its place in the source: "[^1]: The words", with the lines that go on with it.
struct markdown_note {
    uint32_t from;
    uint32_t words_from; // behind the colon
    uint32_t to;         // behind its last line's end
};

// The label of "[^label]" at the start of a text; empty when none stands there.
struct str note_reference(struct str text);

// The notes of bytes [from, length) that are referred to, in the order of the first references.
// Result: their labels; *notes has as many. Code between fences has no notes. Of two notes with one
//         label the first counts
// Owner:  arena. Cost: O(length)
const struct names *note_places_find(struct str source, uint32_t from, struct arena *arena,
                                     const struct markdown_note **notes);

#endif
