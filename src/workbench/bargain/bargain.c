// SPDX-License-Identifier: Apache-2.0
#include <entente/bargain.h>

#include "advice/change.h"
#include "exchange/bargain/front_svg.h"
#include "exchange/domains/scenario_files.h"
#include "workbench/answer.h"
#include "workbench/bargain/bargain_answer.h"
#include "workbench/bargain/uncertain_answer.h"

struct question {
    const struct entente_bargain_options *options;
    struct arena *arena;
    struct budget budget;
    struct error *error;
};

static const struct entente_bargain_options defaults;

// One scenario as the caller gave it: its first file and those that belong to it.
struct scenario_source {
    const struct entente_file *first;
    const struct entente_file *more;
    size_t more_count;
};

// Reads a scenario; uncertain->parties is NULL when all its values are exact.
static bool read_scenario(const struct question *question, struct scenario_source source,
                          struct scenario *scenario, struct uncertain *uncertain)
{
    size_t count = source.more_count + 1;
    struct scenario_file *files = ARENA_ARRAY(question->arena, struct scenario_file, count);
    for (size_t i = 0; i < count; i++) {
        const struct entente_file *file = i == 0 ? source.first : &source.more[i - 1];
        files[i] = (struct scenario_file){str_of(file->name), answer_file(file)};
    }
    return scenario_files_read(files, count, &limits_default, question->arena, scenario, uncertain,
                               question->error);
}

// Leaves only the party that asks, and nothing that says anything of the others.
static bool keep_party(const struct question *question, struct scenario *scenario)
{
    struct str name = str_of(question->options->party);
    uint32_t number = scenario_party_named(scenario, name);
    if (number == UINT32_MAX)
        return error_set(question->error, MISUSE, "there is no party \"%.*s\"", STR_ARGS(name));
    struct str *note = ARENA_NEW(question->arena, struct str);
    *note = arena_print(question->arena, "as %.*s sees it: its own worths alone", STR_ARGS(name));
    scenario->parties += number;
    scenario->party_count = 1;
    scenario->notes = note;
    scenario->note_count = 1;
    return true;
}

static bool make_changes(const struct question *question, struct scenario *scenario)
{
    for (size_t i = 0; i < question->options->change_count; i++) {
        struct scenario changed;
        if (!scenario_change(scenario, str_of(question->options->changes[i]), question->arena,
                             &changed, question->error))
            return false;
        *scenario = changed;
    }
    return !question->options->party || keep_party(question, scenario);
}

static bool make_request(const struct question *question, struct solution_request *request)
{
    *request = solution_all;
    if (!question->options->point)
        return true;
    enum point_kind kind = point_named(str_of(question->options->point));
    if (kind >= POINT_KS_MINSPREAD)
        return error_set(question->error, MISUSE,
                         "there is no point \"%s\"; the points are nash, "
                         "utilitarian, maxmin, egalitarian and ks",
                         question->options->point);
    request->points_only = true;
    request->point_bits = 1u << kind;
    return true;
}

static bool weigh_draft(struct question *question, const struct solution *solution,
                        const struct draft **draft)
{
    *draft = NULL;
    if (!question->options->draft)
        return true;
    const struct scenario *scenario = solution->scenario;
    uint32_t *package = ARENA_ARRAY(question->arena, uint32_t, scenario->issue_count);
    struct draft *made = ARENA_NEW(question->arena, struct draft);
    if (!draft_read(scenario, str_of(question->options->draft), question->arena, package,
                    question->error))
        return false;
    draft_weigh(solution, package, &question->budget, question->arena, made);
    *draft = made;
    return true;
}

// Asked for, or needed because nothing is acceptable.
static bool find_blocks(struct question *question, const struct solution *solution,
                        const struct blocks **blocks)
{
    *blocks = NULL;
    bool is_no = solution->has_answer && !solution->has_acceptable;
    if (!question->options->explain && !is_no)
        return true;
    struct blocks *made = ARENA_NEW(question->arena, struct blocks);
    if (!blocks_find(solution, &question->budget, question->arena, made, question->error))
        return false;
    *blocks = made;
    return true;
}

static void write_notes(struct json_writer *writer, const struct scenario *scenario)
{
    if (scenario->scale != 1)
        json_member_int(writer, "scale", scenario->scale);
    if (scenario->note_count == 0)
        return;
    json_name(writer, "notes");
    json_begin_array(writer);
    for (size_t i = 0; i < scenario->note_count; i++)
        json_str(writer, scenario->notes[i]);
    json_end_array(writer);
}

static struct str write_json(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-answer/1"));
    if (answer->scenario->name.length > 0)
        json_member_str(&writer, "name", answer->scenario->name);
    bargain_json_write(answer->solution, &writer);
    if (answer->draft)
        bargain_json_draft(answer->solution, answer->draft, &writer);
    if (answer->blocks)
        bargain_json_blocks(answer->solution, answer->blocks, &writer);
    write_notes(&writer, answer->scenario);
    json_end_object(&writer);
    return builder_str(&out);
}

static struct str write_text(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    bargain_text_write(answer, &out);
    return builder_str(&out);
}

// The picture, then the tables as the terminal has them.
static struct str write_page(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    bargain_page_begin(&out, answer->scenario->name);
    front_svg(answer->solution, &out);
    bargain_page_end(&out, write_text(answer, arena));
    return builder_str(&out);
}

static struct str write_form(enum entente_bargain_form form, const struct bargain_answer *answer,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    switch (form) {
    case ENTENTE_BARGAIN_TEXT:
        return write_text(answer, arena);
    case ENTENTE_BARGAIN_JSON:
        return write_json(answer, arena);
    case ENTENTE_BARGAIN_HTML:
        return write_page(answer, arena);
    case ENTENTE_BARGAIN_SVG:
        front_svg(answer->solution, &out);
        break;
    case ENTENTE_BARGAIN_CSV:
        front_csv(answer->solution, &out);
        break;
    }
    return builder_str(&out);
}

static bool answer_exact(struct question *question, struct scenario *scenario,
                         struct entente_answer *made)
{
    struct solution *solution = ARENA_NEW(question->arena, struct solution);
    struct solution_request request;
    struct bargain_answer answer = {scenario, solution, NULL, NULL};
    if (!make_request(question, &request) || !make_changes(question, scenario) ||
        !solution_find(scenario, &request, &question->budget, question->arena, solution,
                       question->error) ||
        !weigh_draft(question, solution, &answer.draft) ||
        !find_blocks(question, solution, &answer.blocks))
        return false;
    made->output = write_form(question->options->form, &answer, question->arena);
    made->is_no = solution->has_answer && !solution->has_acceptable;
    made->is_cut = solution->is_cut || !solution->has_answer ||
                   (answer.blocks && answer.blocks->is_cut) ||
                   (answer.draft && answer.draft->is_cut);
    return true;
}

static bool answer_question(struct question *question, const struct entente_file *file,
                            struct entente_answer *made)
{
    struct scenario *scenario = ARENA_NEW(question->arena, struct scenario);
    struct uncertain uncertain;
    struct scenario_source source = {file, question->options->profiles,
                                     question->options->profile_count};
    if (!read_scenario(question, source, scenario, &uncertain))
        return false;
    if (uncertain.parties && question->options->party)
        return error_set(question->error, MISUSE,
                         "one party's view wants exact worths; the scenario's are uncertain");
    if (uncertain.parties)
        return uncertain_answer(question->options, &uncertain, str_of(file->name),
                                &question->budget, made, question->error);
    return answer_exact(question, scenario, made);
}

bool entente_bargain(const struct entente_bargain_options *options,
                     const struct entente_file *scenario, const struct entente_bounds *bounds,
                     struct entente_answer **answer, struct entente_error *error)
{
    struct entente_answer *made = answer_new();
    struct error inner;
    struct question question = {options ? options : &defaults, made->arena, answer_budget(bounds),
                                &inner};
    if (!answer_question(&question, scenario, made)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}

// Prospects need exact values.
static bool read_exact(const struct question *question, struct scenario_source source,
                       struct scenario *scenario)
{
    struct uncertain uncertain;
    if (!read_scenario(question, source, scenario, &uncertain))
        return false;
    if (uncertain.parties)
        return error_at(question->error, MISUSE, place_of(str_of(source.first->name)),
                        "two versions cannot be compared while worths are uncertain; answer each "
                        "by itself");
    return make_changes(question, scenario);
}

static bool compare(struct question *question, const struct entente_file *files[2],
                    struct entente_answer *made)
{
    struct scenario scenarios[2];
    struct solution solutions[2];
    struct prospects prospects;
    const struct entente_bargain_options *options = question->options;
    struct scenario_source sources[2] = {
        {files[0], options->old_profiles, options->old_profile_count},
        {files[1], options->profiles, options->profile_count}};
    if (options->form == ENTENTE_BARGAIN_SVG)
        return error_set(question->error, MISUSE,
                         "a comparison has no picture; it is written as .html, .csv or .json");
    for (size_t i = 0; i < 2; i++)
        if (!read_exact(question, sources[i], &scenarios[i]) ||
            !solution_find(&scenarios[i], &solution_to_compare, &question->budget, question->arena,
                           &solutions[i], question->error))
            return false;
    if (!prospects_find(&solutions[0], &solutions[1], &question->budget, question->arena,
                        &prospects, question->error))
        return false;
    made->output = prospects_write(options->form, &solutions[0], &prospects, question->arena);
    made->is_no = prospects.verdict == VERDICT_FARTHER;
    made->is_cut = solutions[0].is_cut || solutions[1].is_cut;
    return true;
}

bool entente_bargain_compare(const struct entente_bargain_options *options,
                             const struct entente_file *old_scenario,
                             const struct entente_file *new_scenario,
                             const struct entente_bounds *bounds, struct entente_answer **answer,
                             struct entente_error *error)
{
    const struct entente_file *files[2] = {old_scenario, new_scenario};
    struct entente_answer *made = answer_new();
    struct error inner;
    struct question question = {options ? options : &defaults, made->arena, answer_budget(bounds),
                                &inner};
    if (!compare(&question, files, made)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
