// SPDX-License-Identifier: Apache-2.0
// What the Markdown parser reports, as paragraphs in a row with their places in the source.

#ifndef ENTENTE_EXCHANGE_MARKDOWN_EVENTS_H
#define ENTENTE_EXCHANGE_MARKDOWN_EVENTS_H

#include "exchange/markdown/view.h"
#include "text/document.h"

struct markdown_run {
    struct str text;
    struct marks marks;
    bool is_object;
    bool is_break; // a soft line break: its origin lies between its neighbours
    struct object object;
    uint32_t note; // a reference to a note: its number; else NO_INDEX
    uint32_t from; // in the source; from == to when the parser does not say where
    uint32_t to;
};

enum markdown_event_kind { EVENT_TABLE, EVENT_ROW, EVENT_CELL, EVENT_CLOSE, EVENT_PARAGRAPH };
enum markdown_block { BLOCK_IS_TEXT, BLOCK_IS_HEADING, BLOCK_IS_CODE, BLOCK_IS_HTML };

struct markdown_event {
    enum markdown_event_kind kind;
    // The rest is for EVENT_PARAGRAPH.
    enum markdown_block block;
    uint32_t level;   // of a heading, or how deep the item lies
    struct str label; // "3.", "•": only the first paragraph of an item has one
    struct str properties;
    uint32_t first_run;
    uint32_t run_count;
    uint32_t from; // of all that has a place; from == to == 0 when nothing has
    uint32_t to;
};

struct markdown_events {
    struct list events; // struct markdown_event
    struct list runs;   // struct markdown_run
    struct list shown;  // uint32_t, in the view: where what was inserted stands in a text of theirs
};

// What the parser gets to see more of in a table's line of dashes: columns, where rows have more cells
// than their head and it would drop what stands in them, or dashes, see short_dashes.h.
struct markdown_widening {
    uint32_t at;      // in the view: the end of the line, white space left out; or behind a dash
    uint32_t columns; // 0: two dashes
};

// Parses bytes [from, to) of a view, which are shorter than 4 GiB; ranges are places in it.
//
// text       the view's `text`, or its `full` one inside of notes
// widenings  ascending, struct markdown_widening; NULL: none
// is_note    set in means a paragraph of the note, not code; and no reference leads to a note
bool markdown_events_read(const struct markdown_view *view, struct str text, uint32_t from,
                          uint32_t to, const struct list *widenings, bool is_note,
                          struct arena *arena, struct markdown_events *events,
                          struct error *error) MUST_CHECK;

// The text of "&amp;", "&#8217;" and the like; what is unknown stays as it is.
struct str markdown_entity(struct str entity, struct arena *arena);

#endif
