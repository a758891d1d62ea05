// SPDX-License-Identifier: Apache-2.0
#include "advice/draft.h"

#include "bargain/verify.h"
#include "base/list.h"

#include <stdlib.h>
#include <string.h>

#define PART_STEPS ((uint64_t)100 * 1000 * 1000) // of each part of the answer
#define TRADES_SHOWN 50
#define BETTER_LABELS ((size_t)1000 * 1000)

struct trader {
    const struct scenario *scenario;
    const struct draft *draft;
    uint32_t *changed; // a package to try
    struct list trades;
};

// The party that loses most when the draft takes this choice instead, or UINT32_MAX.
static uint32_t who_gives(const struct trader *trader, struct choice choice)
{
    const struct scenario *scenario = trader->scenario;
    uint32_t first = scenario->issues[choice.issue].first;
    int64_t most = 0;
    uint32_t giver = UINT32_MAX;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const int64_t *scores = scenario->parties[p].scores;
        int64_t loss =
            scores[first + trader->draft->package[choice.issue]] - scores[first + choice.option];
        if (loss > most) {
            most = loss;
            giver = p;
        }
    }
    return giver;
}

static void try_trade(struct trader *trader, struct choice first, struct choice second)
{
    const struct scenario *scenario = trader->scenario;
    struct trade trade = {.first = first, .second = second};
    uint32_t winners = 0;
    trader->changed[first.issue] = first.option;
    trader->changed[second.issue] = second.option;
    bool helps = true;
    for (uint32_t p = 0; p < scenario->party_count && helps; p++) {
        trade.gains[p] = scenario_value(scenario, p, trader->changed) - trader->draft->values[p];
        winners += trade.gains[p] > 0;
        helps = trade.gains[p] >= 0;
    }
    trade.gives_first = who_gives(trader, first);
    trade.gives_second = who_gives(trader, second);
    // A trade: each of two parties gives on one issue and still gains on the whole.
    helps = helps && winners >= 2 && trade.gives_first != UINT32_MAX &&
            trade.gives_second != UINT32_MAX && trade.gives_first != trade.gives_second;
    if (helps && verify_allowed(scenario, trader->changed))
        *LIST_ADD(&trader->trades, struct trade) = trade;
    trader->changed[first.issue] = trader->draft->package[first.issue];
    trader->changed[second.issue] = trader->draft->package[second.issue];
}

static int64_t least_gain(const struct trade *trade)
{
    int64_t least = INT64_MAX;
    uint32_t givers[2] = {trade->gives_first, trade->gives_second};
    for (size_t i = 0; i < 2; i++)
        least = trade->gains[givers[i]] < least ? trade->gains[givers[i]] : least;
    return least;
}

static int compare_trades(const void *a, const void *b)
{
    const struct trade *left = a;
    const struct trade *right = b;
    int64_t left_least = least_gain(left);
    int64_t right_least = least_gain(right);
    if (left_least != right_least)
        return left_least > right_least ? -1 : 1;
    if (left->first.issue != right->first.issue)
        return left->first.issue < right->first.issue ? -1 : 1;
    if (left->second.issue != right->second.issue)
        return left->second.issue < right->second.issue ? -1 : 1;
    if (left->first.option != right->first.option)
        return left->first.option < right->first.option ? -1 : 1;
    return left->second.option < right->second.option ? -1 : 1;
}

// The trades of one choice for every other option of issue j.
static bool try_second(struct trader *trader, struct choice first, uint32_t j,
                       struct budget *budget)
{
    const struct scenario *scenario = trader->scenario;
    uint32_t options = scenario->issues[j].option_count;
    if (!budget_spend(budget, (uint64_t)options * scenario->issue_count))
        return false;
    for (uint32_t o = 0; o < options; o++)
        if (o != trader->draft->package[j])
            try_trade(trader, first, (struct choice){j, o});
    return true;
}

static bool try_trades(struct trader *trader, struct budget *budget)
{
    const struct scenario *scenario = trader->scenario;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t j = i + 1; j < scenario->issue_count; j++)
            for (uint32_t o = 0; o < scenario->issues[i].option_count; o++)
                if (o != trader->draft->package[i] &&
                    !try_second(trader, (struct choice){i, o}, j, budget))
                    return false;
    if (trader->trades.count > 1)
        qsort(trader->trades.items, trader->trades.count, sizeof(struct trade), compare_trades);
    return true;
}

// Takes the first package of a point as one that beats the draft.
static void take_beating(const struct solution *solution, const struct direct *direct,
                         struct arena *arena, struct draft *draft)
{
    int64_t *values = ARENA_ARRAY(arena, int64_t, solution->scenario->party_count);
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, solution->scenario->issue_count);
    front_point(&direct->front, direct->point.rows[0], values);
    front_outcome(&direct->front, direct->point.rows[0], package);
    draft->beaten_by = package;
    draft->beaten_values = values;
}

// The package without red lines that raises all parties most at the same time.
static bool beats_for_all(const struct solution *solution, struct budget *budget,
                          struct arena *arena, struct draft *draft)
{
    struct point_frame frame = {draft->values, NULL, NULL};
    struct direct *direct = ARENA_NEW(arena, struct direct);
    struct error error;
    if (!direct_find(POINT_MAXMIN, solution->acceptable_diagram, &frame, budget, arena, direct,
                     &error) ||
        !direct->point.is_defined || str_equal(direct->point.values[0], STR("0")))
        return false;
    take_beating(solution, direct, arena, draft);
    draft->has_verdict = true;
    draft->is_beaten_for_all = true;
    return true;
}

// Otherwise the package with the largest sum of values that gives nobody less: if that sum is larger,
// it beats the draft, and if it is not nothing does.
static bool find_beating(const struct solution *solution, struct budget *budget,
                         struct arena *arena, struct draft *draft)
{
    struct point_frame frame = {draft->values, NULL, NULL};
    struct direct *direct = ARENA_NEW(arena, struct direct);
    int64_t values[SCENARIO_PARTIES_MAX];
    struct error error;
    if (beats_for_all(solution, budget, arena, draft))
        return true;
    if (!direct_find(POINT_UTILITARIAN, solution->feasible_diagram, &frame, budget, arena, direct,
                     &error))
        return false;
    draft->has_verdict = true;
    if (!direct->point.is_defined)
        return true;
    front_point(&direct->front, direct->point.rows[0], values);
    if (memcmp(values, draft->values, solution->scenario->party_count * sizeof *values) != 0)
        take_beating(solution, direct, arena, draft);
    return true;
}

static bool find_better(const struct solution *solution, struct budget *budget, struct arena *arena,
                        struct draft *draft)
{
    struct region region = {.floor = draft->values, .label_limit = BETTER_LABELS};
    struct error error;
    draft->at_least_as_good =
        count_reaching(solution->feasible_diagram, draft->values, budget, arena);
    return front_find(solution->feasible_diagram, &region, budget, arena, &draft->better, &error);
}

static bool find_trades(const struct solution *solution, struct budget *budget, struct arena *arena,
                        struct draft *draft)
{
    uint32_t issues = solution->scenario->issue_count;
    struct trader trader = {solution->scenario, draft, ARENA_ARRAY(arena, uint32_t, issues),
                            LIST_MAKE(arena, struct trade)};
    memcpy(trader.changed, draft->package, issues * sizeof *draft->package);
    bool done = try_trades(&trader, budget);
    draft->trades = LIST_ITEMS(&trader.trades, struct trade);
    draft->trade_count = trader.trades.count < TRADES_SHOWN ? trader.trades.count : TRADES_SHOWN;
    return done;
}

void draft_weigh(const struct solution *solution, const uint32_t *package, struct budget *budget,
                 struct arena *arena, struct draft *draft)
{
    static bool (*const parts[])(const struct solution *, struct budget *, struct arena *,
                                 struct draft *) = {find_beating, find_better, find_trades};
    const struct scenario *scenario = solution->scenario;
    uint32_t parties = scenario->party_count;
    int64_t *values = ARENA_ARRAY(arena, int64_t, parties);
    *draft = (struct draft){.package = package,
                            .values = values,
                            .is_allowed = verify_allowed(scenario, package),
                            .crosses_red_line = ARENA_ARRAY(arena, bool, parties)};
    for (uint32_t p = 0; p < parties; p++) {
        values[p] = scenario_value(scenario, p, package);
        draft->crosses_red_line[p] = verify_crosses_red_line(scenario, p, package);
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct budget part = budget_share(budget, PART_STEPS);
        if (!parts[i](solution, &part, arena, draft))
            draft->is_cut = true;
        budget_settle(budget, &part, PART_STEPS);
    }
}
