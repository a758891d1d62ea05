// SPDX-License-Identifier: Apache-2.0
// Whose scores are weighed is what keeps a party's secret: a party weighs its own alone; a mediator
// what was sealed to the mediators too, and nothing that the viewer's keys do not open.
#include "exchange/bargain/slot_issues.h"
#include "exchange/foreign_scenarios/scenario_files.h"
#include "render/bargain/value_text.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/bargain/uncertain_find.h"
#include "workbench/workbench_pages/desk_parts.h"

// Above this many issues nobody scores by hand on one page.
enum { ISSUES_MAX = 200 };

// --- Scores that were sealed

struct scored {
    struct scenario scenario;
    struct str party;
};

static bool is_mediator(const struct desk_gathering *g)
{
    struct str viewer = g->handle->casefile->view.viewer;
    const struct item *party = viewer.length > 0 ? items_find(g->items, "party", viewer) : NULL;
    return party && str_equal(desk_field(party, "role"), STR("mediator"));
}

// A valuation that cannot be read is passed over, and told.
static bool read_worth(struct desk_gathering *g, const struct item *worth, struct scored *scored,
                       struct str *trouble)
{
    struct str bytes;
    struct error why;
    struct uncertain uncertain = {0};
    char line[1024];
    scored->party = desk_field(worth, "party");
    struct scenario_file file = {worth->id, STR("")};
    if (!casefile_file(g->handle->casefile, json_member(worth->value, "file"), g->arena, &bytes,
                       &why)) {
        error_print(&why, line, sizeof line);
        *trouble = arena_copy(g->arena, str_of(line));
        return false;
    }
    file.bytes = bytes;
    if (scenario_files_read(&file, 1, &input_limits_default, g->arena, &scored->scenario,
                            &uncertain, &why) &&
        !uncertain.parties)
        return true;
    if (uncertain.parties)
        *trouble =
            STR("scores that are not whole numbers are weighed by entente bargain, not here yet");
    else {
        error_print(&why, line, sizeof line);
        *trouble = arena_copy(g->arena, str_of(line));
    }
    return false;
}

// The newest of each party that the viewer may weigh: struct scored.
static struct list read_worths(struct desk_gathering *g, bool is_of_all, struct str *trouble)
{
    struct list worths = items_of(g->items, "worth", g->arena);
    struct list found = LIST_MAKE(g->arena, struct scored);
    struct str viewer = g->handle->casefile->view.viewer;
    for (size_t i = worths.count; i-- > 0;) {
        const struct item *worth = *LIST_AT(&worths, const struct item *, i);
        struct scored scored;
        bool is_known = !is_of_all && !str_equal(desk_field(worth, "party"), viewer);
        for (size_t k = 0; k < found.count; k++)
            is_known = is_known || str_equal(LIST_AT(&found, struct scored, k)->party,
                                             desk_field(worth, "party"));
        if (!is_known && read_worth(g, worth, &scored, trouble))
            *LIST_ADD(&found, struct scored) = scored;
    }
    return found;
}

// --- One scenario of several

static bool has_same_issues(const struct scenario *a, const struct scenario *b)
{
    if (a->issue_count != b->issue_count || a->scale != b->scale)
        return false;
    for (uint32_t i = 0; i < a->issue_count; i++) {
        if (!str_equal(a->issues[i].name, b->issues[i].name) ||
            a->issues[i].option_count != b->issues[i].option_count)
            return false;
        for (uint32_t o = 0; o < a->issues[i].option_count; o++)
            if (!str_equal(a->issues[i].options[o], b->issues[i].options[o]))
                return false;
    }
    return true;
}

// The party's own row of its scenario; the only one, where it does not stand there by its name.
static uint32_t row_of(const struct scored *scored)
{
    uint32_t row = scenario_party_named(&scored->scenario, scored->party);
    return row == UINT32_MAX && scored->scenario.party_count == 1 ? 0 : row;
}

static bool join(struct desk_gathering *g, const struct list *scored, struct scenario *joined,
                 struct str *trouble)
{
    struct scenario_party *parties =
        ARENA_ARRAY(g->arena, struct scenario_party, scored->count + 1);
    uint32_t count = 0;
    for (size_t i = scored->count; i-- > 0;) {
        const struct scored *own = LIST_AT(scored, struct scored, i);
        uint32_t row = row_of(own);
        if (row == UINT32_MAX)
            continue;
        if (count == 0) {
            *joined = own->scenario;
        } else if (!has_same_issues(joined, &own->scenario)) {
            *trouble =
                arena_print(g->arena, "the scores of %.*s are for other issues, and left out",
                            STR_ARGS(own->party));
            continue;
        }
        parties[count] = own->scenario.parties[row];
        parties[count++].name = own->party;
    }
    joined->parties = parties;
    joined->party_count = count;
    return count > 0;
}

// --- What the viewer's own party gave

static struct desk_score score_of(const struct scored *own, const struct slot_issue *issue,
                                  const struct issue_option *option)
{
    uint32_t row = row_of(own);
    uint32_t number = scenario_issue_named(&own->scenario, issue->name);
    if (row == UINT32_MAX || number == UINT32_MAX)
        return (struct desk_score){0};
    uint32_t chosen = issue_option_named(&own->scenario.issues[number], option->name);
    if (chosen == UINT32_MAX)
        return (struct desk_score){0};
    uint32_t flat = own->scenario.issues[number].first + chosen;
    return (struct desk_score){true, own->scenario.parties[row].scores[flat] / own->scenario.scale};
}

static const struct scored *scored_by(const struct list *scored, struct str party)
{
    for (size_t i = 0; i < scored->count; i++)
        if (str_equal(LIST_AT(scored, struct scored, i)->party, party))
            return LIST_AT(scored, struct scored, i);
    return NULL;
}

static void fill_scores(struct desk_gathering *g, const struct scored *own,
                        struct desk_packages *packages)
{
    const struct desk_score **rows =
        ARENA_ARRAY(g->arena, const struct desk_score *, packages->issue_count + 1);
    for (size_t i = 0; i < packages->issue_count; i++) {
        const struct slot_issue *issue = &packages->issues[i];
        struct desk_score *row = ARENA_ARRAY(g->arena, struct desk_score, issue->option_count);
        for (uint32_t o = 0; own && o < issue->option_count; o++)
            row[o] = score_of(own, issue, &issue->options[o]);
        rows[i] = row;
    }
    packages->scores = rows;
    if (own && row_of(own) != UINT32_MAX)
        packages->reserve =
            value_text(&own->scenario, own->scenario.parties[row_of(own)].reservation, g->arena);
}

static bool find_issues(struct desk_gathering *g, struct desk_packages *packages)
{
    const struct item *item;
    struct desk_document document;
    if (items_count(g->items, STR("document")) == 0)
        return true;
    if (!desk_document_asked(g, &item) || !desk_document_find(g, item, &document))
        return false;
    packages->document = (struct desk_name){document.id, document.title};
    if (!document.sheet)
        return true;
    struct slot_issues issues = slot_issues_write(document.sheet, NULL, 0, g->arena);
    packages->issues = issues.issues;
    packages->issue_count = issues.issue_count;
    packages->may_score = issues.issue_count > 0 && issues.issue_count <= ISSUES_MAX;
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

static bool weigh(struct desk_gathering *g, const struct scenario *scenario,
                  struct desk_packages *packages)
{
    struct bargain_request request = {.explain = true};
    struct bargain_answer *answer = ARENA_NEW(g->arena, struct bargain_answer);
    struct budget budget = bargain_budget(g->bounds);
    packages->party_count = scenario->party_count;
    if (!bargain_find(&request, scenario, &budget, g->arena, answer, g->error))
        return tell(g, packages);
    packages->answer = answer;
    return true;
}

bool desk_packages_find(struct desk_gathering *g, struct desk_packages *packages)
{
    struct scenario *scenario = ARENA_NEW(g->arena, struct scenario);
    bool is_of_all = g->options->scenario != NULL || is_mediator(g);
    *packages = (struct desk_packages){.is_of_all = is_of_all};
    if (!find_issues(g, packages))
        return false;
    struct list scored = read_worths(g, is_of_all, &packages->trouble);
    fill_scores(g, scored_by(&scored, g->handle->casefile->view.viewer), packages);
    if (g->options->scenario)
        return given_scenario(g, scenario) ? weigh(g, scenario, packages) : tell(g, packages);
    return !join(g, &scored, scenario, &packages->trouble) || weigh(g, scenario, packages);
}
