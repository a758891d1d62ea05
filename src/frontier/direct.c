// SPDX-License-Identifier: Apache-2.0
#include "frontier/direct.h"

#include "bargain/wide.h"
#include "frontier/climb.h"
#include "frontier/linear.h"

#include <assert.h>
#include <string.h>

#define LABEL_LIMIT ((size_t)4 * 1000 * 1000)
#define PARTIES SCENARIO_PARTIES_MAX

struct hunt {
    enum point_kind kind;
    const struct diagram *diagram;
    const struct point_frame *frame;
    struct budget *budget;
    struct arena *arena;
    struct error *error;
    int64_t range[PARTIES];
    int64_t weights[PARTIES];
    int64_t *to_go;
    int64_t bound;   // weights · worths is at most this
    int64_t at_zero; // weights · reserve
    struct direct *found;
};

// The front of the packages that reach the floor and whose weighted worths reach `least`.
static bool search(struct hunt *hunt, const int64_t *floor, int64_t least)
{
    struct cut cut = {hunt->weights, hunt->to_go, least};
    struct region region = {
        .floor = floor, .cuts = &cut, .cut_count = 1, .label_limit = LABEL_LIMIT};
    return front_find(hunt->diagram, &region, hunt->budget, hunt->arena, &hunt->found->front,
                      hunt->error);
}

static void pick(struct hunt *hunt)
{
    hunt->found->point = point_find(hunt->kind, &hunt->found->front, hunt->frame, hunt->arena);
}

static void aim(struct hunt *hunt, bool by_share)
{
    uint32_t width = hunt->diagram->party_count;
    for (uint32_t p = 0; p < width; p++) {
        int64_t most = hunt->diagram->most[p] - hunt->frame->reserve[p];
        hunt->range[p] = most > 0 ? most : 1;
        if (hunt->kind == POINT_MAXMIN || hunt->kind == POINT_EGALITARIAN)
            hunt->range[p] = 1;
        if (hunt->kind == POINT_KS && hunt->frame->ideal[p] > hunt->frame->reserve[p])
            hunt->range[p] = hunt->frame->ideal[p] - hunt->frame->reserve[p];
        hunt->weights[p] = 1;
    }
    if (by_share)
        linear_share_weights(hunt->diagram, hunt->frame->reserve, hunt->range, hunt->weights);
    else if (hunt->kind == POINT_NASH)
        linear_product_weights(hunt->diagram, hunt->frame->reserve, hunt->range, hunt->weights);
    linear_to_go(hunt->diagram, hunt->weights, hunt->to_go);
    hunt->bound = hunt->to_go[0];
    hunt->at_zero = 0;
    for (uint32_t p = 0; p < width; p++)
        hunt->at_zero += hunt->weights[p] * hunt->frame->reserve[p];
}

// The largest threshold below which no package with at least this product of gains can lie. By the
// inequality of means, weighted gains below s have a product of at most (s / P)^P / (product of
// weights); so s is the largest whole number with s^P <= P^P · product · (product of weights).
static int64_t product_threshold(const struct hunt *hunt, const uint64_t *product, int64_t high)
{
    uint32_t width = hunt->diagram->party_count;
    size_t words = (size_t)width * 3;
    uint64_t *wanted = ARENA_ARRAY(hunt->arena, uint64_t, words + 1);
    uint64_t *power = ARENA_ARRAY(hunt->arena, uint64_t, words + 1);
    memcpy(wanted, product, width * sizeof *product);
    for (uint32_t p = 0; p < width; p++) {
        wide_multiply(wanted, width, words);
        wide_multiply(wanted, (uint64_t)hunt->weights[p], words);
    }
    int64_t low = 0;
    while (low < high) {
        int64_t middle = low + (high - low) / 2 + 1;
        memset(power, 0, words * sizeof *power);
        power[0] = 1;
        for (uint32_t p = 0; p < width; p++)
            wide_multiply(power, (uint64_t)middle, words);
        if (wide_compare(power, wanted, words) <= 0)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// The threshold that proves the best row found so far: everything at least as good lies above it.
static int64_t proving_threshold(const struct hunt *hunt)
{
    uint32_t width = hunt->diagram->party_count;
    int64_t row[PARTIES];
    front_point(&hunt->found->front, hunt->found->point.rows[0], row);
    if (hunt->kind == POINT_UTILITARIAN) {
        int64_t sum = 0;
        for (uint32_t p = 0; p < width; p++)
            sum += row[p];
        return sum;
    }
    uint64_t product[PARTIES] = {1};
    for (uint32_t p = 0; p < width; p++)
        wide_multiply(product, (uint64_t)(row[p] - hunt->frame->reserve[p]), width);
    return hunt->at_zero + product_threshold(hunt, product, hunt->bound - hunt->at_zero);
}

// Nash and utilitarian: sinks the threshold until a package is found, then to what proves it.
static bool sink(struct hunt *hunt)
{
    const int64_t *reserve = hunt->frame->reserve;
    int64_t depth = hunt->bound - hunt->at_zero;
    if (depth < 0)
        return true; // not even the bound reaches the reserve
    for (int64_t gap = depth / 256 + 1;; gap = gap > depth / 4 ? depth : gap * 4) {
        if (!search(hunt, reserve, hunt->bound - gap))
            return false;
        pick(hunt);
        if (hunt->found->point.is_defined || gap >= depth)
            break;
    }
    if (!hunt->found->point.is_defined)
        return true;
    int64_t least = proving_threshold(hunt);
    if (!search(hunt, reserve, least))
        return false;
    pick(hunt);
    return true;
}

// The floor at which every party has `share` / 2^20 of its range, rounded up.
static void floor_at(const struct hunt *hunt, int64_t share, int64_t *floor)
{
    for (uint32_t p = 0; p < hunt->diagram->party_count; p++) {
        int128 part = (int128)hunt->range[p] * share;
        int128 whole = part >> 20; // floors, for negative parts too
        if (whole * (1 << 20) != part)
            whole++;
        // A party that cannot gain anything has no share to keep up.
        bool counts = hunt->kind != POINT_KS || hunt->frame->ideal[p] > hunt->frame->reserve[p];
        floor[p] = hunt->frame->reserve[p] + (counts ? (int64_t)whole : 0);
    }
}

static int64_t weighted(const struct hunt *hunt, const int64_t *row)
{
    int64_t sum = 0;
    for (uint32_t p = 0; p < hunt->diagram->party_count; p++)
        sum += hunt->weights[p] * row[p];
    return sum;
}

// The largest share at which no party's floor is above its best and the weighted floors stay within
// the bound: no package gives everyone more.
static int64_t highest_share(const struct hunt *hunt)
{
    int64_t floor[PARTIES];
    int64_t low = 0;
    int64_t high = 0;
    for (uint32_t p = 0; p < hunt->diagram->party_count; p++) {
        int128 most = hunt->diagram->most[p] - hunt->frame->reserve[p];
        int128 share = most <= 0 ? 0 : (most << 20) / hunt->range[p] + 1;
        if (p == 0 || share < high)
            high = share > INT64_MAX / 4 ? INT64_MAX / 4 : (int64_t)share;
    }
    while (low < high) {
        int64_t middle = low + (high - low) / 2 + 1;
        floor_at(hunt, middle, floor);
        if (weighted(hunt, floor) <= hunt->bound)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// The smallest share of a package found by climbing, or -1 when it is below the reserve. Parties
// that cannot gain are left out of the share but must keep their reserve.
static int64_t climbed_share(const struct hunt *hunt)
{
    int64_t worths[PARTIES];
    int64_t share = INT64_MAX;
    climb_shares(hunt->diagram, hunt->weights, hunt->frame->reserve, hunt->range, worths);
    for (uint32_t p = 0; p < hunt->diagram->party_count; p++) {
        int64_t gain = worths[p] - hunt->frame->reserve[p];
        if (gain < 0)
            return -1;
        if (hunt->kind == POINT_KS && hunt->frame->ideal[p] <= hunt->frame->reserve[p])
            continue;
        int128 own = ((int128)gain << 20) / hunt->range[p];
        share = own < share ? (int64_t)own : share;
    }
    return share == INT64_MAX ? 0 : share;
}

// Max-min, egalitarian and KS: sinks a common share until a package is found, at the latest to that
// of a package known already. All that is at least as good has this share too, so the region holds
// the best and its ties.
static bool sink_share(struct hunt *hunt)
{
    int64_t floor[PARTIES];
    int64_t high = highest_share(hunt);
    int64_t known = climbed_share(hunt);
    int64_t least = known < 0 ? 0 : known;
    for (int64_t gap = (high - least) / 64 + 1;; gap = gap > high / 2 ? high : gap + gap / 2 + 1) {
        int64_t share = gap >= high - least ? least : high - gap;
        floor_at(hunt, share, floor);
        if (!search(hunt, floor, weighted(hunt, floor)))
            return false;
        pick(hunt);
        if (hunt->found->point.is_defined || share == least)
            return true;
    }
}

bool direct_find(enum point_kind kind, const struct diagram *diagram,
                 const struct point_frame *frame, struct budget *budget, struct arena *arena,
                 struct direct *found, struct error *error)
{
    *found = (struct direct){.bound = 0};
    if (diagram_is_empty(diagram))
        return true;
    struct hunt hunt = {.kind = kind,
                        .diagram = diagram,
                        .frame = frame,
                        .budget = budget,
                        .arena = arena,
                        .error = error,
                        .found = found};
    if (linear_limit(diagram, frame->reserve) < 1)
        return error_set(error, TOO_LARGE,
                         "the scores are too large for bounds in 64 bits; divide "
                         "them by a common factor");
    hunt.to_go = ARENA_ARRAY(arena, int64_t, diagram->node_count);
    bool by_share = kind == POINT_MAXMIN || kind == POINT_EGALITARIAN || kind == POINT_KS;
    aim(&hunt, by_share);
    bool done = by_share ? sink_share(&hunt) : sink(&hunt);
    memcpy(found->weights, hunt.weights, sizeof found->weights);
    found->bound = hunt.bound;
    return done;
}

// The reserves are lowered until every package reaches them; the max-min point then says by how
// much they may rise again.
bool direct_common_gain(const struct diagram *diagram, const int64_t *reserve,
                        struct budget *budget, int64_t *gain, struct error *error)
{
    uint32_t width = diagram->party_count;
    int64_t low[PARTIES];
    int64_t drop = 0;
    for (uint32_t p = 0; p < width; p++)
        if (reserve[p] - diagram->least[p] > drop)
            drop = reserve[p] - diagram->least[p];
    for (uint32_t p = 0; p < width; p++)
        low[p] = reserve[p] - drop;
    struct point_frame frame = {low, NULL, NULL};
    struct arena *work = arena_open();
    struct direct direct;
    bool done = direct_find(POINT_MAXMIN, diagram, &frame, budget, work, &direct, error);
    if (done) {
        assert(direct.point.is_defined); // every package reaches the lowered reserves
        int64_t row[PARTIES];
        front_point(&direct.front, direct.point.rows[0], row);
        *gain = INT64_MAX;
        for (uint32_t p = 0; p < width; p++)
            *gain = row[p] - reserve[p] < *gain ? row[p] - reserve[p] : *gain;
    }
    arena_close(work);
    return done;
}

// Weights under which the floors, taken together, are as near to the bound as they can be: where no
// package reaches them all, the weighted sums often show it at once.
static void aim_at_floor(const struct diagram *diagram, const int64_t *floor, int64_t *weights,
                         int64_t *to_go, struct cut *cut)
{
    int64_t range[PARTIES];
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        int64_t above = diagram->most[p] - floor[p];
        range[p] = above > 0 ? above : 1;
    }
    linear_share_weights(diagram, floor, range, weights);
    linear_to_go(diagram, weights, to_go);
    *cut = (struct cut){weights, to_go, 0};
    for (uint32_t p = 0; p < diagram->party_count; p++)
        cut->least += weights[p] * floor[p];
}

// The threshold on the party's worth sinks until a package reaches all floors.
bool direct_most(const struct diagram *diagram, const int64_t *floor, uint32_t party,
                 struct budget *budget, int64_t *most, bool *exists, struct error *error)
{
    uint32_t width = diagram->party_count;
    int64_t raised[PARTIES];
    int64_t weights[PARTIES];
    memcpy(raised, floor, width * sizeof *floor);
    int64_t depth = diagram->most[party] - floor[party];
    bool has_weights = linear_limit(diagram, floor) >= 1;
    *exists = false;
    for (int64_t gap = depth / 256 + 1; depth >= 0; gap = gap > depth / 2 ? depth : gap * 2) {
        raised[party] = gap >= depth ? floor[party] : diagram->most[party] - gap;
        struct arena *work = arena_open();
        struct cut cut;
        struct region region = {.floor = raised, .label_limit = LABEL_LIMIT};
        if (has_weights) {
            aim_at_floor(diagram, raised, weights, ARENA_ARRAY(work, int64_t, diagram->node_count),
                         &cut);
            region.cuts = &cut;
            region.cut_count = 1;
        }
        struct front front;
        bool done = front_find(diagram, &region, budget, work, &front, error);
        for (size_t i = 0; done && i < front.count; i++) {
            int64_t row[PARTIES];
            int64_t worth = front_point(&front, i, row)[party];
            *most = !*exists || worth > *most ? worth : *most;
            *exists = true;
        }
        arena_close(work);
        if (!done)
            return false;
        if (*exists || gap >= depth)
            break;
    }
    return true;
}

bool direct_ideal(const struct diagram *diagram, const int64_t *floor, struct budget *budget,
                  int64_t *ideal, bool *exists, struct error *error)
{
    *exists = false;
    if (diagram_is_empty(diagram))
        return true;
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        if (!direct_most(diagram, floor, p, budget, &ideal[p], exists, error))
            return false;
        if (!*exists)
            return true;
    }
    return true;
}
