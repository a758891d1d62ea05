// SPDX-License-Identifier: Apache-2.0
// Which lines of the Markdown source each paragraph takes in; the parser only tells where pieces of
// its text stand.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_PLACES_H
#define ENTENTE_EXCHANGE_MARKDOWN_PLACES_H

#include "exchange/markdown/events.h"

struct markdown_place {
    uint32_t from;
    uint32_t to;
};

// The place of every event; places of paragraphs follow one another and do not overlap. A cell's
// is what stands between its bars, the paragraph in it has the same.
//
// text       the view's, up to where the events end; from: where they begin
// surpluses  gets a struct markdown_surplus for each table with rows that go beyond its head
struct markdown_place *markdown_places(const struct markdown_events *events, struct str text,
                                       uint32_t from, struct arena *arena, struct list *surpluses);

// A table with more cells in a row than the parser reports.
struct markdown_surplus {
    struct markdown_widening widening;
    struct list rows; // struct markdown_place: the lines
};

#endif
