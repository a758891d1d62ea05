// SPDX-License-Identifier: Apache-2.0
#include "timetable/controllability.h"
#include "twin.h"

// The plain twin plays the game out, minute by minute: nature lets uncertain durations end, then
// the agent, who sees that, takes steps at the same minute; until nothing more happens.
#define EVENTS 5
#define HORIZON 9

struct game {
    const struct network *network;
    const struct uncertain_duration *uncertain;
    uint32_t uncertain_count;
    int time[EVENTS]; // -1: has not happened
};

static bool is_natural(const struct game *game, uint32_t event)
{
    for (uint32_t i = 0; i < game->uncertain_count; i++)
        if (game->uncertain[i].end == event)
            return true;
    return false;
}

static bool is_over(const struct game *game)
{
    for (uint32_t e = 0; e < game->network->events; e++)
        if (game->time[e] < 0)
            return false;
    return true;
}

static bool holds(const struct game *game)
{
    for (uint32_t i = 0; i < game->network->count; i++) {
        const struct link *link = &game->network->links[i];
        if (game->time[link->to] - game->time[link->from] > link->most)
            return false;
    }
    return true;
}

static bool agent_wins(struct game *game, int now);

// Nature chooses which durations from number `next` on end now; what it must end, it ends.
static bool nature_loses(struct game *game, int now, uint32_t next)
{
    if (next == game->uncertain_count)
        return agent_wins(game, now);
    const struct uncertain_duration *it = &game->uncertain[next];
    int since = game->time[it->start] < 0 ? -1 : now - game->time[it->start];
    bool may_end = game->time[it->end] < 0 && since >= 0 && since >= it->least;
    bool must_end = may_end && since == it->most;
    if (!must_end && !nature_loses(game, now, next + 1))
        return false;
    if (!may_end)
        return true;
    game->time[it->end] = now;
    bool loses = nature_loses(game, now, next + 1);
    game->time[it->end] = -1;
    return loses;
}

// The agent takes one more step now (after which nature may answer at once), or lets time pass.
static bool agent_wins(struct game *game, int now)
{
    if (is_over(game))
        return holds(game);
    if (now > HORIZON)
        return false;
    for (uint32_t e = 0; e < game->network->events; e++) {
        if (game->time[e] >= 0 || is_natural(game, e))
            continue;
        game->time[e] = now;
        bool wins = nature_loses(game, now, 0);
        game->time[e] = -1;
        if (wins)
            return true;
    }
    return nature_loses(game, now + 1, 0);
}

static struct network random_plan(struct tap_random *random, struct uncertain_duration *uncertain,
                                  uint32_t *uncertain_count)
{
    uint32_t count = 0;
    struct link *links = ARENA_ARRAY(tap_arena(), struct link, 30);
    *uncertain_count = 1 + tap_random_below(random, 2);
    for (uint32_t i = 0; i < *uncertain_count; i++) {
        int64_t least = tap_random_below(random, 2);
        uncertain[i] =
            (struct uncertain_duration){i == 0 ? 0 : tap_random_below(random, 3), EVENTS - 1 - i,
                                        least, least + tap_random_below(random, 3)};
        if (uncertain[i].start == uncertain[i].end)
            uncertain[i].start = 0;
    }
    // All is done between minutes 0 and 6.
    for (uint32_t e = 1; e < EVENTS; e++) {
        links[count++] = (struct link){e, 0, 0, 0};
        links[count++] = (struct link){0, e, 6, 0};
    }
    uint32_t more = 1 + tap_random_below(random, 6);
    for (uint32_t i = 0; i < more; i++)
        links[count++] =
            (struct link){tap_random_below(random, EVENTS), tap_random_below(random, EVENTS),
                          (int64_t)tap_random_below(random, 6) - 2, 0};
    return (struct network){EVENTS, links, count};
}

TEST(the_verdict_is_that_of_the_game_played_out)
{
    struct tap_random random = {7};
    int controllable = 0;
    int only_possible = 0;
    for (int round = 0; round < 20000; round++) {
        struct uncertain_duration uncertain[2];
        uint32_t count;
        struct network network = random_plan(&random, uncertain, &count);
        struct game game = {&network, uncertain, count, {0, -1, -1, -1, -1}};
        bool wins = nature_loses(&game, 0, 0);
        struct budget budget = budget_unlimited();
        struct controllability controllability;
        struct error error;
        REQUIRE_DONE(controllability_check(&network, uncertain, count, &budget, tap_arena(),
                                           &controllability, &error),
                     &error);
        REQUIRE(controllability.is_controllable == wins);
        controllable += wins;
        only_possible += !wins && twin_is_possible(&network);
    }
    CHECK(controllable > 2000);
    CHECK(only_possible > 2000);
}

TEST(a_review_that_must_follow_within_a_day_can_wait_for_the_verification)
{
    // verification takes 10 to 60 days, nobody knows; the review comes at most 1 day after its end
    struct uncertain_duration uncertain[] = {{0, 1, 10, 60}};
    struct link links[] = {{1, 2, 1, 0}, {2, 1, 0, 1}, {0, 2, 40, 2}};
    struct network network = {3, links, 2};
    struct budget budget = budget_unlimited();
    struct controllability controllability;
    struct error error;
    REQUIRE_DONE(controllability_check(&network, uncertain, 1, &budget, tap_arena(),
                                       &controllability, &error),
                 &error);
    CHECK(controllability.is_controllable);
    // ... but not with a date 40 days on, although 10 to 40 days would do
    network.count = 3;
    REQUIRE_DONE(controllability_check(&network, uncertain, 1, &budget, tap_arena(),
                                       &controllability, &error),
                 &error);
    CHECK(!controllability.is_controllable);
    CHECK(controllability.loop_count > 0);
}

TESTS(TAP_ENTRY(the_verdict_is_that_of_the_game_played_out),
      TAP_ENTRY(a_review_that_must_follow_within_a_day_can_wait_for_the_verification))
