// SPDX-License-Identifier: Apache-2.0
#include "frontier/solution_parts.h"

#include "bargain/verify.h"

#include <string.h>

int64_t *solution_best_of(const struct front *front, const int64_t *floor, struct arena *arena)
{
    int64_t *best = ARENA_ARRAY(arena, int64_t, front->party_count);
    return front_most(front, floor, best) ? best : NULL;
}

void solution_measure_front(struct solver *solver)
{
    struct solution *solution = solver->solution;
    const struct front *front = &solution->front;
    uint32_t width = front->party_count;
    if (!solution->is_loose)
        solution->efficient_outcomes = front_all_ways(front, solver->arena);
    int64_t *nadir = ARENA_ARRAY(solver->arena, int64_t, width);
    int64_t row[SCENARIO_PARTIES_MAX];
    int64_t best_least = INT64_MIN;
    for (size_t i = 0; i < front->count; i++) {
        front_point(front, i, row);
        int64_t least = INT64_MAX;
        for (uint32_t p = 0; p < width; p++) {
            int64_t gain = row[p] - solver->reserve[p];
            nadir[p] = i == 0 || row[p] < nadir[p] ? row[p] : nadir[p];
            least = gain < least ? gain : least;
        }
        best_least = least > best_least ? least : best_least;
    }
    solution->nadir_front = nadir;
    solution->min_uniform_concession = -best_least;
    solution->has_uniform_concession = true;
}

void solution_points(struct solver *solver)
{
    struct solution *solution = solver->solution;
    struct point_frame frame = {solver->reserve, solution->ideal_acceptable,
                                solution->ideal_feasible};
    for (unsigned kind = 0; kind < POINT_KINDS; kind++)
        if (solver->request->point_bits >> kind & 1)
            solution->points[kind] = point_find((enum point_kind)kind, &solution->acceptable_front,
                                                &frame, solver->arena);
}

// What a second search says beside the first.
static void add_to(struct direct *before, const struct direct *direct)
{
    if (!before->has_known && direct->has_known) {
        before->has_known = true;
        before->package = direct->package;
        memcpy(before->known, direct->known, sizeof before->known);
    }
    if (direct->has_most && (!before->has_most || ratio_compare(direct->most, before->most) < 0)) {
        before->has_most = true;
        before->most = direct->most;
    }
    if (!before->has_bound && direct->has_bound) {
        before->has_bound = true;
        before->bound = direct->bound;
        memcpy(before->weights, direct->weights, sizeof before->weights);
    }
}

// What came of a search that the budget ended. What was met is acceptable, whether or not it is the best;
// where not all rules could be laid out, it is looked at by itself.
static void keep_unproved(struct solver *solver, enum point_kind kind, struct direct *direct)
{
    struct solution *solution = solver->solution;
    solution->note = "some fair points could not be proved within the budget; the best package "
                     "met and the bound are told instead";
    solution->is_cut = true;
    if (direct->has_known && solver->is_bare &&
        (!direct->package || !verify_allowed(solver->scenario, direct->package)))
        direct->has_known = false;
    if (solution->unproved[kind])
        add_to(solution->unproved[kind], direct);
    else
        solution->unproved[kind] = direct;
    if (!direct->has_known)
        return;
    solution->has_answer = true;
    solution->has_acceptable = true;
}

// The best of all that some of the rules allow, if all of them allow it, is no more than one met.
static void take_as_known(struct solver *solver, struct direct *direct)
{
    uint32_t *package = ARENA_ARRAY(solver->arena, uint32_t, solver->scenario->issue_count);
    front_point(&direct->front, direct->point.rows[0], direct->known);
    front_outcome(&direct->front, direct->point.rows[0], package);
    direct->has_known = true;
    direct->package = package;
}

static void find_direct(struct solver *solver, enum point_kind kind,
                        const struct point_frame *frame, struct budget *budget)
{
    struct solution *solution = solver->solution;
    struct direct *direct = ARENA_NEW(solver->arena, struct direct);
    struct error error;
    bool done = direct_find(kind, solution->acceptable_diagram, frame, budget, solver->arena,
                            direct, &error);
    if (done && solver->is_bare && direct->point.is_defined) {
        take_as_known(solver, direct);
        done = false;
    }
    if (!done) {
        keep_unproved(solver, kind, direct);
        return;
    }
    if (direct->has_more_ties && !solution->note)
        solution->note = "of the packages that are as good as the best only some are listed";
    solution->has_answer = true;
    solution->has_acceptable = direct->point.is_defined;
    solution->points[kind] = direct->point;
    solution->points[kind].front = &direct->front;
    solution->direct[kind] = direct;
    solution->unproved[kind] = NULL;
}

void solution_point_directly(struct solver *solver, enum point_kind kind, struct budget *budget)
{
    struct point_frame frame = {solver->reserve, NULL, solver->solution->ideal_feasible};
    find_direct(solver, kind, &frame, budget);
}

static bool is_none(const struct solver *solver)
{
    return solver->solution->has_answer && !solver->solution->has_acceptable;
}

// The kinds that need nothing but the reserves, each within a part of what is left; then those that
// are still open within all of it.
static void find_without_ideal(struct solver *solver, unsigned bits)
{
    static const enum point_kind kinds[] = {POINT_MAXMIN, POINT_NASH, POINT_UTILITARIAN,
                                            POINT_EGALITARIAN};
    for (unsigned pass = 0; pass < 2; pass++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds && !is_none(solver); k++) {
            if (!(bits >> kinds[k] & 1) || solver->solution->direct[kinds[k]])
                continue;
            uint64_t steps =
                solver->direct.steps_left >> (pass == 0 && bits != 1u << kinds[k] ? 2 : 0);
            struct budget share = budget_share(&solver->direct, steps);
            solution_point_directly(solver, kinds[k], &share);
            budget_settle(&solver->direct, &share, steps);
        }
}

// The most for each party in an acceptable outcome.
static bool find_ideal(struct solver *solver)
{
    struct solution *solution = solver->solution;
    int64_t *ideal = ARENA_ARRAY(solver->arena, int64_t, solver->scenario->party_count);
    struct error error;
    bool exists = true;
    if (solution->ideal_acceptable)
        return true;
    if (solver->is_bare || !direct_ideal(solution->acceptable_diagram, solver->reserve,
                                         &solver->direct, ideal, &exists, &error)) {
        solution->note = "the best for each party could not be proved within the budget; KS, which "
                         "needs it, is left out";
        solution->is_cut = true;
        return false;
    }
    solution->has_answer = true;
    solution->has_acceptable = exists;
    solution->ideal_acceptable = exists ? ideal : NULL;
    return exists;
}

void solution_points_directly(struct solver *solver, unsigned bits)
{
    struct solution *solution = solver->solution;
    bool wants_ks = bits >> POINT_KS & 1;
    find_without_ideal(solver, bits);
    if (is_none(solver) || (solver->request->points_only && !wants_ks) || !find_ideal(solver) ||
        !wants_ks || solution->direct[POINT_KS])
        return;
    struct point_frame frame = {solver->reserve, solution->ideal_acceptable,
                                solution->ideal_feasible};
    find_direct(solver, POINT_KS, &frame, &solver->direct);
}

void solution_uniform_concession(struct solver *solver)
{
    struct solution *solution = solver->solution;
    struct error error;
    int64_t gain;
    if (!direct_common_gain(solution->feasible_diagram, solver->reserve, &solver->direct, &gain,
                            &error))
        return;
    solution->min_uniform_concession = -gain;
    solution->has_uniform_concession = true;
}
