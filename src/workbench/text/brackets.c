// SPDX-License-Identifier: Apache-2.0
#include <entente/brackets.h>

#include "render/text/brackets_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/bracketed_file.h"
#include "workbench/text/sheet_file.h"

// As a sheet it can be shown in every form of a merged text.
static bool show_sheet(const struct entente_brackets_options *options,
                       const struct brackets_answer *found, struct entente_answer *made,
                       struct error *error)
{
    struct sheet sheet;
    struct sheet_file how = {options->rendering, options->format,
                             options->hide_names || found->brackets.party_count == 0};
    brackets_sheet(&found->brackets, found->name, made->arena, &sheet);
    return sheet_file_write(&sheet, &how, made->arena, &made->output, error);
}

static bool find(const struct entente_brackets_options *options, const struct entente_file *text,
                 const struct input_limits *limits, struct arena *arena,
                 struct brackets_answer *found, struct error *error)
{
    struct bracketed_file file;
    if (!bracketed_file_read(str_of(text->name), answer_file(text), options->parties, limits, arena,
                             &file, error) ||
        !input_limits_spend(limits, text->length, error) ||
        !brackets_read(&file.input, limits, arena, &found->brackets, error))
        return false;
    found->name = file.name;
    found->repaired = file.repaired;
    found->repaired_count = file.repaired_count;
    found->notes = file.notes;
    found->note_count = file.note_count;
    return true;
}

static bool run(const struct entente_brackets_options *options, const struct entente_file *text,
                const struct input_limits *limits, struct arena *arena, struct entente_answer *made,
                struct error *error)
{
    struct brackets_answer found;
    if (!find(options, text, limits, arena, &found, error))
        return false;
    switch (options->form) {
    case ENTENTE_BRACKETS_REPORT:
        made->output = brackets_report(&found, made->arena);
        break;
    case ENTENTE_BRACKETS_JSON:
        made->output = brackets_json(&found, made->arena);
        break;
    case ENTENTE_BRACKETS_RENDERED:
        if (!show_sheet(options, &found, made, error))
            return false;
        break;
    }
    made->summary = brackets_summary(&found, made->arena);
    made->is_no = found.brackets.unmatched_count + found.brackets.misnested_count > 0;
    return true;
}

bool entente_brackets(const struct entente_brackets_options *options,
                      const struct entente_file *text, const struct entente_bounds *bounds,
                      struct entente_answer **answer, struct entente_error *error)
{
    struct entente_brackets_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct arena *arena = arena_open();
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct error inner;
    bool done = run(options, text, limits, arena, made, &inner);
    arena_close(arena);
    if (!done) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
