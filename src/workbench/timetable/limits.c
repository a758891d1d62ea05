// SPDX-License-Identifier: Apache-2.0
// entente limits: the time limits of agreements, as JSON or as a table.
#include "base/builder.h"
#include "render/timetable/limits_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/given_date.h"
#include "workbench/language_note.h"
#include "workbench/timetable/clauses.h"

#include <entente/reading.h>

static bool read_file(const struct entente_file *file, const struct date *given,
                      const struct input_limits *limits, struct arena *arena,
                      struct limits_of_file *found, struct error *error)
{
    struct opened_text clauses;
    if (!clauses_open(file, limits, arena, &clauses, error))
        return false;
    clauses.text.given = given;
    found->file = str_of(file->name);
    found->notes = clauses.document->notes;
    found->note_count = clauses.document->note_count;
    return clauses_read(&clauses, limits, arena, &found->found, error);
}

static bool read_all(const struct entente_limits_options *options, const struct entente_file *files,
                     size_t file_count, const struct input_limits *limits, struct arena *arena,
                     struct limits_of_file *found, struct error *error)
{
    struct date given;
    if (options->date && !reading_given_date(options->date, arena, &given, error))
        return false;
    for (size_t f = 0; f < file_count; f++)
        if (!read_file(&files[f], options->date ? &given : NULL, limits, arena, &found[f], error))
            return false;
    return true;
}

static struct str summary_of(const struct limits_answer *answer, struct arena *arena)
{
    struct builder summary = builder_make(arena);
    for (size_t f = 0; f < answer->file_count; f++) {
        const struct limits_of_file *file = &answer->files[f];
        for (uint32_t i = 0; i < file->note_count; i++)
            builder_print(&summary, "note: %.*s: %.*s\n", STR_ARGS(file->file),
                          STR_ARGS(file->notes[i]));
        if (file->found.is_foreign)
            builder_print(&summary, "note: %.*s\n",
                          STR_ARGS(language_note_limits(file->file, arena)));
        if (file->found.is_partly_read)
            builder_print(&summary, "note: %.*s\n",
                          STR_ARGS(language_note_partly(file->file, arena)));
    }
    size_t unread = limits_answer_unread_count(answer);
    builder_print(&summary,
                  "%zu time limits, %zu of them open; %zu expression%s of time not read\n",
                  limits_answer_count(answer), limits_answer_open_count(answer), unread,
                  unread == 1 ? "" : "s");
    return builder_str(&summary);
}

bool entente_limits(const struct entente_limits_options *options, const struct entente_file *files,
                    size_t file_count, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_limits_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *result = answer_new();
    struct limits_of_file *found = ARENA_ARRAY(result->arena, struct limits_of_file, file_count);
    struct budget budget = answer_budget(bounds);
    const struct input_limits *bound = answer_limits(&budget, result->arena);
    struct error inner;
    if (!read_all(options, files, file_count, bound, result->arena, found, &inner) ||
        !budget_check_room(&budget, &inner)) {
        entente_answer_free(result);
        return answer_error(&inner, error);
    }
    struct limits_answer limits = {found, file_count};
    result->output = options->json ? limits_json(&limits, result->arena)
                                   : limits_listing(&limits, result->arena);
    result->summary = summary_of(&limits, result->arena);
    *answer = result;
    return true;
}
