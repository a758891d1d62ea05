// SPDX-License-Identifier: Apache-2.0
#include "frontier/direct.h"

#include "bargain/wide.h"
#include "frontier/ascent.h"

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
    int64_t weights[PARTIES];
    struct linear linear;
    int64_t bound;   // weights · worths is at most this
    int64_t at_zero; // weights · reserve
    struct direct *found;
};

// The front of the packages that reach the reserve and whose weighted worths reach `least`.
static bool search(struct hunt *hunt, int64_t least)
{
    struct cut cut = {hunt->weights, hunt->linear.to_go, least};
    struct region region = {
        .floor = hunt->frame->reserve, .cuts = &cut, .cut_count = 1, .label_limit = LABEL_LIMIT};
    return front_find(hunt->diagram, &region, hunt->budget, hunt->arena, &hunt->found->front,
                      hunt->error);
}

static void pick(struct hunt *hunt)
{
    hunt->found->point = point_find(hunt->kind, &hunt->found->front, hunt->frame, hunt->arena);
}

// Weights for a product or a sum, and what they bound.
static void aim(struct hunt *hunt)
{
    uint32_t width = hunt->diagram->party_count;
    int64_t range[PARTIES] = {0};
    for (uint32_t p = 0; p < width; p++) {
        int64_t most = hunt->diagram->most[p] - hunt->frame->reserve[p];
        range[p] = most > 0 ? most : 1;
        hunt->weights[p] = 1;
    }
    if (hunt->kind == POINT_NASH)
        linear_product_weights(hunt->diagram, hunt->frame->reserve, range, hunt->weights);
    hunt->linear = linear_make(hunt->diagram, hunt->arena);
    linear_weigh(&hunt->linear, hunt->weights, 0);
    hunt->bound = hunt->linear.to_go[0];
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
    aim(hunt);
    struct direct *found = hunt->found;
    memcpy(found->weights, hunt->weights, sizeof found->weights);
    found->bound = hunt->bound;
    found->has_bound = true;
    int64_t depth = hunt->bound - hunt->at_zero;
    if (depth < 0)
        return true; // not even the bound reaches the reserve
    for (int64_t gap = depth / 256 + 1;; gap = gap > depth / 4 ? depth : gap * 4) {
        if (!search(hunt, hunt->bound - gap))
            return false;
        pick(hunt);
        if (found->point.is_defined || gap >= depth)
            break;
    }
    if (!found->point.is_defined)
        return true;
    int64_t least = proving_threshold(hunt);
    if (!search(hunt, least))
        return false;
    pick(hunt);
    return true;
}

// Max-min, egalitarian and KS: what comes as high as the best common share holds the best and all
// its ties.
static bool ascend(struct hunt *hunt)
{
    int64_t range[PARTIES] = {0};
    bool can_gain = false;
    for (uint32_t p = 0; p < hunt->diagram->party_count; p++) {
        int64_t gain = hunt->kind == POINT_KS ? hunt->frame->ideal[p] - hunt->frame->reserve[p] : 1;
        range[p] = gain > 0 ? gain : 0; // who cannot gain has no share to keep up
        can_gain = can_gain || gain > 0;
    }
    struct direct *found = hunt->found;
    bool done;
    if (can_gain) {
        struct ascent *ascent =
            ascent_open(hunt->diagram, hunt->frame->reserve, range, hunt->budget);
        found->has_bound = ascent_bound(ascent, found->weights, &found->bound);
        done = ascent_summit(ascent, hunt->arena, &found->front, hunt->error);
        ascent_close(ascent);
    } else {
        struct region region = {.floor = hunt->frame->reserve, .label_limit = LABEL_LIMIT};
        done = front_find(hunt->diagram, &region, hunt->budget, hunt->arena, &found->front,
                          hunt->error);
    }
    if (done)
        pick(hunt);
    return done;
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
    if (kind == POINT_MAXMIN || kind == POINT_EGALITARIAN || kind == POINT_KS)
        return ascend(&hunt);
    if (linear_limit(diagram, frame->reserve) < 1)
        return error_set(error, TOO_LARGE,
                         "the scores are too large for bounds in 64 bits; divide "
                         "them by a common factor");
    return sink(&hunt);
}

// The most that the parties with a range of 1 can rise above the base together.
static bool find_height(const struct diagram *diagram, const int64_t *base, const int64_t *range,
                        struct budget *budget, int64_t *worths, bool *exists, struct error *error)
{
    struct ascent *ascent = ascent_open(diagram, base, range, budget);
    bool done = ascent_height(ascent, worths, exists, error);
    ascent_close(ascent);
    return done;
}

// The reserves are lowered until every package reaches them; how high all come from there says by
// how much they may rise again.
bool direct_common_gain(const struct diagram *diagram, const int64_t *reserve,
                        struct budget *budget, int64_t *gain, struct error *error)
{
    uint32_t width = diagram->party_count;
    int64_t low[PARTIES] = {0};
    int64_t range[PARTIES] = {0};
    int64_t worths[PARTIES] = {0};
    int64_t drop = 0;
    bool exists;
    for (uint32_t p = 0; p < width; p++)
        if (reserve[p] - diagram->least[p] > drop)
            drop = reserve[p] - diagram->least[p];
    for (uint32_t p = 0; p < width; p++) {
        low[p] = reserve[p] - drop;
        range[p] = 1;
    }
    if (!find_height(diagram, low, range, budget, worths, &exists, error))
        return false;
    assert(exists); // every package reaches the lowered reserves
    *gain = INT64_MAX;
    for (uint32_t p = 0; p < width; p++)
        *gain = worths[p] - reserve[p] < *gain ? worths[p] - reserve[p] : *gain;
    return true;
}

bool direct_most(const struct diagram *diagram, const int64_t *floor, uint32_t party,
                 struct budget *budget, int64_t *most, bool *exists, struct error *error)
{
    int64_t range[PARTIES] = {0};
    int64_t worths[PARTIES] = {0};
    bool all_reach = true;
    for (uint32_t p = 0; p < diagram->party_count; p++)
        all_reach = all_reach && floor[p] <= diagram->least[p];
    if (all_reach) { // every package will do
        *exists = true;
        *most = diagram->most[party];
        return true;
    }
    range[party] = 1;
    if (!find_height(diagram, floor, range, budget, worths, exists, error))
        return false;
    if (*exists)
        *most = worths[party];
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
