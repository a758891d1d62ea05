// SPDX-License-Identifier: Apache-2.0
#include "advice/obstacles.h"

#include "../bargain/random.h"
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct trial {
    const struct scenario *scenario;
    const struct obstacles *obstacles;
    struct listing listing;
    int64_t reserve[LISTED_PARTIES];
    struct arena *arena;
};

static bool is_tally(const struct tally *tally, uint64_t number)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%" PRIu64, number);
    return tally->is_exact && str_equal(tally->at_least, (struct str){text, (size_t)length});
}

// What all gain together when the issues of the set (a bit each) are released.
static bool gain_without(const struct trial *trial, uint32_t set, int64_t *gain)
{
    bool is_free[LISTED_ISSUES] = {false};
    for (uint32_t i = 0; i < trial->scenario->issue_count; i++)
        is_free[i] = set >> i & 1;
    struct listing listing = listing_make(trial->scenario, is_free, trial->arena);
    return listing_common_gain(&listing, trial->reserve, gain);
}

static const char *issues_differ(const struct trial *trial)
{
    const struct obstacles *obstacles = trial->obstacles;
    size_t possible = 0;
    for (uint32_t i = 0; i < trial->scenario->issue_count; i++) {
        int64_t gain;
        possible += gain_without(trial, 1u << i, &gain);
    }
    if (obstacles->issue_count != possible)
        return "another number of issues can be released";
    for (size_t i = 0; i < obstacles->issue_count; i++) {
        int64_t gain;
        if (!gain_without(trial, 1u << obstacles->issues[i].issue, &gain) ||
            gain != obstacles->issues[i].gain)
            return "releasing an issue gives another gain";
        if (i > 0 && obstacles->issues[i].gain > obstacles->issues[i - 1].gain)
            return "the blocking issue does not come first";
    }
    return NULL;
}

static const char *issue_set_differs(const struct trial *trial)
{
    const struct obstacles *obstacles = trial->obstacles;
    uint32_t found = 0;
    uint32_t smallest = UINT32_MAX;
    int64_t gain;
    for (size_t i = 0; i < obstacles->issue_set_count; i++)
        found |= 1u << obstacles->issue_set[i];
    for (uint32_t set = 1; set < 1u << trial->scenario->issue_count; set++)
        if (gain_without(trial, set, &gain) && gain >= 0 &&
            (uint32_t)__builtin_popcount(set) < smallest)
            smallest = (uint32_t)__builtin_popcount(set);
    if ((smallest == UINT32_MAX) != (obstacles->issue_set_count == 0))
        return "a set of issues is missing, or there is none";
    if (smallest == UINT32_MAX)
        return NULL;
    if (!gain_without(trial, found, &gain) || gain < 0)
        return "the set of issues does not suffice";
    if (obstacles->is_smallest_set && obstacles->issue_set_count != smallest)
        return "the set of issues is not the smallest";
    return NULL;
}

static const char *reserves_differ(const struct trial *trial)
{
    uint32_t parties = trial->scenario->party_count;
    size_t at = 0;
    for (uint32_t p = 0; p < parties; p++) {
        int64_t reserve[LISTED_PARTIES];
        int64_t best[LISTED_PARTIES] = {0};
        memcpy(reserve, trial->reserve, sizeof reserve);
        reserve[p] = INT64_MIN;
        if (listing_count(&trial->listing, reserve, best) == 0)
            continue;
        if (at == trial->obstacles->reserve_count || trial->obstacles->reserves[at].party != p ||
            trial->obstacles->reserves[at].by != trial->reserve[p] - best[p])
            return "a reserve that suffices alone differs";
        at++;
    }
    return at == trial->obstacles->reserve_count ? NULL : "a reserve does not suffice alone";
}

static bool set_agrees(const struct trial *trial, uint32_t set, int64_t by)
{
    int64_t reserve[LISTED_PARTIES];
    int64_t best[LISTED_PARTIES] = {0};
    memcpy(reserve, trial->reserve, sizeof reserve);
    for (uint32_t p = 0; p < trial->scenario->party_count; p++)
        reserve[p] -= set >> p & 1 ? by : 0;
    return listing_count(&trial->listing, reserve, best) > 0;
}

static const char *party_set_differs(const struct trial *trial)
{
    const struct obstacles *obstacles = trial->obstacles;
    const int64_t plenty = 1000 * 1000;
    uint32_t smallest = UINT32_MAX;
    uint32_t found = 0;
    for (size_t i = 0; i < obstacles->party_set_count; i++)
        found |= 1u << obstacles->party_set[i];
    for (uint32_t set = 1; set < 1u << trial->scenario->party_count; set++)
        if (set_agrees(trial, set, plenty) && (uint32_t)__builtin_popcount(set) < smallest)
            smallest = (uint32_t)__builtin_popcount(set);
    if (obstacles->party_set_count != smallest)
        return "the set of parties is not the smallest";
    if (!set_agrees(trial, found, obstacles->lower_each_by) ||
        set_agrees(trial, found, obstacles->lower_each_by - 1))
        return "the set of parties must lower by another amount";
    return NULL;
}

static const char *red_lines_differ(const struct trial *trial)
{
    size_t at = 0;
    for (uint32_t p = 0; p < trial->scenario->party_count; p++) {
        const struct scenario_party *who = &trial->scenario->parties[p];
        for (size_t i = 0; i < who->red_line_count; i++, at++) {
            const struct dropped *dropped = &trial->obstacles->red_lines[at];
            struct scenario changed = *trial->scenario;
            struct scenario_party *parties =
                ARENA_ARRAY(trial->arena, struct scenario_party, changed.party_count);
            memcpy(parties, trial->scenario->parties, changed.party_count * sizeof *parties);
            struct choice *lines = ARENA_ARRAY(trial->arena, struct choice, who->red_line_count);
            parties[p].red_line_count = 0;
            for (size_t k = 0; k < who->red_line_count; k++)
                if (memcmp(&who->red_lines[k], &who->red_lines[i], sizeof *lines) != 0)
                    lines[parties[p].red_line_count++] = who->red_lines[k];
            parties[p].red_lines = lines;
            changed.parties = parties;
            struct listing listing = listing_make(&changed, NULL, trial->arena);
            int64_t best[LISTED_PARTIES] = {0};
            uint64_t count = listing_count(&listing, trial->reserve, best);
            if (!is_tally(&dropped->acceptable, count) || (count == 0) != !dropped->best_for_each)
                return "dropping a red line opens another number of packages";
            if (count > 0 &&
                memcmp(best, dropped->best_for_each, changed.party_count * sizeof *best) != 0)
                return "dropping a red line gives another best";
        }
    }
    return at == trial->obstacles->red_line_count ? NULL : "a red line is missing";
}

static bool comes_true(const struct clause *clause, const uint32_t *package)
{
    int64_t sum = 0;
    for (uint32_t l = 0; l < clause->count && clause->sum; l++)
        sum += clause->literals[l].numbers[package[clause->literals[l].issue]];
    if (clause->sum)
        return sum < clause->sum->least || sum > clause->sum->most;
    for (uint32_t l = 0; l < clause->count; l++)
        if (!clause->literals[l].threatens[package[clause->literals[l].issue]])
            return false;
    return true;
}

// Whether some package breaks none of the rules but the one left out.
static bool some_package_keeps(const struct trial *trial, size_t left_out)
{
    struct scenario free_of_rules = *trial->scenario;
    free_of_rules.rule_count = free_of_rules.timed_choice_count = 0;
    free_of_rules.base_link_count = 0;
    struct listing all = listing_make(&free_of_rules, NULL, trial->arena);
    for (size_t i = 0; i < all.count; i++) {
        bool keeps = true;
        for (size_t c = 0; c < trial->obstacles->contradiction_count; c++)
            keeps = keeps && (c == left_out || !comes_true(&trial->obstacles->contradiction[c],
                                                           all.items[i].package));
        if (keeps)
            return true;
    }
    return false;
}

static const char *contradiction_differs(const struct trial *trial)
{
    size_t count = trial->obstacles->contradiction_count;
    if (some_package_keeps(trial, count))
        return "the contradiction allows a package";
    for (size_t c = 0; c < count; c++)
        if (!some_package_keeps(trial, c))
            return "a rule of the contradiction is not needed";
    return NULL;
}

static const char *obstacles_differ(const struct trial *trial)
{
    const struct obstacles *obstacles = trial->obstacles;
    int64_t gain = 0;
    const char *difference;
    if (trial->listing.count == 0)
        return contradiction_differs(trial);
    bool exists = listing_common_gain(&trial->listing, trial->reserve, &gain);
    if (exists != obstacles->has_gain || (exists && gain != obstacles->gain))
        return "the common gain differs";
    if ((difference = issues_differ(trial)) != NULL ||
        (difference = red_lines_differ(trial)) != NULL)
        return difference;
    if (exists && gain >= 0)
        return NULL;
    if ((difference = issue_set_differs(trial)) != NULL || !exists)
        return difference;
    difference = reserves_differ(trial);
    return difference ? difference : party_set_differs(trial);
}

TEST(what_blocks_agrees_with_a_listing_of_all_packages)
{
    size_t blocked = 0;
    size_t impossible = 0;
    size_t seeds = tap_size(800, 10000);
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenario = random_scenario(&random, arena);
        struct budget budget = budget_unlimited();
        struct solution solution;
        struct obstacles obstacles;
        struct error error;
        const char *difference = "it was not solved";
        if (CHECK(solution_find(&scenario, &solution_all, &budget, arena, &solution, &error)) &&
            CHECK(obstacles_find(&solution, &budget, arena, &obstacles, &error))) {
            struct trial trial = {
                &scenario, &obstacles, listing_make(&scenario, NULL, arena), {0}, arena};
            listing_reserves(&scenario, trial.reserve);
            difference = obstacles.is_cut ? "something was given up" : obstacles_differ(&trial);
            impossible += trial.listing.count == 0;
        }
        blocked += !solution.has_acceptable;
        if (!CHECK(difference == NULL))
            printf("# seed %d: %s\n", (int)seed, difference);
        arena_close(arena);
        if (difference)
            return;
    }
    printf("# %zu scenarios, %zu without agreement, %zu of them without any package\n", seeds,
           blocked, impossible);
    CHECK(blocked > seeds / 5 && impossible > seeds / 125);
}

TESTS(TAP_ENTRY(what_blocks_agrees_with_a_listing_of_all_packages))
