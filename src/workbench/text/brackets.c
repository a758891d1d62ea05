// SPDX-License-Identifier: Apache-2.0
#include <entente/brackets.h>

#include "workbench/answer.h"
#include "workbench/text/brackets_text.h"
#include "workbench/text/sheet_file.h"

static struct str summary_of(const struct brackets *brackets, struct arena *arena)
{
    return arena_print(arena,
                       "%zu brackets opened, %zu closed, %zu deep; %zu unmatched, %zu "
                       "mis-nested; %u slots, %u parties\n",
                       brackets->open, brackets->close, brackets->depth, brackets->unmatched_count,
                       brackets->misnested_count, brackets->slot_count, brackets->party_count);
}

static bool render(const struct entente_brackets_options *options,
                   const struct bracketed_file *file, const struct brackets *brackets,
                   struct entente_answer *made, struct error *error)
{
    struct sheet sheet;
    struct sheet_file how = {options->rendering, options->format,
                             options->hide_names || brackets->party_count == 0};
    brackets_sheet(brackets, file->name, made->arena, &sheet);
    return sheet_file_write(&sheet, &how, made->arena, &made->output, error);
}

static bool run(const struct entente_brackets_options *options, const struct entente_file *text,
                struct arena *arena, struct entente_answer *made, struct error *error)
{
    struct bracketed_file file;
    struct brackets brackets;
    if (!bracketed_file_read(str_of(text->name), answer_file(text), options->parties,
                             &limits_default, arena, &file, error) ||
        !brackets_read(&file.input, &limits_default, arena, &brackets, error))
        return false;
    struct builder out = builder_make(made->arena);
    switch (options->form) {
    case ENTENTE_BRACKETS_REPORT:
        brackets_report_write(&file, &brackets, &out);
        break;
    case ENTENTE_BRACKETS_JSON:
        brackets_json_write(&file, &brackets, &out);
        break;
    case ENTENTE_BRACKETS_RENDERED:
        if (!render(options, &file, &brackets, made, error))
            return false;
        break;
    }
    if (options->form != ENTENTE_BRACKETS_RENDERED)
        made->output = builder_str(&out);
    made->summary = summary_of(&brackets, made->arena);
    made->is_no = brackets.unmatched_count + brackets.misnested_count > 0;
    return true;
}

bool entente_brackets(const struct entente_brackets_options *options,
                      const struct entente_file *text, const struct entente_bounds *bounds,
                      struct entente_answer **answer, struct entente_error *error)
{
    (void)bounds; // one pass over the text: nothing to bound
    struct arena *arena = arena_open();
    struct entente_answer *made = answer_new();
    struct error inner;
    bool done = run(options, text, arena, made, &inner);
    arena_close(arena);
    if (!done) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
