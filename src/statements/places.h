// SPDX-License-Identifier: Apache-2.0
// Tokens as places in the report's file: characters, lines and columns.

#ifndef ENTENTE_STATEMENTS_PLACES_H
#define ENTENTE_STATEMENTS_PLACES_H

#include "news_reports/news.h"
#include "statements/statement.h"

struct places {
    const struct news *news;
    size_t *from;      // per token: characters of the file before it
    size_t *to;        // per token: characters of the file before what follows it
    struct list lines; // size_t: characters before each line of the file
};

struct places places_make(const struct news *news);

// The place of tokens [from, to), from < to, and their words as the file has them, white space flattened;
// of a page without its tags.
struct text_range places_range(const struct places *places, size_t from, size_t to);

#endif
