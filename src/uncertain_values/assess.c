// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/assess.h"

#include "base/list.h"
#include "uncertain_values/walk.h"

#include <stdlib.h>
#include <string.h>

#define SEARCH_STEPS ((uint64_t)2 * 1000 * 1000) // of one question to efficiency_of
#define LIST_STEPS ((uint64_t)50 * 1000 * 1000)  // of looking for packages to list

struct assessor {
    const struct views *views;
    struct budget *budget;
    struct arena *arena;
    struct assessment *made;
    struct list listed; // struct assessed
};

struct assessed assess_package(const struct views *views, const uint32_t *package,
                               struct budget *budget, struct arena *arena)
{
    const struct scenario *scenario = views->scenario;
    uint32_t parties = scenario->party_count;
    uint32_t *own = ARENA_ARRAY(arena, uint32_t, scenario->issue_count);
    memcpy(own, package, scenario->issue_count * sizeof *own);
    enum standing *for_each = ARENA_ARRAY(arena, enum standing, parties);
    int64_t *least = ARENA_ARRAY(arena, int64_t, parties);
    int64_t *most = ARENA_ARRAY(arena, int64_t, parties);
    enum standing for_all = STANDING_SURELY;
    for (uint32_t p = 0; p < parties; p++) {
        for_each[p] = standing_of(&views->views[p], package, budget);
        for_all = standing_both(for_all, for_each[p]);
        view_range(&views->views[p], package, &least[p], &most[p]);
    }
    return (struct assessed){.package = own,
                             .for_each = for_each,
                             .for_all = for_all,
                             .efficiency =
                                 efficiency_of(views, package, SEARCH_STEPS, budget, arena),
                             .least = least,
                             .most = most};
}

static void add_package(struct assessor *assessor, const uint32_t *package)
{
    struct assessed *one = LIST_ADD(&assessor->listed, struct assessed);
    *one = assess_package(assessor->views, package, assessor->budget, assessor->arena);
    struct undominated_counts *counts = &assessor->made->undominated;
    enum standing undominated = one->efficiency.undominated;
    counts->surely += undominated == STANDING_SURELY;
    counts->possibly += undominated == STANDING_SURELY || undominated == STANDING_POSSIBLY;
    counts->never += undominated == STANDING_NEVER;
    counts->open += undominated == STANDING_OPEN;
}

// Walks the packages whose bounds do not rule out the standing, and lists those that have it.
static enum walk_end list_with(struct assessor *assessor, enum standing wanted, size_t most)
{
    const struct views *views = assessor->views;
    const struct scenario *scenario = views->scenario;
    const int64_t *scores[SCENARIO_PARTIES_MAX];
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct view *view = &views->views[p];
        bool takes_least = wanted == STANDING_SURELY && view->bounds.link_count == 0;
        scores[p] = takes_least ? view->bounds.least : view->bounds.most;
        floor[p] = takes_least ? view->bounds.reserve_most : view->bounds.reserve_least;
    }
    struct arena *work = arena_open();
    uint32_t *package = ARENA_ARRAY(work, uint32_t, scenario->issue_count);
    struct walk walk = walk_make(scenario, views->allowed, scores, floor,
                                 scenario_red_options(scenario, UINT32_MAX, work), work);
    struct budget steps = *assessor->budget;
    steps.steps_left = LIST_STEPS < steps.steps_left ? LIST_STEPS : steps.steps_left;
    uint64_t before = steps.steps_left;
    enum walk_end end = WALK_FOUND;
    while (assessor->listed.count < most && end == WALK_FOUND) {
        end = walk_next(&walk, &steps, package);
        if (end == WALK_FOUND && standing_of_all(views, package, &steps) == wanted)
            add_package(assessor, package);
    }
    assessor->budget->steps_left -= before - steps.steps_left;
    arena_close(work);
    return end;
}

static void list_all(struct assessor *assessor)
{
    const struct scenario *scenario = assessor->views->scenario;
    struct arena *work = arena_open();
    const int64_t *zeros = ARENA_ARRAY(work, int64_t, scenario->option_total);
    const int64_t *scores[SCENARIO_PARTIES_MAX];
    int64_t floor[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        scores[p] = zeros;
        floor[p] = -VALUE_MAX;
    }
    uint32_t *package = ARENA_ARRAY(work, uint32_t, scenario->issue_count);
    struct walk walk = walk_make(scenario, assessor->views->allowed, scores, floor, NULL, work);
    enum walk_end end;
    while ((end = walk_next(&walk, assessor->budget, package)) == WALK_FOUND)
        add_package(assessor, package);
    assessor->made->is_complete = end == WALK_OVER;
    arena_close(work);
}

static int rank_of(enum standing standing)
{
    switch (standing) {
    case STANDING_SURELY:
        return 0;
    case STANDING_POSSIBLY:
        return 1;
    case STANDING_OPEN:
        return 2;
    case STANDING_NEVER:
        return 3;
    }
    return 4;
}

static int compare_assessed(const void *a, const void *b, void *issues)
{
    const struct assessed *left = a;
    const struct assessed *right = b;
    int order = rank_of(left->for_all) - rank_of(right->for_all);
    if (order == 0)
        order = rank_of(left->efficiency.undominated) - rank_of(right->efficiency.undominated);
    for (uint32_t i = 0; order == 0 && i < *(const uint32_t *)issues; i++)
        order = left->package[i] < right->package[i] ? -1 : left->package[i] > right->package[i];
    return order;
}

static struct tally tally_of(uint64_t least, uint64_t most, struct arena *arena)
{
    return (struct tally){arena_print(arena, "%llu", (unsigned long long)least),
                          arena_print(arena, "%llu", (unsigned long long)most), least == most};
}

// Counts what the complete list shows, for one party or (UINT32_MAX) for all.
static struct standings count_listed(const struct assessor *assessor, uint32_t party)
{
    uint64_t surely = 0;
    uint64_t possibly = 0;
    uint64_t open = 0;
    for (size_t i = 0; i < assessor->listed.count; i++) {
        const struct assessed *one = LIST_AT(&assessor->listed, struct assessed, i);
        enum standing standing = party == UINT32_MAX ? one->for_all : one->for_each[party];
        surely += standing == STANDING_SURELY;
        possibly += standing == STANDING_SURELY || standing == STANDING_POSSIBLY;
        open += standing == STANDING_OPEN;
    }
    return (struct standings){tally_of(surely, surely + open, assessor->arena),
                              tally_of(possibly, possibly + open, assessor->arena)};
}

// Counts within bounds; without any when the budget is spent.
static bool count_within(struct assessor *assessor, uint32_t party, enum standing standing,
                         struct tally *tally, struct error *error)
{
    if (standing_count(assessor->views, party, standing, NULL, assessor->budget, assessor->arena,
                       tally, error))
        return true;
    *tally = (struct tally){STR("0"), assessor->made->feasible, false};
    if (error->code != STOPPED)
        return false;
    assessor->made->is_stopped = true;
    return true;
}

static bool count_one(struct assessor *assessor, uint32_t party, struct standings *standings,
                      struct error *error)
{
    if (assessor->made->is_complete) {
        *standings = count_listed(assessor, party);
        return true;
    }
    return count_within(assessor, party, STANDING_SURELY, &standings->surely, error) &&
           count_within(assessor, party, STANDING_POSSIBLY, &standings->possibly, error);
}

// Acceptable to all is at most what is acceptable to any one, and sure is never more than possible.
static void tighten(struct tally *tally, const struct tally *most)
{
    if (digits_compare(most->at_most, tally->at_most) < 0)
        tally->at_most = most->at_most;
    tally->is_exact = str_equal(tally->at_least, tally->at_most);
}

static bool count_all(struct assessor *assessor, struct error *error)
{
    uint32_t parties = assessor->views->scenario->party_count;
    struct standings *for_each = ARENA_ARRAY(assessor->arena, struct standings, parties);
    struct standings *for_all = &assessor->made->for_all;
    assessor->made->for_each = for_each;
    if (!count_one(assessor, UINT32_MAX, for_all, error))
        return false;
    for (uint32_t p = 0; p < parties; p++) {
        if (!count_one(assessor, p, &for_each[p], error))
            return false;
        tighten(&for_each[p].surely, &for_each[p].possibly);
        tighten(&for_all->surely, &for_each[p].surely);
        tighten(&for_all->possibly, &for_each[p].possibly);
    }
    tighten(&for_all->surely, &for_all->possibly);
    return true;
}

static struct str multiply_options(const struct scenario *scenario, struct arena *arena)
{
    size_t words = scenario->issue_count / 2 + 2; // 17 bits an issue at most
    uint64_t *product = ARENA_ARRAY(arena, uint64_t, words);
    product[0] = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        wide_multiply(product, scenario->issues[i].option_count, words);
    return wide_print(product, words, arena);
}

bool assess(const struct views *views, struct budget *budget, struct arena *arena,
            struct assessment *assessment, struct error *error)
{
    struct assessment made = {.views = views};
    struct assessor assessor = {views, budget, arena, &made, LIST_MAKE(arena, struct assessed)};
    made.packages = multiply_options(views->scenario, arena);
    made.feasible = diagram_count(views->allowed, arena);
    bool is_small = made.feasible.length < 5 &&
                    digits_compare(made.feasible, arena_print(arena, "%d", ASSESS_ALL_MAX)) <= 0;
    if (is_small)
        list_all(&assessor);
    if (!count_all(&assessor, error))
        return false;
    if (!is_small) {
        list_with(&assessor, STANDING_SURELY, ASSESS_SOME_MAX / 2);
        list_with(&assessor, STANDING_POSSIBLY, ASSESS_SOME_MAX);
    }
    made.is_stopped = made.is_stopped || !budget_spend(budget, 0);
    uint32_t issues = views->scenario->issue_count;
    if (assessor.listed.count > 1)
        qsort_r(assessor.listed.items, assessor.listed.count, sizeof(struct assessed),
                compare_assessed, &issues);
    made.listed = LIST_ITEMS(&assessor.listed, struct assessed);
    made.listed_count = assessor.listed.count;
    *assessment = made;
    return true;
}
