// SPDX-License-Identifier: Apache-2.0
#include "workbench/timetable/clauses.h"

#include "clauses/clause_index.h"
#include "exchange/open.h"
#include "exchange/plain/plain.h"
#include "prose/prose.h"
#include "text/said.h"
#include "workbench/answer.h"
#include "workbench/text/merged_file.h"

static void find_clauses(const struct document *document, struct arena *arena,
                         struct limits_text *text)
{
    struct clause_index index;
    clause_index_make(document, arena, &index);
    struct limits_clause *clauses = ARENA_ARRAY(arena, struct limits_clause, index.count);
    for (uint32_t i = 0; i < index.count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t at = text->has_paragraph_lines ? paragraph->from : paragraph->origin.from;
        clauses[i] = (struct limits_clause){at, index.names[i]};
    }
    text->clauses = clauses;
    text->clause_count = index.count;
}

bool clauses_open(const struct entente_file *file, const struct input_limits *limits,
                  struct arena *arena, struct opened_text *clauses, struct error *error)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    if (merged_file_refuse(file, limits, error) ||
        !document_open(str_of(file->name), answer_file(file), &accepted, limits, arena, &document,
                       error))
        return false;
    struct limits_text *text = &clauses->text;
    clauses->document = document;
    *text = (struct limits_text){.name = str_of(file->name)};
    text->has_paragraph_lines = document->form != FORM_PLAIN;
    text->text = text->has_paragraph_lines ? text_in_words(document, arena)
                                           : ((const struct plain_source *)document->source)->text;
    find_clauses(document, arena, text);
    return true;
}

// Where byte `at` of a Markdown document's text stands in its source.
static uint32_t source_place(const struct document *document, size_t at)
{
    // Documents are shorter than 4 GiB.
    uint32_t byte = (uint32_t)at;
    const struct paragraph *paragraph = &document->paragraphs[paragraph_at(document, byte)];
    uint32_t run = run_at(document, byte);
    if (run == document->run_count || byte >= paragraph->to)
        return paragraph->origin.from;
    const struct text_run *found = &document->runs[run];
    if (found->origin.to == found->origin.from)
        return paragraph->origin.from;
    uint32_t inside = byte - found->from;
    uint32_t length = found->origin.to - found->origin.from;
    return found->origin.from + (inside < length ? inside : length - 1);
}

// The byte at which each line of a text begins.
static const size_t *line_starts(struct str text, struct arena *arena)
{
    size_t lines = 1;
    for (size_t i = 0; i < text.length; i++)
        lines += text.bytes[i] == '\n';
    size_t *starts = ARENA_ARRAY(arena, size_t, lines + 1);
    lines = 1;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\n')
            starts[lines++] = i + 1;
    return starts;
}

struct line_placing {
    const struct document *document;
    const size_t *starts; // of the lines of its text
    struct str source;
    struct prose_cursor cursor; // in the source; notes may stand before what refers to them
};

// A line and a column of the document's text become those of the source.
static void place(struct line_placing *placing, size_t *line, size_t *column)
{
    struct str text = placing->document->text;
    size_t at = placing->starts[*line - 1];
    for (size_t passed = 1; passed < *column && at < text.length; passed++) {
        at++;
        while (at < text.length && ((unsigned char)text.bytes[at] & 0xc0) == 0x80)
            at++;
    }
    size_t source_at = source_place(placing->document, at);
    if (source_at < placing->cursor.at)
        placing->cursor = prose_cursor_make(placing->source);
    prose_cursor_walk(&placing->cursor, source_at);
    *line = placing->cursor.line;
    *column = placing->cursor.column;
}

static void place_all(const struct document *document, struct arena *arena,
                      struct limits_found *found)
{
    struct str source = ((const struct plain_source *)document->source)->text;
    struct line_placing placing = {document, line_starts(document->text, arena), source,
                                   prose_cursor_make(source)};
    struct limit *items = ARENA_ARRAY(arena, struct limit, found->count);
    for (size_t i = 0; i < found->count; i++) {
        items[i] = found->items[i];
        place(&placing, &items[i].line, &items[i].column);
    }
    struct limit_rule *rules = ARENA_ARRAY(arena, struct limit_rule, found->rule_count);
    for (size_t i = 0; i < found->rule_count; i++) {
        rules[i] = found->rules[i];
        place(&placing, &rules[i].line, &rules[i].column);
    }
    struct limit_unread *unread = ARENA_ARRAY(arena, struct limit_unread, found->unread_count);
    for (size_t i = 0; i < found->unread_count; i++) {
        unread[i] = found->unread[i];
        place(&placing, &unread[i].line, &unread[i].column);
    }
    found->items = items;
    found->rules = rules;
    found->unread = unread;
}

bool clauses_read(const struct opened_text *clauses, const struct input_limits *limits,
                  struct arena *arena, struct limits_found *found, struct error *error)
{
    if (!input_limits_spend(limits, clauses->text.text.length, error) ||
        !limits_read(&clauses->text, arena, found, error))
        return false;
    if (clauses->document->form == FORM_MARKDOWN)
        place_all(clauses->document, arena, found);
    return true;
}
