// SPDX-License-Identifier: Apache-2.0
#include "spatial_model/spatial.h"

#include "base/checked.h"

#include <stdlib.h>

static bool weigh_actors(const struct spatial_line *line, int64_t *weight, int64_t *total,
                         struct error *error)
{
    *total = 0;
    for (uint32_t a = 0; a < line->count; a++) {
        int64_t position = line->position[a];
        if (position > SPATIAL_NUMBER_MAX || position < -SPATIAL_NUMBER_MAX)
            return error_set(error, TOO_LARGE, "a position has too many digits for exact sums");
        if (!checked_multiply(line->influence[a], line->salience[a], &weight[a]) ||
            !checked_add(*total, weight[a], total) || *total > SPATIAL_NUMBER_MAX)
            return error_set(error, TOO_LARGE,
                             "influence times salience has too many digits for exact sums");
    }
    return *total > 0 || error_set(error, BAD_INPUT,
                                   "nobody has any weight: influence times salience is 0 for all");
}

static int by_position(const void *a, const void *b)
{
    const struct spatial_alternative *first = a;
    const struct spatial_alternative *second = b;
    return (first->position > second->position) - (first->position < second->position);
}

// The positions held, each once, with the weight that stands there.
static struct spatial_alternative *find_alternatives(const struct spatial_line *line,
                                                     struct arena *arena, struct spatial *spatial)
{
    struct spatial_alternative *held = ARENA_ARRAY(arena, struct spatial_alternative, line->count);
    for (uint32_t a = 0; a < line->count; a++)
        held[a] = (struct spatial_alternative){line->position[a], spatial->weight[a], 0, 0, 0};
    qsort(held, line->count, sizeof *held, by_position);
    uint32_t count = 0;
    for (uint32_t a = 0; a < line->count; a++) {
        if (count > 0 && held[count - 1].position == held[a].position)
            held[count - 1].weight += held[a].weight;
        else
            held[count++] = held[a];
    }
    int64_t *before = ARENA_ARRAY(arena, int64_t, count + 1);
    for (uint32_t i = 0; i < count; i++)
        before[i + 1] = before[i] + held[i].weight;
    spatial->alternatives = held;
    spatial->alternative_count = count;
    spatial->weight_before = before;
    return held;
}

// The lower median has half of the weight at or below it, the upper one more than half.
static void find_median(struct spatial *spatial)
{
    const int64_t *through = spatial->weight_before + 1;
    uint32_t i = 0;
    while (through[i] < spatial->total - through[i])
        i++;
    spatial->lower = spatial->alternatives[i].position;
    while (through[i] <= spatial->total - through[i])
        i++;
    spatial->upper = spatial->alternatives[i].position;
}

static void find_mean(const struct spatial_line *line, struct spatial *spatial)
{
    int128 sum = 0; // below 2^60 × 2^60
    for (uint32_t a = 0; a < line->count; a++)
        sum += (int128)spatial->weight[a] * line->position[a];
    spatial->mean = (struct ratio){sum, (uint128)spatial->total};
}

// The weight of all alternatives p with 2p < bound, or 2p <= bound.
static int64_t weight_under(const struct spatial *spatial, int64_t bound, bool with_bound)
{
    uint32_t from = 0;
    uint32_t to = spatial->alternative_count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        int64_t twice = 2 * spatial->alternatives[middle].position; // below 2^62
        if (twice < bound || (with_bound && twice == bound))
            from = middle + 1;
        else
            to = middle;
    }
    return spatial->weight_before[from];
}

int64_t spatial_support(const struct spatial *spatial, uint32_t a, uint32_t b)
{
    int64_t bound = spatial->alternatives[a].position + spatial->alternatives[b].position;
    if (a == b)
        return 0;
    return a < b ? weight_under(spatial, bound, false)
                 : spatial->total - weight_under(spatial, bound, true);
}

static void vote_on_pairs(struct spatial *spatial, struct spatial_alternative *alternatives)
{
    for (uint32_t a = 0; a < spatial->alternative_count; a++) {
        for (uint32_t b = a + 1; b < spatial->alternative_count; b++) {
            int64_t for_a = spatial_support(spatial, a, b);
            int64_t for_b = spatial_support(spatial, b, a);
            alternatives[a].wins += for_a > for_b;
            alternatives[a].losses += for_a < for_b;
            alternatives[a].ties += for_a == for_b;
            alternatives[b].wins += for_b > for_a;
            alternatives[b].losses += for_b < for_a;
            alternatives[b].ties += for_a == for_b;
        }
    }
}

// The weights below, at and above a single median: it stands while below < at + above and
// above < at + below.
struct sides {
    int64_t below, at, above;
};

static struct spatial_turn turn_at(int64_t at)
{
    return (struct spatial_turn){at >= 0, false, at};
}

static struct spatial_turn turn_beyond(bool is_possible, int64_t at)
{
    return (struct spatial_turn){is_possible, true, at};
}

// For an actor on the side whose whole weight is `own`, `at` on the median and `other` across it.
static void turn_weight_aside(int64_t weight, int64_t own, int64_t at, int64_t other,
                              struct spatial_turns *turns)
{
    int64_t companions = own - weight;
    turns->more_weight = turn_at(at + other - companions);
    turns->less_weight = turn_at(other - at - companions);
}

static struct spatial_turns turns_of_single(const struct spatial *spatial, struct sides sides,
                                            int64_t position, int64_t weight)
{
    struct spatial_turns turns = {0};
    int64_t median = spatial->lower;
    // Crossing the median carries the weight from one side to the other.
    bool upward = weight > 0 && sides.above + weight >= sides.below + sides.at - weight;
    bool downward = weight > 0 && sides.below + weight >= sides.above + sides.at - weight;
    if (position < median) {
        turn_weight_aside(weight, sides.below, sides.at, sides.above, &turns);
        turns.higher = turn_beyond(upward, median);
    } else if (position > median) {
        turn_weight_aside(weight, sides.above, sides.at, sides.below, &turns);
        turns.lower = turn_beyond(downward, median);
    } else {
        int64_t difference = sides.below - sides.above;
        turns.less_weight =
            turn_at((difference < 0 ? -difference : difference) - (sides.at - weight));
        turns.higher = turn_beyond(upward, median);
        turns.lower = turn_beyond(downward, median);
    }
    return turns;
}

// Between two medians the halves are equal, so that any change of weight tips the scales.
static struct spatial_turns turns_of_pair(const struct spatial *spatial, const int64_t *weight_at,
                                          int64_t position, int64_t weight)
{
    struct spatial_turns turns = {0};
    turns.more_weight = turn_beyond(true, weight);
    if (weight == 0)
        return turns;
    turns.less_weight = turn_beyond(true, weight);
    if (position <= spatial->lower) {
        turns.higher = turn_beyond(true, spatial->lower);
        turns.lower = turn_beyond(position == spatial->lower && weight_at[0] == weight, position);
    } else {
        turns.lower = turn_beyond(true, spatial->upper);
        turns.higher = turn_beyond(position == spatial->upper && weight_at[1] == weight, position);
    }
    return turns;
}

static int64_t weight_held(const struct spatial *spatial, int64_t position)
{
    return weight_under(spatial, 2 * position, true) - weight_under(spatial, 2 * position, false);
}

static void find_turns(const struct spatial_line *line, struct arena *arena,
                       struct spatial *spatial)
{
    struct spatial_turns *turns = ARENA_ARRAY(arena, struct spatial_turns, line->count);
    int64_t below = weight_under(spatial, 2 * spatial->lower, false);
    int64_t at[2] = {weight_held(spatial, spatial->lower), weight_held(spatial, spatial->upper)};
    struct sides sides = {below, at[0], spatial->total - below - at[0]};
    for (uint32_t a = 0; a < line->count; a++)
        turns[a] = spatial->lower == spatial->upper
                       ? turns_of_single(spatial, sides, line->position[a], spatial->weight[a])
                       : turns_of_pair(spatial, at, line->position[a], spatial->weight[a]);
    spatial->turns = turns;
}

bool spatial_weigh(const struct spatial_line *line, struct arena *arena, struct spatial *spatial,
                   struct error *error)
{
    if (line->count > SPATIAL_ACTORS_MAX)
        return error_set(error, TOO_LARGE, "%u actors are more than the %d that are weighed",
                         line->count, SPATIAL_ACTORS_MAX);
    int64_t *weight = ARENA_ARRAY(arena, int64_t, line->count);
    struct spatial result = {.weight = weight};
    if (!weigh_actors(line, weight, &result.total, error))
        return false;
    struct spatial_alternative *alternatives = find_alternatives(line, arena, &result);
    find_median(&result);
    find_mean(line, &result);
    vote_on_pairs(&result, alternatives);
    find_turns(line, arena, &result);
    *spatial = result;
    return true;
}
