// SPDX-License-Identifier: Apache-2.0
// view: one reading out of a merged text, whatever form it was kept in.
#include "base/builder.h"
#include "exchange/bargain/slot_issues.h"
#include "exchange/merged/bracketed.h"
#include "merge/one_reading.h"
#include "render/text/view_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/text/merged_file.h"
#include "workbench/text/package.h"
#include "workbench/text/view_docx.h"

#include <entente/merge.h>

static bool find_reading(const struct entente_view_options *options, const struct str *names,
                         uint32_t count, struct arena *arena, struct sheet_reading *reading,
                         struct error *error)
{
    *reading = (struct sheet_reading){.kind = READ_BASE};
    if (options->kind == ENTENTE_VIEW_AGREED)
        reading->kind = READ_AGREED;
    if (options->kind != ENTENTE_VIEW_PARTY)
        return true;
    reading->kind = READ_PARTY;
    struct builder known = builder_make(arena);
    for (uint32_t p = 0; p < count; p++) {
        if (str_equal(names[p], str_of(options->party))) {
            reading->party = (struct party){p};
            return true;
        }
        builder_print(&known, "%s%.*s", p > 0 ? ", " : "", STR_ARGS(names[p]));
    }
    return error_set(error, NOT_FOUND, "there is no party \"%s\" in this text; there are %.*s",
                     options->party, STR_ARGS(builder_str(&known)));
}

static struct str written(const struct view_answer *found, enum entente_view_form form,
                          struct arena *arena)
{
    const struct merged_style markdown = {MERGED_BRACKETS, MEDIUM_MARKDOWN, true};
    switch (form) {
    case ENTENTE_VIEW_MARKDOWN:
        return merged_text_write(&found->text, &markdown, arena);
    case ENTENTE_VIEW_HTML:
        return view_page(found, arena);
    case ENTENTE_VIEW_JSON:
        return view_json(found, arena);
    case ENTENTE_VIEW_DOCX: // made elsewhere
    case ENTENTE_VIEW_AS_KEPT:
    case ENTENTE_VIEW_TEXT:
        break;
    }
    return sheet_read(&found->text, (struct sheet_reading){.kind = READ_BASE}, arena);
}

// Bracketed text keeps its source form around what is resolved.
static bool keeps_source(enum kept_form kept, enum entente_view_form form)
{
    return (kept == KEPT_MARKDOWN &&
            (form == ENTENTE_VIEW_AS_KEPT || form == ENTENTE_VIEW_MARKDOWN)) ||
           (kept == KEPT_TEXT && (form == ENTENTE_VIEW_AS_KEPT || form == ENTENTE_VIEW_TEXT));
}

static bool view_into(struct entente_answer *answer, const struct entente_file *file,
                      const struct entente_view_options *options, const struct input_limits *limits,
                      struct error *error)
{
    enum kept_form form = kept_form_of(file);
    struct sheet sheet;
    struct sheet_reading reading;
    if (!merged_file_read(file, limits, answer->arena, &sheet, error) ||
        !find_reading(options, sheet.party_names, sheet.party_count, answer->arena, &reading,
                      error))
        return false;
    if (options->form == ENTENTE_VIEW_DOCX) {
        const struct view_wanted wanted = {.reading = reading};
        uint32_t unused;
        return view_docx(file, options->base_file, &wanted, limits, answer->arena, &answer->output,
                         &unused, &answer->summary, error);
    }
    if (keeps_source(form, options->form))
        return bracketed_resolve(str_of(file->name), answer_file(file),
                                 form == KEPT_MARKDOWN ? MEDIUM_MARKDOWN : MEDIUM_TEXT, reading,
                                 limits, answer->arena, &answer->output, error);
    struct view_answer found = {.kind = reading.kind == READ_PARTY    ? VIEW_PARTY
                                        : reading.kind == READ_AGREED ? VIEW_AGREED
                                                                      : VIEW_BASE};
    if (reading.kind == READ_PARTY)
        found.party = sheet.party_names[reading.party.number];
    sheet_of_reading(&sheet, reading, answer->arena, &found.text);
    answer->output = written(&found, options->form, answer->arena);
    return true;
}

bool entente_view(const struct entente_view_options *options, const struct entente_file *merged,
                  const struct entente_bounds *bounds, struct entente_answer **answer,
                  struct entente_error *error)
{
    struct entente_view_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct error inner;
    if (!view_into(made, merged, options, limits, &inner) || !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}

static void tell_open(struct entente_answer *answer, uint32_t open_count)
{
    answer->is_no = open_count > 0;
    if (open_count > 0)
        answer->summary =
            arena_print(answer->arena, "%u slots stay open: no issue speaks of them\n%.*s",
                        open_count, STR_ARGS(answer->summary));
}

static bool package_into(struct entente_answer *answer, const struct entente_file *merged,
                         const struct entente_package_options *options,
                         const struct input_limits *limits, struct error *error)
{
    const struct entente_file *scenario = options->scenario;
    struct sheet sheet;
    struct sheet settled;
    struct package package;
    uint32_t open_count;
    if (!scenario || !options->package)
        return error_set(error, MISUSE, "a package wants a scenario and the options it takes");
    if (options->form == ENTENTE_VIEW_DOCX) {
        const struct view_wanted wanted = {.scenario = scenario, .package = options->package};
        bool done = view_docx(merged, options->base_file, &wanted, limits, answer->arena,
                              &answer->output, &open_count, &answer->summary, error);
        if (done)
            tell_open(answer, open_count);
        return done;
    }
    if (!merged_file_read(merged, limits, answer->arena, &sheet, error) ||
        !package_read(scenario, options->package, answer->arena, &package, error) ||
        !slot_issues_settle(str_of(scenario->name), answer_file(scenario), package.options,
                            package.count, &sheet, limits, answer->arena, &settled, &open_count,
                            error))
        return false;
    struct view_answer found = {.kind = VIEW_PACKAGE, .package = str_of(options->package)};
    sheet_of_reading(&settled, (struct sheet_reading){.kind = READ_BASE}, answer->arena,
                     &found.text);
    answer->output = written(&found, options->form, answer->arena);
    tell_open(answer, open_count);
    return true;
}

bool entente_view_package(const struct entente_package_options *options,
                          const struct entente_file *merged, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    struct entente_package_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct budget budget = answer_budget(bounds);
    const struct input_limits *limits = answer_limits(&budget, made->arena);
    struct error inner;
    if (!package_into(made, merged, options, limits, &inner) ||
        !budget_check_room(&budget, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
