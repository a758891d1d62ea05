// SPDX-License-Identifier: Apache-2.0
#include "proofreading/contents_lines.h"

#include "base/names.h"

#define ENTRIES_LEAST 3  // fewer lines behind "Contents" are no table
#define HEADING_MOST 120 // bytes; a longer paragraph is no heading

// "Fees ....... 12" is "Fees".
static struct str without_page(struct str words)
{
    size_t end = words.length;
    while (end > 0 && words.bytes[end - 1] >= '0' && words.bytes[end - 1] <= '9')
        end--;
    size_t leader = end;
    while (leader > 0 && strchr(". \t", words.bytes[leader - 1]))
        leader--;
    bool has_page = end < words.length && (end - leader > 2 || str_find_byte(words, '\t') < end);
    struct str rest = str_trim(str_slice(words, 0, has_page ? leader : words.length));
    while (str_ends_with(rest, STR(".")) || str_ends_with(rest, STR(":")))
        rest.length--;
    return rest;
}

struct contents_line contents_line_of(const struct document *document, uint32_t p,
                                      struct arena *arena)
{
    const struct paragraph *paragraph = &document->paragraphs[p];
    struct str number = str_trim(paragraph->label.text);
    while (str_ends_with(number, STR(".")) || str_ends_with(number, STR(":")))
        number.length--;
    return (struct contents_line){
        p, arena_lower(arena, number),
        arena_lower(arena, without_page(str_trim(paragraph_body(document, paragraph))))};
}

static bool is_title(const struct document *document, uint32_t p)
{
    struct str words = str_trim(paragraph_text(document, &document->paragraphs[p]));
    return str_equal_ignoring_case(words, STR("contents")) ||
           str_equal_ignoring_case(words, STR("table of contents"));
}

bool contents_is_short(const struct document *document, uint32_t p)
{
    struct str words = str_trim(paragraph_text(document, &document->paragraphs[p]));
    return words.length > 0 && words.length <= HEADING_MOST &&
           str_find_byte(words, '\n') == words.length && !str_ends_with(words, STR(";")) &&
           !str_ends_with(words, STR("."));
}

// Reads the lines behind the title; gives the paragraph behind the last.
static uint32_t read_entries(const struct document *document, uint32_t title, struct arena *arena)
{
    struct names *numbers = names_make(arena);
    uint32_t p = title + 1;
    for (; p < document->paragraph_count && contents_is_short(document, p); p++) {
        struct contents_line line = contents_line_of(document, p, arena);
        // The first heading of the text bears a number that the table has had.
        uint32_t known = names_count(numbers);
        // Where the entries are no headings, the first heading is behind the table.
        const struct paragraph *paragraphs = document->paragraphs;
        bool is_behind = paragraphs[p].kind == PARAGRAPH_HEADING && !paragraphs[p].is_computed &&
                         paragraphs[title + 1].kind != PARAGRAPH_HEADING;
        if (is_behind || line.number.length == 0 || names_add(numbers, line.number) < known)
            break;
    }
    return p;
}

struct contents_lines contents_lines(const struct document *document)
{
    uint32_t title = 0;
    while (title < document->paragraph_count && !is_title(document, title))
        title++;
    struct contents_lines lines = {title, title};
    if (title == document->paragraph_count)
        return lines;
    struct arena *arena = arena_open();
    uint32_t behind = read_entries(document, title, arena);
    if (behind - title > ENTRIES_LEAST)
        lines = (struct contents_lines){title + 1, behind};
    arena_close(arena);
    return lines;
}
