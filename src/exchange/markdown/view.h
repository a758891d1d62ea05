// SPDX-License-Identifier: Apache-2.0
// What the Markdown parser gets to see of a source: the same bytes in the same places, but for those
// that it would take for a mark of its own and so swallow words that a reader of the source sees.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_VIEW_H
#define ENTENTE_EXCHANGE_MARKDOWN_VIEW_H

#include "exchange/markdown/note_places.h"

struct markdown_view {
    struct str text;            // as long as the source; the notes are blank there
    struct str full;            // the same with the notes
    const struct names *labels; // of the notes, in the order in which the text refers to them
    const struct markdown_note *notes; // one a label
    size_t note_count;
};

// Bytes [from, length) of the source as the parser gets to see them. Other bytes stand for
//
//   "~" alone: a range ("30~60 days"), and nothing is struck out by it;
//   "(" and ":" before plain words: "[shall](may)" and "[US]: may" are two wordings, no address.
//
// Notes are taken out where some "[^label]" refers to them; one that nobody refers to is text.
// Owner: arena. Cost: O(length)
struct markdown_view markdown_view_make(struct str source, uint32_t from, struct arena *arena);

// Lets bars inside brackets of the line [from, to) be words.
void markdown_view_free_bars(const struct markdown_view *view, size_t from, size_t to);

// Lets all bars of the line that ends at byte `at` be words.
void markdown_view_free_line(const struct markdown_view *view, size_t at);

// The words that a piece of a view stands for. Owner: arena
struct str markdown_view_words(struct str piece, struct arena *arena);

// The note that "[^label]" at the start of a text refers to; *length is that of the reference.
// Result: false when there is none
bool markdown_view_reference(const struct markdown_view *view, struct str text, size_t *length,
                             uint32_t *note);

#endif
