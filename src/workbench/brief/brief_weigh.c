// SPDX-License-Identifier: Apache-2.0
// Time and packages, beside what is said in public.
#include "workbench/brief/brief_parts.h"

#include "exchange/foreign_scenarios/scenario_files.h"
#include "workbench/bargain/bargain_find.h"
#include "workbench/bargain/uncertain_find.h"
#include "workbench/brief/brief_find.h"
#include "workbench/timetable/timetable_find.h"

// --- Time

static bool read_bound(const struct item *limit, const char *field, struct plan_bound *bound,
                       struct error *error)
{
    struct str words = brief_field(limit, field);
    struct error inner;
    if (words.length == 0)
        return true;
    if (!period_parse(words, &bound->period, &inner))
        return error_set(error, BAD_INPUT, "limit %.*s: %s", STR_ARGS(limit->id), inner.message);
    bound->kind = BOUND_PERIOD;
    return true;
}

static bool add_limit(struct plan *plan, const struct item *item, struct error *error)
{
    struct str to = brief_field(item, "to");
    struct str from = brief_field(item, "from");
    if (to.length == 0 || from.length == 0)
        return error_set(error, BAD_INPUT, "limit %.*s does not say %s which event it counts",
                         STR_ARGS(item->id), to.length == 0 ? "to" : "from");
    uint32_t event = plan_event(plan, to);
    struct plan_limit *limit = plan_add(plan, PLAN_LIMIT, event, plan_event(plan, from));
    limit->clause = brief_field(item, "point");
    limit->file = arena_print(plan->arena, "limit %.*s", STR_ARGS(item->id));
    limit->is_confirmed = true;
    if (!read_bound(item, "least", &limit->least, error) ||
        !read_bound(item, "most", &limit->most, error))
        return false;
    if (limit->least.kind == BOUND_NONE && limit->most.kind == BOUND_NONE)
        limit->least.kind = BOUND_PERIOD; // no time at all: merely one after the other
    return true;
}

// Is it of a wording of a slot in whose place another is the text now?
static bool is_overtaken(const struct brief_gathering *g, const struct item *limit)
{
    const struct item *slot = items_find(g->items, "slot", brief_field(limit, "slot"));
    const struct json *settled = slot ? json_member(slot->value, "settled") : NULL;
    struct str variant = brief_field(limit, "variant");
    return settled && variant.length > 0 && !str_equal(variant, json_text(settled, "variant"));
}

// The limits of the case as a plan.
bool brief_plan(const struct list *limits, struct arena *arena, struct plan *plan,
                struct error *error)
{
    *plan = plan_make(arena);
    for (size_t i = 0; i < limits->count; i++)
        if (!add_limit(plan, *LIST_AT(limits, const struct item *, i), error))
            return false;
    return true;
}

static bool find_time(struct brief_gathering *g, const struct list *limits,
                      struct timetable_answer *found, struct error *error)
{
    struct entente_timetable_options options = {
        .size = sizeof options, .steps = g->options->steps, .from = g->options->from};
    struct plan plan;
    if (options.steps)
        return timetable_find(&options, &g->budget, g->arena, found, error);
    return brief_plan(limits, g->arena, &plan, error) &&
           timetable_work_out(&options, &plan, &g->budget, g->arena, found, error);
}

// Was it said of the limit that it is not confirmed? A next base says so of those whose words went.
static bool is_unconfirmed(const struct item *limit)
{
    const struct json *flag = json_member(limit->value, "confirmed");
    return flag && flag->kind == JSON_BOOL && !flag->truth;
}

static struct list limits_in_force(const struct brief_gathering *g)
{
    struct list all = brief_items(g, "limit");
    struct list limits = LIST_MAKE(g->arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *limit = *LIST_AT(&all, const struct item *, i);
        if (is_overtaken(g, limit))
            continue;
        if (is_unconfirmed(limit))
            g->brief->unconfirmed_limits++;
        else
            *LIST_ADD(&limits, const struct item *) = limit;
    }
    return limits;
}

void brief_weigh_time(struct brief_gathering *g)
{
    struct list limits = limits_in_force(g);
    struct timetable_answer *found = ARENA_NEW(g->arena, struct timetable_answer);
    struct error trouble = {.code = ERROR_NONE};
    char line[1024];
    if (!g->options->steps && limits.count == 0)
        return;
    if (find_time(g, &limits, found, &trouble)) {
        g->brief->timetable = found;
        return;
    }
    error_print(&trouble, line, sizeof line);
    g->brief->timetable_trouble = arena_copy(g->arena, str_of(line));
}

// --- Packages

static bool read_scenario(const struct brief_gathering *g, const struct entente_file *file,
                          struct scenario *scenario)
{
    struct scenario_file source = {str_of(file->name), answer_file(file)};
    struct bargain_request everything = {.explain = true};
    struct uncertain uncertain;
    return scenario_files_read(&source, 1, &input_limits_default, g->arena, scenario, &uncertain,
                               g->error) &&
           (!uncertain.parties || uncertain_can_answer(&everything, g->error));
}

// What the bounds were not enough for is missing from the brief, which says so. Other errors, and
// whoever says stop, end it.
static bool tell_bound(struct brief_gathering *g, struct str *trouble)
{
    char line[1024];
    bool is_bound = g->error->code == STOPPED || g->error->code == TOO_LARGE;
    if (!is_bound || (g->budget.stop && *g->budget.stop))
        return false;
    error_print(g->error, line, sizeof line);
    *trouble = arena_copy(g->arena, str_of(line));
    return true;
}

static bool weigh_now(struct brief_gathering *g, const struct scenario *scenario)
{
    struct bargain_request request = {.explain = true};
    struct bargain_answer *found = ARENA_NEW(g->arena, struct bargain_answer);
    g->budget = bargain_budget(g->bounds);
    if (!bargain_find(&request, scenario, &g->budget, g->arena, found, g->error))
        return tell_bound(g, &g->brief->bargain_trouble);
    g->brief->bargain = found;
    return true;
}

// What is on the table now is weighed already, and compared as it was weighed.
static bool weigh_before(struct brief_gathering *g)
{
    struct scenario *before = ARENA_NEW(g->arena, struct scenario);
    struct prospects_answer *found = ARENA_NEW(g->arena, struct prospects_answer);
    const struct solution *now = g->brief->bargain->solution;
    g->budget = bargain_budget(g->bounds);
    if (!read_scenario(g, g->options->before, before))
        return false;
    if (!bargain_compare(before, now->scenario, now, &g->budget, g->arena, found, g->error))
        return tell_bound(g, &g->brief->prospects_trouble);
    g->brief->prospects = found;
    return true;
}

// How many packages a party of the case could accept, by its id or its name; NULL: not in it, or not
// counted.
static const struct tally *accepts(const struct brief_gathering *g, const struct solution *solution,
                                   struct str party)
{
    const struct item *item = items_find(g->items, "party", party);
    for (uint32_t p = 0; solution->has_counts && p < solution->scenario->party_count; p++) {
        struct str name = solution->scenario->parties[p].name;
        if (str_equal(name, party) || (item && str_equal(name, brief_field(item, "name"))))
            return &solution->acceptable_to_each[p];
    }
    return NULL;
}

// What is said in public about others' changes, beside what the packages say.
static void gather_said(struct brief_gathering *g)
{
    const struct prospects_answer *prospects = g->brief->prospects;
    struct list statements = brief_items(g, "statement");
    for (size_t i = 0; i < statements.count; i++) {
        const struct item *statement = *LIST_AT(&statements, const struct item *, i);
        struct str speaker = brief_field(statement, "party");
        const struct json *implies = json_member(statement->value, "implies");
        for (size_t k = 0; implies && k < implies->count; k++) {
            struct str about = json_text(&implies->items[k], "party");
            if (about.length == 0 || speaker.length == 0 || str_equal(about, speaker))
                continue;
            *LIST_ADD(&g->brief->said, struct brief_said) = (struct brief_said){
                .statement = statement->id,
                .date = brief_field(statement, "date"),
                .speaker = speaker,
                .about = about,
                .stance = json_text(&implies->items[k], "stance"),
                .before = prospects ? accepts(g, prospects->old, speaker) : NULL,
                .now = accepts(g, g->brief->bargain->solution, speaker)};
        }
    }
}

bool brief_weigh_packages(struct brief_gathering *g)
{
    if (!g->options->scenario)
        return true;
    struct scenario *scenario = ARENA_NEW(g->arena, struct scenario);
    if (!read_scenario(g, g->options->scenario, scenario) || !weigh_now(g, scenario))
        return false;
    if (!g->brief->bargain)
        return true;
    if (g->options->before && !weigh_before(g))
        return false;
    gather_said(g);
    return true;
}
