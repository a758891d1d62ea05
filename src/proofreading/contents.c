// SPDX-License-Identifier: Apache-2.0
#include "proofreading/contents.h"

#include "base/names.h"

#define ENTRIES_LEAST 3  // fewer lines behind "Contents" are no table
#define HEADING_MOST 120 // bytes; a longer paragraph is no heading

// One line of the contents, or a heading: number and words.
struct contents_line {
    uint32_t paragraph;
    struct str number; // "Section 4", "4"; without the stop behind it
    struct str words;  // without the leader and the page
};

// 1. lines [0, entries) are the table's, in its order
struct contents_table {
    const struct document *document;
    struct arena *arena;
    struct list entries;  // struct contents_line
    struct list headings; // struct contents_line, behind the table
};

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

static struct contents_line line_of(const struct contents_table *table, uint32_t p)
{
    const struct paragraph *paragraph = &table->document->paragraphs[p];
    struct str number = str_trim(paragraph->label.text);
    while (str_ends_with(number, STR(".")) || str_ends_with(number, STR(":")))
        number.length--;
    return (struct contents_line){
        p, arena_lower(table->arena, number),
        arena_lower(table->arena,
                    without_page(str_trim(paragraph_body(table->document, paragraph))))};
}

static bool is_title(const struct document *document, uint32_t p)
{
    struct str words = str_trim(paragraph_text(document, &document->paragraphs[p]));
    return str_equal_ignoring_case(words, STR("contents")) ||
           str_equal_ignoring_case(words, STR("table of contents"));
}

static bool is_short(const struct document *document, uint32_t p)
{
    struct str words = str_trim(paragraph_text(document, &document->paragraphs[p]));
    return words.length > 0 && words.length <= HEADING_MOST &&
           str_find_byte(words, '\n') == words.length && !str_ends_with(words, STR(";")) &&
           !str_ends_with(words, STR("."));
}

static struct str key_of(const struct contents_table *table, const struct contents_line *line)
{
    return arena_print(table->arena, "%.*s\n%.*s", STR_ARGS(line->number), STR_ARGS(line->words));
}

// Reads the lines behind the title; gives the paragraph behind the last.
static uint32_t read_entries(struct contents_table *table, uint32_t title)
{
    struct names *numbers = names_make(table->arena);
    uint32_t p = title + 1;
    for (; p < table->document->paragraph_count && is_short(table->document, p); p++) {
        struct contents_line line = line_of(table, p);
        // The first heading of the text bears a number that the table has had.
        uint32_t known = names_count(numbers);
        // Where the entries are no headings, the first heading is behind the table.
        const struct paragraph *paragraphs = table->document->paragraphs;
        bool is_behind = paragraphs[p].kind == PARAGRAPH_HEADING && !paragraphs[p].is_computed &&
                         paragraphs[title + 1].kind != PARAGRAPH_HEADING;
        if (is_behind || line.number.length == 0 || names_add(numbers, line.number) < known)
            break;
        *LIST_ADD(&table->entries, struct contents_line) = line;
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
    struct contents_table table = {
        .document = document, .arena = arena, .entries = LIST_MAKE(arena, struct contents_line)};
    uint32_t behind = read_entries(&table, title);
    if (table.entries.count >= ENTRIES_LEAST)
        lines = (struct contents_lines){title + 1, behind};
    arena_close(arena);
    return lines;
}

static bool is_heading(const struct document *document, uint32_t p)
{
    const struct paragraph *paragraph = &document->paragraphs[p];
    return !paragraph->is_computed && is_short(document, p) &&
           (paragraph->kind == PARAGRAPH_HEADING || paragraph->kind == PARAGRAPH_TEXT ||
            paragraph->kind == PARAGRAPH_ITEM);
}

// "section" of "section 4"; empty for a number alone.
static struct str word_of(struct str number)
{
    size_t blank = str_find_byte(number, ' ');
    return blank < number.length ? str_slice(number, 0, blank) : STR("");
}

static void report(const struct contents_table *table, const struct contents_line *line,
                   const struct contents_line *other, const char *message, struct list *findings)
{
    const struct paragraph *own = &table->document->paragraphs[line->paragraph];
    struct proof_finding *finding = finding_add(findings, FINDING_CONTENTS, PROOF_LIKELY,
                                                (struct range){own->from, own->to}, "%s", message);
    if (!other)
        return;
    const struct paragraph *there = &table->document->paragraphs[other->paragraph];
    finding->other = (struct range){there->from, there->to};
}

static void check_entries(const struct contents_table *table, const struct names *known,
                          const struct names *numbers, struct list *findings)
{
    for (size_t e = 0; e < table->entries.count; e++) {
        const struct contents_line *entry = LIST_AT(&table->entries, struct contents_line, e);
        if (names_find(known, key_of(table, entry)) != NAMES_NONE)
            continue;
        uint32_t at = names_find(numbers, entry->number);
        const struct contents_line *heading =
            at == NAMES_NONE ? NULL : LIST_AT(&table->headings, struct contents_line, at);
        report(table, entry, heading,
               heading ? "the heading in the text has other words" : "the text has no such heading",
               findings);
    }
}

// Headings of the kind that the table holds, of which it leaves one out.
static void check_headings(const struct contents_table *table, struct list *findings)
{
    struct names *numbers = names_make(table->arena);
    struct names *words = names_make(table->arena);
    for (size_t e = 0; e < table->entries.count; e++) {
        const struct contents_line *entry = LIST_AT(&table->entries, struct contents_line, e);
        names_add(numbers, entry->number);
        names_add(words, word_of(entry->number));
    }
    for (size_t h = 0; h < table->headings.count; h++) {
        const struct contents_line *heading = LIST_AT(&table->headings, struct contents_line, h);
        const struct paragraph *own = &table->document->paragraphs[heading->paragraph];
        struct str word = word_of(heading->number);
        bool is_plain =
            word.length == 0 && (str_find_byte(heading->number, '.') < heading->number.length ||
                                 own->kind != PARAGRAPH_HEADING);
        if (names_find(numbers, heading->number) == NAMES_NONE &&
            names_find(words, word) != NAMES_NONE && !is_plain)
            report(table, heading, NULL, "the heading stands in no line of the contents", findings);
    }
}

static void read_headings(struct contents_table *table, uint32_t from, struct names *known,
                          struct names *numbers)
{
    for (uint32_t p = from; p < table->document->paragraph_count; p++) {
        struct contents_line line = line_of(table, p);
        if (line.number.length == 0 || !is_heading(table->document, p))
            continue;
        names_add(known, key_of(table, &line));
        if (names_find(numbers, line.number) != NAMES_NONE)
            continue;
        names_add(numbers, line.number);
        *LIST_ADD(&table->headings, struct contents_line) = line;
    }
}

void contents_check(const struct proof_text *text, struct list *findings)
{
    if (text->contents.from == text->contents.to)
        return;
    struct arena *arena = arena_open();
    struct contents_table table = {text->document, arena, LIST_MAKE(arena, struct contents_line),
                                   LIST_MAKE(arena, struct contents_line)};
    struct names *known = names_make(arena);
    struct names *numbers = names_make(arena);
    for (uint32_t p = text->contents.from; p < text->contents.to; p++)
        *LIST_ADD(&table.entries, struct contents_line) = line_of(&table, p);
    read_headings(&table, text->contents.to, known, numbers);
    check_entries(&table, known, numbers, findings);
    check_headings(&table, findings);
    arena_close(arena);
}
