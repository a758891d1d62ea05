// SPDX-License-Identifier: Apache-2.0
// A short report for people: headings, paragraphs, lists, tables, a small chart. Built once, written
// as text for a terminal, as Markdown, or as a page.

#ifndef ENTENTE_RENDER_PAGE_REPORT_H
#define ENTENTE_RENDER_PAGE_REPORT_H

#include "base/builder.h"
#include "base/list.h"

enum report_kind {
    REPORT_HEADING,
    REPORT_SUBHEADING,
    REPORT_PARAGRAPH,
    REPORT_ITEM,
    REPORT_TABLE,
    REPORT_CHART,
};

// How a line is meant; shown by a word or sign as well as by colour.
enum report_tone { TONE_PLAIN, TONE_GOOD, TONE_WARN, TONE_BAD, TONE_QUIET };

// One line of the chart: values at the labels of its block.
struct report_series {
    struct str name;
    const int64_t *values;
};

// Words that lead to another place of the report, in files that can.
struct report_link {
    size_t cell;  // of a table; else 0
    size_t bytes; // the first of the text, or of the cell
    struct str target;
};

struct report_block {
    enum report_kind kind;
    enum report_tone tone;
    bool is_kept_from_terminal; // it stands in files only
    struct str anchor;          // where links to it lead; empty: none
    struct list links;          // struct report_link
    struct str text;            // headings, paragraphs, items; tables and charts: the caption
    // REPORT_TABLE: cells[0 .. column_count) is the head; row by row after it. A cell that reads
    // as a whole number stands at the right.
    struct list cells; // struct str
    size_t column_count;
    // REPORT_CHART
    const struct str *labels;
    size_t label_count;
    const struct report_series *series;
    size_t series_count;
};

struct report {
    struct arena *arena;
    struct str title;
    struct str subtitle;
    struct list blocks; // struct report_block
    // Names that are marked wherever they stand as a word, the first in the first colour: parties.
    const struct str *names;
    size_t name_count;
};

struct report report_make(struct arena *arena, struct str title, struct str subtitle);
void report_heading(struct report *report, const char *text);
void report_subheading(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_paragraph(struct report *report, enum report_tone tone, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void report_item(struct report *report, enum report_tone tone, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// Begins a table with these column heads, parted by "|"; cells follow row by row.
void report_table(struct report *report, const char *heads);
void report_cell(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_chart(struct report *report, struct str caption, const struct str *labels,
                  size_t label_count, const struct report_series *series, size_t series_count);

// The same figures as a table, a row a line. Owner: arena
void report_chart_table(struct report_block *table, const struct report_block *block,
                        struct arena *arena);

// The last block is where links to this anchor lead.
void report_anchor(struct report *report, struct str anchor);
// The first `bytes` of the last block's text, or of its last cell, lead to an anchor; to none when it is
// empty.
void report_link(struct report *report, struct str target, size_t bytes);
// All blocks from this one on stand in files only.
void report_keep_from_terminal(struct report *report, size_t first);

// The next of the report's names that stands in a text as a word, from a byte on. Names of one letter are not
// looked for: they are words of their own.
struct report_name {
    size_t at;
    size_t number; // of report.names
};
bool report_next_name(const struct report *report, struct str text, size_t from,
                      struct report_name *found);

// "-12", "300": a cell that stands at the right.
bool report_is_number(struct str cell);

// Result: the whole file, in the report's arena
struct str report_text(const struct report *report);
struct str report_markdown(const struct report *report);
// Its blocks as HTML, for a page that has other things too.
void report_blocks(const struct report *report, struct builder *out);
// A page of the family (page.h). kind: what sort of report it is, over its title.
struct str report_html(const struct report *report, const char *kind);

#endif
