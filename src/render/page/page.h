// SPDX-License-Identifier: Apache-2.0
// The one family of HTML pages: head, type, colours; light and dark, narrow and print. A page needs
// nothing else: no other file, no network, no script.

#ifndef ENTENTE_RENDER_PAGE_PAGE_H
#define ENTENTE_RENDER_PAGE_PAGE_H

#include "base/builder.h"

struct page_head {
    struct str title;   // of the window and, in large letters, of the page
    struct str kind;    // what sort of page it is, over the title: "Timetable"
    struct str of;      // beside it, of what: a file's name; may be empty
    struct str style;   // rules for this page alone, behind those of the family
    uint32_t hue_count; // parties with a colour of their own: classes h0, h1, …
    bool is_wide; // as wide as the window, and landscape in print: for tables with many columns
};

// Everything up to and with the title. The <header> stays open for a line or two beneath it, such as
// <p class="lede">; then comes </header> and <main class="wrap report">. page.css says which classes
// there are: good, warn, bad and quiet for tones, party with h0, h1 … for names, table.data in a
// div.scroll with n for numbers and d for days, figure for pictures.
void page_begin(struct builder *out, const struct page_head *head);

// The end, with a script when there is one.
void page_end(struct builder *out, struct str script);

// Colours that are far apart for parties 0, 1, …: degrees of hue.
uint32_t page_hue(uint32_t party);

#endif
