// SPDX-License-Identifier: Apache-2.0
//
// Residuals with the same content are one. Of a sum the residual is what the numbers taken so far add up
// to; as soon as it must or cannot come out right, it is gone.
#include "bargain/residuals.h"

#include "base/names.h"

#include <stdlib.h>
#include <string.h>

#define RESIDUAL_FORBIDS UINT32_MAX        // nothing is left: the rule is broken
#define RESIDUAL_BONUS ((uint32_t)1 << 31) // nothing is left: bonus number, with this bit
#define RESIDUAL_KEPT (UINT32_MAX - 1)     // nothing is left: the rule is kept

// A sum in the order of the levels.
struct ordered_sum {
    const struct literal *literals;
    uint32_t count;
    const int64_t *least_after; // by literal, and one more: of it and those behind it
    const int64_t *most_after;
    const struct rule_sum *rule;
    uint32_t number; // of all sums
};

struct residual {
    uint32_t issue;
    const bool *threatens;
    uint32_t next;                 // what is left when it threatens
    const struct ordered_sum *sum; // NULL: of a clause
    uint32_t part;                 // the literal that comes
    int64_t so_far;
};

static int compare_literals(const void *a, const void *b, void *context)
{
    const uint32_t *position = context;
    uint32_t left = position[((const struct literal *)a)->issue];
    uint32_t right = position[((const struct literal *)b)->issue];
    return left < right ? -1 : left > right;
}

// The number of the residual with this key, new or known.
static uint32_t keyed_number(struct residuals *residuals, struct str key, struct residual residual)
{
    uint32_t number = names_find(residuals->known, key);
    if (number != NAMES_NONE)
        return number;
    number = names_add(residuals->known, arena_copy(residuals->work, key));
    *LIST_ADD(&residuals->items, struct residual) = residual;
    return number;
}

static uint32_t residual_number(struct residuals *residuals, const struct literal *literal,
                                uint32_t next)
{
    uint32_t options = residuals->scenario->issues[literal->issue].option_count;
    char *key = arena_take(residuals->work, 2 * sizeof(uint32_t) + options, 1);
    memcpy(key, &literal->issue, sizeof(uint32_t));
    memcpy(key + sizeof(uint32_t), &next, sizeof(uint32_t));
    memcpy(key + 2 * sizeof(uint32_t), literal->threatens, options);
    return keyed_number(
        residuals, (struct str){key, 2 * sizeof(uint32_t) + options},
        (struct residual){.issue = literal->issue, .threatens = literal->threatens, .next = next});
}

// What is left of a sum when its first `part` literals came to so much.
static uint32_t sum_number(struct residuals *residuals, const struct ordered_sum *sum,
                           uint32_t part, int64_t so_far)
{
    int64_t least = so_far + sum->least_after[part];
    int64_t most = so_far + sum->most_after[part];
    if (most < sum->rule->least || least > sum->rule->most)
        return RESIDUAL_FORBIDS;
    if (least >= sum->rule->least && most <= sum->rule->most)
        return RESIDUAL_KEPT;
    // No issue has the number UINT32_MAX, so that keys of sums and of clauses differ.
    uint32_t key[5] = {UINT32_MAX, sum->number, part};
    memcpy(key + 3, &so_far, sizeof so_far);
    return keyed_number(
        residuals, (struct str){(const char *)key, sizeof key},
        (struct residual){
            .issue = sum->literals[part].issue, .sum = sum, .part = part, .so_far = so_far});
}

static struct ordered_sum *order_sum(struct residuals *residuals, const struct clause *clause,
                                     const struct literal *literals)
{
    struct ordered_sum *sum = ARENA_NEW(residuals->work, struct ordered_sum);
    int64_t *least = ARENA_ARRAY(residuals->work, int64_t, clause->count + 1);
    int64_t *most = ARENA_ARRAY(residuals->work, int64_t, clause->count + 1);
    for (uint32_t l = clause->count; l > 0; l--) {
        const struct literal *literal = &literals[l - 1];
        int64_t low = literal->numbers[0];
        int64_t high = literal->numbers[0];
        for (uint32_t o = 1; o < residuals->scenario->issues[literal->issue].option_count; o++) {
            low = literal->numbers[o] < low ? literal->numbers[o] : low;
            high = literal->numbers[o] > high ? literal->numbers[o] : high;
        }
        least[l - 1] = least[l] + low;
        most[l - 1] = most[l] + high;
    }
    *sum = (struct ordered_sum){literals, clause->count, least,
                                most,     clause->sum,   residuals->sum_count++};
    return sum;
}

// False when the sum cannot come out right.
static bool start_sum(struct residuals *residuals, const struct clause *clause,
                      const struct literal *literals)
{
    uint32_t start = sum_number(residuals, order_sum(residuals, clause, literals), 0, 0);
    if (start == RESIDUAL_FORBIDS)
        return false;
    if (start != RESIDUAL_KEPT)
        *LIST_ADD(&residuals->starts[residuals->position[literals[0].issue]], uint32_t) = start;
    return true;
}

static void start(const struct scenario *scenario, const uint32_t *order, struct arena *work,
                  struct residuals *residuals)
{
    uint32_t *position = ARENA_ARRAY(work, uint32_t, scenario->issue_count);
    *residuals = (struct residuals){.scenario = scenario,
                                    .work = work,
                                    .position = position,
                                    .items = LIST_MAKE(work, struct residual),
                                    .known = names_make(work),
                                    .starts = ARENA_ARRAY(work, struct list, scenario->issue_count),
                                    .bonuses = LIST_MAKE(work, const int64_t *),
                                    .next = LIST_MAKE(work, uint32_t)};
    for (uint32_t i = 0; i < scenario->issue_count; i++) {
        position[order[i]] = i;
        residuals->starts[i] = LIST_MAKE(work, uint32_t);
    }
}

bool residuals_make(const struct scenario *scenario, struct clauses clauses, const uint32_t *order,
                    struct arena *work, struct residuals *residuals)
{
    start(scenario, order, work, residuals);
    for (size_t c = 0; c < clauses.count; c++) {
        const struct clause *clause = &clauses.items[c];
        struct literal *literals = ARENA_ARRAY(residuals->work, struct literal, clause->count + 1);
        for (uint32_t l = 0; l < clause->count; l++)
            literals[l] = clause->literals[l];
        qsort_r(literals, clause->count, sizeof *literals, compare_literals,
                (void *)(uintptr_t)residuals->position);
        if (clause->sum) {
            if (!start_sum(residuals, clause, literals))
                return false;
            continue;
        }
        uint32_t next = RESIDUAL_FORBIDS;
        if (clause->bonus) {
            next = RESIDUAL_BONUS | (uint32_t)residuals->bonuses.count;
            *LIST_ADD(&residuals->bonuses, const int64_t *) = clause->bonus;
        }
        for (uint32_t l = clause->count; l > 0; l--)
            next = residual_number(residuals, &literals[l - 1], next);
        uint32_t position = residuals->position[literals[0].issue];
        *LIST_ADD(&residuals->starts[position], uint32_t) = next;
    }
    return true;
}

static bool meet_sum(struct residuals *residuals, uint32_t number, uint32_t option)
{
    const struct residual *residual = LIST_AT(&residuals->items, struct residual, number);
    const struct ordered_sum *sum = residual->sum;
    int64_t so_far = residual->so_far + sum->literals[residual->part].numbers[option];
    uint32_t next = sum_number(residuals, sum, residual->part + 1, so_far);
    if (next == RESIDUAL_FORBIDS)
        return false;
    if (next != RESIDUAL_KEPT)
        *LIST_ADD(&residuals->next, uint32_t) = next;
    return true;
}

bool residuals_meet(struct residuals *residuals, uint32_t number, uint32_t issue, uint32_t option,
                    int64_t *bonus, bool *has_bonus)
{
    const struct residual *residual = LIST_AT(&residuals->items, struct residual, number);
    if (residual->issue != issue) {
        *LIST_ADD(&residuals->next, uint32_t) = number;
        return true;
    }
    if (residual->sum)
        return meet_sum(residuals, number, option);
    if (!residual->threatens[option])
        return true;
    if (residual->next == RESIDUAL_FORBIDS)
        return false;
    if (residual->next & RESIDUAL_BONUS) {
        const int64_t *extra =
            *LIST_AT(&residuals->bonuses, const int64_t *, residual->next & ~RESIDUAL_BONUS);
        for (uint32_t p = 0; p < residuals->scenario->party_count; p++)
            bonus[p] += extra[p];
        *has_bonus = true;
        return true;
    }
    *LIST_ADD(&residuals->next, uint32_t) = residual->next;
    return true;
}
