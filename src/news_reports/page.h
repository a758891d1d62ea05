// SPDX-License-Identifier: Apache-2.0
// A web page that was pasted or saved: its text without tags, scripts and styles.

#ifndef ENTENTE_NEWS_REPORTS_PAGE_H
#define ENTENTE_NEWS_REPORTS_PAGE_H

#include "base/str.h"

struct web_page {
    struct str file;
    size_t at;
};

// A piece of text, borrowed or constant, and the bytes of the page it stands for.
struct page_piece {
    struct str text;
    size_t from;
    size_t to;
};

// True when the text has tags of HTML in its first few thousand bytes.
bool page_is(struct str file);
struct web_page page_open(struct str file);
// The next piece: a character, an entity's character, or the blank line that a block stands for.
bool page_next(struct web_page *page, struct page_piece *piece);
// The date the page gives for itself: published time, or the first machine-readable time.
struct str page_date(struct str file);

#endif
