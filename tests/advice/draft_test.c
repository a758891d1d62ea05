// SPDX-License-Identifier: Apache-2.0
#include "advice/draft.h"

#include "../bargain/random.h"
#include "bargain/verify.h"
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct trial {
    const struct scenario *scenario;
    const struct draft *draft;
    struct listing listing;
};

static bool is_no_worse(const int64_t *a, const int64_t *b, uint32_t parties)
{
    for (uint32_t p = 0; p < parties; p++)
        if (a[p] < b[p])
            return false;
    return true;
}

static bool is_equal(const int64_t *a, const int64_t *b, uint32_t parties)
{
    return memcmp(a, b, parties * sizeof *a) == 0;
}

// Whether some package is better for somebody than these values and worse for nobody.
static bool is_beaten(const struct trial *trial, const int64_t *values)
{
    uint32_t parties = trial->scenario->party_count;
    for (size_t i = 0; i < trial->listing.count; i++)
        if (is_no_worse(trial->listing.items[i].values, values, parties) &&
            !is_equal(trial->listing.items[i].values, values, parties))
            return true;
    return false;
}

static const char *better_differs(const struct trial *trial)
{
    const struct draft *draft = trial->draft;
    uint32_t parties = trial->scenario->party_count;
    uint64_t count = 0;
    size_t efficient = 0;
    int64_t row[SCENARIO_PARTIES_MAX];
    for (size_t i = 0; i < trial->listing.count; i++) {
        const int64_t *values = trial->listing.items[i].values;
        if (!is_no_worse(values, draft->values, parties))
            continue;
        count++;
        bool is_new = !is_beaten(trial, values);
        for (size_t k = 0; k < i && is_new; k++)
            is_new = !is_equal(trial->listing.items[k].values, values, parties);
        if (!is_new)
            continue;
        efficient++;
        bool found = false;
        for (size_t k = 0; k < draft->better.count && !found; k++)
            found = is_equal(front_point(&draft->better, k, row), values, parties);
        if (!found)
            return "a point better for all is missing";
    }
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, count);
    if (!draft->at_least_as_good.is_exact ||
        !str_equal(draft->at_least_as_good.at_least, str_of(text)))
        return "another number of packages is worse for nobody";
    return efficient == draft->better.count ? NULL : "a point is not better for all";
}

static const char *beating_differs(const struct trial *trial)
{
    const struct draft *draft = trial->draft;
    uint32_t parties = trial->scenario->party_count;
    if (!draft->has_verdict || is_beaten(trial, draft->values) != (draft->beaten_by != NULL))
        return "the draft is said to be efficient where it is beaten, or the other way round";
    if (!draft->beaten_by)
        return NULL;
    if (!verify_outcome(trial->scenario, draft->beaten_by, draft->beaten_values) ||
        !is_no_worse(draft->beaten_values, draft->values, parties) ||
        is_equal(draft->beaten_values, draft->values, parties))
        return "the package that is named does not beat the draft";
    return NULL;
}

// Who loses most when the draft takes this choice; UINT32_MAX: nobody loses.
static uint32_t loser(const struct trial *trial, struct choice choice)
{
    const struct issue *issue = &trial->scenario->issues[choice.issue];
    uint32_t who = UINT32_MAX;
    int64_t most = 0;
    for (uint32_t p = 0; p < trial->scenario->party_count; p++) {
        const int64_t *scores = trial->scenario->parties[p].scores + issue->first;
        int64_t loss = scores[trial->draft->package[choice.issue]] - scores[choice.option];
        if (loss > most) {
            most = loss;
            who = p;
        }
    }
    return who;
}

// A package is a trade when it changes two issues, two different parties give on one each, two gain
// on the whole and nobody loses.
static bool is_trade(const struct trial *trial, const struct listed *item)
{
    struct choice changes[2] = {{0, 0}, {0, 0}};
    uint32_t changed = 0;
    uint32_t winners = 0;
    for (uint32_t i = 0; i < trial->scenario->issue_count; i++)
        if (item->package[i] != trial->draft->package[i]) {
            if (changed < 2)
                changes[changed] = (struct choice){i, item->package[i]};
            changed++;
        }
    if (changed != 2 ||
        !is_no_worse(item->values, trial->draft->values, trial->scenario->party_count))
        return false;
    for (uint32_t p = 0; p < trial->scenario->party_count; p++)
        winners += item->values[p] > trial->draft->values[p];
    uint32_t first = loser(trial, changes[0]);
    uint32_t second = loser(trial, changes[1]);
    return winners >= 2 && first != UINT32_MAX && second != UINT32_MAX && first != second;
}

static const char *trades_differ(const struct trial *trial)
{
    const struct draft *draft = trial->draft;
    size_t wanted = 0;
    for (size_t i = 0; i < trial->listing.count; i++)
        wanted += is_trade(trial, &trial->listing.items[i]);
    if (draft->trade_count != wanted && (wanted <= draft->trade_count || draft->trade_count < 50))
        return "another number of trades";
    for (size_t t = 0; t < draft->trade_count; t++) {
        uint32_t package[LISTED_ISSUES];
        int64_t values[LISTED_PARTIES];
        memcpy(package, draft->package, trial->scenario->issue_count * sizeof *package);
        package[draft->trades[t].first.issue] = draft->trades[t].first.option;
        package[draft->trades[t].second.issue] = draft->trades[t].second.option;
        for (uint32_t p = 0; p < trial->scenario->party_count; p++)
            values[p] = draft->values[p] + draft->trades[t].gains[p];
        if (!verify_outcome(trial->scenario, package, values))
            return "a trade does not give what it says";
    }
    return NULL;
}

static const char *draft_differs(const struct trial *trial)
{
    const struct draft *draft = trial->draft;
    const struct scenario *scenario = trial->scenario;
    bool is_listed = false;
    for (size_t i = 0; i < trial->listing.count; i++)
        if (memcmp(trial->listing.items[i].package, draft->package,
                   scenario->issue_count * sizeof *draft->package) == 0) {
            is_listed = true;
            for (uint32_t p = 0; p < scenario->party_count; p++)
                if (draft->crosses_red_line[p] != (trial->listing.items[i].crosses >> p & 1) ||
                    draft->values[p] != trial->listing.items[i].values[p])
                    return "a party stands otherwise";
        }
    if (draft->is_cut || draft->is_allowed != is_listed)
        return "the draft is allowed where it is not, or something was given up";
    const char *difference = better_differs(trial);
    if (!difference)
        difference = beating_differs(trial);
    return difference ? difference : trades_differ(trial);
}

TEST(a_draft_is_weighed_as_a_listing_of_all_packages_weighs_it)
{
    size_t trades = 0;
    size_t beaten = 0;
    size_t seeds = tap_size(1250, 10000);
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario = random_scenario(&random, arena);
        struct budget budget = budget_unlimited();
        struct solution solution;
        struct draft draft = {.is_cut = true};
        struct error error;
        uint32_t package[LISTED_ISSUES];
        for (uint32_t i = 0; i < scenario.issue_count; i++)
            package[i] = tap_random_below(&random, scenario.issues[i].option_count);
        const char *difference = "it was not solved";
        if (CHECK(solution_find(&scenario, &solution_all, &budget, arena, &solution, &error))) {
            draft_weigh(&solution, package, &budget, arena, &draft);
            struct trial trial = {&scenario, &draft, listing_make(&scenario, NULL, arena)};
            difference = draft_differs(&trial);
            trades += draft.trade_count;
            beaten += draft.beaten_by != NULL;
        }
        if (!CHECK(difference == NULL))
            printf("# seed %d: %s\n", (int)seed, difference);
        arena_close(arena);
        if (difference)
            return;
    }
    printf("# %zu drafts, %zu beaten, %zu trades\n", seeds, beaten, trades);
    CHECK(beaten > seeds / 5 && trades > seeds / 30);
}

TESTS(TAP_ENTRY(a_draft_is_weighed_as_a_listing_of_all_packages_weighs_it))
