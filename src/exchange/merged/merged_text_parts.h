// SPDX-License-Identifier: Apache-2.0
// The renderings that are lines of text: Markdown, plain text, terminal.

#ifndef ENTENTE_EXCHANGE_MERGED_MERGED_TEXT_PARTS_H
#define ENTENTE_EXCHANGE_MERGED_MERGED_TEXT_PARTS_H

#include "answers/merge_answer.h"
#include "merge/part_walk.h"
#include "merge/point_text.h"

struct text_writer {
    const struct sheet *sheet;
    struct merged_style style;
    struct arena *arena;
    struct builder *out;
    bool at_line_start;
    bool after_bracket; // Markdown would take "(", ":" or "[" for part of a link
    struct str line_end;
    const struct paragraph *last_own; // of the base, where its source is written again
    bool in_cell;                     // of a Markdown table, which is one line
    bool is_alone;                    // the slot at hand is all that its point has
    bool list_is_broken;
    struct str last_label; // computed, of the base's paragraph before
    bool keeps_source;     // of the point at hand, where it cannot be misread
    uint32_t option;       // the last option's number within the point
};

// Adds a text with what the medium and the brackets need escaped. A "\n" ends a line; in slots
// (breaks_paragraph) it ends a paragraph.
void text_add(struct text_writer *writer, struct str text, bool breaks_paragraph);
// Markdown source of the base's. Loose marks of direction become entities; between backticks these are none,
// and all stays as it is.
void text_add_source(struct text_writer *writer, struct str source);
// Adds marks of our own, which are not escaped.
void text_add_mark(struct text_writer *writer, const char *mark);
void text_add_name(struct text_writer *writer, uint32_t party);
void text_end_paragraph(struct text_writer *writer);

// Writes a slot in the form that the options name. is_apart: the segment before it is no slot, so
// that an empty base wording need not be said.
void text_write_slot(struct text_writer *writer, const struct sheet_slot *slot, bool is_apart);

// The base's record of a point that it has in the same form as the output, NULL when there is none;
// and the source that its origin is a range of.
const struct paragraph *text_own_source(const struct text_writer *writer,
                                        const struct point *point);
struct str text_source(const struct text_writer *writer);
// Where a paragraph of the base ends in that source, or the table in which it stands.
uint32_t text_source_end(const struct text_writer *writer, const struct paragraph *own);
// Whether source text has what our own reader would take for a wording: "[US: …" or "[base".
bool text_looks_bracketed(const struct text_writer *writer, struct str source);
// The segments of a point, agreed text and slots; in agreed text a line break is `line_break`.
void text_write_segments(struct text_writer *writer, const struct point *point,
                         const char *line_break);
// Points [first, first + count) are the cells of one table.
void text_write_table(struct text_writer *writer, uint32_t first, uint32_t count);

void text_write_points(struct text_writer *writer);

#endif
