// SPDX-License-Identifier: Apache-2.0
// next: the next base out of a merged text, what is settled in it and the rest as wished.
#include "base/builder.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/next_text.h"

static struct str summary_of(const struct choices *choices, struct str notes, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%u agreed, %u chosen, %u open\n", choices->agreed, choices->chosen,
                  choices->open);
    for (size_t i = 0; i < choices->note_count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(choices->notes[i]));
    builder_add(&out, notes);
    return builder_str(&out);
}

static bool write_docx(const struct entente_next_options *options, const struct entente_file *file,
                       struct budget *budget, struct entente_answer *answer,
                       struct choices *choices, struct error *error)
{
    struct merged merged;
    struct sheet sheet;
    struct str notes;
    if (!merged_file_lay(file, options->base, answer_limits(budget, answer->arena), answer->arena,
                         &merged, &sheet, error) ||
        !choices_read(options, &sheet, answer->arena, choices, error) ||
        !next_docx(options, &merged, &sheet, choices, answer->arena, &answer->output, &notes,
                   error))
        return false;
    answer->summary = summary_of(choices, notes, answer->arena);
    return true;
}

static bool write_lines(const struct entente_next_options *options, const struct entente_file *file,
                        struct budget *budget, struct entente_answer *answer,
                        struct choices *choices, struct error *error)
{
    struct sheet sheet;
    if (!merged_file_read(file, answer_limits(budget, answer->arena), answer->arena, &sheet,
                          error) ||
        !choices_read(options, &sheet, answer->arena, choices, error))
        return false;
    answer->summary = summary_of(choices, STR(""), answer->arena);
    return next_lines(options, &sheet, choices, NULL, budget, answer->arena, &answer->output,
                      error);
}

static bool next_into(struct entente_answer *answer, const struct entente_file *file,
                      const struct entente_next_options *options, struct budget *budget,
                      struct error *error)
{
    struct choices choices;
    if (!next_form_check(options, error) ||
        (options->format == ENTENTE_DOCX
             ? !write_docx(options, file, budget, answer, &choices, error)
             : !write_lines(options, file, budget, answer, &choices, error)))
        return false;
    answer->is_no = choices.open > 0;
    return true;
}

bool entente_next(const struct entente_next_options *options, const struct entente_file *merged,
                  const struct entente_bounds *bounds, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_next_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    struct budget budget = answer_budget(bounds);
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!next_into(made, merged, &own, &budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
