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
#define LABELS_FIRST ((size_t)100 * 1000)
#define LABELS_MAX ((size_t)4 * 1000 * 1000)
#define FINE 20 // bits after the point of a share by which labels are ranked

// Weights with what they promise from each node on.
struct weighing {
    int64_t weights[PARTIES];
    struct linear linear;
};

struct ascent {
    const struct diagram *diagram;
    const int64_t *base;
    const int64_t *range;
    struct budget *budget;
    struct arena *arena;
    bool has_weights;
    struct contest contest;
    struct weighing pool[POOL_MAX]; // the first is the best at the root
    size_t pool_count;
    size_t pool_next; // where the next one goes when the pool is full
    bool has_best;
    int64_t best[PARTIES];
    struct ratio share; // of the best
};

static int64_t weighted(const int64_t *weights, const int64_t *row, uint32_t width)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < width; p++)
        sum += weights[p] * row[p];
    return sum;
}

static struct weighing *pool_add(struct ascent *ascent, const int64_t *weights)
{
    struct weighing *made;
    if (ascent->pool_count < POOL_MAX) {
        made = &ascent->pool[ascent->pool_count++];
        made->linear = linear_make(ascent->diagram, ascent->arena);
    } else {
        ascent->pool_next = ascent->pool_next + 1 < POOL_MAX ? ascent->pool_next + 1 : 1;
        made = &ascent->pool[ascent->pool_next];
    }
    memcpy(made->weights, weights, sizeof made->weights);
    linear_weigh(&made->linear, weights, 0);
    return made;
}

struct ascent *ascent_open(const struct diagram *diagram, const int64_t *base, const int64_t *range,
                           struct budget *budget)
{
    struct arena *arena = arena_open();
    struct ascent *ascent = ARENA_NEW(arena, struct ascent);
    ascent->diagram = diagram;
    ascent->base = base;
    ascent->range = range;
    ascent->budget = budget;
    ascent->arena = arena;
    ascent->has_weights = linear_limit(diagram, base) >= 1;
    if (!ascent->has_weights)
        return ascent;
    ascent->contest = contest_make(diagram, base, arena);
    int64_t weights[PARTIES] = {0};
    // When this spends the budget the first step of a descent will say so.
    if (!budget_spend(budget, (uint64_t)2 * ROOT_ROUNDS * diagram->arc_first[diagram->node_count]))
        return ascent;
    contest_share_weights(&ascent->contest, base, range, ROOT_ROUNDS, weights);
    pool_add(ascent, weights);
    for (unsigned i = 1; i <= ROOT_KEPT; i++) {
        contest_share_weights(&ascent->contest, base, range, ROOT_ROUNDS * i / (8 * ROOT_KEPT),
                              weights);
        pool_add(ascent, weights);
    }
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

// base + share × range, rounded up.
static void floor_at(const struct ascent *ascent, struct ratio share, int64_t *floor)
{
    assert(share.below > 0);
    for (uint32_t p = 0; p < ascent->diagram->party_count; p++) {
        int128 part = share.above * ascent->range[p];
        int128 whole = part / (int128)share.below;
        whole += whole * (int128)share.below < part;
        floor[p] = ascent->base[p] + (int64_t)whole;
    }
}

// Keeps the package as the best when it is.
static void try_worths(struct ascent *ascent, const int64_t *worths)
{
    struct ratio share = {0, 0};
    for (uint32_t p = 0; p < ascent->diagram->party_count; p++) {
        int64_t gain = worths[p] - ascent->base[p];
        if (gain < 0)
            return;
        struct ratio own = {gain, (uint128)ascent->range[p]};
        if (own.below != 0 && (share.below == 0 || ratio_compare(own, share) < 0))
            share = own;
    }
    if (ascent->has_best && ratio_compare(share, ascent->share) <= 0)
        return;
    ascent->has_best = true;
    ascent->share = share;
    memcpy(ascent->best, worths, sizeof *worths * ascent->diagram->party_count);
}

// The pool as cuts for a floor.
static struct region region_for(const struct ascent *ascent, const int64_t *floor, struct cut *cuts,
                                size_t label_limit)
{
    for (size_t c = 0; c < ascent->pool_count; c++) {
        const struct weighing *from = &ascent->pool[c];
        cuts[c] = (struct cut){from->weights, from->linear.to_go,
                               weighted(from->weights, floor, ascent->diagram->party_count)};
    }
    return (struct region){
        .floor = floor, .cuts = cuts, .cut_count = ascent->pool_count, .label_limit = label_limit};
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

// A bound on the share that a partial package can come to, as a fixed-point number.
static int64_t promise(const struct ascent *ascent, uint32_t node, const int64_t *worths)
{
    uint32_t width = ascent->diagram->party_count;
    int128 least = INT64_MAX;
    for (uint32_t p = 0; p < width; p++) {
        if (ascent->range[p] == 0)
            continue;
        int128 most =
            (int128)worths[p] + ascent->diagram->most[(size_t)node * width + p] - ascent->base[p];
        int128 share = most * (1 << FINE) / ascent->range[p];
        least = share < least ? share : least;
    }
    for (size_t c = 0; c < ascent->pool_count; c++) {
        const struct weighing *from = &ascent->pool[c];
        int128 above = from->linear.to_go[node];
        int128 below = 0;
        for (uint32_t p = 0; p < width; p++) {
            above += from->weights[p] * (worths[p] - ascent->base[p]);
            below += (int128)from->weights[p] * ascent->range[p];
        }
        int128 share = below == 0 ? least : above * (1 << FINE) / below;
        least = share < least ? share : least;
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
    int64_t worths[PARTIES] = {0};
    uint32_t first = descent->diagram->level_first[descent->level];
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        while (descent->first[node + 1] <= i)
            node++;
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), worths);
        ranks[i] = (struct ranked){promise(ascent, first + node, worths), i};
    }
    qsort(ranks, count, sizeof *ranks, by_promise);
    for (size_t i = 0; i < width; i++)
        keep[ranks[i].label] = true;
    descent_thin(descent, keep);
    arena_close(work);
}

// Follows the most promising partial packages only; some package is found, most often a good one.
static bool follow_beam(struct ascent *ascent, size_t width)
{
    const struct diagram *diagram = ascent->diagram;
    int64_t floor[PARTIES] = {0};
    struct cut cuts[POOL_MAX];
    memcpy(floor, ascent->base, diagram->party_count * sizeof *floor);
    if (ascent->has_best)
        floor_at(ascent, ascent->share, floor);
    struct region region = region_for(ascent, floor, cuts, 0);
    struct descent *descent = descent_open(diagram, NULL, ascent->budget);
    bool done = true;
    while (done && descent->level < diagram->level_count) {
        done = descent_step(descent, &region);
        if (done && descent->labels.count > width)
            narrow(ascent, descent, width);
    }
    int64_t worths[PARTIES] = {0};
    for (size_t i = 0; done && i < descent->labels.count; i++) {
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), worths);
        try_worths(ascent, worths);
    }
    descent_close(descent);
    return done;
}

// Leaves out the labels that fail one cut; gives how many.
static size_t apply(struct descent *descent, const struct weighing *cut, const int64_t *floor)
{
    uint32_t width = descent->packing.width;
    int64_t least = weighted(cut->weights, floor, width);
    size_t count = descent->labels.count;
    struct arena *work = arena_open();
    bool *keep = ARENA_ARRAY(work, bool, count);
    int64_t worths[PARTIES] = {0};
    uint32_t first = descent->diagram->level_first[descent->level];
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        while (descent->first[node + 1] <= i)
            node++;
        packing_unpack(&descent->packing, descent->level, label_row(descent, i), worths);
        keep[i] = weighted(cut->weights, worths, width) + cut->linear.to_go[first + node] >= least;
    }
    descent_thin(descent, keep);
    arena_close(work);
    return count - descent->labels.count;
}

// Looks for more cuts at some of the labels, as long as that thins them out.
static bool refine(struct ascent *ascent, struct descent *descent, const int64_t *floor)
{
    const struct diagram *diagram = ascent->diagram;
    int64_t worths[PARTIES] = {0};
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
        packing_unpack(&descent->packing, descent->level, label_row(descent, at), worths);
        fruitless++;
        if (contest_refutes(&ascent->contest, descent->level, node, worths, floor, LABEL_ROUNDS,
                            weights) &&
            apply(descent, pool_add(ascent, weights), floor) > count / 16)
            fruitless = 0;
    }
    return true;
}

// All points of the packages that reach the floor.
static bool gather(struct ascent *ascent, const int64_t *floor, size_t label_limit,
                   struct arena *arena, struct front *front)
{
    const struct diagram *diagram = ascent->diagram;
    struct descent *descent = descent_open(diagram, NULL, ascent->budget);
    bool done = true;
    while (done && descent->level < diagram->level_count) {
        struct cut cuts[POOL_MAX];
        struct region region = region_for(ascent, floor, cuts, label_limit);
        done = descent_step(descent, &region);
        if (done && ascent->has_weights && descent->level < diagram->level_count)
            done = refine(ascent, descent, floor);
    }
    if (done)
        front_take(descent, arena, front);
    descent_close(descent);
    return done;
}

static bool is_spent(const struct ascent *ascent)
{
    return ascent->budget->steps_left == 0 || (ascent->budget->stop && *ascent->budget->stop != 0);
}

// Gathers at the floor of the best package known, which a wider beam improves as long as there are
// too many labels. `is_above` asks for a floor one above the best instead.
static bool gather_best(struct ascent *ascent, bool is_above, struct arena *arena,
                        struct front *front, struct error *error)
{
    size_t beam = BEAM_FIRST;
    for (size_t limit = LABELS_FIRST;; limit *= BEAM_GROWS) {
        int64_t floor[PARTIES] = {0};
        if (!follow_beam(ascent, beam))
            return budget_stopped(error);
        memcpy(floor, ascent->base, ascent->diagram->party_count * sizeof *floor);
        if (ascent->has_best) {
            struct ratio share = ascent->share;
            share.above += is_above ? (int128)share.below : 0;
            floor_at(ascent, share, floor);
        }
        if (gather(ascent, floor, limit < LABELS_MAX ? limit : LABELS_MAX, arena, front))
            return true;
        if (is_spent(ascent) || limit >= LABELS_MAX)
            return budget_stopped(error);
        beam *= BEAM_GROWS;
    }
}

bool ascent_summit(struct ascent *ascent, struct arena *arena, struct front *front,
                   struct error *error)
{
    return gather_best(ascent, false, arena, front, error);
}

bool ascent_height(struct ascent *ascent, int64_t *worths, bool *exists, struct error *error)
{
    struct arena *work = arena_open();
    struct front front = {.count = 0};
    bool done;
    do {
        done = gather_best(ascent, true, work, &front, error);
        for (size_t i = 0; done && i < front.count; i++)
            try_worths(ascent, front_point(&front, i, worths));
    } while (done && front.count > 0);
    *exists = ascent->has_best;
    if (ascent->has_best)
        memcpy(worths, ascent->best, ascent->diagram->party_count * sizeof *worths);
    arena_close(work);
    return done;
}
