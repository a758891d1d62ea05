// SPDX-License-Identifier: Apache-2.0
#include "advice/draft.h"
#include "bargain/verify.h"
#include "workbench/bargain/bargain_answer.h"
#include "workbench/bargain/uncertain_answer.h"
#include "workbench/bargain/uncertain_report.h"

struct str standing_word(enum standing standing)
{
    switch (standing) {
    case STANDING_SURELY:
        return STR("surely");
    case STANDING_POSSIBLY:
        return STR("possibly");
    case STANDING_NEVER:
        return STR("never");
    case STANDING_OPEN:
        break;
    }
    return STR("open");
}

// What needs one number for every score is refused, not guessed.
static bool check_options(const struct entente_bargain_options *options, struct error *error)
{
    if (options->point)
        return error_set(error, MISUSE,
                         "the point \"%s\" is not defined while worths are uncertain; leave out "
                         "--point, or give every score and reservation as one number",
                         options->point);
    if (options->change_count > 0)
        return error_set(error, MISUSE,
                         "--what-if needs exact worths; change the scenario's statements instead");
    if (options->explain)
        return error_set(error, MISUSE,
                         "--explain needs exact worths; the questions say what to find out first");
    if (options->form == ENTENTE_BARGAIN_SVG)
        return error_set(error, MISUSE,
                         "there is no picture of uncertain worths; write .html, .csv or .json");
    return true;
}

static struct str write_json(const struct uncertain_report *report, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-uncertain/1"));
    uncertain_json_write(report, &writer);
    json_end_object(&writer);
    return builder_str(&out);
}

static struct str write_form(enum entente_bargain_form form, const struct uncertain_report *report,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct builder text = builder_make(arena);
    switch (form) {
    case ENTENTE_BARGAIN_JSON:
        return write_json(report, arena);
    case ENTENTE_BARGAIN_CSV:
        uncertain_csv_write(report, &out);
        break;
    case ENTENTE_BARGAIN_HTML:
        uncertain_text_write(report, &text);
        bargain_page_begin(&out, report->assessment->views->scenario->name);
        bargain_page_end(&out, builder_str(&text));
        break;
    case ENTENTE_BARGAIN_SVG:
    case ENTENTE_BARGAIN_TEXT:
        uncertain_text_write(report, &out);
        break;
    }
    return builder_str(&out);
}

static bool assess_draft(const struct entente_bargain_options *options, const struct views *views,
                         struct budget *budget, struct arena *arena,
                         struct uncertain_report *report, struct error *error)
{
    if (!options->draft)
        return true;
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, views->scenario->issue_count);
    if (!draft_read(views->scenario, str_of(options->draft), arena, package, error))
        return false;
    struct assessed *draft = ARENA_NEW(arena, struct assessed);
    *draft = assess_package(views, package, budget, arena);
    report->draft = draft;
    report->draft_is_allowed = verify_allowed(views->scenario, package);
    return true;
}

// What to ask next; a budget spent leaves it out.
static bool find_questions(struct budget *budget, struct arena *arena,
                           struct uncertain_report *report, struct error *error)
{
    struct questions *questions = ARENA_NEW(arena, struct questions);
    if (questions_find(report->assessment, budget, arena, questions, error)) {
        report->questions = questions;
        report->is_stopped = report->is_stopped || questions->is_stopped;
        return true;
    }
    report->is_stopped = true;
    return error->code == STOPPED;
}

bool uncertain_answer(const struct entente_bargain_options *options,
                      const struct uncertain *uncertain, struct str source, struct budget *budget,
                      struct entente_answer *made, struct error *error)
{
    struct arena *arena = made->arena;
    struct views *views = ARENA_NEW(arena, struct views);
    struct assessment *assessment = ARENA_NEW(arena, struct assessment);
    struct uncertain_report report = {.assessment = assessment};
    if (!check_options(options, error) ||
        !views_make(uncertain, source, budget, arena, views, error) ||
        !assess(views, budget, arena, assessment, error))
        return false;
    report.is_stopped = assessment->is_stopped;
    if (!assess_draft(options, views, budget, arena, &report, error) ||
        !find_questions(budget, arena, &report, error))
        return false;
    made->output = write_form(options->form, &report, arena);
    made->is_no = str_equal(assessment->for_all.possibly.at_most, STR("0"));
    made->is_cut = report.is_stopped;
    return true;
}
