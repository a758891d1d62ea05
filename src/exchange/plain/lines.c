// SPDX-License-Identifier: Apache-2.0
#include "exchange/plain/lines.h"

#include "base/list.h"
#include "base/utf8.h"

#include <stdlib.h>

// Wrapping by hand: at least this many lines that go on, of a width that pages have. Narrower ones
// may be those of a column, or of a list: there, most lines must go on in small letters.
enum { WRAPPED_LINES_MIN = 3, COLUMN_WIDTH_MIN = 28, WRAP_WIDTH_MIN = 40, WRAP_WIDTH_MAX = 160 };

static size_t line_length(struct str text, size_t from)
{
    size_t at = from;
    while (at < text.length && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at++;
    return at - from;
}

static size_t space_end(struct str text, size_t at, size_t end)
{
    size_t bytes;
    while (at < end && utf8_is_space(utf8_at(text, at, &bytes)))
        at += bytes;
    return at;
}

static size_t word_end(struct str text, size_t at, size_t end)
{
    size_t bytes;
    while (at < end && !utf8_is_space(utf8_at(text, at, &bytes)))
        at += bytes;
    return at;
}

// Finds the line's words; false when it has none.
static bool measure(struct str text, struct text_line *line, size_t end)
{
    size_t from = space_end(text, line->from, end);
    if (from == end)
        return false;
    size_t to = end;
    size_t bytes;
    while (utf8_is_space(utf8_before(text, to, &bytes)))
        to -= bytes;
    // The text is shorter than 4 GiB.
    line->text_from = (uint32_t)from;
    line->text_to = (uint32_t)to;
    line->width = (uint32_t)utf8_count(str_slice(text, line->from, to));
    line->first_word = (uint32_t)utf8_count(str_slice(text, from, word_end(text, from, to)));
    return true;
}

static int compare_widths(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static bool next_fits(const struct text_line *line, uint32_t width)
{
    return line->width + 1 + line[1].first_word <= width;
}

// Ragged setting by hand leaves a line a little shorter than it need be.
static bool is_full(const struct text_line *line, uint32_t width)
{
    return !next_fits(line, width - width / 8);
}

// Lines that end a sentence or a list's introduction say nothing about wrapping.
static bool goes_on(struct str text, const struct text_line *line)
{
    char last = text.bytes[line->text_to - 1];
    return !line->before_blank && last != '.' && last != ':' && last != ';';
}

// A small letter of a script that has capitals: Latin, Greek, Cyrillic, Armenian.
static bool begins_small(struct str text, const struct text_line *line)
{
    size_t bytes;
    uint32_t first = utf8_at(text, line->text_from, &bytes);
    return first < 0x590 && utf8_is_letter(first) && !utf8_is_upper(first);
}

// The width at which the text was wrapped: wide enough for nearly all lines that go on in the next
// one, when most of these are full.
static uint32_t wrap_width_of(struct str text, const struct text_line *lines, size_t count)
{
    struct arena *arena = arena_open();
    uint32_t *widths = ARENA_ARRAY(arena, uint32_t, count + 1);
    size_t inner = 0;
    size_t small = 0;
    for (size_t i = 0; i < count; i++) {
        if (!goes_on(text, &lines[i]))
            continue;
        widths[inner++] = lines[i].width;
        small += begins_small(text, &lines[i + 1]); // the last line does not go on
    }
    uint32_t width = 0;
    if (inner >= WRAPPED_LINES_MIN) {
        qsort(widths, inner, sizeof *widths, compare_widths);
        width = widths[inner - 1 - inner / 20];
    }
    arena_close(arena);
    bool is_column = width >= COLUMN_WIDTH_MIN && small * 3 >= inner * 2;
    if ((width < WRAP_WIDTH_MIN && !is_column) || width > WRAP_WIDTH_MAX)
        return 0;
    size_t full = 0;
    for (size_t i = 0; i < count; i++)
        full += goes_on(text, &lines[i]) && is_full(&lines[i], width);
    return full * 3 >= inner * 2 ? width : 0;
}

struct text_lines text_lines_cut(struct str text, struct arena *arena)
{
    struct list lines = LIST_MAKE(arena, struct text_line);
    bool after_blank = true;
    for (size_t at = 0; at < text.length;) {
        struct text_line line = {.from = (uint32_t)at, .after_blank = after_blank};
        size_t end = at + line_length(text, at);
        at = end;
        if (at < text.length)
            at += text.bytes[at] == '\r' && at + 1 < text.length && text.bytes[at + 1] == '\n' ? 2
                                                                                               : 1;
        line.to = (uint32_t)at;
        after_blank = !measure(text, &line, end);
        if (!after_blank)
            *LIST_ADD(&lines, struct text_line) = line;
    }
    struct text_line *items = LIST_ITEMS(&lines, struct text_line);
    for (size_t i = 0; i < lines.count; i++)
        items[i].before_blank = i + 1 == lines.count || items[i + 1].after_blank;
    return (struct text_lines){items, lines.count, wrap_width_of(text, items, lines.count)};
}

bool text_line_is_full(const struct text_lines *lines, size_t i)
{
    return is_full(&lines->items[i], lines->wrap_width);
}
