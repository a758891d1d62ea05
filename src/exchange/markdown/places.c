// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/places.h"

#include "exchange/markdown/source_lines.h"

struct placing {
    const struct markdown_events *events;
    struct str text;
    struct markdown_place *places;
    struct arena *arena;
    struct list *surpluses; // struct markdown_surplus
    uint32_t cursor;        // behind the last line that is taken
};

static const struct markdown_event *event_at(const struct placing *placing, size_t i)
{
    return LIST_AT(&placing->events->events, struct markdown_event, i);
}

static size_t next_line_with_text(const struct placing *placing)
{
    size_t at = placing->cursor;
    while (at < placing->text.length) {
        size_t end = markdown_line_end(placing->text, at);
        if (!markdown_line_is_blank(placing->text, at, end))
            break;
        at = end;
    }
    return at;
}

// The first byte of a line that is not white space or a quote mark.
static char first_mark(struct str text, size_t from)
{
    while (from < text.length && (text.bytes[from] == ' ' || text.bytes[from] == '>'))
        from++;
    return from < text.length ? text.bytes[from] : '\0';
}

static bool is_fence(struct str text, size_t from)
{
    size_t at = from + markdown_prefix_length(text, from, markdown_line_end(text, from));
    struct str rest = str_skip(text, at);
    return str_starts_with(rest, STR("```")) || str_starts_with(rest, STR("~~~"));
}

// Fences belong to their code, the line under a heading to the heading.
static void take_neighbours(const struct placing *placing, const struct markdown_event *event,
                            struct markdown_place *place)
{
    struct str text = placing->text;
    if (event->block == BLOCK_IS_CODE) {
        size_t before = place->from > placing->cursor ? markdown_line_start(text, place->from - 1)
                                                      : place->from;
        if (before < place->from && before >= placing->cursor && is_fence(text, before)) {
            place->from = (uint32_t)before;
            if (place->to < text.length && is_fence(text, place->to))
                place->to = (uint32_t)markdown_line_end(text, place->to);
        }
    }
    if (event->block == BLOCK_IS_HEADING && place->to < text.length) {
        char under = first_mark(text, place->to);
        size_t start = place->from + markdown_prefix_length(text, place->from, place->to);
        bool has_number_signs =
            str_find_byte(str_slice(text, place->from, start), '#') < start - place->from;
        if (!has_number_signs && (under == '=' || under == '-'))
            place->to = (uint32_t)markdown_line_end(text, place->to);
    }
}

static void place_paragraph(struct placing *placing, size_t i)
{
    const struct markdown_event *event = event_at(placing, i);
    struct str text = placing->text;
    size_t from;
    size_t to;
    if (event->to > placing->cursor) {
        from = markdown_line_start(text, event->from);
        bool ends_line = text.bytes[event->to - 1] == '\n';
        to = ends_line ? event->to : markdown_line_end(text, event->to);
    } else {
        from = next_line_with_text(placing);
        to = markdown_line_end(text, from);
    }
    if (from < placing->cursor)
        from = placing->cursor;
    if (to < from)
        to = from;
    struct markdown_place place = {(uint32_t)from, (uint32_t)to};
    take_neighbours(placing, event, &place);
    placing->places[i] = place;
    placing->cursor = place.to;
}

// Where the next bar of a row stands, or the end of the line.
static size_t next_bar(struct str text, size_t at, size_t to)
{
    while (at < to && text.bytes[at] != '|' && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at += text.bytes[at] == '\\' && at + 1 < to ? 2 : 1;
    return at < to ? at : to;
}

static struct markdown_place trimmed(struct str text, size_t from, size_t to)
{
    while (from < to && markdown_is_white(text.bytes[from]))
        from++;
    while (to > from && markdown_is_white(text.bytes[to - 1]))
        to--;
    return (struct markdown_place){(uint32_t)from, (uint32_t)to};
}

// How many cells stand in what the parser has left of a row: [at, to).
static uint32_t cells_left(struct str text, size_t at, size_t to)
{
    struct markdown_place rest = trimmed(text, at, to);
    uint32_t cells = 0;
    uint32_t with_words = 0;
    for (size_t from = rest.from; from < rest.to; cells++) {
        size_t bar = next_bar(text, from, rest.to);
        struct markdown_place cell = trimmed(text, from, bar);
        if (cell.from < cell.to)
            with_words = cells + 1;
        from = bar + 1;
    }
    return with_words;
}

// The table's surplus gets a row, and is as wide as the widest of them.
static void add_surplus(struct placing *placing, struct markdown_surplus *surplus, size_t at,
                        size_t from, size_t to)
{
    uint32_t cells = cells_left(placing->text, at, to);
    if (cells == 0)
        return;
    if (surplus->widening.columns == 0)
        surplus->rows = LIST_MAKE(placing->arena, struct markdown_place);
    if (cells > surplus->widening.columns)
        surplus->widening.columns = cells;
    *LIST_ADD(&surplus->rows, struct markdown_place) =
        (struct markdown_place){(uint32_t)from, (uint32_t)to};
}

// A bar inside code or a link is none: the words of the cell go on behind it.
static size_t cell_end(const struct placing *placing, size_t cell, size_t at, size_t to)
{
    for (; event_at(placing, cell)->kind != EVENT_CLOSE; cell++) {
        const struct markdown_event *event = event_at(placing, cell);
        if (event->kind == EVENT_PARAGRAPH && event->to > at && event->to <= to)
            at = event->to;
    }
    return next_bar(placing->text, at, to);
}

// Places the cells of the row whose event is i on the line [from, to); gives the event behind.
static size_t place_row(struct placing *placing, size_t i, size_t from, size_t to,
                        struct markdown_surplus *surplus)
{
    struct str text = placing->text;
    placing->places[i] = (struct markdown_place){(uint32_t)from, (uint32_t)to};
    size_t at = from + markdown_prefix_length(text, from, to);
    if (at < to && text.bytes[at] == '|')
        at++;
    size_t next = i + 1;
    for (; event_at(placing, next)->kind == EVENT_CELL; next++) {
        size_t bar = cell_end(placing, next, at, to);
        struct markdown_place cell = trimmed(text, at, bar);
        for (; event_at(placing, next)->kind != EVENT_CLOSE; next++)
            placing->places[next] = cell;
        placing->places[next] = cell;
        at = bar < to && text.bytes[bar] == '|' ? bar + 1 : bar;
    }
    placing->places[next] = (struct markdown_place){(uint32_t)to, (uint32_t)to};
    add_surplus(placing, surplus, at, from, to);
    return next;
}

// The line of the head row: a cell that has a place tells it by the number of its row.
static size_t head_line(const struct placing *placing, size_t i)
{
    size_t row = 0;
    size_t depth = 0;
    do {
        const struct markdown_event *event = event_at(placing, i);
        depth += event->kind < EVENT_CLOSE;
        depth -= event->kind == EVENT_CLOSE;
        row += event->kind == EVENT_ROW;
        if (event->kind == EVENT_PARAGRAPH && event->to > placing->cursor) {
            size_t at = markdown_line_start(placing->text, event->from);
            size_t lines = row == 1 ? 0 : row; // the line of dashes counts
            while (lines-- > 0 && at > placing->cursor)
                at = markdown_line_start(placing->text, at - 1);
            return at < placing->cursor ? placing->cursor : at;
        }
        i++;
    } while (depth > 0);
    return next_line_with_text(placing);
}

// Rows stand on consecutive lines, the line of dashes behind the first.
static size_t place_table(struct placing *placing, size_t i)
{
    struct str text = placing->text;
    size_t at = head_line(placing, i);
    placing->places[i].from = (uint32_t)at;
    size_t next = i + 1;
    struct markdown_surplus surplus = {.widening.columns = 0};
    size_t row = 0;
    for (; event_at(placing, next)->kind == EVENT_ROW; row++, next++) {
        if (row == 1)
            at = markdown_line_end(text, at);
        size_t end = markdown_line_end(text, at);
        next = place_row(placing, next, at, end, &surplus);
        if (row == 0)
            surplus.widening.at = trimmed(text, end, markdown_line_end(text, end)).to;
        at = end;
    }
    if (surplus.widening.columns > 0)
        *LIST_ADD(placing->surpluses, struct markdown_surplus) = surplus;
    if (row == 1) // a head and its dashes
        at = markdown_line_end(text, at);
    placing->places[i].to = (uint32_t)at;
    placing->places[next] = (struct markdown_place){(uint32_t)at, (uint32_t)at};
    placing->cursor = (uint32_t)at;
    return next;
}

struct markdown_place *markdown_places(const struct markdown_events *events, struct str text,
                                       uint32_t from, struct arena *arena, struct list *surpluses)
{
    size_t count = events->events.count;
    struct placing placing = {.events = events,
                              .text = text,
                              .places = ARENA_ARRAY(arena, struct markdown_place, count + 1),
                              .arena = arena,
                              .surpluses = surpluses,
                              .cursor = from};
    for (size_t i = 0; i < count; i++) {
        if (event_at(&placing, i)->kind == EVENT_TABLE)
            i = place_table(&placing, i);
        else
            place_paragraph(&placing, i);
    }
    return placing.places;
}
