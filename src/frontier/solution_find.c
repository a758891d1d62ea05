// SPDX-License-Identifier: Apache-2.0
#include "frontier/solution_parts.h"

#include "bargain/loose_diagram.h"
#include "bargain/wide.h"
#include "base/list.h"

#define FRONT_STEPS ((uint64_t)100 * 1000 * 1000) // of both fronts, before they are given up
#define FRONT_LABELS ((size_t)6 * 1000 * 1000)
#define SUBSET_LABELS ((size_t)20 * 1000)
#define TRIED_STEPS ((uint64_t)2 * 1000 * 1000)    // of both fronts, before the points are insured
#define INSURED_STEPS ((uint64_t)10 * 1000 * 1000) // of points before the front is begun
#define INSURED_DIGITS 7u                          // of the outcomes; fewer are soon seen through
#define BEST_STEPS ((uint64_t)60 * 1000 * 1000)    // of what concessions bring, without the front
#define LAYOUT_STEPS ((uint64_t)100 * 1000 * 1000) // of a diagram, before a loose one will do
#define LAYOUT_STEPS_ALONE ((uint64_t)2 * 1000 * 1000) // the same when single points are asked for
#define LAYOUT_PART 3u                                 // of the memory
#define LAYOUT_WIDTH 80000u                            // nodes of a level
#define LOWERINGS 3u                                   // of each reserve
#define LOWERED_STEPS ((uint64_t)80 * 1000 * 1000)     // of all counts after concessions together
#define COUNT_STEPS ((uint64_t)300 * 1000 * 1000)      // of one count, before it settles for bounds

const struct solution_request solution_all = {.point_bits = (1u << POINT_KINDS) - 1};
const struct solution_request solution_to_compare = {.without_front = true,
                                                     .point_bits = 1u << POINT_NASH};

// Whether answers can be found without a diagram.
static bool is_program(const struct scenario *scenario)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (scenario->parties[p].pair_count > 0)
            return false;
    return true;
}

// A diagram, or a loose one where that would take too much and answers can be found without; a bare one
// when the budget ends before that.
static bool make_diagram(struct solver *solver, const bool *removed, struct diagram **diagram)
{
    struct solution *solution = solver->solution;
    bool can_be_loose = is_program(solver->scenario);
    uint64_t steps = solver->request->points_only ? LAYOUT_STEPS_ALONE : LAYOUT_STEPS;
    uint32_t width = solver->request->layout_width ? solver->request->layout_width : LAYOUT_WIDTH;
    *diagram = ARENA_NEW(solver->arena, struct diagram);
    if (solver->is_bare)
        return solution_bare_diagram(solver, removed, *diagram);
    if (!can_be_loose) {
        solver->is_bare = !diagram_make(solver->scenario, solver->clauses, removed, solver->budget,
                                        solver->arena, *diagram, solver->error);
        return !solver->is_bare || solution_bare_diagram(solver, removed, *diagram);
    }
    if (!solution->is_loose) {
        struct budget share = budget_share(solver->budget, steps);
        share.memory_bytes /= LAYOUT_PART;
        bool done = diagram_make_narrow(solver->scenario, solver->clauses, removed, width, &share,
                                        solver->arena, *diagram, solver->error);
        budget_settle(solver->budget, &share, steps);
        if (done)
            return true;
        solution->is_loose = true;
    }
    return loose_diagram_make(solver->scenario, solver->clauses, removed, solver->budget,
                              solver->arena, *diagram, solver->error) ||
           solution_bare_diagram(solver, removed, *diagram);
}

// How many ways there are through it; of a loose one at most so many outcomes.
static struct tally tally_ways(const struct diagram *diagram, struct arena *arena)
{
    struct str count = diagram_count(diagram, arena);
    bool is_exact = !diagram->is_loose || diagram_is_empty(diagram);
    return (struct tally){is_exact ? count : STR("0"), count, is_exact};
}

static struct str count_outcomes(const struct scenario *scenario, struct arena *arena)
{
    size_t words = scenario->issue_count / 2 + 2; // an issue has fewer than 2^32 options
    uint64_t *product = ARENA_ARRAY(arena, uint64_t, words);
    product[0] = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        wide_multiply(product, scenario->issues[i].option_count, words);
    return wide_print(product, words, arena);
}

static struct tally count_with(struct solver *solver, const struct diagram *diagram,
                               const int64_t *floor)
{
    struct budget share = budget_share(solver->budget, COUNT_STEPS);
    struct tally tally = count_reaching(diagram, floor, &share, solver->arena);
    budget_settle(solver->budget, &share, COUNT_STEPS);
    return tally;
}

static bool lay_out(struct solver *solver)
{
    struct solution *solution = solver->solution;
    const struct scenario *scenario = solver->scenario;
    struct diagram *diagram;
    if (solver->request->clashes)
        solution->clashes = *solver->request->clashes;
    else
        solver->is_bare = !clashes_find(scenario, solver->budget, solver->arena, &solution->clashes,
                                        solver->error);
    solution->outcomes = count_outcomes(scenario, solver->arena);
    solver->clauses = clauses_make(scenario, (struct clashes){NULL, 0}, solver->arena);
    if (!make_diagram(solver, NULL, &diagram))
        return false;
    solution->logically_feasible = tally_ways(diagram, solver->arena);
    if (solution->clashes.count > 0) {
        solver->clauses = clauses_make(scenario, solution->clashes, solver->arena);
        if (!make_diagram(solver, NULL, &diagram))
            return false;
    }
    solution->feasible_diagram = diagram;
    solution->feasible = tally_ways(diagram, solver->arena);
    if (solver->has_red_lines &&
        !make_diagram(solver, scenario_red_options(scenario, UINT32_MAX, solver->arena), &diagram))
        return false;
    solution->acceptable_diagram = diagram;
    solution->is_loose = solution->is_loose || solver->is_bare;
    if (solver->is_bare) // nobody shall build on what was laid out
        solver->budget->steps_left = 0;
    return true;
}

// A floor that asks nothing of any party but one.
static bool count_for_each(struct solver *solver)
{
    const struct scenario *scenario = solver->scenario;
    uint32_t parties = scenario->party_count;
    struct tally *each = ARENA_ARRAY(solver->arena, struct tally, parties);
    const struct tally *known = solver->request->to_each;
    for (uint32_t p = 0; p < parties; p++) {
        struct diagram *diagram = NULL;
        if (known && known[p].at_most.length > 0) {
            each[p] = known[p];
            continue;
        }
        if (scenario->parties[p].red_line_count > 0) {
            if (!make_diagram(solver, scenario_red_options(scenario, p, solver->arena), &diagram))
                return false;
        }
        const struct diagram *used = diagram ? diagram : solver->solution->feasible_diagram;
        int64_t floor[SCENARIO_PARTIES_MAX] = {0};
        for (uint32_t q = 0; q < parties && !diagram_is_empty(used); q++)
            floor[q] = q == p ? solver->reserve[p] : used->least[q];
        each[p] = count_with(solver, used, floor);
    }
    solver->solution->has_counts = true;
    solver->solution->acceptable_to_each = each;
    return true;
}

// What is best for each party once the reserves are as they are now: from the front of all outcomes
// without red lines when it is there, else by a search for each party.
static const int64_t *best_now(struct solver *solver, const struct front *wide)
{
    if (wide)
        return solution_best_of(wide, solver->reserve, solver->arena);
    struct error error;
    bool exists;
    int64_t *best = ARENA_ARRAY(solver->arena, int64_t, solver->scenario->party_count);
    bool done = direct_ideal(solver->solution->acceptable_diagram, solver->reserve, &solver->direct,
                             best, &exists, &error);
    return done && exists ? best : NULL;
}

// Counts what the lowered reserves make acceptable, the first of `left` counts that share what is left.
static struct tally count_lowered(struct solver *solver, struct budget *counts, uint64_t left)
{
    uint64_t steps = counts->steps_left / left;
    struct budget share = budget_share(counts, steps);
    struct tally tally = count_reaching(solver->solution->acceptable_diagram, solver->reserve,
                                        &share, solver->arena);
    budget_settle(counts, &share, steps);
    return tally;
}

// Lowering by 5, 10 and 20 per cent of the way from the reserve to the party's best.
static void find_concessions(struct solver *solver, const struct front *wide)
{
    struct solution *solution = solver->solution;
    struct list list = LIST_MAKE(solver->arena, struct concession);
    uint32_t parties = solver->scenario->party_count;
    struct budget counts = budget_share(solver->budget, LOWERED_STEPS);
    solver->direct = budget_share(solver->budget, BEST_STEPS);
    for (uint32_t p = 0; p < parties; p++)
        for (unsigned decision = 0; decision < LOWERINGS; decision++) {
            int percent = 5 << decision;
            int128 way = (int128)(solution->ideal_feasible[p] - solver->reserve[p]) * percent;
            int64_t lower_by = way > 0 ? (int64_t)(way / 100) : 0;
            if (lower_by == 0)
                continue;
            struct concession *made = LIST_ADD(&list, struct concession);
            solver->reserve[p] -= lower_by;
            made->party = p;
            made->lower_by = lower_by;
            made->acceptable = count_lowered(solver, &counts, LOWERINGS * (parties - p) - decision);
            solution->has_open_concessions |= !made->acceptable.is_exact;
            made->best_for_each = best_now(solver, wide);
            solver->reserve[p] += lower_by;
        }
    budget_settle(solver->budget, &solver->direct, BEST_STEPS);
    budget_settle(solver->budget, &counts, LOWERED_STEPS);
    solution->concessions = LIST_ITEMS(&list, struct concession);
    solution->concession_count = list.count;
    if (solution->has_open_concessions && !solution->note)
        solution->note = "of some concessions only bounds are known: counting what they make "
                         "acceptable was cut short";
}

static void end_descents(struct solver *solver)
{
    for (int i = 0; i < 2; i++) {
        descent_close(solver->begun[i]);
        solver->begun[i] = NULL;
    }
}

// One of both fronts; what was begun is gone on with.
static bool find_front(struct solver *solver, const struct diagram *diagram, struct budget *share,
                       struct descent **begun, struct front *front)
{
    struct region all = {.label_limit = FRONT_LABELS};
    *front = (struct front){.party_count = diagram->party_count};
    if (diagram_is_empty(diagram))
        return true;
    if (diagram->is_loose)
        return false;
    if (*begun && (*begun)->is_stopped) { // what was tried ended within a level
        descent_close(*begun);
        *begun = NULL;
    }
    if (!*begun)
        *begun = descent_open(diagram, NULL, share);
    if (!front_go_on(*begun, &all, share))
        return false;
    front_take(*begun, solver->arena, front);
    return true;
}

// Both fronts, within so many steps of the budget; false when they are too large for it.
static bool find_fronts(struct solver *solver, uint64_t steps)
{
    struct solution *solution = solver->solution;
    struct front *wide = &solver->wide;
    struct budget share = budget_share(solver->budget, steps);
    bool done =
        find_front(solver, solution->feasible_diagram, &share, &solver->begun[0], &solution->front);
    *wide = solution->front;
    if (done && solver->has_red_lines)
        done = find_front(solver, solution->acceptable_diagram, &share, &solver->begun[1], wide);
    budget_settle(solver->budget, &share, steps);
    if (!done)
        return false;
    end_descents(solver);
    solution->acceptable_front = front_above(wide, solver->reserve, solver->arena);
    solution->has_front = true;
    solution->has_answer = true;
    return true;
}

static void solve_points_alone(struct solver *solver)
{
    uint64_t steps = solver->request->points_only ? ALONE_STEPS : DIRECT_STEPS;
    solver->direct = budget_share(solver->budget, steps);
    solution_points_directly(solver, solver->request->point_bits);
    budget_settle(solver->budget, &solver->direct, steps);
}

static void solve_without_front(struct solver *solver)
{
    struct solution *solution = solver->solution;
    end_descents(solver);
    solution->note = "the front is too large to be listed; the points were found and proved "
                     "without it, and a part of the front stands for the rest";
    solver->direct = budget_share(solver->budget, DIRECT_STEPS);
    solution_points_directly(solver, solver->request->point_bits);
    solution_uniform_concession(solver);
    budget_settle(solver->budget, &solver->direct, DIRECT_STEPS);
    solution_subset(solver, solver->budget, SUBSET_LABELS);
    if (solution->has_acceptable)
        find_concessions(solver, NULL);
}

// Counting comes last: when the front shows that nothing is acceptable it need not be done.
static void count_acceptable(struct solver *solver)
{
    struct solution *solution = solver->solution;
    bool is_none = solution->has_answer && !solution->has_acceptable;
    if (is_none) {
        solution->acceptable = (struct tally){STR("0"), STR("0"), true};
        return;
    }
    solution->acceptable = count_with(solver, solution->acceptable_diagram, solver->reserve);
    // What all accept each of them accepts, and a lowered reserve loses no outcome.
    struct tally *all = &solution->acceptable;
    for (uint32_t p = 0; p < solver->scenario->party_count && !all->is_exact; p++)
        if (digits_compare(solution->acceptable_to_each[p].at_most, all->at_most) < 0)
            all->at_most = solution->acceptable_to_each[p].at_most;
    for (size_t i = 0; i < solution->concession_count; i++) {
        struct tally *after = &solution->concessions[i].acceptable;
        if (!after->is_exact && digits_compare(after->at_least, all->at_least) < 0)
            after->at_least = all->at_least;
    }
}

static void solve_with_front(struct solver *solver)
{
    struct solution *solution = solver->solution;
    solution_measure_front(solver);
    solution->has_acceptable = solution->acceptable_front.count > 0;
    if (!solution->has_acceptable)
        return;
    solution->ideal_acceptable = solution_best_of(&solution->acceptable_front, NULL, solver->arena);
    solution_points(solver);
    find_concessions(solver, &solver->wide);
}

static uint64_t front_steps(const struct solver *solver)
{
    return solver->request->front_steps ? solver->request->front_steps : FRONT_STEPS;
}

// What is known of the points is kept aside: who stops a long search for the front has them. A front that
// is soon there needs no such care; where steps are counted none are put at risk to find that out.
static void insure(struct solver *solver)
{
    const struct solution *solution = solver->solution;
    bool is_counted = solver->budget->steps_left != UINT64_MAX;
    if ((!solver->budget->stop && !is_counted) || solver->request->points_only ||
        solution->is_loose || solution->outcomes.length < INSURED_DIGITS)
        return;
    if (!is_counted && !solver->request->without_front && front_steps(solver) > TRIED_STEPS &&
        find_fronts(solver, TRIED_STEPS))
        return;
    solver->direct = budget_share(solver->budget, INSURED_STEPS);
    solution_points_directly(solver, solver->request->point_bits);
    budget_settle(solver->budget, &solver->direct, INSURED_STEPS);
}

// The front tells the points again, and more.
static void forget_points(struct solution *solution)
{
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        solution->points[kind] = (struct fair_point){.is_defined = false};
        solution->direct[kind] = NULL;
        solution->unproved[kind] = NULL;
    }
    solution->ideal_acceptable = NULL;
    solution->is_cut = false;
    solution->note = NULL;
}

static void solve_laid_out(struct solver *solver)
{
    struct solution *solution = solver->solution;
    if (solution->is_loose) {
        if (solution->has_front) // of what was laid out before it came to be too much
            solution->has_front = solution->has_answer = false;
        solution_loosely(solver);
    } else if (solver->request->points_only || solver->request->without_front) {
        solve_points_alone(solver);
    } else if (solution->has_front || find_fronts(solver, front_steps(solver))) {
        forget_points(solution);
        solve_with_front(solver);
    } else {
        solve_without_front(solver);
    }
}

static bool solve(struct solver *solver)
{
    struct solution *solution = solver->solution;
    if (!lay_out(solver))
        return false;
    bool points_only = solver->request->points_only;
    solution->has_answer = diagram_is_empty(solution->feasible_diagram);
    if (!solution->has_answer) {
        if (!solution->is_loose)
            solution->ideal_feasible = solution->feasible_diagram->most; // the root's row
        insure(solver);
    }
    if (!points_only && !count_for_each(solver))
        return false;
    if (diagram_is_empty(solution->feasible_diagram))
        solution->has_front = !points_only && !solver->request->without_front;
    else
        solve_laid_out(solver);
    if (!points_only)
        count_acceptable(solver);
    solution_end(solver);
    if (solution->is_loose)
        solution_count_loosely(solver);
    return true;
}

bool solution_find(const struct scenario *scenario, const struct solution_request *request,
                   struct budget *budget, struct arena *arena, struct solution *solution,
                   struct error *error)
{
    *solution = (struct solution){.scenario = scenario};
    struct solver solver = {.scenario = scenario,
                            .request = request,
                            .budget = budget,
                            .arena = arena,
                            .error = error,
                            .solution = solution};
    solver.reserve = ARENA_ARRAY(arena, int64_t, scenario->party_count);
    solution->reserve = solver.reserve;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        solver.reserve[p] = scenario->parties[p].reservation;
        solver.has_red_lines = solver.has_red_lines || scenario->parties[p].red_line_count > 0;
    }
    bool done = solve(&solver);
    end_descents(&solver);
    return done;
}
