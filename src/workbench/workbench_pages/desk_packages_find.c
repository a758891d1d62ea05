// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/slot_issues.h"
#include "exchange/foreign_scenarios/scenario_files.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/bargain/uncertain_find.h"
#include "workbench/workbench_pages/desk_scoring.h"

#include "base/checked.h"

// Above this many issues nobody scores by hand on one page.
enum { ISSUES_MAX = 200 };

static bool find_issues(struct desk_gathering *g, struct desk_packages *packages)
{
    const struct item *item;
    struct desk_document *document = ARENA_NEW(g->arena, struct desk_document);
    if (items_count(g->items, STR("document")) == 0)
        return true;
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, document))
        return false;
    packages->document = document;
    if (!document->sheet)
        return true;
    struct slot_issues issues = slot_issues_write(document->sheet, NULL, g->arena);
    packages->issues = issues.issues;
    packages->issue_count = issues.issue_count;
    packages->may_score = issues.issue_count > 0 && issues.issue_count <= ISSUES_MAX;
    packages->is_too_long = issues.issue_count > ISSUES_MAX;
    return true;
}

// --- Weighing

static bool given_scenario(struct desk_gathering *g, struct scenario *scenario)
{
    const struct entente_file *file = g->options->scenario;
    struct scenario_file source = {str_of(file->name), answer_file(file)};
    return scenario_files_read(&source, 1, &input_limits_default, g->arena, scenario, NULL,
                               g->error);
}

// What the bounds are not enough for, and what cannot be read, is told.
static bool tell(struct desk_gathering *g, struct desk_packages *packages)
{
    char line[1024];
    if (g->budget.stop && *g->budget.stop)
        return false;
    error_print(g->error, line, sizeof line);
    packages->trouble = arena_copy(g->arena, str_of(line));
    return true;
}

// "3=2": of the third issue the second option; what is not said is the base's, the first. NULL: nothing
// was said, or what is no such issue.
static const uint32_t *read_table(struct desk_gathering *g, const struct scenario *scenario)
{
    uint32_t *table = ARENA_ARRAY(g->arena, uint32_t, scenario->issue_count);
    for (size_t i = 0; i < g->options->choice_count; i++) {
        struct str choice = str_of(g->options->choices[i]);
        size_t equals = str_find_byte(choice, '=');
        int64_t issue;
        int64_t option;
        if (!checked_parse(str_slice(choice, 0, equals), &issue) ||
            !checked_parse(str_skip(choice, equals + 1), &option) || issue < 1 ||
            issue > scenario->issue_count || option < 1 ||
            option > scenario->issues[issue - 1].option_count)
            return NULL;
        table[issue - 1] = (uint32_t)(option - 1);
    }
    return g->options->choice_count > 0 ? table : NULL;
}

// "0,2,1", as a request says a package.
static const char *package_words(struct desk_gathering *g, const struct scenario *scenario,
                                 const uint32_t *package)
{
    struct builder out = builder_make(g->arena);
    for (uint32_t i = 0; package && i < scenario->issue_count; i++)
        builder_print(&out, "%s%u", i > 0 ? "," : "", package[i]);
    return package ? arena_c_string(g->arena, builder_str(&out)) : NULL;
}

// With all reserves lowered by the least that suffices, the package that then gives most to whoever has
// least of it.
static bool find_nearest(struct desk_gathering *g, const struct bargain_answer *answer,
                         struct budget *budget, struct desk_packages *packages)
{
    const struct solution *solution = answer->solution;
    const struct scenario *scenario = answer->scenario;
    if (!solution->has_answer || solution->has_acceptable || !solution->has_uniform_concession)
        return true;
    struct scenario *lowered = ARENA_NEW(g->arena, struct scenario);
    struct scenario_party *parties =
        ARENA_ARRAY(g->arena, struct scenario_party, scenario->party_count);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        parties[p] = scenario->parties[p];
        parties[p].reservation -= solution->min_uniform_concession;
        parties[p].red_line_count = 0;
    }
    *lowered = *scenario;
    lowered->parties = parties;
    struct bargain_request request = {.point = "maxmin"};
    struct bargain_answer found;
    if (!bargain_find(&request, lowered, budget, g->arena, &found, g->error))
        return g->error->code == STOPPED || g->error->code == TOO_LARGE;
    const struct fair_point *point = &found.solution->points[POINT_MAXMIN];
    if (!point->is_defined)
        return true;
    uint32_t *nearest = ARENA_ARRAY(g->arena, uint32_t, scenario->issue_count);
    int64_t *values = ARENA_ARRAY(g->arena, int64_t, scenario->party_count);
    front_outcome(point->front, point->rows[0], nearest);
    front_point(point->front, point->rows[0], values);
    packages->nearest = nearest;
    packages->nearest_values = values;
    return true;
}

static bool weigh(struct desk_gathering *g, const struct scenario *scenario,
                  struct desk_packages *packages)
{
    packages->table = read_table(g, scenario);
    struct bargain_request request = {.explain = true,
                                      .draft = package_words(g, scenario, packages->table)};
    struct bargain_answer *answer = ARENA_NEW(g->arena, struct bargain_answer);
    struct budget budget = bargain_budget(g->bounds);
    if (!bargain_find(&request, scenario, &budget, g->arena, answer, g->error) ||
        !find_nearest(g, answer, &budget, packages))
        return tell(g, packages);
    packages->answer = answer;
    return true;
}

static bool assess_all(struct desk_gathering *g, const struct uncertain *uncertain,
                       struct desk_packages *packages)
{
    const struct scenario *scenario = uncertain->scenario;
    packages->table = read_table(g, scenario);
    struct bargain_request request = {.draft = package_words(g, scenario, packages->table)};
    struct uncertain_answer *answer = ARENA_NEW(g->arena, struct uncertain_answer);
    struct budget budget = bargain_budget(g->bounds);
    if (!uncertain_find(&request, uncertain, STR("scores"), &budget, g->arena, answer, g->error))
        return tell(g, packages);
    packages->uncertain = answer;
    return true;
}

bool desk_packages_find(struct desk_gathering *g, struct desk_packages *packages)
{
    struct scenario *scenario = ARENA_NEW(g->arena, struct scenario);
    struct uncertain *uncertain = ARENA_NEW(g->arena, struct uncertain);
    bool is_of_all = g->options->scenario != NULL || desk_is_mediator(g);
    *packages = (struct desk_packages){.is_of_all = is_of_all};
    if (!find_issues(g, packages))
        return false;
    struct list worths = desk_worths_find(g, packages->document ? packages->document->id : STR(""),
                                          is_of_all, &packages->trouble);
    desk_scoring_find(g, desk_worth_of(&worths, g->handle->casefile->view.viewer), packages);
    if (g->options->scenario)
        return given_scenario(g, scenario) ? weigh(g, scenario, packages) : tell(g, packages);
    if (!desk_worths_join(g, &worths, scenario, uncertain, &packages->trouble))
        return true;
    return uncertain->parties ? assess_all(g, uncertain, packages) : weigh(g, scenario, packages);
}
