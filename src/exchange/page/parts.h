// SPDX-License-Identifier: Apache-2.0
// The parts a page is made of.

#ifndef ENTENTE_EXCHANGE_PAGE_PARTS_H
#define ENTENTE_EXCHANGE_PAGE_PARTS_H

#include "exchange/merged/merged_write.h"
#include "exchange/page/html.h"
#include "merge/point_text.h"

struct page {
    const struct sheet *sheet;
    struct merged_style options;
    struct sheet_counts counts;
    struct arena *arena;
    struct builder *out;
    uint32_t option;     // the last option's number within the point
    uint32_t word_looks; // how many of sheet->format changes are about words: the first ones
};

// Agreed text of a segment, with the base's marks where it is at hand; words that some party shows
// in another way are marked.
void page_agreed(struct page *page, const struct segment *segment);
// "p0 p2": the classes by which filters and readings find a wording.
void page_holder_classes(struct page *page, const struct wording *wording);
// Bytes [from, to) of a wording's text, as its document shows them; paragraphs are set apart.
void page_words(struct page *page, const struct wording *wording, size_t from, size_t to);
// A slot in the form of the options.
void page_slot(struct page *page, const struct sheet_slot *slot);

void page_points(struct page *page);  // the text, point by point
void page_columns(struct page *page); // the table
void page_head(struct page *page);    // up to and with the legend
void page_looks(struct page *page);   // changes of look alone, listed
void page_foot(struct page *page);    // notes, how to read, script

#endif
