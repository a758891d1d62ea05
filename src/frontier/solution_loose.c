// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_front.h"
#include "frontier/solution_parts.h"

#include <string.h>

#define PAIRS_STEPS ((uint64_t)8000 * 1000 * 1000) // of the front of two parties, point by point

// The best for each party in any outcome; the diagram's own figures are too high.
static void find_ideal_loosely(struct solver *solver)
{
    struct solution *solution = solver->solution;
    const struct diagram *diagram = solution->feasible_diagram;
    int64_t *ideal = ARENA_ARRAY(solver->arena, int64_t, diagram->party_count);
    struct error error;
    bool exists = false;
    if (direct_ideal(diagram, diagram->least, solver->budget, ideal, &exists, &error) && exists)
        solution->ideal_feasible = ideal;
    if (!exists && solution->ideal_feasible == NULL && solver->budget->steps_left > 0) {
        // Nothing keeps the rules, if that was proved; else the points will say.
        solution->note = "the best for each party could not be proved within the budget";
    }
}

// The front of two parties without a diagram; false when it is not whole.
static bool find_front_loosely(struct solver *solver, struct front *wide)
{
    struct solution *solution = solver->solution;
    struct program_front found;
    struct budget share = budget_share(solver->budget, PAIRS_STEPS);
    bool done = program_front_find(solution->feasible_diagram, &share, solver->arena, &found);
    if (done && found.is_complete && solver->has_red_lines) {
        solution->front = found.front;
        done = program_front_find(solution->acceptable_diagram, &share, solver->arena, &found) &&
               found.is_complete;
        *wide = found.front;
    } else if (done) {
        solution->front = found.front;
        *wide = found.front;
        if (!found.is_complete) {
            int64_t *error = ARENA_ARRAY(solver->arena, int64_t, 2);
            memcpy(error, found.error, sizeof found.error);
            solution->subset_error = error;
            done = false;
        }
    }
    budget_settle(solver->budget, &share, PAIRS_STEPS);
    return done;
}

// At least as many outcomes as points were met.
void solution_count_loosely(struct solver *solver)
{
    struct solution *solution = solver->solution;
    struct str front = arena_print(solver->arena, "%zu", solution->front.count);
    struct str acceptable = arena_print(solver->arena, "%zu", solution->acceptable_front.count);
    if (solution->front.count == 0)
        front = STR("1");
    if (!solution->feasible.is_exact && (solution->front.count > 0 || solution->has_acceptable)) {
        solution->feasible.at_least = front;
        if (!solution->logically_feasible.is_exact)
            solution->logically_feasible.at_least = front;
    }
    if (solution->has_counts && !solution->acceptable.is_exact && solution->has_acceptable)
        solution->acceptable.at_least =
            solution->acceptable_front.count > 0 ? acceptable : STR("1");
}

void solution_loosely(struct solver *solver)
{
    struct solution *solution = solver->solution;
    struct front wide;
    bool has_pair = solver->scenario->party_count == 2;
    solution->note = "the rules entangle too many issues for counting packages: bounds are told";
    bool needs_front =
        !solver->request->points_only || solver->request->point_bits & 1u << POINT_NASH;
    if (has_pair && needs_front && !solver->request->without_front &&
        find_front_loosely(solver, &wide)) {
        solution->acceptable_front = front_above(&wide, solver->reserve, solver->arena);
        solution->has_answer = true;
        solution->has_acceptable = solution->acceptable_front.count > 0;
        solution->has_front = !solver->request->points_only;
        solution->ideal_feasible = solution_best_of(&solution->front, NULL, solver->arena);
        if (solution->front.count > 0)
            solution_measure_front(solver);
        if (!solution->has_acceptable)
            return;
        solution->ideal_acceptable =
            solution_best_of(&solution->acceptable_front, NULL, solver->arena);
        solution_points(solver);
        return;
    }
    if (!solver->request->points_only)
        find_ideal_loosely(solver);
    uint64_t steps = solver->request->points_only ? ALONE_STEPS : DIRECT_STEPS * 4;
    solver->direct = budget_share(solver->budget, steps);
    solution_points_directly(solver, solver->request->point_bits);
    if (!solver->request->points_only)
        solution_uniform_concession(solver);
    budget_settle(solver->budget, &solver->direct, steps);
}
