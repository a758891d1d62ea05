// SPDX-License-Identifier: Apache-2.0
#include "bargain/loose_diagram.h"
#include "base/memory.h"
#include "frontier/solution_parts.h"

#define LAST_STEPS ((uint64_t)10 * 1000 * 1000) // of each thing that is done at the end, some 0.1 s
#define LAST_BYTES ((size_t)64 << 20)           // beside what may be held
#define LAST_LABELS ((size_t)2000) // partial outcomes of a level, of a part of the front

// A short while that no flag stops.
static struct budget last_while(const struct solver *solver)
{
    struct budget last = *solver->budget;
    int64_t held = memory_held() - last.held_before;
    last.steps_left = LAST_STEPS;
    last.memory_bytes += LAST_BYTES;
    if (held > 0 && (size_t)held + LAST_BYTES > last.memory_bytes)
        last.memory_bytes = (size_t)held + LAST_BYTES;
    last.stop = NULL;
    last.progress = NULL;
    return last;
}

bool solution_bare_diagram(struct solver *solver, const bool *removed, struct diagram *diagram)
{
    struct budget last = last_while(solver);
    last.steps_left = UINT64_MAX; // the work grows with the scenario alone
    if (!bare_diagram_make(solver->scenario, solver->clauses, removed, &last, solver->arena,
                           diagram, solver->error))
        return false;
    diagram->is_loose = diagram->is_loose || solver->is_bare;
    return true;
}

static bool is_none(const struct solution *solution)
{
    return solution->has_answer && !solution->has_acceptable;
}

// An outcome that was met is one.
static void count_met(struct tally *tally)
{
    if (!tally->is_exact && str_equal(tally->at_least, STR("0")))
        tally->at_least = STR("1");
}

// Each kind of point that is wanted and not proved.
static void glance_at_points(struct solver *solver)
{
    const struct solution *solution = solver->solution;
    unsigned bits = solver->request->point_bits;
    if (bits >> POINT_KS & 1 && !solution->points[POINT_KS].is_defined)
        bits |= 1u << POINT_MAXMIN; // which needs less and says as much of what can be had
    for (unsigned kind = 0; kind < POINT_KS; kind++) {
        if (!(bits >> kind & 1) || solution->points[kind].is_defined || is_none(solution))
            continue;
        struct budget last = last_while(solver);
        solution_point_directly(solver, (enum point_kind)kind, &last);
    }
}

// A part of a front that is too large: the slack is doubled until the part is small enough.
bool solution_subset(struct solver *solver, struct budget *budget, size_t label_limit)
{
    const struct diagram *diagram = solver->solution->feasible_diagram;
    uint32_t parties = diagram->party_count;
    int64_t *slack = ARENA_ARRAY(solver->arena, int64_t, parties);
    int64_t *worst = ARENA_ARRAY(solver->arena, int64_t, parties);
    struct front front;
    struct error error;
    for (int64_t part = 4096; part >= 1; part /= 2) {
        for (uint32_t p = 0; p < parties; p++) {
            int64_t spread = diagram->most[p] - diagram->least[p];
            slack[p] = spread / part + 1;
            worst[p] = slack[p] * diagram->level_count;
        }
        struct region region = {.slack = slack, .label_limit = label_limit};
        if (front_find(diagram, &region, budget, solver->arena, &front, &error)) {
            solver->solution->front = front;
            solver->solution->subset_error = worst;
            return true;
        }
        if (!budget_spend(budget, 1))
            break;
    }
    return false;
}

static bool wants_front(const struct solver *solver)
{
    return !solver->request->points_only && !solver->request->without_front;
}

// Whether all that was asked for is there.
static bool is_whole(const struct solver *solver)
{
    const struct solution *solution = solver->solution;
    if (!solution->has_answer || (wants_front(solver) && !solution->has_front) ||
        (!solver->request->points_only && !solution->acceptable.is_exact))
        return false;
    for (unsigned kind = 0; kind < POINT_KS_MINSPREAD && !is_none(solution); kind++)
        if (solver->request->point_bits >> kind & 1 && !solution->points[kind].is_defined)
            return false;
    return true;
}

void solution_end(struct solver *solver)
{
    struct solution *solution = solver->solution;
    bool has_ended = budget_is_spent(solver->budget) && !is_whole(solver);
    if (!diagram_is_empty(solution->acceptable_diagram) && !is_none(solution))
        glance_at_points(solver);
    if (solution->has_acceptable) {
        count_met(&solution->logically_feasible);
        count_met(&solution->feasible);
        count_met(&solution->acceptable);
        for (size_t c = 0; c < solution->concession_count; c++)
            count_met(&solution->concessions[c].acceptable);
    }
    if (wants_front(solver) && !solution->has_front && !solution->subset_error &&
        !solution->is_loose) {
        struct budget last = last_while(solver);
        solution_subset(solver, &last, LAST_LABELS);
    }
    solution_unproved(solver);
    if (!has_ended)
        return;
    solution->is_cut = true;
    solution->has_ended = true;
    solution->note = "the budget came to its end first: what is told is proved, and where only "
                     "bounds are told the truth lies between them";
}
