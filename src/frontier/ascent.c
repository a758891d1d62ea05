// SPDX-License-Identifier: Apache-2.0
#include "frontier/ascent.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX
#define POOL_MAX 40u
#define ROOT_ROUNDS 240u
#define ROOT_KEPT 6u // of the weights met on the way to the best ones, those kept besides
#define LABEL_ROUNDS 40u
#define REFINE_FROM 3000u // labels of a level, before more cuts are looked for
#define FRUITLESS_MAX 4u
#define BEAM_FIRST 128u
#define BEAM_GROWS 8u
#define LABELS_FIRST ((size_t)10 * 1000)
#define LABELS_MAX ((size_t)4 * 1000 * 1000)
#define BRANCH_STEPS ((uint64_t)100 * 1000 * 1000) // the first time
#define BRANCH_GROWS 32u
#define BRANCH_TIMES 2u

// Weights with what they promise from each node on.
struct ascent_weighing {
    int64_t weights[PARTIES];
    struct linear linear;
    int128 unit; // see goal_unit
};

struct ascent {
    const struct diagram *diagram;
    const struct goal *goal;
    struct budget *budget;
    struct arena *arena;
    bool has_weights;
    struct lagrange lagrange;
    struct ascent_weighing pool[POOL_MAX]; // the first is the best at the root
    size_t pool_count;
    size_t pool_next; // where the next one goes when the pool is full
    struct incumbent best;
};

static int64_t weighted(const int64_t *weights, const int64_t *row, uint32_t width)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < width; p++)
        sum += weights[p] * row[p];
    return sum;
}

static struct ascent_weighing *pool_add(struct ascent *ascent, const int64_t *weights)
{
    struct ascent_weighing *made;
    if (ascent->pool_count < POOL_MAX) {
        made = &ascent->pool[ascent->pool_count++];
        made->linear = linear_make(ascent->diagram, ascent->arena);
    } else {
        ascent->pool_next = ascent->pool_next + 1 < POOL_MAX ? ascent->pool_next + 1 : 1;
        made = &ascent->pool[ascent->pool_next];
    }
    memcpy(made->weights, weights, sizeof made->weights);
    linear_weigh(&made->linear, weights, 0);
    made->unit = goal_unit(ascent->goal, weights);
    return made;
}

// The weights of the first bound, and some others met on the way to them.
static void pool_start(struct ascent *ascent)
{
    const struct goal *goal = ascent->goal;
    int64_t weights[PARTIES] = {0};
    for (uint32_t p = 0; p < goal->width; p++)
        weights[p] = ascent->lagrange.limit;
    if (goal->kind == GOAL_PRODUCT)
        linear_product_weights(ascent->diagram, goal->base, ascent->lagrange.scale, weights);
    if (goal->kind == GOAL_SHARES)
        lagrange_share_weights(&ascent->lagrange, goal->base, goal->range, ROOT_ROUNDS, weights);
    pool_add(ascent, weights);
    for (unsigned i = 1; i <= ROOT_KEPT && goal->kind == GOAL_SHARES; i++) {
        lagrange_share_weights(&ascent->lagrange, goal->base, goal->range,
                               ROOT_ROUNDS * i / (8 * ROOT_KEPT), weights);
        pool_add(ascent, weights);
    }
}

struct ascent *ascent_open(const struct diagram *diagram, const struct goal *goal,
                           struct budget *budget)
{
    struct arena *arena = arena_open();
    struct ascent *ascent = ARENA_NEW(arena, struct ascent);
    ascent->diagram = diagram;
    ascent->goal = goal;
    ascent->budget = budget;
    ascent->arena = arena;
    ascent->has_weights = linear_limit(diagram, goal->base) >= 1;
    if (!ascent->has_weights)
        return ascent;
    ascent->lagrange = lagrange_make(diagram, goal->base, arena);
    // When this spends the budget the first step of a descent will say so.
    if (budget_spend(budget, (uint64_t)2 * ROOT_ROUNDS * diagram->arc_first[diagram->node_count]))
        pool_start(ascent);
    else
        ascent->has_weights = false;
    return ascent;
}

void ascent_close(struct ascent *ascent)
{
    if (ascent)
        arena_close(ascent->arena);
}

bool ascent_bound(const struct ascent *ascent, int64_t *weights, int64_t *bound)
{
    if (!ascent->has_weights)
        return false;
    memcpy(weights, ascent->pool[0].weights, sizeof ascent->pool[0].weights);
    *bound = ascent->pool[0].linear.to_go[0];
    return true;
}

bool ascent_known(const struct ascent *ascent, int64_t *values)
{
    if (ascent->best.exists)
        memcpy(values, ascent->best.values, ascent->diagram->party_count * sizeof *values);
    return ascent->best.exists;
}

// What a outcome must reach: a floor, and an objective that asks more of weighted sums.
struct ascent_reach {
    int64_t floor[PARTIES];
    struct objective objective;
};

// The pool as cuts.
static struct region region_for(const struct ascent *ascent, const struct ascent_reach *reach,
                                struct cut *cuts, size_t label_limit)
{
    for (size_t c = 0; c < ascent->pool_count; c++) {
        const struct ascent_weighing *from = &ascent->pool[c];
        cuts[c] = (struct cut){from->weights, from->linear.to_go,
                               goal_least(ascent->goal, &reach->objective, from->weights)};
    }
    return (struct region){.floor = reach->floor,
                           .cuts = cuts,
                           .cut_count = ascent->pool_count,
                           .label_limit = label_limit};
}

// The node of a label.
static uint32_t node_of(const struct descent *descent, size_t label)
{
    uint32_t first = descent->diagram->level_first[descent->level];
    uint32_t low = 0;
    uint32_t high = descent->diagram->level_first[descent->level + 1] - first;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (descent->first[middle] <= label)
            low = middle;
        else
            high = middle;
    }
    return first + low;
}

// How high a partial outcome can lead by what its party with the least hope can get.
static int128 least_hope(const struct ascent *ascent, uint32_t node, const int64_t *values)
{
    const struct goal *goal = ascent->goal;
    int128 least = INT64_MAX;
    for (uint32_t p = 0; p < goal->width; p++) {
        int64_t range = goal->kind == GOAL_SHARES ? goal->range[p] : 1;
        if (range == 0)
            continue;
        int128 most = (int128)values[p] + ascent->diagram->most[(size_t)node * goal->width + p] -
                      goal->base[p];
        int128 share = most * (1 << GOAL_FINE) / range;
        least = share < least ? share : least;
    }
    return least;
}

// A bound on how high a partial outcome can lead, as a fixed-point number.
static int64_t promise(const struct ascent *ascent, uint32_t node, const int64_t *values)
{
    uint32_t width = ascent->diagram->party_count;
    bool is_hope = ascent->goal->kind == GOAL_SHARES || ascent->pool_count == 0;
    int128 least = is_hope ? least_hope(ascent, node, values) : INT64_MAX;
    for (size_t c = 0; c < ascent->pool_count; c++) {
        const struct ascent_weighing *from = &ascent->pool[c];
        int128 above = from->linear.to_go[node];
        for (uint32_t p = 0; p < width; p++)
            above += from->weights[p] * (values[p] - ascent->goal->base[p]);
        int128 objective =
            from->unit == 0 ? least : above * ((int128)1 << (2 * GOAL_FINE)) / from->unit;
        least = objective < least ? objective : least;
    }
    return least < INT64_MIN / 2 ? INT64_MIN / 2 : (int64_t)least;
}

struct ranked {
    int64_t promise;
    size_t label;
};

static int by_promise(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    if (left->promise != right->promise)
        return left->promise > right->promise ? -1 : 1;
    return left->label < right->label ? -1 : left->label > right->label;
}

// Keeps the labels that promise most.
static void narrow(const struct ascent *ascent, struct descent *descent, size_t width)
{
    size_t count = descent->labels.count;
    struct arena *work = arena_open();
    struct ranked *ranks = ARENA_ARRAY(work, struct ranked, count);
    bool *keep = ARENA_ARRAY(work, bool, count);
    int64_t values[PARTIES] = {0};
    uint32_t first = descent->diagram->level_first[descent->level];
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        while (descent->first[node + 1] <= i)
            node++;
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), values);
        ranks[i] = (struct ranked){promise(ascent, first + node, values), i};
    }
    qsort(ranks, count, sizeof *ranks, by_promise);
    for (size_t i = 0; i < width; i++)
        keep[ranks[i].label] = true;
    descent_thin(descent, keep);
    arena_close(work);
}

// What stands as high as the best outcome known; `is_above`: one share higher.
static struct ascent_reach reach_best(const struct ascent *ascent, bool is_above)
{
    struct ascent_reach reach = {.objective = {.share = {0, 1}}};
    if (ascent->best.exists)
        reach.objective = ascent->best.objective;
    if (ascent->best.exists && is_above)
        reach.objective.share.above += (int128)reach.objective.share.below;
    goal_floor(ascent->goal, &reach.objective, reach.floor);
    return reach;
}

// Follows the most promising partial outcomes only; some outcome is found, most often a good one.
static bool follow_beam(struct ascent *ascent, size_t width)
{
    const struct diagram *diagram = ascent->diagram;
    struct cut cuts[POOL_MAX];
    struct ascent_reach reach = reach_best(ascent, false);
    struct region region = region_for(ascent, &reach, cuts, 0);
    struct descent *descent = descent_open(diagram, NULL, ascent->budget);
    bool done = true;
    while (done && descent->level < diagram->level_count) {
        done = descent_step(descent, &region);
        if (done && descent->labels.count > width)
            narrow(ascent, descent, width);
    }
    int64_t values[PARTIES] = {0};
    for (size_t i = 0; done && i < descent->labels.count; i++) {
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), values);
        incumbent_try(&ascent->best, ascent->goal, values);
    }
    descent_close(descent);
    return done;
}

// Leaves out the labels that fail one cut; gives how many.
static size_t apply(struct descent *descent, const struct ascent_weighing *cut, int64_t least)
{
    uint32_t width = descent->packing.width;
    size_t count = descent->labels.count;
    struct arena *work = arena_open();
    bool *keep = ARENA_ARRAY(work, bool, count);
    int64_t values[PARTIES] = {0};
    uint32_t first = descent->diagram->level_first[descent->level];
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        while (descent->first[node + 1] <= i)
            node++;
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), values);
        keep[i] = weighted(cut->weights, values, width) + cut->linear.to_go[first + node] >= least;
    }
    descent_thin(descent, keep);
    arena_close(work);
    return count - descent->labels.count;
}

// Looks for more cuts at some of the labels, as long as that thins them out.
static bool refine(struct ascent *ascent, struct descent *descent, const struct ascent_reach *reach)
{
    const struct diagram *diagram = ascent->diagram;
    int64_t values[PARTIES] = {0};
    int64_t weights[PARTIES] = {0};
    size_t at = 0;
    uint32_t arcs = diagram->arc_first[diagram->node_count];
    for (unsigned fruitless = 0; fruitless < FRUITLESS_MAX;) {
        size_t count = descent->labels.count;
        if (count <= REFINE_FROM)
            return true;
        if (!budget_spend(ascent->budget, (uint64_t)LABEL_ROUNDS * arcs + count))
            return false;
        at = (at + 1 + count * 5 / 8) % count;
        uint32_t node = node_of(descent, at);
        packing_unpack(&descent->packing, descent->level, label_row(descent, at), values);
        fruitless++;
        if (!lagrange_refutes(&ascent->lagrange, descent->level, node, values, reach->floor,
                              LABEL_ROUNDS, weights))
            continue;
        const struct ascent_weighing *cut = pool_add(ascent, weights);
        if (apply(descent, cut, goal_least(ascent->goal, &reach->objective, weights)) > count / 16)
            fruitless = 0;
    }
    return true;
}

// All points of the outcomes within reach.
static bool gather(struct ascent *ascent, const struct ascent_reach *reach, size_t label_limit,
                   struct arena *arena, struct front *front)
{
    const struct diagram *diagram = ascent->diagram;
    struct descent *descent = descent_open(diagram, NULL, ascent->budget);
    bool refines = ascent->has_weights && ascent->goal->kind != GOAL_PRODUCT;
    bool done = true;
    while (done && descent->level < diagram->level_count) {
        struct cut cuts[POOL_MAX];
        struct region region = region_for(ascent, reach, cuts, label_limit);
        done = descent_step(descent, &region);
        if (done && refines && descent->level < diagram->level_count)
            done = refine(ascent, descent, reach);
    }
    if (done)
        front_take(descent, arena, front);
    descent_close(descent);
    return done;
}

// Branching, within a part of the budget.
static bool branch(struct ascent *ascent, uint64_t steps, struct arena *arena, struct front *front)
{
    struct budget share = budget_share(ascent->budget, steps);
    bool done = branch_incumbent(ascent->diagram, ascent->goal, &ascent->lagrange,
                                 ascent->pool[0].weights, &ascent->best, &share, arena, front);
    budget_settle(ascent->budget, &share, steps);
    return done;
}

// Gathers what stands as high as the best outcome known; as long as there are too many labels a wider
// beam betters it, and branching is tried in between. `is_above` asks for what stands higher instead.
static bool gather_best(struct ascent *ascent, bool is_above, struct arena *arena,
                        struct front *front, struct error *error)
{
    size_t beam = BEAM_FIRST;
    uint64_t steps = BRANCH_STEPS;
    unsigned times = ascent->has_weights ? 0 : BRANCH_TIMES;
    for (size_t limit = LABELS_FIRST;; limit *= BEAM_GROWS) {
        if (!follow_beam(ascent, beam))
            return budget_stopped(error);
        struct ascent_reach reach = reach_best(ascent, is_above);
        if (gather(ascent, &reach, limit < LABELS_MAX ? limit : LABELS_MAX, arena, front))
            return true;
        if (times++ < BRANCH_TIMES && branch(ascent, steps, arena, front)) {
            front->count = is_above ? 0 : front->count;
            return true;
        }
        if (budget_is_spent(ascent->budget) || limit >= LABELS_MAX)
            return budget_stopped(error);
        beam *= BEAM_GROWS;
        steps *= BRANCH_GROWS;
    }
}

bool ascent_incumbent(struct ascent *ascent, struct arena *arena, struct front *front,
                      struct error *error)
{
    return gather_best(ascent, false, arena, front, error);
}

bool ascent_objective(struct ascent *ascent, int64_t *values, bool *exists, struct error *error)
{
    struct arena *work = arena_open();
    struct front front = {.count = 0};
    bool done;
    do {
        done = gather_best(ascent, true, work, &front, error);
        for (size_t i = 0; done && i < front.count; i++)
            incumbent_try(&ascent->best, ascent->goal, front_point(&front, i, values));
    } while (done && front.count > 0);
    *exists = ascent_known(ascent, values);
    arena_close(work);
    return done;
}
