// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/views.h"

struct table_maker {
    const struct bounds *bounds;
    struct budget *budget;
    struct arena *arena;
    struct combinations *table;
    int64_t *least;
    int64_t *most;
};

static uint32_t *linked_issues(const struct bounds *bounds, struct arena *arena, uint32_t *count)
{
    uint32_t *issues = ARENA_ARRAY(arena, uint32_t, bounds->scenario->issue_count);
    *count = 0;
    for (uint32_t i = 0; i < bounds->scenario->issue_count; i++)
        if (bounds->is_linked[i])
            issues[(*count)++] = i;
    return issues;
}

static bool fill_combination(struct table_maker *maker, size_t number)
{
    const struct combinations *table = maker->table;
    struct arena_mark mark = arena_mark(maker->arena);
    struct term *up = ARENA_ARRAY(maker->arena, struct term, table->issue_count);
    struct term *down = ARENA_ARRAY(maker->arena, struct term, table->issue_count);
    size_t rest = number;
    for (uint32_t i = table->issue_count; i > 0; i--) {
        const struct issue *issue = &maker->bounds->scenario->issues[table->issues[i - 1]];
        uint32_t flat = issue->first + (uint32_t)(rest % issue->option_count);
        rest /= issue->option_count;
        up[i - 1] = (struct term){flat, 1};
        down[i - 1] = (struct term){flat, -1};
    }
    struct simplex_sum least;
    struct simplex_sum turned;
    bool done = links_least(maker->bounds, up, table->issue_count, maker->budget, &least) ==
                    SIMPLEX_FOUND &&
                links_least(maker->bounds, down, table->issue_count, maker->budget, &turned) ==
                    SIMPLEX_FOUND;
    arena_rewind(maker->arena, mark);
    if (!done)
        return false;
    maker->least[number] = simplex_in_steps(least);
    turned.value = -turned.value;
    turned.steps = -turned.steps;
    maker->most[number] = simplex_in_steps(turned);
    return true;
}

// NULL when there are too many combinations, or a program could not be solved.
static const struct combinations *table_combinations(const struct bounds *bounds,
                                                     struct budget *budget, struct arena *arena)
{
    struct combinations *table = ARENA_NEW(arena, struct combinations);
    table->issues = linked_issues(bounds, arena, &table->issue_count);
    table->count = 1;
    for (uint32_t i = 0; i < table->issue_count; i++) {
        table->count *= bounds->scenario->issues[table->issues[i]].option_count;
        if (table->count > VIEWS_COMBINATIONS_MAX)
            return NULL;
    }
    struct table_maker maker = {bounds,
                                budget,
                                arena,
                                table,
                                ARENA_ARRAY(arena, int64_t, table->count),
                                ARENA_ARRAY(arena, int64_t, table->count)};
    table->least = maker.least;
    table->most = maker.most;
    for (size_t number = 0; number < table->count; number++)
        if (!fill_combination(&maker, number))
            return NULL;
    return table;
}

bool view_make(const struct uncertain *uncertain, uint32_t party, struct budget *budget,
               struct arena *arena, struct view *view, bool *is_possible, struct str *contradiction,
               struct error *error)
{
    struct view made = {.is_exact = true};
    if (!bounds_find(uncertain, party, budget, arena, &made.bounds, is_possible, contradiction,
                     error))
        return false;
    if (*is_possible && made.bounds.link_count > 0) {
        *contradiction = links_contradiction(&made.bounds, budget, arena);
        *is_possible = contradiction->length == 0;
        if (*is_possible && !made.bounds.has_reserve_links)
            made.combinations = table_combinations(&made.bounds, budget, arena);
        made.is_exact = made.combinations != NULL;
    }
    *view = made;
    return true;
}

int64_t view_pairs(const struct view *view, const uint32_t *package)
{
    int64_t sum = 0;
    for (size_t i = 0; i < view->bounds.pair_count; i++) {
        const struct pair_value *pair = &view->bounds.pairs[i];
        if (package[pair->a.issue] == pair->a.option && package[pair->b.issue] == pair->b.option)
            sum += pair->value;
    }
    return sum;
}

static size_t combination_of(const struct combinations *table, const struct scenario *scenario,
                             const uint32_t *package)
{
    size_t number = 0;
    for (uint32_t i = 0; i < table->issue_count; i++)
        number =
            number * scenario->issues[table->issues[i]].option_count + package[table->issues[i]];
    return number;
}

void view_range(const struct view *view, const uint32_t *package, int64_t *least, int64_t *most)
{
    const struct scenario *scenario = view->bounds.scenario;
    const struct combinations *table = view->combinations;
    *least = *most = view_pairs(view, package);
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        if (table && view->bounds.is_linked[i])
            continue;
        *least += view->bounds.least[scenario->issues[i].first + package[i]];
        *most += view->bounds.most[scenario->issues[i].first + package[i]];
    }
    if (!table)
        return;
    size_t number = combination_of(table, scenario, package);
    *least += table->least[number];
    *most += table->most[number];
}

struct score_link view_demand(const struct view *view, const uint32_t *package, int sign,
                              struct arena *arena)
{
    const struct scenario *scenario = view->bounds.scenario;
    struct term *terms = ARENA_ARRAY(arena, struct term, scenario->issue_count);
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        terms[i] = (struct term){scenario->issues[i].first + package[i], sign};
    int64_t strict = sign < 0 ? 1 : 0;
    return (struct score_link){terms, scenario->issue_count, -sign,
                               strict - sign * view_pairs(view, package), STR("")};
}

static bool make_all(const struct uncertain *uncertain, struct str source, struct budget *budget,
                     struct arena *arena, struct view *views, struct error *error)
{
    for (uint32_t p = 0; p < uncertain->scenario->party_count; p++) {
        bool is_possible;
        struct str contradiction;
        if (!view_make(uncertain, p, budget, arena, &views[p], &is_possible, &contradiction,
                       error)) {
            error->place = place_of(source);
            return false;
        }
        if (!is_possible)
            return error_at(error, BAD_INPUT, place_of(source),
                            "party \"%.*s\", %.*s: these cannot hold together",
                            STR_ARGS(uncertain->scenario->parties[p].name),
                            STR_ARGS(contradiction));
    }
    return true;
}

// The packages with the pairs' values alone, so that a walk can add any scores.
static bool lay_out(const struct views *views, struct budget *budget, struct arena *arena,
                    struct diagram *diagram, struct error *error)
{
    const struct scenario *scenario = views->scenario;
    struct scenario bare = *scenario;
    struct scenario_party *parties =
        ARENA_ARRAY(arena, struct scenario_party, scenario->party_count);
    const int64_t *zeros = ARENA_ARRAY(arena, int64_t, scenario->option_total);
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        parties[p] = scenario->parties[p];
        parties[p].scores = zeros;
        parties[p].pairs = views->views[p].bounds.pairs;
    }
    bare.parties = parties;
    return diagram_make(&bare, clauses_make(&bare, views->clashes, arena), NULL, budget, arena,
                        diagram, error);
}

bool views_make(const struct uncertain *uncertain, struct str source, struct budget *budget,
                struct arena *arena, struct views *views, struct error *error)
{
    const struct scenario *scenario = uncertain->scenario;
    struct view *made = ARENA_ARRAY(arena, struct view, scenario->party_count);
    struct diagram *allowed = ARENA_NEW(arena, struct diagram);
    struct views all = {uncertain, scenario, made, {NULL, 0}, allowed};
    if (!make_all(uncertain, source, budget, arena, made, error) ||
        !clashes_find(scenario, budget, arena, &all.clashes, error) ||
        !lay_out(&all, budget, arena, allowed, error))
        return false;
    *views = all;
    return true;
}
