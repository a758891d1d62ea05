// SPDX-License-Identifier: Apache-2.0
#include <entente/brackets.h>

#include "workbench/answer.h"
#include "workbench/text/brackets_text.h"
#include "workbench/text/form.h"

static struct str summary_of(const struct brackets *brackets, struct arena *arena)
{
    return arena_print(arena,
                       "%zu brackets opened, %zu closed, %zu deep; %zu unmatched, %zu "
                       "mis-nested; %u slots, %u parties\n",
                       brackets->open, brackets->close, brackets->depth, brackets->unmatched_count,
                       brackets->misnested_count, brackets->slot_count, brackets->party_count);
}

static struct str rendered(const struct entente_brackets_options *options,
                           const struct bracketed_file *file, const struct brackets *brackets,
                           struct arena *arena)
{
    struct sheet sheet;
    struct sheet_options how = {sheet_form_of(options->rendering), medium_of(options->format),
                                options->hide_names || brackets->party_count == 0};
    brackets_sheet(brackets, file->name, arena, &sheet);
    return sheet_write(&sheet, &how, arena);
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
    if (options->form == ENTENTE_BRACKETS_RENDERED && options->format == ENTENTE_DOCX)
        return error_set(error, MISUSE,
                         "a bracketed text is not written as .docx; say -o with .html or .md");
    struct builder out = builder_make(made->arena);
    switch (options->form) {
    case ENTENTE_BRACKETS_REPORT:
        brackets_report_write(&file, &brackets, &out);
        break;
    case ENTENTE_BRACKETS_JSON:
        brackets_json_write(&file, &brackets, &out);
        break;
    case ENTENTE_BRACKETS_RENDERED:
        builder_add(&out, rendered(options, &file, &brackets, arena));
        break;
    }
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
