// SPDX-License-Identifier: Apache-2.0
#include <entente/bargain.h>

#include "bargain/wide.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/front_forms.h"
#include "render/bargain/uncertain_forms.h"
#include "workbench/answer.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/bargain/bargain_sheets.h"
#include "workbench/bargain/uncertain_find.h"
#include "workbench/door.h"

static struct bargain_request request_of(const struct entente_bargain_options *options)
{
    return (struct bargain_request){options->point,
                                    options->changes,
                                    options->change_count,
                                    options->draft,
                                    options->party,
                                    options->explain,
                                    NULL};
}

static struct str show(enum entente_bargain_form form, const struct bargain_answer *answer,
                       struct arena *arena)
{
    struct builder out = builder_make(arena);
    switch (form) {
    case ENTENTE_BARGAIN_TEXT:
        return bargain_text(answer, arena);
    case ENTENTE_BARGAIN_JSON:
        return bargain_json(answer, arena);
    case ENTENTE_BARGAIN_HTML:
        return bargain_page(answer, arena);
    case ENTENTE_BARGAIN_SVG:
        front_svg(answer->solution, &out);
        break;
    case ENTENTE_BARGAIN_CSV:
        front_csv(answer->solution, &out);
        break;
    case ENTENTE_BARGAIN_XLSX: // written by its own way
        break;
    }
    return builder_str(&out);
}

// Of uncertain values there is no picture.
static struct str show_uncertain(enum entente_bargain_form form,
                                 const struct uncertain_answer *answer, struct arena *arena)
{
    switch (form) {
    case ENTENTE_BARGAIN_JSON:
        return uncertain_json(answer, arena);
    case ENTENTE_BARGAIN_CSV:
        return uncertain_csv(answer, arena);
    case ENTENTE_BARGAIN_HTML:
        return uncertain_page(answer, arena);
    case ENTENTE_BARGAIN_SVG:
    case ENTENTE_BARGAIN_XLSX:
    case ENTENTE_BARGAIN_TEXT:
        break;
    }
    return uncertain_text(answer, arena);
}

// Of a comparison neither.
static struct str show_prospects(enum entente_bargain_form form,
                                 const struct prospects_answer *answer, struct arena *arena)
{
    switch (form) {
    case ENTENTE_BARGAIN_JSON:
        return prospects_json(answer, arena);
    case ENTENTE_BARGAIN_CSV:
        return prospects_csv(answer, arena);
    case ENTENTE_BARGAIN_HTML:
        return prospects_page(answer, arena);
    case ENTENTE_BARGAIN_SVG:
    case ENTENTE_BARGAIN_XLSX:
    case ENTENTE_BARGAIN_TEXT:
        break;
    }
    return prospects_text(answer, arena);
}

static bool answer_exact(const struct entente_bargain_options *options,
                         const struct scenario *scenario, struct budget *budget,
                         struct entente_answer *made, struct error *error)
{
    struct bargain_request request = request_of(options);
    struct bargain_answer answer;
    if (!bargain_find(&request, scenario, budget, made->arena, &answer, error))
        return false;
    if (options->form != ENTENTE_BARGAIN_XLSX)
        made->output = show(options->form, &answer, made->arena);
    else if (!bargain_xlsx(&answer, made->arena, &made->output, error))
        return false;
    made->is_no = bargain_answer_is_no(&answer);
    made->is_cut = bargain_answer_is_cut(&answer);
    return true;
}

static bool answer_uncertain(const struct entente_bargain_options *options,
                             const struct uncertain *uncertain, struct str source,
                             struct budget *budget, struct entente_answer *made,
                             struct error *error)
{
    struct bargain_request request = request_of(options);
    struct uncertain_answer answer;
    if (!uncertain_can_answer(&request, error))
        return false;
    if (options->form == ENTENTE_BARGAIN_SVG || options->form == ENTENTE_BARGAIN_XLSX)
        return error_set(error, MISUSE,
                         "there is no %s of uncertain worths; write .html, .csv or .json",
                         options->form == ENTENTE_BARGAIN_SVG ? "picture" : "workbook");
    if (!uncertain_find(&request, uncertain, source, budget, made->arena, &answer, error))
        return false;
    made->output = show_uncertain(options->form, &answer, made->arena);
    made->is_no = uncertain_answer_is_no(&answer);
    made->is_cut = answer.is_stopped;
    return true;
}

static bool answer_question(const struct entente_bargain_options *options,
                            const struct entente_file *file, struct budget *budget,
                            struct entente_answer *made, struct error *error)
{
    struct scenario scenario;
    struct uncertain uncertain;
    struct scenario_source source = {file, options->profiles, options->profile_count};
    if (!bargain_read(source, made->arena, &scenario, &uncertain, error))
        return false;
    if (uncertain.parties)
        return answer_uncertain(options, &uncertain, str_of(file->name), budget, made, error);
    return answer_exact(options, &scenario, budget, made, error);
}

bool entente_bargain(const struct entente_bargain_options *options,
                     const struct entente_file *scenario, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_bargain_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct error inner;
    struct budget budget = bargain_budget(bounds);
    if (!answer_question(options, scenario, &budget, made, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}

// Prospects need exact values.
static bool read_exact(const struct entente_bargain_options *options, struct scenario_source source,
                       struct arena *arena, struct scenario *asked, struct error *error)
{
    struct scenario scenario;
    struct uncertain uncertain;
    struct bargain_request request = request_of(options);
    if (!bargain_read(source, arena, &scenario, &uncertain, error))
        return false;
    if (uncertain.parties)
        return error_at(error, MISUSE, place_of(str_of(source.first->name)),
                        "two versions cannot be compared while worths are uncertain; answer each "
                        "by itself");
    return bargain_asked(&request, &scenario, arena, asked, error);
}

// Brings two scenarios to one scale, the least that holds both.
static bool share_scale(struct scenario *old, struct scenario *new,
                        const struct entente_file *files[2], struct arena *arena,
                        struct error *error)
{
    struct scenario before = *old;
    struct scenario now = *new;
    int64_t common = (int64_t)wide_gcd((uint128)old->scale, (uint128) new->scale);
    return scenario_rescale(&before, now.scale / common, str_of(files[0]->name), arena, old,
                            error) &&
           scenario_rescale(&now, before.scale / common, str_of(files[1]->name), arena, new, error);
}

static bool compare(const struct entente_bargain_options *options,
                    const struct entente_file *files[2], struct budget *budget,
                    struct entente_answer *made, struct error *error)
{
    struct scenario old = {.scale = 1};
    struct scenario new = {.scale = 1};
    struct prospects_answer answer;
    struct scenario_source before = {files[0], options->old_profiles, options->old_profile_count};
    struct scenario_source now = {files[1], options->profiles, options->profile_count};
    if (options->form == ENTENTE_BARGAIN_SVG || options->form == ENTENTE_BARGAIN_XLSX)
        return error_set(error, MISUSE,
                         "a comparison has no %s; it is written as .html, .csv or .json",
                         options->form == ENTENTE_BARGAIN_SVG ? "picture" : "workbook");
    if (!read_exact(options, before, made->arena, &old, error) ||
        !read_exact(options, now, made->arena, &new, error) ||
        !share_scale(&old, &new, files, made->arena, error) ||
        !bargain_compare(&old, &new, NULL, budget, made->arena, &answer, error))
        return false;
    made->output = show_prospects(options->form, &answer, made->arena);
    made->is_no = prospects_answer_is_no(&answer);
    made->is_cut = prospects_answer_is_cut(&answer);
    return true;
}

bool entente_bargain_compare(const struct entente_bargain_options *options,
                             const struct entente_file *old_scenario,
                             const struct entente_file *new_scenario,
                             const struct entente_bounds *bounds, struct entente_answer **answer,
                             struct entente_error *error)
{
    struct entente_bargain_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    const struct entente_file *files[2] = {old_scenario, new_scenario};
    struct entente_answer *made = answer_new();
    struct error inner;
    struct budget budget = bargain_budget(bounds);
    if (!compare(options, files, &budget, made, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
