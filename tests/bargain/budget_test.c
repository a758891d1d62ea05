// SPDX-License-Identifier: Apache-2.0
// Whatever the budget, there is an answer, and what it says is true.
#include "frontier/solution.h"

#include "bargain/verify.h"
#include "base/checked.h"
#include "random.h"

#include <stdio.h>
#include <string.h>

#define PARTIES SCENARIO_PARTIES_MAX

static bool holds_tally(const struct tally *told, const struct tally *truth)
{
    return digits_compare(told->at_least, truth->at_least) <= 0 &&
           digits_compare(truth->at_most, told->at_most) <= 0 &&
           (!told->is_exact || str_equal(told->at_least, truth->at_least));
}

static const char *counts_fault(const struct solution *told, const struct solution *truth)
{
    if (!holds_tally(&told->logically_feasible, &truth->logically_feasible) ||
        !holds_tally(&told->feasible, &truth->feasible))
        return "packages that the rules allow";
    if (!told->has_counts)
        return NULL;
    if (!holds_tally(&told->acceptable, &truth->acceptable))
        return "acceptable packages";
    for (uint32_t p = 0; p < truth->scenario->party_count; p++)
        if (!holds_tally(&told->acceptable_to_each[p], &truth->acceptable_to_each[p]))
            return "packages acceptable to one";
    for (size_t c = 0; c < told->concession_count; c++)
        if (truth->concession_count == told->concession_count &&
            !holds_tally(&told->concessions[c].acceptable, &truth->concessions[c].acceptable))
            return "packages acceptable after a concession";
    return NULL;
}

// The rows of a proved point are among those that tie.
static const char *point_fault(const struct fair_point *told, const struct fair_point *truth)
{
    int64_t row[PARTIES];
    int64_t other[PARTIES];
    if (!told->is_defined)
        return NULL;
    if (!truth->is_defined || !str_equal(told->values[0], truth->values[0]))
        return "the value of a point";
    for (size_t i = 0; i < told->row_count; i++) {
        bool is_there = false;
        front_point(told->front, told->rows[i], row);
        for (size_t j = 0; j < truth->row_count && !is_there; j++)
            is_there = memcmp(row, front_point(truth->front, truth->rows[j], other),
                              truth->front->party_count * sizeof *row) == 0;
        if (!is_there)
            return "a row of a point";
    }
    return NULL;
}

// The best package met is one, and the truth lies between it and the bound.
static const char *unproved_fault(const struct scenario *scenario, const struct direct *told,
                                  const struct fair_point *truth)
{
    int64_t value = 0;
    int64_t bound = 0;
    bool has_bound = checked_parse(told->most_value, &bound);
    if (told->has_known && !told->package)
        return "a package that is not told";
    if (told->has_known && !verify_outcome(scenario, told->package, told->known))
        return "a package that is none";
    for (uint32_t p = 0; p < scenario->party_count && told->has_known; p++)
        if (told->known[p] < scenario->parties[p].reservation ||
            verify_crosses_red_line(scenario, p, told->package))
            return "a package that is not acceptable";
    if (!truth->is_defined)
        return told->has_known ? "a package where there is none" : NULL;
    if (!checked_parse(truth->values[0], &value)) // a product of many parties, or a fraction
        return NULL;
    if (has_bound && bound < value)
        return "a bound below the best";
    int64_t known;
    if (told->has_known && checked_parse(told->known_value, &known) && known > value)
        return "a package above the best";
    return NULL;
}

static bool is_near(const int64_t *row, const struct front *part, const int64_t *error)
{
    int64_t other[PARTIES];
    for (size_t i = 0; i < part->count; i++) {
        bool is_as_good = true;
        front_point(part, i, other);
        for (uint32_t p = 0; p < part->party_count; p++)
            is_as_good = is_as_good && other[p] >= row[p] - error[p];
        if (is_as_good)
            return true;
    }
    return false;
}

static const char *front_fault(const struct solution *told, const struct solution *truth)
{
    int64_t row[PARTIES];
    if (told->has_front)
        return told->front.count == truth->front.count ? NULL : "the size of the front";
    for (size_t i = 0; i < truth->front.count && told->subset_error; i++)
        if (!is_near(front_point(&truth->front, i, row), &told->front, told->subset_error))
            return "a point that the part of the front leaves too far away";
    return NULL;
}

static const char *fault(const struct scenario *scenario, const struct solution *told,
                         const struct solution *truth)
{
    const char *found = counts_fault(told, truth);
    bool misses = !told->has_answer || !told->has_front;
    if (told->has_answer && told->has_acceptable != truth->has_acceptable)
        return "whether something is acceptable";
    for (int kind = 0; kind < POINT_KINDS && !found; kind++) {
        found = point_fault(&told->points[kind], &truth->points[kind]);
        if (!found && told->unproved[kind])
            found = unproved_fault(scenario, told->unproved[kind], &truth->points[kind]);
    }
    if (!found && misses && (!told->is_cut || !told->note))
        found = "what is missing is not told";
    if (!found && told->has_uniform_concession &&
        told->min_uniform_concession != truth->min_uniform_concession)
        found = "by how much all reserves must sink";
    for (uint32_t p = 0; p < scenario->party_count && !found; p++)
        if ((told->ideal_acceptable && told->ideal_acceptable[p] != truth->ideal_acceptable[p]) ||
            (told->ideal_feasible && told->ideal_feasible[p] != truth->ideal_feasible[p]))
            found = "the best for each";
    return found ? found : front_fault(told, truth);
}

// How often each kind of answer came up, so that none is held to be true for want of cases.
static size_t answers;
static size_t cut_answers;
static size_t bounded_points;
static size_t parts_of_fronts;

static void tell_apart(const struct solution *told)
{
    answers++;
    cut_answers += told->has_ended;
    parts_of_fronts += told->subset_error != NULL;
    for (int kind = 0; kind < POINT_KINDS; kind++)
        bounded_points += told->unproved[kind] && told->unproved[kind]->has_known;
}

static bool holds(const struct scenario *scenario, struct arena *arena)
{
    struct budget unlimited = budget_unlimited();
    struct solution truth;
    struct error error;
    if (!CHECK(solution_find(scenario, &solution_all, &unlimited, arena, &truth, &error)))
        return false;
    // From nothing to what suffices: a budget that ends in every part of the work.
    for (uint64_t steps = 0; steps < unlimited.spent + unlimited.spent / 2 + 2;
         steps += steps / 2 + 1) {
        struct budget budget = budget_unlimited();
        struct solution told;
        budget.steps_left = steps;
        if (!CHECK(solution_find(scenario, &solution_all, &budget, arena, &told, &error)))
            return false;
        tell_apart(&told);
        const char *wrong = fault(scenario, &told, &truth);
        if (!CHECK(wrong == NULL))
            return printf("# %llu steps: %s\n", (unsigned long long)steps, wrong) < 0;
    }
    return true;
}

TEST(under_any_budget_what_is_told_is_true)
{
    check_random_scenarios(tap_size(1500, 20000), holds);
    printf("# %zu answers, %zu cut short, %zu points with bounds, %zu parts of fronts\n", answers,
           cut_answers, bounded_points, parts_of_fronts);
    CHECK(cut_answers > 1000 && bounded_points > 1000 && parts_of_fronts > 100);
}

// A flag that is up from the start: the same as no steps at all.
TEST(who_is_stopped_at_once_has_an_answer)
{
    static const volatile sig_atomic_t up = 1;
    struct tap_random random = {7};
    struct scenario scenario = random_large_scenario(&random, 60, 4, true, 0, tap_arena());
    struct budget budget = budget_unlimited();
    struct solution told;
    struct error error;
    budget.stop = &up;
    REQUIRE_DONE(solution_find(&scenario, &solution_all, &budget, tap_arena(), &told, &error),
                 &error);
    CHECK(told.has_ended && told.has_acceptable && told.points[POINT_MAXMIN].is_defined);
}

// A flag that nobody raises: the whole answer, whether or not the points were kept aside for a stop.
static bool holds_unstopped(const struct scenario *scenario, struct arena *arena)
{
    static const volatile sig_atomic_t down;
    struct budget unlimited = budget_unlimited();
    struct budget budget = budget_unlimited();
    struct solution truth;
    struct solution told;
    struct error error;
    budget.stop = &down;
    if (!CHECK(solution_find(scenario, &solution_all, &unlimited, arena, &truth, &error)) ||
        !CHECK(solution_find(scenario, &solution_all, &budget, arena, &told, &error)))
        return false;
    bool is_same = told.has_answer == truth.has_answer && told.has_front == truth.has_front &&
                   told.has_acceptable == truth.has_acceptable && !told.has_ended &&
                   told.acceptable_front.count == truth.acceptable_front.count;
    for (int kind = 0; kind < POINT_KINDS && is_same; kind++)
        is_same = told.points[kind].is_defined == truth.points[kind].is_defined &&
                  told.points[kind].row_count == truth.points[kind].row_count;
    const char *wrong = is_same ? fault(scenario, &told, &truth) : "what is there";
    return CHECK(wrong == NULL) || printf("# %s\n", wrong) < 0;
}

TEST(a_flag_that_stays_down_changes_nothing)
{
    struct tap_random random = {11};
    for (uint32_t round = 0; round < tap_size(12, 200); round++) {
        uint32_t parties = 2 + round % 4;
        struct arena *arena = arena_open();
        struct scenario scenario = random_large_scenario(&random, 10 + round % 5, parties,
                                                         round % 2, round % 3 * 5, arena);
        CHECK(holds_unstopped(&scenario, arena));
        arena_close(arena);
    }
    check_random_scenarios(tap_size(200, 5000), holds_unstopped);
}

TESTS(TAP_ENTRY(under_any_budget_what_is_told_is_true),
      TAP_ENTRY(who_is_stopped_at_once_has_an_answer),
      TAP_ENTRY(a_flag_that_stays_down_changes_nothing))
