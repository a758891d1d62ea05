// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/places.h"

size_t markdown_line_start(struct str text, size_t at)
{
    while (at > 0 && text.bytes[at - 1] != '\n' && text.bytes[at - 1] != '\r')
        at--;
    return at;
}

size_t markdown_line_end(struct str text, size_t at)
{
    while (at < text.length && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at++;
    if (at + 1 < text.length && text.bytes[at] == '\r' && text.bytes[at + 1] == '\n')
        at++;
    return at < text.length ? at + 1 : at;
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

bool markdown_line_is_blank(struct str text, size_t from, size_t to)
{
    while (from < to && (is_white(text.bytes[from]) || text.bytes[from] == '>'))
        from++;
    return from == to;
}

static size_t mark_length(struct str text, size_t at, size_t to)
{
    char c = text.bytes[at];
    if (c == '>')
        return 1;
    size_t end = at;
    if (c == '-' || c == '+' || c == '*') {
        end++;
    } else if (c == '#') {
        while (end < to && text.bytes[end] == '#' && end - at < 7)
            end++;
    } else {
        while (end < to && text.bytes[end] >= '0' && text.bytes[end] <= '9' && end - at < 10)
            end++;
        if (end == at || end == to || (text.bytes[end] != '.' && text.bytes[end] != ')'))
            return 0;
        end++;
    }
    return end == to || is_white(text.bytes[end]) ? end - at : 0;
}

size_t markdown_prefix_length(struct str text, size_t from, size_t to)
{
    size_t at = from;
    while (at < to) {
        size_t length = is_white(text.bytes[at]) ? 1 : mark_length(text, at, to);
        if (length == 0)
            break;
        at += length;
    }
    return at - from;
}

struct placing {
    const struct markdown_events *events;
    struct str text;
    struct markdown_place *places;
    uint32_t cursor; // behind the last line that is taken
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
    while (from < to && is_white(text.bytes[from]))
        from++;
    while (to > from && is_white(text.bytes[to - 1]))
        to--;
    return (struct markdown_place){(uint32_t)from, (uint32_t)to};
}

// Places the cells of the row whose event is i on the line [from, to); gives the event behind.
static size_t place_row(struct placing *placing, size_t i, size_t from, size_t to)
{
    struct str text = placing->text;
    placing->places[i] = (struct markdown_place){(uint32_t)from, (uint32_t)to};
    size_t at = from + markdown_prefix_length(text, from, to);
    if (at < to && text.bytes[at] == '|')
        at++;
    size_t next = i + 1;
    for (; event_at(placing, next)->kind == EVENT_CELL; next++) {
        size_t bar = next_bar(text, at, to);
        struct markdown_place cell = trimmed(text, at, bar);
        for (; event_at(placing, next)->kind != EVENT_CLOSE; next++)
            placing->places[next] = cell;
        placing->places[next] = cell;
        at = bar < to && text.bytes[bar] == '|' ? bar + 1 : bar;
    }
    placing->places[next] = (struct markdown_place){(uint32_t)to, (uint32_t)to};
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
    for (size_t row = 0; event_at(placing, next)->kind == EVENT_ROW; row++, next++) {
        if (row == 1)
            at = markdown_line_end(text, at);
        size_t end = markdown_line_end(text, at);
        next = place_row(placing, next, at, end);
        at = end;
    }
    if (next == i + 2 || at == placing->places[i].from)
        at = markdown_line_end(text, at);
    placing->places[i].to = (uint32_t)at;
    placing->places[next] = (struct markdown_place){(uint32_t)at, (uint32_t)at};
    placing->cursor = (uint32_t)at;
    return next;
}

struct markdown_place *markdown_places(const struct markdown_events *events, struct str text,
                                       uint32_t from, struct arena *arena)
{
    size_t count = events->events.count;
    struct placing placing = {.events = events,
                              .text = text,
                              .places = ARENA_ARRAY(arena, struct markdown_place, count + 1),
                              .cursor = from};
    for (size_t i = 0; i < count; i++) {
        if (event_at(&placing, i)->kind == EVENT_TABLE)
            i = place_table(&placing, i);
        else
            place_paragraph(&placing, i);
    }
    return placing.places;
}
