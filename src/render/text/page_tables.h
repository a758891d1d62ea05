// SPDX-License-Identifier: Apache-2.0
// Tables of a merged text as tables of a page: rows, cells, tables within cells.

#ifndef ENTENTE_RENDER_TEXT_PAGE_TABLES_H
#define ENTENTE_RENDER_TEXT_PAGE_TABLES_H

#include "render/text/page_parts.h"

// How what stands in a table is shown.
struct table_look {
    // What a paragraph of a cell says; `number` is its point's.
    void (*words)(struct merged_page *page, uint32_t number, const void *context);
    // Whole rows or cells that some have and others not: all their <tr> or <td>.
    void (*unit)(struct merged_page *page, const struct sheet_slot *slot, const void *context);
    const void *context;
};

// The points [first, end) are a table of that depth, or one row of it.
void merged_page_table(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                       const struct table_look *look);
void merged_page_row(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                     const struct table_look *look);

// Whole rows or cells of every wording, with who wants them, in the form of the options.
void merged_page_unit(struct merged_page *page, const struct sheet_slot *slot);
// The same of one wording, whose words stand in an element ("del", "ins"), NULL for none.
void merged_page_unit_of(struct merged_page *page, const struct sheet_slot *slot,
                         const struct wording *wording, const char *element);

#endif
