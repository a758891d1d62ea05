// SPDX-License-Identifier: Apache-2.0
#include "advice/prospects.h"

#include "../bargain/random.h"
#include "advice/change.h"
#include "bargain/wide.h"
#include "listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct trial {
    const struct prospects *prospects;
    struct listing sides[2]; // old and new
    int64_t reserves[2][LISTED_PARTIES];
    struct arena *arena;
};

static bool is_number(struct str digits, uint64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, number);
    return str_equal(digits, str_of(text));
}

static bool suits_side(const struct trial *trial, int side, const struct listed *item)
{
    return listed_suits(item, trial->reserves[side], trial->sides[side].scenario->party_count);
}

static uint64_t count_kept(const struct trial *trial)
{
    uint64_t kept = 0;
    for (size_t i = 0; i < trial->sides[0].count; i++)
        for (size_t k = 0; k < trial->sides[1].count; k++)
            kept += memcmp(trial->sides[0].items[i].package, trial->sides[1].items[k].package,
                           sizeof trial->sides[0].items[i].package) == 0 &&
                    suits_side(trial, 0, &trial->sides[0].items[i]) &&
                    suits_side(trial, 1, &trial->sides[1].items[k]);
    return kept;
}

static enum verdict verdict_of(int64_t before, int64_t after)
{
    return after > before ? VERDICT_NEARER : after < before ? VERDICT_FARTHER : VERDICT_UNCHANGED;
}

// How many packages one party would accept by itself.
static uint64_t suits_one(const struct trial *trial, int side, uint32_t party)
{
    uint64_t count = 0;
    for (size_t i = 0; i < trial->sides[side].count; i++) {
        const struct listed *item = &trial->sides[side].items[i];
        count +=
            item->values[party] >= trial->reserves[side][party] && !(item->crosses >> party & 1);
    }
    return count;
}

static const char *verdicts_differ(const struct trial *trial, const uint64_t *counts,
                                   int64_t best[2][LISTED_PARTIES])
{
    int64_t gains[2] = {0, 0};
    bool exists[2];
    for (int side = 0; side < 2; side++)
        exists[side] =
            listing_common_gain(&trial->sides[side], trial->reserves[side], &gains[side]);
    enum verdict wanted = verdict_of(exists[0], exists[1]);
    if (wanted == VERDICT_UNCHANGED)
        wanted = verdict_of(gains[0], gains[1]);
    if (wanted == VERDICT_UNCHANGED)
        wanted = verdict_of((int64_t)counts[0], (int64_t)counts[1]);
    if (wanted != trial->prospects->verdict)
        return "the verdict for all differs";
    for (uint32_t p = 0; p < trial->sides[0].scenario->party_count; p++) {
        wanted = verdict_of(counts[0] > 0, counts[1] > 0);
        if (wanted == VERDICT_UNCHANGED && counts[0] > 0)
            wanted =
                verdict_of(best[0][p] - trial->reserves[0][p], best[1][p] - trial->reserves[1][p]);
        if (wanted == VERDICT_UNCHANGED)
            wanted = verdict_of((int64_t)suits_one(trial, 0, p), (int64_t)suits_one(trial, 1, p));
        if (wanted != trial->prospects->for_each[p])
            return "the verdict for one party differs";
    }
    return NULL;
}

static const char *changes_differ(const struct trial *trial)
{
    const struct scenario *old = trial->sides[0].scenario;
    const struct scenario *new = trial->sides[1].scenario;
    int64_t before = 0;
    if (!listing_common_gain(&trial->sides[0], trial->reserves[0], &before))
        return NULL;
    for (size_t c = 0; c < trial->prospects->change_count; c++) {
        const struct issue_change *change = &trial->prospects->changes[c];
        const struct issue *issue = &old->issues[change->issue];
        struct scenario mixed = *old;
        struct scenario_party *parties =
            ARENA_ARRAY(trial->arena, struct scenario_party, old->party_count);
        memcpy(parties, old->parties, old->party_count * sizeof *parties);
        for (uint32_t p = 0; p < old->party_count; p++) {
            int64_t *scores = ARENA_ARRAY(trial->arena, int64_t, old->option_total);
            memcpy(scores, old->parties[p].scores, old->option_total * sizeof *scores);
            memcpy(scores + issue->first, new->parties[p].scores + issue->first,
                   issue->option_count * sizeof *scores);
            parties[p].scores = scores;
        }
        mixed.parties = parties;
        struct listing listing = listing_make(&mixed, NULL, trial->arena);
        int64_t after = 0;
        if (!listing_common_gain(&listing, trial->reserves[0], &after) ||
            after - before != change->raises)
            return "one issue's change raises the common gain by another amount";
    }
    return NULL;
}

static const char *prospects_differ(const struct trial *trial)
{
    const struct prospects *prospects = trial->prospects;
    const struct side_prospects *sides[2] = {&prospects->old, &prospects->new};
    uint64_t counts[2];
    int64_t best[2][LISTED_PARTIES] = {{0}};
    for (int side = 0; side < 2; side++) {
        counts[side] = listing_count(&trial->sides[side], trial->reserves[side], best[side]);
        if (!is_number(sides[side]->acceptable.at_least, counts[side]))
            return "another number of packages is acceptable";
        if (counts[side] > 0 &&
            memcmp(best[side], sides[side]->ideal,
                   trial->sides[side].scenario->party_count * sizeof(int64_t)) != 0)
            return "the best for a party differs";
        for (uint32_t p = 0; p < trial->sides[side].scenario->party_count; p++)
            if (!is_number(sides[side]->to_each[p].at_least, suits_one(trial, side, p)))
                return "another number of packages suits one party";
    }
    uint64_t kept = count_kept(trial);
    if (!prospects->is_comparable || !is_number(prospects->kept.at_least, kept) ||
        !is_number(prospects->lost, counts[0] - kept) ||
        !is_number(prospects->gained, counts[1] - kept))
        return "what is kept, gained and lost differs";
    const char *difference = verdicts_differ(trial, counts, best);
    return difference ? difference : changes_differ(trial);
}

// A few what-if changes, said in words.
static bool change(struct tap_random *random, const struct scenario *old, struct arena *arena,
                   struct scenario *changed)
{
    *changed = *old;
    for (uint32_t i = 1 + tap_random_below(random, 3); i > 0; i--) {
        uint32_t party = tap_random_below(random, old->party_count);
        uint32_t issue = tap_random_below(random, old->issue_count);
        uint32_t option = tap_random_below(random, old->issues[issue].option_count);
        int by = (int)tap_random_below(random, 15) - 7;
        struct str words;
        switch (tap_random_below(random, 4)) {
        case 0:
            words = arena_print(arena, "p%u.reserve=%+d", party, by);
            break;
        case 1:
            words = arena_print(arena, "p%u.red_line=none", party);
            break;
        default:
            words = arena_print(arena, "p%u.i%u.o%u=%+d", party, issue, option, by);
            break;
        }
        struct scenario next;
        struct error error;
        if (!CHECK(scenario_change(changed, words, arena, &next, &error)))
            return false;
        *changed = next;
    }
    return true;
}

// A count as it is told when the search for it ends early: bounds with the count between them.
static struct tally loosened(struct tap_random *random, struct tally exact, struct arena *arena)
{
    uint64_t count = strtoull(arena_c_string(arena, exact.at_least), NULL, 10);
    uint64_t less = tap_random_below(random, 3);
    uint64_t least = count > less ? count - less : 0;
    uint64_t most = count + tap_random_below(random, 3);
    return (struct tally){arena_print(arena, "%" PRIu64, least),
                          arena_print(arena, "%" PRIu64, most), least == most};
}

static void loosen(struct tap_random *random, struct solution *solution, struct arena *arena)
{
    uint32_t parties = solution->scenario->party_count;
    struct tally *each = ARENA_ARRAY(arena, struct tally, parties);
    for (uint32_t p = 0; p < parties; p++)
        each[p] = loosened(random, solution->acceptable_to_each[p], arena);
    solution->acceptable = loosened(random, solution->acceptable, arena);
    solution->acceptable_to_each = each;
}

// What the bounds do not decide is said not to be known; what they decide is what the counts say.
static const char *guesses(struct tap_random *random, struct solution *solutions,
                           const struct prospects *exact, struct budget *budget,
                           struct arena *arena, size_t *not_known)
{
    struct prospects loose;
    struct error error;
    for (int i = 0; i < 2; i++)
        loosen(random, &solutions[i], arena);
    if (!prospects_find(&solutions[0], &solutions[1], budget, arena, &loose, &error))
        return "it was not compared by bounds";
    *not_known += loose.verdict == VERDICT_NOT_KNOWN;
    if (loose.verdict != exact->verdict && loose.verdict != VERDICT_NOT_KNOWN)
        return "bounds decide otherwise than counts";
    for (uint32_t p = 0; p < solutions[0].scenario->party_count; p++)
        if (loose.for_each[p] != exact->for_each[p] && loose.for_each[p] != VERDICT_NOT_KNOWN)
            return "bounds decide otherwise than counts for one party";
    return NULL;
}

TEST(prospects_agree_with_two_listings_of_all_packages)
{
    size_t not_known = 0;
    size_t verdicts[4] = {0};
    size_t seeds = tap_size(600, 6000);
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenarios[2] = {random_scenario(&random, arena)};
        struct solution solutions[2];
        struct prospects prospects = {.is_comparable = false};
        struct budget budget = budget_unlimited();
        struct error error;
        const char *difference = "it was not solved";
        bool done = change(&random, &scenarios[0], arena, &scenarios[1]);
        for (int i = 0; i < 2 && done; i++)
            done = CHECK(solution_find(&scenarios[i], &solution_to_compare, &budget, arena,
                                       &solutions[i], &error));
        if (done && CHECK(prospects_find(&solutions[0], &solutions[1], &budget, arena, &prospects,
                                         &error))) {
            struct trial trial = {.prospects = &prospects, .arena = arena};
            for (int i = 0; i < 2; i++) {
                trial.sides[i] = listing_make(&scenarios[i], NULL, arena);
                listing_reserves(&scenarios[i], trial.reserves[i]);
            }
            difference = prospects_differ(&trial);
            verdicts[prospects.verdict]++;
            if (!difference)
                difference = guesses(&random, solutions, &prospects, &budget, arena, &not_known);
        }
        if (!CHECK(difference == NULL))
            printf("# seed %d: %s\n", (int)seed, difference);
        arena_close(arena);
        if (difference)
            return;
    }
    printf("# %zu pairs: %zu unchanged, %zu nearer, %zu farther\n", seeds,
           verdicts[VERDICT_UNCHANGED], verdicts[VERDICT_NEARER], verdicts[VERDICT_FARTHER]);
    CHECK(not_known > seeds / 30 && verdicts[VERDICT_NOT_KNOWN] == 0);
    CHECK(verdicts[VERDICT_NEARER] > seeds / 15 && verdicts[VERDICT_FARTHER] > seeds / 15);
}

static bool is_between(int64_t value, struct gain_range range)
{
    return range.least <= value && value <= range.most;
}

static bool holds_count(const struct tally *told, const struct tally *truth)
{
    return digits_compare(told->at_least, truth->at_least) <= 0 &&
           digits_compare(truth->at_least, told->at_most) <= 0;
}

static bool holds_verdict(enum verdict told, enum verdict truth)
{
    return told == truth || told == VERDICT_NOT_KNOWN;
}

static const char *side_fault(const struct side_prospects *told, const struct side_prospects *truth,
                              uint32_t parties)
{
    if (!is_between(truth->common.most, told->common) ||
        (told->has_common_gain && told->common_gain != truth->common_gain))
        return "what all can gain";
    if (!holds_count(&told->acceptable, &truth->acceptable))
        return "acceptable packages";
    for (uint32_t p = 0; p < parties; p++)
        if (!is_between(truth->best[p].most, told->best[p]) ||
            !holds_count(&told->to_each[p], &truth->to_each[p]))
            return "what one party can gain";
    return NULL;
}

static const char *cut_fault(const struct prospects *told, const struct prospects *truth,
                             uint32_t parties)
{
    const char *found = side_fault(&told->old, &truth->old, parties);
    if (!found)
        found = side_fault(&told->new, &truth->new, parties);
    if (found)
        return found;
    for (uint32_t p = 0; p < parties; p++)
        if (!holds_verdict(told->for_each[p], truth->for_each[p]))
            return "a verdict for one";
    if (told->is_comparable && !holds_count(&told->kept, &truth->kept))
        return "what is kept";
    for (size_t c = 0; c < told->change_count; c++) {
        bool is_there = false;
        for (size_t k = 0; k < truth->change_count && !is_there; k++)
            is_there = told->changes[c].issue == truth->changes[k].issue &&
                       told->changes[c].raises == truth->changes[k].raises;
        if (!is_there)
            return "what an issue does";
    }
    return holds_verdict(told->verdict, truth->verdict) ? NULL : "the verdict";
}

// Two scenarios and what they are compared to within so many steps for each part.
static bool compare_within(const struct scenario *scenarios, uint64_t steps, struct arena *arena,
                           struct prospects *prospects)
{
    struct solution solutions[2];
    struct error error;
    for (int i = 0; i < 2; i++) {
        struct budget budget = budget_unlimited();
        budget.steps_left = steps;
        if (!CHECK(solution_find(&scenarios[i], &solution_to_compare, &budget, arena, &solutions[i],
                                 &error)))
            return false;
    }
    struct budget budget = budget_unlimited();
    budget.steps_left = steps;
    return CHECK(prospects_find(&solutions[0], &solutions[1], &budget, arena, prospects, &error));
}

TEST(under_any_budget_a_comparison_says_what_is_true)
{
    size_t answers[4] = {0};
    size_t cut = 0;
    for (uint64_t seed = 0; seed < tap_size(300, 6000); seed++) {
        struct tap_random random = {seed};
        struct arena *arena = arena_open();
        struct scenario scenarios[2] = {random_scenario(&random, arena)};
        struct prospects truth;
        struct prospects told;
        const char *fault = NULL;
        bool done = change(&random, &scenarios[0], arena, &scenarios[1]) &&
                    compare_within(scenarios, UINT64_MAX, arena, &truth);
        for (uint64_t steps = 0; done && !fault && steps < 2000000; steps = steps * 3 + 5) {
            done = compare_within(scenarios, steps, arena, &told);
            fault = done ? cut_fault(&told, &truth, scenarios[0].party_count) : "no answer";
            answers[told.verdict]++;
            cut += told.is_cut;
        }
        if (!CHECK(done && fault == NULL))
            printf("# seed %d: %s\n", (int)seed, fault ? fault : "not done");
        arena_close(arena);
        if (!done || fault)
            return;
    }
    printf("# %zu unchanged, %zu nearer, %zu farther, %zu not known; %zu cut short\n", answers[0],
           answers[1], answers[2], answers[3], cut);
    CHECK(answers[VERDICT_NOT_KNOWN] > 100 && cut > 300);
}

TESTS(TAP_ENTRY(under_any_budget_a_comparison_says_what_is_true),
      TAP_ENTRY(prospects_agree_with_two_listings_of_all_packages))
