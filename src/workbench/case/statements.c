// SPDX-License-Identifier: Apache-2.0
// entente statements: who said what in a report, as JSON, as a list, or as what a case takes.
#include "statements/statements.h"

#include "codec/zip.h"
#include "render/case/statements_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/file_words.h"
#include "workbench/given_date.h"
#include "workbench/language_note.h"

#include <entente/reading.h>

// When a .docx says it was made; empty when it does not.
static struct str date_made(const struct entente_file *file, struct arena *arena)
{
    struct zip zip;
    struct str core;
    struct error ignored;
    struct str name = str_of(file->name);
    if (!zip_read(name, answer_file(file), &input_limits_default, arena, &zip, &ignored))
        return STR("");
    const struct zip_entry *entry = zip_find(&zip, STR("docProps/core.xml"));
    if (!entry || !zip_unpack(&zip, entry, arena, &core, &ignored))
        return STR("");
    struct str created = str_skip(core, str_find(core, STR("<dcterms:created")));
    created = str_skip(created, str_find_byte(created, '>') + 1);
    return str_slice(created, 0, str_find_byte(created, '<'));
}

static bool read_one(const struct entente_file *file, const struct date *date,
                     const struct input_limits *limits, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct statements_source source = {.name = str_of(file->name), .date = date};
    if (!file_words(file, limits, arena, &source.text, &source.has_lines, error) ||
        !input_limits_spend(limits, source.text.length, error))
        return false;
    if (source.has_lines)
        source.made = date_made(file, arena);
    return statements_read(&source, arena, found, error);
}

static bool read_all(const struct entente_statements_options *options,
                     const struct entente_file *files, size_t file_count,
                     const struct input_limits *limits, struct arena *arena,
                     struct statements_found *found, struct error *error)
{
    struct date given;
    if (options->date && !reading_given_date(options->date, arena, &given, error))
        return false;
    for (size_t f = 0; f < file_count; f++)
        if (!read_one(&files[f], options->date ? &given : NULL, limits, arena, &found[f], error))
            return false;
    return true;
}

static struct statements_answer answer_of(const struct entente_file *files,
                                          const struct statements_found *found, size_t count,
                                          struct arena *arena)
{
    struct str *names = ARENA_ARRAY(arena, struct str, count);
    struct str *notes = ARENA_ARRAY(arena, struct str, count);
    for (size_t f = 0; f < count; f++) {
        names[f] = str_of(files[f].name);
        if (found[f].is_foreign)
            notes[f] = language_note(names[f], arena);
    }
    return (struct statements_answer){names, found, notes, count};
}

static struct str shown(const struct entente_statements_options *options,
                        const struct statements_answer *answer, struct arena *arena)
{
    return options->proposal ? statements_proposal(answer, arena)
           : options->json   ? statements_json(answer, arena)
                             : statements_text(answer, arena);
}

bool entente_statements(const struct entente_statements_options *options,
                        const struct entente_file *files, size_t file_count,
                        const struct entente_bounds *bounds, struct entente_answer **answer,
                        struct entente_error *error)
{
    struct entente_statements_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *result = answer_new();
    struct statements_found *found =
        ARENA_ARRAY(result->arena, struct statements_found, file_count);
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, result->arena);
    struct error inner;
    if (!read_all(options, files, file_count, limits, result->arena, found, &inner) ||
        !budget_check_room(&budget, &inner)) {
        entente_answer_free(result);
        return answer_error(&inner, error);
    }
    struct statements_answer told = answer_of(files, found, file_count, result->arena);
    result->output = shown(options, &told, result->arena);
    result->summary = statements_summary(&told, result->arena);
    *answer = result;
    return true;
}
