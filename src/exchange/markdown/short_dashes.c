// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/short_dashes.h"

#include "exchange/markdown/source_lines.h"

enum { SIGNS_WANTED = 3 };

// The line that holds byte `at`, without what stands before and behind its own words.
static struct str line_at(struct str text, size_t at)
{
    size_t from = markdown_line_start(text, at);
    size_t to = markdown_line_end(text, at);
    return str_trim(str_slice(text, from + markdown_prefix_length(text, from, to), to));
}

// The cells of a row: bars at its two ends are no cell's.
static struct str without_outer_bars(struct str row)
{
    row = str_skip(row, row.length > 0 && row.bytes[0] == '|');
    bool has_end = row.length > 0 && row.bytes[row.length - 1] == '|' &&
                   !(row.length > 1 && row.bytes[row.length - 2] == '\\');
    return str_slice(row, 0, row.length - has_end);
}

// How many signs ":--:" has; 0 when it is none.
static size_t dash_cell_signs(struct str cell)
{
    struct str dashes = str_skip(cell, cell.length > 0 && cell.bytes[0] == ':');
    dashes = str_slice(
        dashes, 0, dashes.length - (dashes.length > 0 && dashes.bytes[dashes.length - 1] == ':'));
    for (size_t i = 0; i < dashes.length; i++)
        if (dashes.bytes[i] != '-')
            return 0;
    return dashes.length > 0 ? cell.length : 0;
}

// Adds the places in a line of dashes where some are wanted; false when it is none.
static bool add_wanted(struct str text, struct str line, struct list *wanted)
{
    struct str rest = without_outer_bars(line);
    for (bool is_last = false; !is_last;) {
        size_t bar = str_find_byte(rest, '|');
        is_last = bar == rest.length;
        struct str cell = str_trim(str_slice(rest, 0, bar));
        size_t signs = dash_cell_signs(cell);
        if (signs == 0)
            return false;
        size_t behind_dash = (size_t)(cell.bytes - text.bytes) + str_find_byte(cell, '-') + 1;
        if (signs < SIGNS_WANTED)
            *LIST_ADD(wanted, struct markdown_widening) =
                (struct markdown_widening){.at = (uint32_t)behind_dash};
        rest = str_skip(rest, is_last ? bar : bar + 1);
    }
    return true;
}

static bool has_bar(struct str line)
{
    return str_find_byte(line, '|') < line.length;
}

static void add_of_paragraph(const struct markdown_event *event, struct str text,
                             struct list *wanted)
{
    size_t second = markdown_line_end(text, event->from);
    if (second >= event->to)
        return;
    struct str line = line_at(text, second);
    size_t before = wanted->count;
    if (!has_bar(line) || !add_wanted(text, line, wanted))
        wanted->count = before;
}

struct list markdown_short_dashes(const struct markdown_events *events, struct str text,
                                  struct arena *arena)
{
    struct list wanted = LIST_MAKE(arena, struct markdown_widening);
    size_t tables = 0; // open; rows and cells of theirs count as well
    for (size_t i = 0; i < events->events.count; i++) {
        const struct markdown_event *event = LIST_AT(&events->events, struct markdown_event, i);
        if (event->kind == EVENT_PARAGRAPH && tables == 0 && event->block == BLOCK_IS_TEXT)
            add_of_paragraph(event, text, &wanted);
        tables += event->kind < EVENT_CLOSE;
        tables -= event->kind == EVENT_CLOSE;
    }
    return wanted;
}

struct list markdown_dashes_unseen(const struct list *dashes, const struct list *shown,
                                   struct arena *arena)
{
    struct list unseen = LIST_MAKE(arena, struct markdown_widening);
    size_t next = 0;
    for (size_t i = 0; i < dashes->count; i++) {
        const struct markdown_widening *dash = LIST_AT(dashes, struct markdown_widening, i);
        while (next < shown->count && *LIST_AT(shown, uint32_t, next) < dash->at)
            next++;
        if (next == shown->count || *LIST_AT(shown, uint32_t, next) != dash->at)
            *LIST_ADD(&unseen, struct markdown_widening) = *dash;
    }
    return unseen;
}

struct list markdown_dashes_and_widenings(const struct list *dashes, const struct list *widenings,
                                          struct str text, struct arena *arena)
{
    struct list both = LIST_MAKE(arena, struct markdown_widening);
    size_t count = widenings != NULL ? widenings->count : 0;
    size_t next = 0;
    for (size_t i = 0; i < dashes->count; i++) {
        const struct markdown_widening *dash = LIST_AT(dashes, struct markdown_widening, i);
        for (; next < count; next++) {
            const struct markdown_widening *wide =
                LIST_AT(widenings, struct markdown_widening, next);
            if (wide->at >= dash->at)
                break;
            *LIST_ADD(&both, struct markdown_widening) = *wide;
        }
        if (has_bar(line_at(text, dash->at - 1)))
            *LIST_ADD(&both, struct markdown_widening) = *dash;
    }
    for (; next < count; next++)
        *LIST_ADD(&both, struct markdown_widening) =
            *LIST_AT(widenings, struct markdown_widening, next);
    return both;
}
