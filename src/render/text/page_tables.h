// SPDX-License-Identifier: Apache-2.0
// Tables of a merged text as tables of a page: rows, cells, tables within cells.

#ifndef ENTENTE_RENDER_TEXT_PAGE_TABLES_H
#define ENTENTE_RENDER_TEXT_PAGE_TABLES_H

#include "render/text/page_body.h"

// A slot of whole rows or cells, and the point that it is.
struct unit_place {
    const struct sheet_slot *slot;
    const struct point *point;
};

// How what stands in a table is shown.
struct table_look {
    // What a paragraph of a cell says; `number` is its point's.
    void (*words)(struct merged_page *page, uint32_t number, const void *context);
    // Whole rows or cells that some have and others not: all their <tr> or <td>.
    void (*unit)(struct merged_page *page, const struct unit_place *place, const void *context);
    const void *context;
};

// The points [first, end) are a table of that depth, or one row of it.
void merged_page_table(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                       const struct table_look *look);
void merged_page_row(struct merged_page *page, uint32_t first, uint32_t end, uint32_t depth,
                     const struct table_look *look);

// Whole rows or cells of every wording, with who wants them, in the form of the options.
void merged_page_unit(struct merged_page *page, const struct unit_place *place);
// The same of one wording with the numbers of a reading; its words stand in an element ("del",
// "ins"), NULL for none.
void merged_page_unit_of(struct merged_page *page, const struct unit_place *place,
                         const struct wording *wording, struct sheet_reading reading,
                         const char *element);
// A number in front of the words of a paragraph; the classes begin with a blank.
void merged_page_number(struct merged_page *page, struct str classes, struct str number);

#endif
