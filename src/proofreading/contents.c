// SPDX-License-Identifier: Apache-2.0
#include "proofreading/contents.h"

#include "base/names.h"

// 1. lines [0, entries) are the table's, in its order
struct contents_table {
    const struct document *document;
    struct arena *arena;
    struct list entries;  // struct contents_line
    struct list headings; // struct contents_line, behind the table
};

static struct str key_of(const struct contents_table *table, const struct contents_line *line)
{
    return arena_print(table->arena, "%.*s\n%.*s", STR_ARGS(line->number), STR_ARGS(line->words));
}

static bool is_heading(const struct document *document, uint32_t p)
{
    const struct paragraph *paragraph = &document->paragraphs[p];
    return !paragraph->is_computed && contents_is_short(document, p) &&
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
        struct contents_line line = contents_line_of(table->document, p, table->arena);
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
        *LIST_ADD(&table.entries, struct contents_line) =
            contents_line_of(table.document, p, arena);
    read_headings(&table, text->contents.to, known, numbers);
    check_entries(&table, known, numbers, findings);
    check_headings(&table, findings);
    arena_close(arena);
}
