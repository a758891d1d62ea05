// SPDX-License-Identifier: Apache-2.0
// Lines of dashes that make a table for its author and none for the parser.
//
// One dash a column makes a table on the web and in most editors. The parser (0.4.8) asks for three
// signs, dashes or colons, and takes a table with fewer for one paragraph full of bars. It gets to
// see two dashes more in every column that is short of them.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_SHORT_DASHES_H
#define ENTENTE_EXCHANGE_MARKDOWN_SHORT_DASHES_H

#include "exchange/markdown/events.h"

// Where paragraphs want dashes so that they are tables: their first line has bars, the second one is
// a line of dashes for as many columns, and some column is short.
//
// Result: struct markdown_widening without columns, ascending. Owner: arena
struct list markdown_short_dashes(const struct markdown_events *events, struct str text,
                                  struct arena *arena);

// The dashes without those that stand in a text when they are read: `shown`, uint32_t, is what
// struct markdown_events has of it. Owner: arena
struct list markdown_dashes_unseen(const struct list *dashes, const struct list *shown,
                                   struct arena *arena);

// The dashes with the widenings of tables between them, NULL: none; both are ascending. Dashes on a
// line whose bars are words by now are left out.
struct list markdown_dashes_and_widenings(const struct list *dashes, const struct list *widenings,
                                          struct str text, struct arena *arena);

#endif
