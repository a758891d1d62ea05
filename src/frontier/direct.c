// SPDX-License-Identifier: Apache-2.0
#include "frontier/direct.h"

#include "frontier/ascent.h"
#include "frontier/counted_search.h"
#include "frontier/direct_search.h"

#include <string.h>

#define LABEL_LIMIT ((size_t)4 * 1000 * 1000)
#define COUNTED_STEPS ((uint64_t)300 * 1000 * 1000)
#define PARTIES SCENARIO_PARTIES_MAX

// The goal of a kind of point. Writes its ranges, for shares; false when no party can gain.
static bool aim(enum point_kind kind, const struct diagram *diagram,
                const struct point_frame *frame, int64_t *range, struct goal *goal)
{
    bool can_gain = false;
    *goal = (struct goal){GOAL_SHARES, diagram->party_count, frame->reserve, range};
    if (kind == POINT_NASH || kind == POINT_UTILITARIAN) {
        goal->kind = kind == POINT_NASH ? GOAL_PRODUCT : GOAL_SUM;
        return true;
    }
    for (uint32_t p = 0; p < diagram->party_count; p++) {
        int64_t gain = kind == POINT_KS ? frame->ideal[p] - frame->reserve[p] : 1;
        range[p] = gain > 0 ? gain : 0; // who cannot gain has no share to keep up
        can_gain = can_gain || gain > 0;
    }
    return can_gain;
}

enum program_end {
    PROGRAM_UNFIT, // the other way must be gone
    PROGRAM_DONE,
    PROGRAM_STOPPED,
};

// The package with the values of the best outcome that a search met.
static const uint32_t *package_of(const struct diagram *diagram, const struct direct_search *search,
                                  struct arena *arena)
{
    uint32_t *package = ARENA_ARRAY(arena, uint32_t, diagram->level_count);
    int64_t row[PARTIES];
    for (size_t i = 0; i < search->front.count; i++) {
        front_point(&search->front, i, row);
        if (memcmp(row, search->values, diagram->party_count * sizeof *row) == 0) {
            front_outcome(&search->front, i, package);
            return package;
        }
    }
    return NULL;
}

// The way of whole-number programming.
static enum program_end find_by_program(enum point_kind kind, const struct diagram *diagram,
                                        const struct goal *goal, struct budget *budget,
                                        struct arena *arena, struct direct *found)
{
    struct direct_search search;
    enum direct_ties ties = kind == POINT_MAXMIN ? TIES_SOME : TIES_ALL; // leximin needs all
    if ((goal->kind != GOAL_SHARES && !diagram->is_loose) ||
        !direct_search(diagram, goal, ties, budget, arena, &search))
        return PROGRAM_UNFIT;
    bool lacks_ties = search.is_proved && search.exists && !search.has_all;
    if (lacks_ties && ties == TIES_ALL)
        return PROGRAM_UNFIT;
    found->front = search.front;
    found->has_more_ties = lacks_ties;
    found->has_bound = search.has_bound;
    memcpy(found->weights, search.weights, sizeof found->weights);
    found->bound = search.bound;
    found->has_most = !search.is_proved && search.has_most;
    found->most = search.most;
    found->has_known = !search.is_proved && search.exists;
    memcpy(found->known, search.values, sizeof found->known);
    if (found->has_known)
        found->package = package_of(diagram, &search, arena);
    return search.is_proved ? PROGRAM_DONE : PROGRAM_STOPPED;
}

// The way of counting issues that are alike, within a part of the budget: where it does not lead, little
// time was lost.
static bool find_by_counting(enum point_kind kind, const struct diagram *diagram,
                             const struct goal *goal, struct budget *budget, struct arena *arena,
                             struct direct *found)
{
    struct counted_found counted;
    struct budget share = budget_share(budget, COUNTED_STEPS);
    bool done = counted_search(diagram, goal, &share, arena, &counted) &&
                (counted.has_all || kind == POINT_MAXMIN);
    budget_settle(budget, &share, COUNTED_STEPS);
    if (!done)
        return false;
    found->front = counted.front;
    found->has_more_ties = !counted.has_all;
    found->has_bound = true;
    memcpy(found->weights, counted.weights, sizeof found->weights);
    found->bound = counted.bound;
    return true;
}

bool direct_find(enum point_kind kind, const struct diagram *diagram,
                 const struct point_frame *frame, struct budget *budget, struct arena *arena,
                 struct direct *found, struct error *error)
{
    *found = (struct direct){.bound = 0};
    if (diagram_is_empty(diagram))
        return true;
    int64_t range[PARTIES] = {0};
    struct goal goal;
    bool done;
    bool has_aim = aim(kind, diagram, frame, range, &goal);
    enum program_end end = PROGRAM_UNFIT;
    if (has_aim && find_by_counting(kind, diagram, &goal, budget, arena, found))
        end = PROGRAM_DONE;
    else if (has_aim)
        end = find_by_program(kind, diagram, &goal, budget, arena, found);
    if (end == PROGRAM_STOPPED || (end == PROGRAM_UNFIT && diagram->is_loose))
        return budget_stopped(error);
    if (end == PROGRAM_DONE) {
        done = true;
    } else if (has_aim) {
        struct ascent *ascent = ascent_open(diagram, &goal, budget);
        found->has_bound = ascent_bound(ascent, found->weights, &found->bound);
        done = ascent_incumbent(ascent, arena, &found->front, error);
        found->has_known = !done && ascent_known(ascent, found->known);
        ascent_close(ascent);
    } else {
        struct region region = {.floor = frame->reserve, .label_limit = LABEL_LIMIT};
        done = front_find(diagram, &region, budget, arena, &found->front, error);
    }
    if (done)
        found->point = point_find(kind, &found->front, frame, arena);
    return done;
}

// The most that the parties with a range of 1 can rise above the base together.
static bool find_objective(const struct diagram *diagram, const int64_t *base, const int64_t *range,
                           struct budget *budget, int64_t *values, bool *exists,
                           struct error *error)
{
    struct goal goal = {GOAL_SHARES, diagram->party_count, base, range};
    struct direct_search search;
    if (direct_search(diagram, &goal, TIES_NONE, budget, NULL, &search)) {
        if (!search.is_proved)
            return budget_stopped(error);
        *exists = search.exists;
        memcpy(values, search.values, diagram->party_count * sizeof *values);
        return true;
    }
    if (diagram->is_loose)
        return budget_stopped(error);
    struct ascent *ascent = ascent_open(diagram, &goal, budget);
    bool done = ascent_objective(ascent, values, exists, error);
    ascent_close(ascent);
    return done;
}

// The reserves are lowered until every outcome reaches them; how high all come from there says by
// how much they may rise again.
bool direct_common_gain(const struct diagram *diagram, const int64_t *reserve,
                        struct budget *budget, int64_t *gain, struct error *error)
{
    uint32_t width = diagram->party_count;
    int64_t low[PARTIES] = {0};
    int64_t range[PARTIES] = {0};
    int64_t values[PARTIES] = {0};
    int64_t drop = 0;
    bool exists = false;
    for (uint32_t p = 0; p < width; p++)
        if (reserve[p] - diagram->least[p] > drop)
            drop = reserve[p] - diagram->least[p];
    for (uint32_t p = 0; p < width; p++) {
        low[p] = reserve[p] - drop;
        range[p] = 1;
    }
    if (!find_objective(diagram, low, range, budget, values, &exists, error))
        return false;
    if (!exists) // every outcome reaches the lowered reserves, but a loose diagram may have none
        return budget_stopped(error);
    *gain = INT64_MAX;
    for (uint32_t p = 0; p < width; p++)
        *gain = values[p] - reserve[p] < *gain ? values[p] - reserve[p] : *gain;
    return true;
}

bool direct_most(const struct diagram *diagram, const int64_t *floor, uint32_t party,
                 struct budget *budget, int64_t *most, bool *exists, struct error *error)
{
    int64_t range[PARTIES] = {0};
    int64_t values[PARTIES] = {0};
    bool all_reach = !diagram->is_loose;
    for (uint32_t p = 0; p < diagram->party_count; p++)
        all_reach = all_reach && floor[p] <= diagram->least[p];
    if (all_reach) { // every outcome will do
        *exists = true;
        *most = diagram->most[party];
        return true;
    }
    range[party] = 1;
    if (!find_objective(diagram, floor, range, budget, values, exists, error))
        return false;
    if (*exists)
        *most = values[party];
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
