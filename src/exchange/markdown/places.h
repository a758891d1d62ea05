// SPDX-License-Identifier: Apache-2.0
// Which lines of the Markdown source each paragraph takes in; the parser only tells where pieces of
// its text stand.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_PLACES_H
#define ENTENTE_EXCHANGE_MARKDOWN_PLACES_H

#include "exchange/markdown/events.h"

// Start of the line that holds byte `at`.
size_t markdown_line_start(struct str text, size_t at);
// Behind the line end of the line that holds byte `at`.
size_t markdown_line_end(struct str text, size_t at);
// Whether the line [from, to) has nothing but white space and quote marks.
bool markdown_line_is_blank(struct str text, size_t from, size_t to);
// How far from `from` the quote marks, list marks, number signs and white space go that stand
// before a paragraph's own text.
size_t markdown_prefix_length(struct str text, size_t from, size_t to);

struct markdown_place {
    uint32_t from;
    uint32_t to;
};

// The place of every event; places of paragraphs follow one another and do not overlap. A cell's
// is what stands between its bars, the paragraph in it has the same.
struct markdown_place *markdown_places(const struct markdown_events *events, struct str text,
                                       uint32_t from, struct arena *arena);

#endif
