// SPDX-License-Identifier: Apache-2.0
// The figures of a line beside plain recounts: every vote, and every change of one actor.
#include "spatial_model/spatial.h"
#include "tap.h"

#define ACTORS 7
#define REACH 40 // how far weights and positions are tried

struct table {
    uint32_t count;
    int64_t position[ACTORS];
    int64_t weight[ACTORS];
};

struct median {
    int64_t lower, upper;
};

// The ends of the positions with at most half of the weight on either side, among those that
// somebody with weight holds. Without any weight there is none.
static struct median plain_median(const struct table *table)
{
    struct median median = {INT64_MAX, INT64_MIN};
    for (uint32_t i = 0; i < table->count; i++) {
        int64_t below = 0;
        int64_t above = 0;
        int64_t total = 0;
        for (uint32_t a = 0; a < table->count; a++) {
            below += table->position[a] < table->position[i] ? table->weight[a] : 0;
            above += table->position[a] > table->position[i] ? table->weight[a] : 0;
            total += table->weight[a];
        }
        if (table->weight[i] == 0 || 2 * below > total || 2 * above > total)
            continue;
        if (table->position[i] < median.lower)
            median.lower = table->position[i];
        if (table->position[i] > median.upper)
            median.upper = table->position[i];
    }
    return median;
}

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b;
}

static int64_t plain_support(const struct table *table, int64_t a, int64_t b)
{
    int64_t support = 0;
    for (uint32_t i = 0; i < table->count; i++)
        if (distance(table->position[i], a) < distance(table->position[i], b))
            support += table->weight[i];
    return support;
}

static bool moves(const struct table *table, struct median from)
{
    struct median to = plain_median(table);
    return to.lower != from.lower || to.upper != from.upper;
}

static bool says_up(struct spatial_turn turn, int64_t value)
{
    return turn.is_possible && (turn.is_beyond ? value > turn.at : value >= turn.at);
}

static bool says_down(struct spatial_turn turn, int64_t value)
{
    return turn.is_possible && (turn.is_beyond ? value < turn.at : value <= turn.at);
}

static struct table random_table(struct tap_random *random)
{
    struct table table = {.count = 1 + tap_random_below(random, ACTORS)};
    uint32_t spread = 1 + tap_random_below(random, 9);
    for (uint32_t i = 0; i < table.count; i++) {
        // Twice a number, so that the values between are tried too.
        table.position[i] = 2 * ((int64_t)tap_random_below(random, spread) - 4);
        table.weight[i] = 2 * (int64_t)tap_random_below(random, 5);
    }
    return table;
}

static bool weigh(const struct table *table, struct spatial *spatial, struct error *error)
{
    static const int64_t ones[ACTORS] = {1, 1, 1, 1, 1, 1, 1};
    struct spatial_line line = {table->count, table->position, table->weight, ones};
    return spatial_weigh(&line, tap_arena(), spatial, error);
}

static uint32_t wrong_votes(const struct table *table, const struct spatial *spatial)
{
    uint32_t wrong = 0;
    for (uint32_t a = 0; a < spatial->alternative_count; a++) {
        uint32_t losses = 0;
        int64_t here = spatial->alternatives[a].position;
        for (uint32_t b = 0; b < spatial->alternative_count; b++) {
            int64_t there = spatial->alternatives[b].position;
            int64_t support = plain_support(table, here, there);
            wrong += spatial_support(spatial, a, b) != support;
            losses += support < plain_support(table, there, here);
        }
        wrong += losses != spatial->alternatives[a].losses;
        wrong += (losses == 0) != (here >= spatial->lower && here <= spatial->upper);
    }
    return wrong;
}

static uint32_t wrong_turns(const struct table *table, const struct spatial *spatial)
{
    struct median median = {spatial->lower, spatial->upper};
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < table->count; i++) {
        struct table changed = *table;
        for (int64_t weight = 0; weight <= REACH; weight++) {
            changed.weight[i] = weight;
            bool says =
                weight > table->weight[i]
                    ? says_up(spatial->turns[i].more_weight, weight)
                    : weight < table->weight[i] && says_down(spatial->turns[i].less_weight, weight);
            wrong += says != moves(&changed, median);
        }
        changed = *table;
        for (int64_t position = -REACH; position <= REACH; position++) {
            changed.position[i] = position;
            bool says =
                position > table->position[i]
                    ? says_up(spatial->turns[i].higher, position)
                    : position < table->position[i] && says_down(spatial->turns[i].lower, position);
            wrong += says != moves(&changed, median);
        }
    }
    return wrong;
}

TEST(medians_votes_and_turns_are_those_of_a_plain_recount)
{
    struct tap_random random = {7};
    uint32_t weighed = 0;
    for (int round = 0; round < 3000; round++) {
        struct table table = random_table(&random);
        struct spatial spatial;
        struct error error;
        struct median median = plain_median(&table);
        bool has_weight = median.lower <= median.upper;
        bool done = weigh(&table, &spatial, &error);
        REQUIRE(done == has_weight);
        if (!done)
            continue;
        weighed++;
        REQUIRE(spatial.lower == median.lower && spatial.upper == median.upper);
        REQUIRE(wrong_votes(&table, &spatial) == 0);
        REQUIRE(wrong_turns(&table, &spatial) == 0);
    }
    CHECK(weighed > 2000);
}

TEST(the_mean_is_an_exact_fraction)
{
    struct table table = {3, {-1, 0, 5}, {1, 1, 1}};
    struct spatial spatial;
    struct error error;
    REQUIRE_DONE(weigh(&table, &spatial, &error), &error);
    CHECK_STR(ratio_print(spatial.mean, tap_arena()), STR("4/3"));
}

TEST(sums_that_do_not_fit_are_refused)
{
    struct table table = {2, {0, 1}, {SPATIAL_NUMBER_MAX, 1}};
    struct spatial spatial;
    struct error error;
    CHECK(!weigh(&table, &spatial, &error));
    CHECK_INT(error.code, TOO_LARGE);
}

TESTS(TAP_ENTRY(medians_votes_and_turns_are_those_of_a_plain_recount),
      TAP_ENTRY(the_mean_is_an_exact_fraction), TAP_ENTRY(sums_that_do_not_fit_are_refused))
