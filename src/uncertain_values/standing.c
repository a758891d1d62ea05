// SPDX-License-Identifier: Apache-2.0
//
// A package's least value (and its largest) is a sum over its options, because all scores can be
// least in one completion. So "for sure" is an exact scenario with the least scores and the largest
// reserve, "possibly" one with the largest scores and the least reserve, and both are counted as any
// exact scenario is. Where links bind several issues, each combination of their options adds what
// it is worth by a clause.
#include "uncertain_values/standing.h"

#include "base/list.h"

#define COUNT_STEPS ((uint64_t)300 * 1000 * 1000) // of one count, before it settles for bounds

// One sum that a package must bring up to a floor.
struct floor_sum {
    const struct view *view;
    const int64_t *scores; // NULL: the view's own, least or most
    int64_t floor;
};

struct count {
    const struct views *views;
    bool wants_least;
    struct arena *work;
    struct floor_sum columns[SCENARIO_PARTIES_MAX];
    uint32_t column_count;
};

// The clauses that add what each combination of linked options is worth to one column.
static void add_combinations(const struct count *count, uint32_t column, struct list *clauses)
{
    const struct combinations *table = count->columns[column].view->combinations;
    const struct scenario *scenario = count->views->scenario;
    for (size_t number = 0; number < table->count; number++) {
        int64_t *bonus = ARENA_ARRAY(count->work, int64_t, count->column_count);
        bonus[column] = count->wants_least ? table->least[number] : table->most[number];
        struct clause *clause = LIST_ADD(clauses, struct clause);
        clause->bonus = bonus;
        clause->count = table->issue_count;
        clause->literals = ARENA_ARRAY(count->work, struct literal, table->issue_count);
        size_t rest = number;
        for (uint32_t i = table->issue_count; i > 0; i--) {
            const struct issue *issue = &scenario->issues[table->issues[i - 1]];
            bool *threatens = ARENA_ARRAY(count->work, bool, issue->option_count);
            threatens[rest % issue->option_count] = true;
            rest /= issue->option_count;
            clause->literals[i - 1] = (struct literal){table->issues[i - 1], threatens, NULL};
        }
    }
}

// The scores of a column; those of tabled issues come by clauses instead.
static const int64_t *scores_of(const struct count *count, const struct floor_sum *column)
{
    const struct bounds *bounds = &column->view->bounds;
    if (column->scores)
        return column->scores;
    const int64_t *own = count->wants_least ? bounds->least : bounds->most;
    if (!column->view->combinations)
        return own;
    int64_t *scores = ARENA_ARRAY(count->work, int64_t, bounds->scenario->option_total);
    for (uint32_t i = 0; i < bounds->scenario->issue_count; i++) {
        const struct issue *issue = &bounds->scenario->issues[i];
        for (uint32_t flat = issue->first; flat < issue->first + issue->option_count; flat++)
            scores[flat] = bounds->is_linked[i] ? 0 : own[flat];
    }
    return scores;
}

// The columns as the parties of an exact scenario, with its clauses.
static struct scenario lay_columns(const struct count *count, struct clauses *clauses)
{
    struct scenario made = *count->views->scenario;
    struct scenario_party *parties =
        ARENA_ARRAY(count->work, struct scenario_party, count->column_count);
    for (uint32_t c = 0; c < count->column_count; c++) {
        const struct bounds *bounds = &count->columns[c].view->bounds;
        parties[c].scores = scores_of(count, &count->columns[c]);
        parties[c].pairs = bounds->pairs;
        parties[c].pair_count = bounds->pair_count;
    }
    made.parties = parties;
    made.party_count = count->column_count;
    struct clauses plain = clauses_make(&made, count->views->clashes, count->work);
    struct list all = LIST_MAKE(count->work, struct clause);
    for (size_t i = 0; i < plain.count; i++)
        *LIST_ADD(&all, struct clause) = plain.items[i];
    for (uint32_t c = 0; c < count->column_count; c++)
        if (!count->columns[c].scores && count->columns[c].view->combinations)
            add_combinations(count, c, &all);
    *clauses = (struct clauses){LIST_ITEMS(&all, struct clause), all.count};
    return made;
}

static bool run_count(const struct count *count, const bool *removed, struct budget *budget,
                      struct arena *arena, struct tally *tally, struct error *error)
{
    struct clauses clauses;
    struct scenario columns = lay_columns(count, &clauses);
    struct diagram diagram;
    if (!diagram_make(&columns, clauses, removed, budget, count->work, &diagram, error))
        return false;
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t c = 0; c < count->column_count; c++)
        floor[c] = count->columns[c].floor;
    struct budget share = *budget;
    share.steps_left = share.steps_left < COUNT_STEPS ? share.steps_left : COUNT_STEPS;
    uint64_t before = share.steps_left;
    *tally = count_reaching(&diagram, floor, &share, arena);
    // At most what was left is taken off; a flag that says stop has shown in the tally.
    (void)budget_spend(budget, before - share.steps_left);
    return true;
}

// Bounds on sums that are not tight prove only one side of the count.
static void loosen(const struct views *views, struct count *count, struct tally *tally,
                   struct arena *arena)
{
    bool is_exact = true;
    for (uint32_t c = 0; c < count->column_count; c++)
        is_exact = is_exact && count->columns[c].view->is_exact;
    if (is_exact)
        return;
    if (count->wants_least)
        tally->at_most = diagram_count(views->allowed, arena);
    else
        tally->at_least = STR("0");
    tally->is_exact = str_equal(tally->at_least, tally->at_most);
}

bool standing_count(const struct views *views, uint32_t party, enum standing standing,
                    const struct extra *extra, struct budget *budget, struct arena *arena,
                    struct tally *tally, struct error *error)
{
    const struct scenario *scenario = views->scenario;
    struct count count = {
        .views = views, .wants_least = standing == STANDING_SURELY, .work = arena_open()};
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct view *view = &views->views[p];
        if (party == UINT32_MAX || party == p)
            count.columns[count.column_count++] = (struct floor_sum){
                view, NULL,
                count.wants_least ? view->bounds.reserve_most : view->bounds.reserve_least};
    }
    if (extra)
        count.columns[count.column_count++] =
            (struct floor_sum){&views->views[extra->party], extra->scores, extra->floor};
    bool *removed = scenario_red_options(scenario, party, count.work);
    bool done = run_count(&count, removed, budget, arena, tally, error);
    if (done)
        loosen(views, &count, tally, arena);
    arena_close(count.work);
    return done;
}

static bool crosses_red_line(const struct scenario_party *party, const uint32_t *package)
{
    for (size_t i = 0; i < party->red_line_count; i++)
        if (package[party->red_lines[i].issue] == party->red_lines[i].option)
            return true;
    return false;
}

// By linear programs: can it reach the reserve, can it stay below?
static enum standing ask_links(const struct view *view, const uint32_t *package,
                               struct budget *budget)
{
    struct arena *work = arena_open();
    struct score_link reaches = view_demand(view, package, 1, work);
    struct score_link misses = view_demand(view, package, -1, work);
    enum truth may_reach = links_allow(&view->bounds, &reaches, 1, budget);
    enum truth may_miss = TRUTH_OPEN;
    if (may_reach == TRUTH_YES)
        may_miss = links_allow(&view->bounds, &misses, 1, budget);
    arena_close(work);
    if (may_reach == TRUTH_NO)
        return STANDING_NEVER;
    if (may_miss == TRUTH_OPEN)
        return STANDING_OPEN;
    return may_miss == TRUTH_YES ? STANDING_POSSIBLY : STANDING_SURELY;
}

enum standing standing_of(const struct view *view, const uint32_t *package, struct budget *budget)
{
    int64_t least;
    int64_t most;
    const struct bounds *bounds = &view->bounds;
    if (crosses_red_line(&bounds->scenario->parties[bounds->party], package))
        return STANDING_NEVER;
    view_range(view, package, &least, &most);
    if (most < bounds->reserve_least)
        return STANDING_NEVER;
    if (least >= bounds->reserve_most)
        return STANDING_SURELY;
    return view->is_exact ? STANDING_POSSIBLY : ask_links(view, package, budget);
}

enum standing standing_both(enum standing a, enum standing b)
{
    if (a == STANDING_NEVER || b == STANDING_NEVER)
        return STANDING_NEVER;
    if (a == STANDING_OPEN || b == STANDING_OPEN)
        return STANDING_OPEN;
    return a == STANDING_SURELY ? b : a;
}

enum standing standing_of_all(const struct views *views, const uint32_t *package,
                              struct budget *budget)
{
    enum standing all = STANDING_SURELY;
    for (uint32_t p = 0; p < views->scenario->party_count && all != STANDING_NEVER; p++)
        all = standing_both(all, standing_of(&views->views[p], package, budget));
    return all;
}
