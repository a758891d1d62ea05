// SPDX-License-Identifier: Apache-2.0
// next: the next base out of a merged text, what is settled in it and the rest as wished.
#include "base/builder.h"
#include "exchange/docx_next/docx_next.h"
#include "exchange/merged/merged_text.h"
#include "merge/one_reading.h"
#include "render/text/view_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/choices.h"
#include "workbench/text/form.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/next_sheet.h"
#include "workbench/text/sheet_file.h"
#include "workbench/text/table.h"

static struct str summary_of(const struct choices *choices, const struct docx_written *written,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%u agreed, %u chosen, %u open\n", choices->agreed, choices->chosen,
                  choices->open);
    for (size_t i = 0; i < choices->note_count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(choices->notes[i]));
    for (size_t i = 0; written && i < written->note_count; i++)
        builder_print(&out, "note: %.*s\n", STR_ARGS(merge_note_text(&written->notes[i], arena)));
    return builder_str(&out);
}

static enum open_slots open_of(enum entente_open open)
{
    switch (open) {
    case ENTENTE_OPEN_BRACKETS:
        return OPEN_BRACKETS;
    case ENTENTE_OPEN_TRACKED:
        return OPEN_TRACKED;
    case ENTENTE_OPEN_BASE:
        break;
    }
    return OPEN_BASE;
}

static bool write_docx(const struct entente_next_options *options, const struct entente_file *file,
                       struct budget *budget, struct entente_answer *answer,
                       struct choices *choices, struct error *error)
{
    struct merged merged;
    struct sheet sheet;
    struct docx_written written;
    const struct bracketing brackets = {merged_form_of(options->form), options->hide_names,
                                        STR_INIT("")};
    const struct docx_write_options how = {.date = table_date(options->date, answer->arena),
                                           .limits = &input_limits_default};
    if (!merged_file_lay(file, options->base, answer_limits(budget, answer->arena), answer->arena,
                         &merged, &sheet, error) ||
        !choices_read(options, &sheet, answer->arena, choices, error))
        return false;
    const struct decisions decisions = {choices->wordings, open_of(options->open)};
    if (!docx_write_next(&merged, &decisions, &brackets, &how, answer->arena, &written, error))
        return false;
    answer->output = written.bytes;
    struct str told = summary_of(choices, &written, answer->arena);
    struct str objects = merged_file_objects_note(&sheet, answer->arena);
    answer->summary = arena_print(answer->arena, "%.*s%.*s", STR_ARGS(told), STR_ARGS(objects));
    return true;
}

// Nothing open is shown: one reading, in Markdown, text or as a page.
static struct str reading_of(const struct entente_next_options *options, const struct sheet *sheet,
                             const struct choices *choices, struct arena *arena)
{
    struct sheet settled;
    struct view_answer found = {.kind = VIEW_BASE};
    const struct merged_style markdown = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    choices_settle(sheet, choices, STR(""), arena, &settled);
    sheet_of_reading(&settled, (struct sheet_reading){.kind = READ_BASE}, arena, &found.text);
    if (options->format == ENTENTE_HTML)
        return view_page(&found, arena);
    if (options->format == ENTENTE_MARKDOWN)
        return merged_text_write(&found.text, &markdown, arena);
    return sheet_read(&found.text, (struct sheet_reading){.kind = READ_BASE}, arena);
}

static bool write_lines(const struct entente_next_options *options, const struct entente_file *file,
                        struct budget *budget, struct entente_answer *answer,
                        struct choices *choices, struct error *error)
{
    struct sheet sheet;
    struct sheet next;
    if (!merged_file_read(file, answer_limits(budget, answer->arena), answer->arena, &sheet,
                          error) ||
        !choices_read(options, &sheet, answer->arena, choices, error))
        return false;
    answer->summary = summary_of(choices, NULL, answer->arena);
    if (options->open == ENTENTE_OPEN_BASE || choices->open == 0) {
        answer->output = reading_of(options, &sheet, choices, answer->arena);
        return true;
    }
    const struct sheet_file as = {options->open == ENTENTE_OPEN_TRACKED ? ENTENTE_REDLINE
                                                                        : options->form,
                                  options->format, options->hide_names};
    return next_sheet(&sheet, choices, budget, answer->arena, &next, error) &&
           sheet_file_write(&next, &as, answer->arena, &answer->output, error);
}

static bool next_into(struct entente_answer *answer, const struct entente_file *file,
                      const struct entente_next_options *options, struct budget *budget,
                      struct error *error)
{
    struct choices choices;
    bool is_bracketed = options->form == ENTENTE_BRACKETS || options->form == ENTENTE_PROPOSALS ||
                        options->form == ENTENTE_OPTIONS;
    if (!is_bracketed)
        return error_set(error, MISUSE, "open slots are shown as brackets, proposals or options");
    if (options->format == ENTENTE_DOCX
            ? !write_docx(options, file, budget, answer, &choices, error)
            : !write_lines(options, file, budget, answer, &choices, error))
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
