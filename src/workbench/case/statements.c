// SPDX-License-Identifier: Apache-2.0
// entente statements: who said what in a report, as JSON, as a list, or as what a case takes.
#include "statements/statements.h"

#include "codec/zip.h"
#include "workbench/answer.h"
#include "workbench/case/statements_json.h"
#include "workbench/file_words.h"
#include "workbench/given_date.h"
#include "workbench/language_note.h"

#include <entente/reading.h>

static void print_field(struct builder *out, const char *name, struct str text)
{
    if (text.length > 0)
        builder_print(out, "    %s: %.*s\n", name, STR_ARGS(text));
}

static void print_statement(struct builder *out, struct str file, const struct statement *statement)
{
    builder_print(out, "%.*s:%zu:%zu: %.*s %.*s%s\n", STR_ARGS(file), statement->range.line,
                  statement->range.column, STR_ARGS(statement->speaker), STR_ARGS(statement->verb),
                  statement->form == FORM_DIRECT ? " (quoted)" : "");
    builder_print(out, "    %.*s\n", STR_ARGS(statement->range.text));
    print_field(out, "as", statement->capacity);
    print_field(out, "on", statement->date.length > 0 ? statement->date : statement->date_text);
    print_field(out, "in", statement->place);
    print_field(out, "to", statement->addressee);
    print_field(out, "through", statement->channel);
}

// When a .docx says it was made; empty when it does not.
static struct str date_made(const struct entente_file *file, struct arena *arena)
{
    struct zip zip;
    struct str core;
    struct error ignored;
    struct str name = str_of(file->name);
    if (!zip_read(name, answer_file(file), &limits_default, arena, &zip, &ignored))
        return STR("");
    const struct zip_entry *entry = zip_find(&zip, STR("docProps/core.xml"));
    if (!entry || !zip_unpack(&zip, entry, arena, &core, &ignored))
        return STR("");
    struct str created = str_skip(core, str_find(core, STR("<dcterms:created")));
    created = str_skip(created, str_find_byte(created, '>') + 1);
    return str_slice(created, 0, str_find_byte(created, '<'));
}

static bool read_one(const struct entente_file *file, const struct date *date, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct statements_source source = {.name = str_of(file->name), .date = date};
    if (!file_words(file, arena, &source.text, &source.has_lines, error))
        return false;
    if (source.has_lines)
        source.made = date_made(file, arena);
    return statements_read(&source, arena, found, error);
}

static bool read_all(const struct entente_statements_options *options,
                     const struct entente_file *files, size_t file_count, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct date given;
    if (options->date && !reading_given_date(options->date, arena, &given, error))
        return false;
    for (size_t f = 0; f < file_count; f++)
        if (!read_one(&files[f], options->date ? &given : NULL, arena, &found[f], error))
            return false;
    return true;
}

static struct str summary_of(const struct entente_file *files, const struct statements_found *found,
                             size_t file_count, struct arena *arena)
{
    struct builder summary = builder_make(arena);
    size_t count = 0;
    for (size_t f = 0; f < file_count; f++) {
        count += found[f].count;
        if (found[f].is_foreign)
            builder_print(&summary, "note: %.*s\n",
                          STR_ARGS(language_note(str_of(files[f].name), arena)));
        if (found[f].date_origin == REPORT_DATE_UNKNOWN) {
            builder_add(&summary, statements_date_note(str_of(files[f].name), arena));
            builder_add_byte(&summary, '\n');
        }
    }
    builder_print(&summary, "%zu statements; a proposal for a person to confirm\n", count);
    return builder_str(&summary);
}

bool entente_statements(const struct entente_statements_options *options,
                        const struct entente_file *files, size_t file_count,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    static const struct entente_statements_options defaults;
    (void)bounds; // one pass over the text, nothing to stop
    struct entente_answer *result = answer_new();
    struct statements_found *found =
        ARENA_ARRAY(result->arena, struct statements_found, file_count);
    struct error inner;
    options = options ? options : &defaults;
    if (!read_all(options, files, file_count, result->arena, found, &inner)) {
        entente_answer_free(result);
        return answer_error(&inner, error);
    }
    struct builder out = builder_make(result->arena);
    if (options->proposal)
        statements_write_proposal(files, found, file_count, &out);
    else if (options->json)
        statements_write_json(files, found, file_count, &out);
    else
        for (size_t f = 0; f < file_count; f++)
            for (size_t i = 0; i < found[f].count; i++)
                print_statement(&out, str_of(files[f].name), &found[f].items[i]);
    result->output = builder_str(&out);
    result->summary = summary_of(files, found, file_count, result->arena);
    *answer = result;
    return true;
}
