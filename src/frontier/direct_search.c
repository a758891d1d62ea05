// SPDX-License-Identifier: Apache-2.0
#include "frontier/direct_search.h"

#include "frontier/program_search.h"

#include <string.h>

#define TIES_MAX ((size_t)20 * 1000)
#define TIE_STEPS ((uint64_t)100 * 1000 * 1000) // given to ties however quickly the best was found
#define PARTIES SCENARIO_PARTIES_MAX

struct goal_measures {
    int64_t *values;
    int64_t base[PARTIES + 1];
    int64_t range[PARTIES + 1];
    uint32_t count;
};

// A measure that is the sum of all; false when it could leave 64 bits.
static bool add_sum(const struct diagram *diagram, struct goal_measures *made)
{
    uint32_t options = diagram->scenario->option_total;
    uint32_t parties = diagram->party_count;
    int64_t *sums = made->values + (size_t)parties * options;
    int128 base = 0;
    for (uint32_t p = 0; p < parties; p++)
        base += made->base[p];
    for (uint32_t o = 0; o < options; o++) {
        int128 sum = 0;
        for (uint32_t p = 0; p < parties; p++)
            sum += made->values[(size_t)p * options + o];
        if (sum > VALUE_MAX || sum < -VALUE_MAX)
            return false;
        sums[o] = (int64_t)sum;
    }
    if (base > VALUE_MAX || base < -VALUE_MAX)
        return false;
    made->base[parties] = (int64_t)base;
    made->range[parties] = 1;
    made->count = parties + 1;
    return true;
}

// One measure a party; of a sum of gains the parties only keep to their base.
static bool measures_of(const struct diagram *diagram, const struct goal *goal, struct arena *work,
                        struct goal_measures *made)
{
    const struct scenario *scenario = diagram->scenario;
    uint32_t options = scenario->option_total;
    *made = (struct goal_measures){
        .values = ARENA_ARRAY(work, int64_t, (size_t)(diagram->party_count + 1) * options),
        .count = diagram->party_count};
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        memcpy(made->values + (size_t)p * options, scenario->parties[p].scores,
               options * sizeof(int64_t));
        made->base[p] = goal->base[p];
        made->range[p] = goal->kind == GOAL_SHARES ? goal->range[p] : 0;
    }
    return goal->kind != GOAL_SUM || add_sum(diagram, made);
}

static int64_t *values_of(const struct diagram *diagram, const uint32_t *outcome, int64_t *values)
{
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        values[p] = 0;
        for (uint32_t i = 0; i < diagram->level_count; i++)
            values[p] += diagram->scenario->parties[p].scores[outcome[i]];
    }
    return values;
}

static void gather_front(const struct diagram *diagram, const struct program_found *program_found,
                         struct arena *work, struct arena *arena, struct direct_search *found)
{
    size_t count = program_found->ties.count;
    uint32_t **outcomes = ARENA_ARRAY(work, uint32_t *, count + 1);
    for (size_t i = 0; i < count; i++)
        outcomes[i] =
            front_outcome_by_level(diagram, *LIST_AT(&program_found->ties, uint32_t *, i), work);
    if (!program_found->has_all_ties)
        outcomes[count++] = front_outcome_by_level(diagram, program_found->outcome, work);
    front_of_outcomes(diagram, outcomes, count, arena, &found->front);
}

// The bound as one on the parties' values; a sum's weight is a weight of each party.
static void take_bound(const struct goal *goal, const struct program_found *program_found,
                       struct direct_search *found)
{
    int64_t all = goal->kind == GOAL_SUM ? program_found->weights[goal->width] : 0;
    for (uint32_t p = 0; p < goal->width; p++)
        found->weights[p] = program_found->weights[p] + all;
    int128 most = program_found->weighted_most;
    found->has_most = program_found->has_bound;
    found->most = program_found->bound;
    found->has_bound = program_found->has_bound && most <= VALUE_MAX && most >= -VALUE_MAX;
    found->bound = found->has_bound ? (int64_t)most : 0;
}

bool direct_search(const struct diagram *diagram, const struct goal *goal, enum direct_ties ties,
                   struct budget *budget, struct arena *arena, struct direct_search *found)
{
    struct choice_program program;
    struct goal_measures measures;
    if (goal->kind == GOAL_PRODUCT)
        return false;
    struct arena *work = arena_open();
    bool can = choice_program_make(diagram->scenario, diagram->clauses, diagram->removed, work,
                                   &program) &&
               measures_of(diagram, goal, work, &measures);
    if (can) {
        struct program_search_request request = {
            .measures = {measures.count, measures.values, measures.base, measures.range},
            .wants_ties = ties != TIES_NONE,
            .tie_limit = TIES_MAX,
            .tie_steps = ties == TIES_ALL ? UINT64_MAX : TIE_STEPS};
        struct program_found program_found;
        can = program_search(&program, &request, budget, work, &program_found);
        *found = (struct direct_search){.is_proved = program_found.is_proved,
                                        .exists = program_found.exists,
                                        .has_all = program_found.has_all_ties};
        if (can && found->exists)
            values_of(diagram, program_found.outcome, found->values);
        if (can && found->exists && ties != TIES_NONE)
            gather_front(diagram, &program_found, work, arena, found);
        take_bound(goal, &program_found, found);
    }
    arena_close(work);
    return can;
}
