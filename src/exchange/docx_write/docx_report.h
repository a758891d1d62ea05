// SPDX-License-Identifier: Apache-2.0
// A report as a Word file: headings, paragraphs, lists and tables, names marked in colours, links within it.

#ifndef ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_REPORT_H
#define ENTENTE_EXCHANGE_DOCX_WRITE_DOCX_REPORT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

// Words of one look.
struct docx_report_run {
    struct str text;
    const char *colour; // of the words, "8A1C1C"; NULL: as the text around
    struct str fill;    // behind a name, "DCE8F6"; empty: none
    struct str target;  // the anchor that they lead to; empty: none
    bool is_bold;
};

struct docx_report_text {
    const struct docx_report_run *runs;
    size_t count;
};

enum docx_report_kind { DOCX_HEADING, DOCX_SUBHEADING, DOCX_PARAGRAPH, DOCX_ITEM, DOCX_CELLS };

struct docx_report_block {
    enum docx_report_kind kind;
    struct str anchor;            // where links to it lead; empty: none
    struct docx_report_text text; // not of tables
    // DOCX_CELLS: row by row, the heads first
    const struct docx_report_text *cells;
    const struct str *words; // what each cell says, for the widths
    size_t cell_count;
    uint32_t column_count;
};

struct docx_report {
    struct str kind; // what sort of report it is, over its title
    struct str title;
    struct str subtitle;
    struct list blocks; // struct docx_report_block
};

// Portrait; heads of tables are repeated on every page, and no row breaks at a page's end.
//
// Owner:  arena
// Errors: TOO_LARGE
bool docx_write_report(const struct docx_report *report, struct arena *arena, struct str *bytes,
                       struct error *error) MUST_CHECK;

#endif
