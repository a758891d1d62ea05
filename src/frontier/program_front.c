// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_front.h"

#include "frontier/program_search.h"

#include <stdlib.h>
#include <string.h>

// An efficient outcome and what both have of it.
struct stand {
    uint32_t *outcome;
    int64_t values[2];
    bool is_closed; // nothing lies between it and the next
};

struct front_walker {
    const struct diagram *diagram;
    struct choice_program program;
    struct budget *budget;
    struct arena *work;
    int64_t *values;    // three measures: both parties, and a weighted sum
    struct list stands; // struct stand, the best for the first party first
    bool is_stopped;
};

// The weighted sum as third measure; false when it could leave 64 bits.
static bool weigh(struct front_walker *walker, const int64_t *weights, const int64_t *floor,
                  int64_t *least)
{
    uint32_t options = walker->program.option_count;
    const struct diagram *diagram = walker->diagram;
    int128 low = 0;
    int128 size = 0;
    for (uint32_t p = 0; p < 2; p++) {
        int128 largest =
            diagram->most[p] > -diagram->least[p] ? diagram->most[p] : -diagram->least[p];
        low += (int128)weights[p] * floor[p];
        size += (largest < 0 ? -largest : largest) * weights[p];
    }
    // Single options may lie far outside of what packages come to.
    for (uint32_t o = 0; o < options; o++) {
        int128 sum = (int128)weights[0] * walker->values[o] +
                     (int128)weights[1] * walker->values[options + o];
        if (sum > VALUE_MAX / SCENARIO_ISSUES_MAX || sum < -VALUE_MAX / SCENARIO_ISSUES_MAX)
            return false;
        walker->values[2 * (size_t)options + o] = (int64_t)sum;
    }
    *least = (int64_t)low;
    return size < VALUE_MAX / 4;
}

// The outcome with the largest weighted sum in which both reach the floor; false when there is none, or
// none was found in time.
static bool best_above(struct front_walker *walker, const int64_t *weights, const int64_t *floor,
                       struct stand *stand)
{
    int64_t least = 0;
    if (!weigh(walker, weights, floor, &least)) {
        walker->is_stopped = true;
        return false;
    }
    int64_t base[3] = {floor[0], floor[1], least};
    static const int64_t range[3] = {0, 0, 1};
    struct program_search_request request = {.measures = {3, walker->values, base, range}};
    struct program_found found;
    if (!program_search(&walker->program, &request, walker->budget, walker->work, &found) ||
        !found.is_proved) {
        walker->is_stopped = true;
        return false;
    }
    if (!found.exists)
        return false;
    *stand = (struct stand){.outcome = found.outcome};
    for (uint32_t p = 0; p < 2; p++)
        for (uint32_t i = 0; i < walker->program.issue_count; i++)
            stand->values[p] +=
                walker->values[(size_t)p * walker->program.option_count + found.outcome[i]];
    return true;
}

static struct stand *stand_at(const struct front_walker *walker, size_t i)
{
    return LIST_AT(&walker->stands, struct stand, i);
}

static void insert(struct front_walker *walker, size_t at, struct stand stand)
{
    LIST_ADD(&walker->stands, struct stand);
    for (size_t i = walker->stands.count - 1; i > at; i--)
        *stand_at(walker, i) = *stand_at(walker, i - 1);
    *stand_at(walker, at) = stand;
}

// Weights by which the party's own value decides, and the other's among equals.
static void weights_for(const struct diagram *diagram, uint32_t party, int64_t *weights)
{
    uint32_t other = 1 - party;
    weights[party] = diagram->most[other] - diagram->least[other] + 1;
    weights[other] = 1;
}

static bool find_ends(struct front_walker *walker)
{
    int64_t weights[2];
    struct stand stand;
    for (uint32_t p = 0; p < 2; p++) {
        weights_for(walker->diagram, p, weights);
        if (!best_above(walker, weights, walker->diagram->least, &stand))
            return !walker->is_stopped;
        if (p == 0 || stand.values[0] != stand_at(walker, 0)->values[0])
            insert(walker, p, stand);
    }
    return true;
}

// Between two neighbours: what is best by the weights for which both are equal.
static void find_outline(struct front_walker *walker)
{
    for (size_t i = 0; i + 1 < walker->stands.count && !walker->is_stopped;) {
        const struct stand *left = stand_at(walker, i);
        const struct stand *right = stand_at(walker, i + 1);
        int64_t weights[2] = {right->values[1] - left->values[1],
                              left->values[0] - right->values[0]};
        int64_t floor[2] = {right->values[0], left->values[1]};
        struct stand between;
        if (!best_above(walker, weights, floor, &between))
            return;
        int128 now = (int128)weights[0] * left->values[0] + (int128)weights[1] * left->values[1];
        int128 then =
            (int128)weights[0] * between.values[0] + (int128)weights[1] * between.values[1];
        if (then > now)
            insert(walker, i + 1, between);
        else
            i++;
    }
}

// All that lies in the gaps, each from its left end on.
static void fill_gaps(struct front_walker *walker)
{
    int64_t weights[2];
    weights_for(walker->diagram, 0, weights);
    for (size_t i = 0; i + 1 < walker->stands.count && !walker->is_stopped; i++) {
        int64_t floor[2] = {stand_at(walker, i + 1)->values[0] + 1,
                            stand_at(walker, i)->values[1] + 1};
        struct stand next;
        if (best_above(walker, weights, floor, &next))
            insert(walker, i + 1, next);
        if (!walker->is_stopped)
            stand_at(walker, i)->is_closed = true;
    }
}

static void take_front(struct front_walker *walker, struct arena *arena,
                       struct program_front *found)
{
    size_t count = walker->stands.count;
    uint32_t **outcomes = ARENA_ARRAY(walker->work, uint32_t *, count + 1);
    *found = (struct program_front){.is_complete = !walker->is_stopped};
    for (size_t i = 0; i < count; i++) {
        const struct stand *stand = stand_at(walker, i);
        outcomes[i] = front_outcome_by_level(walker->diagram, stand->outcome, walker->work);
        if (stand->is_closed || i + 1 == count)
            continue;
        int64_t gap = stand_at(walker, i + 1)->values[1] - stand->values[1] - 1;
        found->error[1] = gap > found->error[1] ? gap : found->error[1];
    }
    front_of_outcomes(walker->diagram, outcomes, count, arena, &found->front);
}

bool program_front_find(const struct diagram *diagram, struct budget *budget, struct arena *arena,
                        struct program_front *found)
{
    if (diagram_is_empty(diagram)) {
        *found = (struct program_front){.front = {.party_count = diagram->party_count},
                                        .is_complete = true};
        return true;
    }
    struct arena *work = arena_open();
    struct front_walker walker = {.diagram = diagram,
                                  .budget = budget,
                                  .work = work,
                                  .stands = LIST_MAKE(work, struct stand)};
    const struct scenario *scenario = diagram->scenario;
    bool can =
        diagram->party_count == 2 &&
        choice_program_make(scenario, diagram->clauses, diagram->removed, work, &walker.program);
    if (can) {
        uint32_t options = scenario->option_total;
        walker.values = ARENA_ARRAY(work, int64_t, 3 * (size_t)options);
        for (uint32_t p = 0; p < 2; p++)
            memcpy(walker.values + (size_t)p * options, scenario->parties[p].scores,
                   options * sizeof(int64_t));
        can = find_ends(&walker);
    }
    if (can) {
        find_outline(&walker);
        fill_gaps(&walker);
        take_front(&walker, arena, found);
    }
    arena_close(work);
    return can;
}
