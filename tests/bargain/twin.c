// SPDX-License-Identifier: Apache-2.0
#include "twin.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH SCENARIO_PARTIES_MAX

struct listed {
    int64_t row[WIDTH];
    uint32_t number; // in the order of the listing, which is lexicographic
    bool is_acceptable;
    bool suits[WIDTH];
};

struct twin {
    const struct scenario *scenario;
    struct arena *arena;
    uint64_t outcomes;
    uint64_t logical;
    struct listed *feasible;
    size_t count;
};

// A front found by looking: indices into twin->feasible, best row first.
struct twin_front {
    size_t *items;
    uint64_t *ways;
    size_t count;
};

static bool takes(const uint32_t *outcome, struct choice choice)
{
    return outcome[choice.issue] == choice.option;
}

static bool keeps_rule(const struct rule *rule, const uint32_t *outcome)
{
    size_t taken = 0;
    int64_t sum = 0;
    for (size_t i = 0; rule->sum && i < rule->count; i++)
        sum += takes(outcome, rule->choices[i]) ? rule->sum->numbers[i] : 0;
    if (rule->sum)
        return rule->sum->least <= sum && sum <= rule->sum->most;
    for (size_t i = 0; i < rule->count; i++) {
        bool is_repeated = false;
        for (size_t j = 0; j < i; j++)
            is_repeated = is_repeated || (rule->choices[i].issue == rule->choices[j].issue &&
                                          rule->choices[i].option == rule->choices[j].option);
        taken += takes(outcome, rule->choices[i]) && (!is_repeated || rule->kind == RULE_EXCLUDES);
    }
    if (rule->kind == RULE_EXCLUDES)
        return taken < rule->count;
    if (rule->kind == RULE_EXACTLY_ONE)
        return taken == 1;
    return !takes(outcome, rule->choices[0]) || takes(outcome, rule->choices[1]);
}

static void relax(int64_t *times, const struct time_link *link, bool *changed)
{
    if (times[link->from] + link->weight >= times[link->to])
        return;
    times[link->to] = times[link->from] + link->weight;
    *changed = true;
}

// Bellman and Ford from a point before all: still changing after as many rounds as points is a
// circle of negative weight.
static bool is_in_time(const struct scenario *scenario, const uint32_t *outcome, int64_t *times)
{
    memset(times, 0, scenario->point_count * sizeof *times);
    bool changed = true;
    for (uint32_t round = 0; changed && round <= scenario->point_count; round++) {
        changed = false;
        for (size_t i = 0; i < scenario->base_link_count; i++)
            relax(times, &scenario->base_links[i], &changed);
        for (size_t i = 0; i < scenario->timed_choice_count; i++)
            if (takes(outcome, scenario->timed_choices[i].choice))
                relax(times, &scenario->timed_choices[i].link, &changed);
    }
    return !changed;
}

static void unpack(const struct scenario *scenario, uint64_t number, uint32_t *outcome)
{
    for (uint32_t i = scenario->issue_count; i > 0; i--) {
        outcome[i - 1] = (uint32_t)(number % scenario->issues[i - 1].option_count);
        number /= scenario->issues[i - 1].option_count;
    }
}

static void list_one(struct twin *twin, const uint32_t *outcome, uint32_t number)
{
    const struct scenario *scenario = twin->scenario;
    struct listed *made = &twin->feasible[twin->count++];
    made->number = number;
    made->is_acceptable = true;
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        const struct scenario_party *party = &scenario->parties[p];
        made->row[p] = scenario_value(scenario, p, outcome);
        made->suits[p] = made->row[p] >= party->reservation;
        for (size_t i = 0; i < party->red_line_count; i++)
            if (takes(outcome, party->red_lines[i])) {
                made->suits[p] = false;
                made->is_acceptable = false;
            }
        made->is_acceptable = made->is_acceptable && made->suits[p];
    }
}

static void list_all(struct twin *twin)
{
    const struct scenario *scenario = twin->scenario;
    twin->outcomes = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        twin->outcomes *= scenario->issues[i].option_count;
    twin->feasible = ARENA_ARRAY(twin->arena, struct listed, twin->outcomes + 1);
    uint32_t *outcome = ARENA_ARRAY(twin->arena, uint32_t, scenario->issue_count);
    int64_t *times = ARENA_ARRAY(twin->arena, int64_t, scenario->point_count + 1);
    for (uint32_t number = 0; number < twin->outcomes; number++) {
        unpack(scenario, number, outcome);
        bool keeps = true;
        for (size_t r = 0; r < scenario->rule_count && keeps; r++)
            keeps = keeps_rule(&scenario->rules[r], outcome);
        twin->logical += keeps;
        if (keeps && is_in_time(scenario, outcome, times))
            list_one(twin, outcome, number);
    }
}

static bool beats(const int64_t *a, const int64_t *b, uint32_t width)
{
    bool is_better = false;
    for (uint32_t p = 0; p < width; p++) {
        if (a[p] < b[p])
            return false;
        is_better = is_better || a[p] > b[p];
    }
    return is_better;
}

static uint32_t width_at_sort;

static int compare_listed(const void *a, const void *b)
{
    const struct listed *left = a;
    const struct listed *right = b;
    for (uint32_t p = 0; p < width_at_sort; p++)
        if (left->row[p] != right->row[p])
            return left->row[p] > right->row[p] ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

static struct twin_front front_of(const struct twin *twin, bool acceptable)
{
    uint32_t width = twin->scenario->party_count;
    struct twin_front front = {ARENA_ARRAY(twin->arena, size_t, twin->count + 1),
                               ARENA_ARRAY(twin->arena, uint64_t, twin->count + 1), 0};
    for (size_t i = 0; i < twin->count; i++) {
        const struct listed *item = &twin->feasible[i];
        if (acceptable && !item->is_acceptable)
            continue;
        size_t last = front.count == 0 ? 0 : front.items[front.count - 1];
        if (front.count > 0 &&
            memcmp(twin->feasible[last].row, item->row, width * sizeof(int64_t)) == 0) {
            front.ways[front.count - 1]++;
            continue;
        }
        bool is_beaten = false;
        for (size_t k = 0; k < front.count && !is_beaten; k++)
            is_beaten = beats(twin->feasible[front.items[k]].row, item->row, width);
        if (is_beaten)
            continue;
        front.items[front.count] = i;
        front.ways[front.count++] = 1;
    }
    return front;
}

static bool is_number(struct str digits, uint64_t number)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%" PRIu64, number);
    return str_equal(digits, (struct str){text, (size_t)length});
}

static const char *front_difference(const struct twin *twin, const struct twin_front *wanted,
                                    const struct front *found)
{
    uint32_t width = twin->scenario->party_count;
    uint32_t issues = twin->scenario->issue_count;
    uint32_t *outcome = ARENA_ARRAY(twin->arena, uint32_t, 2 * issues);
    int64_t row[SCENARIO_PARTIES_MAX];
    if (wanted->count != found->count)
        return "a front has another size";
    for (size_t i = 0; i < found->count; i++) {
        const struct listed *item = &twin->feasible[wanted->items[i]];
        if (memcmp(item->row, front_point(found, i, row), width * sizeof(int64_t)) != 0)
            return "a front has another point";
        if (!is_number(front_ways(found, i, twin->arena), wanted->ways[i]))
            return "a point of a front has another number of packages behind it";
        unpack(twin->scenario, item->number, outcome);
        front_outcome(found, i, outcome + issues);
        if (memcmp(outcome, outcome + issues, issues * sizeof *outcome) != 0)
            return "a point of a front shows another package";
    }
    return NULL;
}

static bool is_tally(const struct tally *tally, uint64_t number)
{
    return tally->is_exact && is_number(tally->at_least, number);
}

static const char *count_difference(const struct twin *twin, const struct solution *solution)
{
    uint64_t acceptable = 0;
    uint64_t each[WIDTH] = {0};
    for (size_t i = 0; i < twin->count; i++) {
        acceptable += twin->feasible[i].is_acceptable;
        for (uint32_t p = 0; p < twin->scenario->party_count; p++)
            each[p] += twin->feasible[i].suits[p];
    }
    if (!is_number(solution->outcomes, twin->outcomes))
        return "the number of packages differs";
    if (!is_number(solution->logically_feasible.at_least, twin->logical))
        return "the number of logically feasible packages differs";
    if (!is_number(solution->feasible.at_least, twin->count))
        return "the number of feasible packages differs";
    if (!is_tally(&solution->acceptable, acceptable))
        return "the number of acceptable packages differs";
    for (uint32_t p = 0; p < twin->scenario->party_count; p++)
        if (!is_tally(&solution->acceptable_to_each[p], each[p]))
            return "the number of packages acceptable to one party differs";
    return NULL;
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return left < right ? -1 : left > right;
}

// Small numbers only, so that a double tells two measures apart or they are equal (to 1e-9).
static void measures_of(const struct twin *twin, enum point_kind kind, const int64_t *row,
                        const int64_t *ideal, double *measures)
{
    uint32_t width = twin->scenario->party_count;
    double gains[WIDTH];
    double product = 1;
    double sum = 0;
    uint32_t count = 0;
    bool is_share = kind == POINT_KS || kind == POINT_KS_MINSPREAD;
    for (uint32_t p = 0; p < width; p++) {
        int64_t reserve = twin->scenario->parties[p].reservation;
        double gain = (double)(row[p] - reserve);
        product *= gain;
        sum += (double)row[p];
        if (is_share && ideal[p] <= reserve)
            continue;
        gains[count++] = is_share ? gain / (double)(ideal[p] - reserve) : gain;
    }
    qsort(gains, count, sizeof *gains, compare_doubles);
    memset(measures, 0, width * sizeof *measures);
    if (kind == POINT_NASH)
        measures[0] = product;
    else if (kind == POINT_UTILITARIAN)
        measures[0] = sum;
    else if (kind == POINT_MAXMIN)
        measures[0] = gains[0];
    else if (kind == POINT_KS_MINSPREAD)
        measures[0] = count == 0 ? 0 : gains[0] - gains[count - 1];
    else
        memcpy(measures, gains, count * sizeof *measures);
}

static int compare_measures(const double *a, const double *b, uint32_t width)
{
    for (uint32_t p = 0; p < width; p++)
        if (a[p] - b[p] > 1e-9 || b[p] - a[p] > 1e-9)
            return a[p] < b[p] ? -1 : 1;
    return 0;
}

static const char *point_difference(const struct twin *twin, enum point_kind kind,
                                    const struct solution *solution, const int64_t *ideal)
{
    const struct front *front = &solution->acceptable_front;
    const struct fair_point *point = &solution->points[kind];
    uint32_t width = twin->scenario->party_count;
    double best[WIDTH];
    double other[WIDTH];
    bool can_gain = false;
    for (uint32_t p = 0; p < width; p++)
        can_gain = can_gain || ideal[p] > twin->scenario->parties[p].reservation;
    if (kind == POINT_KS_MINSPREAD && !can_gain)
        return point->is_defined ? "a spread is given where nobody can gain" : NULL;
    int64_t row[SCENARIO_PARTIES_MAX];
    measures_of(twin, kind, front_point(front, point->rows[0], row), ideal, best);
    size_t ties = 0;
    for (size_t i = 0; i < front->count; i++) {
        measures_of(twin, kind, front_point(front, i, row), ideal, other);
        int order = compare_measures(other, best, width);
        if (order > 0)
            return "a fair point is not the best";
        if (order == 0 && (ties >= point->row_count || point->rows[ties++] != i))
            return "a tie of a fair point is missing";
    }
    return ties == point->row_count ? NULL : "a fair point names a row that does not tie";
}

static void best_in(const struct twin *twin, const int64_t *reserve, int64_t *best, uint64_t *count)
{
    const struct scenario *scenario = twin->scenario;
    *count = 0;
    for (size_t i = 0; i < twin->count; i++) {
        const struct listed *item = &twin->feasible[i];
        bool is_in = true;
        for (uint32_t p = 0; p < scenario->party_count; p++) {
            bool crosses = item->row[p] >= scenario->parties[p].reservation && !item->suits[p];
            uint32_t outcome[WIDTH * 4];
            unpack(scenario, item->number, outcome);
            for (size_t r = 0; r < scenario->parties[p].red_line_count && !crosses; r++)
                crosses = takes(outcome, scenario->parties[p].red_lines[r]);
            is_in = is_in && !crosses && item->row[p] >= reserve[p];
        }
        if (!is_in)
            continue;
        for (uint32_t p = 0; p < scenario->party_count; p++)
            best[p] = *count == 0 || item->row[p] > best[p] ? item->row[p] : best[p];
        (*count)++;
    }
}

static const char *concession_difference(const struct twin *twin, const struct solution *solution)
{
    const struct scenario *scenario = twin->scenario;
    uint32_t width = scenario->party_count;
    for (size_t i = 0; i < solution->concession_count; i++) {
        const struct concession *concession = &solution->concessions[i];
        int64_t reserve[WIDTH];
        int64_t best[WIDTH] = {0};
        uint64_t count;
        for (uint32_t p = 0; p < width; p++)
            reserve[p] = scenario->parties[p].reservation;
        reserve[concession->party] -= concession->lower_by;
        best_in(twin, reserve, best, &count);
        if (!is_tally(&concession->acceptable, count))
            return "a concession opens another number of packages";
        if (memcmp(best, concession->best_for_each, width * sizeof *best) != 0)
            return "a concession gives another best";
    }
    return NULL;
}

static const char *acceptable_difference(const struct twin *twin, const struct solution *solution)
{
    uint32_t width = twin->scenario->party_count;
    int64_t ideal[WIDTH];
    int64_t ideal_feasible[WIDTH];
    bool is_first = true;
    for (size_t i = 0; i < twin->count; i++)
        for (uint32_t p = 0; p < width; p++) {
            int64_t value = twin->feasible[i].row[p];
            ideal_feasible[p] = i == 0 || value > ideal_feasible[p] ? value : ideal_feasible[p];
        }
    for (size_t i = 0; i < twin->count; i++) {
        if (!twin->feasible[i].is_acceptable)
            continue;
        for (uint32_t p = 0; p < width; p++) {
            int64_t value = twin->feasible[i].row[p];
            ideal[p] = is_first || value > ideal[p] ? value : ideal[p];
        }
        is_first = false;
    }
    if (is_first)
        return solution->has_acceptable ? "something is acceptable where nothing is" : NULL;
    if (!solution->has_acceptable)
        return "nothing is acceptable where something is";
    if (memcmp(ideal, solution->ideal_acceptable, width * sizeof *ideal) != 0 ||
        memcmp(ideal_feasible, solution->ideal_feasible, width * sizeof *ideal) != 0)
        return "an ideal differs";
    for (int kind = 0; kind < POINT_KINDS; kind++) {
        const char *difference =
            point_difference(twin, (enum point_kind)kind, solution,
                             kind == POINT_KS_MINSPREAD ? ideal_feasible : ideal);
        if (difference)
            return difference;
    }
    return concession_difference(twin, solution);
}

const char *twin_difference(const struct scenario *scenario, const struct solution *solution,
                            struct arena *arena)
{
    struct twin twin = {.scenario = scenario, .arena = arena};
    list_all(&twin);
    width_at_sort = scenario->party_count;
    if (twin.count > 0)
        qsort(twin.feasible, twin.count, sizeof *twin.feasible, compare_listed);
    const char *difference = count_difference(&twin, solution);
    if (difference)
        return difference;
    struct twin_front front = front_of(&twin, false);
    struct twin_front acceptable = front_of(&twin, true);
    if ((difference = front_difference(&twin, &front, &solution->front)) != NULL)
        return difference;
    if (twin.count == 0)
        return NULL;
    if ((difference = front_difference(&twin, &acceptable, &solution->acceptable_front)) != NULL)
        return difference;
    return acceptable_difference(&twin, solution);
}
