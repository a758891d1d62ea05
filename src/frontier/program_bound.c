// SPDX-License-Identifier: Apache-2.0
#include "frontier/program_bound.h"

#include <math.h>
#include <string.h>

#define LIMIT_MOST ((int64_t)1 << 30)
#define SUM_MOST ((int64_t)1 << 60)

static int64_t size_of(int64_t value)
{
    return value < 0 ? -value : value;
}

// The largest sum of sizes that a measure can come to.
static int128 reach_of(const struct choice_program *program, const struct measures *measures,
                       uint32_t m)
{
    const int64_t *values = measures->values + (size_t)m * program->option_count;
    int128 reach = (int128)size_of(measures->base[m]) + measures->range[m];
    for (uint32_t i = 0; i < program->issue_count; i++) {
        int64_t largest = 0;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            largest = size_of(values[o]) > largest ? size_of(values[o]) : largest;
        reach += largest;
    }
    return reach;
}

int64_t program_weight_limit(const struct choice_program *program, const struct measures *measures)
{
    int128 reach = 1;
    for (uint32_t m = 0; m < measures->count; m++)
        reach += reach_of(program, measures, m);
    int128 limit = SUM_MOST / reach;
    return limit > LIMIT_MOST ? LIMIT_MOST : (int64_t)limit;
}

struct program_bound program_bound_room(const struct choice_program *program,
                                        const struct measures *measures, struct arena *arena)
{
    return (struct program_bound){.weights = ARENA_ARRAY(arena, int64_t, measures->count),
                                  .value = ARENA_ARRAY(arena, int64_t, program->option_count),
                                  .best = ARENA_ARRAY(arena, int64_t, program->issue_count)};
}

// Pressures may be rounding; what is not a number or far too large counts as none.
static int64_t whole_of(double multiplier, double scale, double most)
{
    double scaled = multiplier * scale;
    return scaled > 0 && scaled < most ? (int64_t)llround(scaled) : 0;
}

static void pay_rules(const struct choice_program *program, const double *multipliers, double scale,
                      struct program_bound *bound, int128 *above)
{
    for (size_t r = 0; r < program->rules.count; r++) {
        // Prices above what any option is worth would leave 64 bits together; they are no use.
        int64_t price = whole_of(multipliers[r], scale, (double)SUM_MOST / 64);
        if (price == 0)
            continue;
        const struct packing_rule *rule = LIST_AT(&program->rules, struct packing_rule, r);
        *above += (int128)price * rule->most;
        for (uint32_t i = 0; i < rule->count; i++)
            if (bound->value[rule->options[i]] > INT64_MIN / 2)
                bound->value[rule->options[i]] -= price;
    }
}

void program_bound_make(const struct choice_program *program, const struct measures *measures,
                        const struct choices_left *left, const double *multipliers, int64_t limit,
                        struct program_bound *bound)
{
    double largest = 0;
    int128 above = 0;
    int128 below = 0;
    memset(bound->value, 0, program->option_count * sizeof *bound->value);
    for (uint32_t m = 0; m < measures->count; m++)
        largest = multipliers[m] > largest ? multipliers[m] : largest;
    double scale = largest > 0 ? (double)limit / largest : (double)LIMIT_MOST;
    for (uint32_t m = 0; m < measures->count; m++) {
        const int64_t *values = measures->values + (size_t)m * program->option_count;
        int64_t weight = whole_of(multipliers[m], scale, (double)limit * 2);
        weight = weight > limit ? limit : weight;
        bound->weights[m] = weight;
        if (weight == 0)
            continue;
        for (uint32_t o = 0; o < program->option_count; o++)
            bound->value[o] += weight * values[o];
        above -= (int128)weight * measures->base[m];
        below += (int128)weight * measures->range[m];
    }
    pay_rules(program, multipliers + measures->count, scale, bound, &above);
    for (uint32_t i = 0; i < program->issue_count; i++) {
        int64_t best = INT64_MIN;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            if (!left->is_out[o] && bound->value[o] > best)
                best = bound->value[o];
        bound->best[i] = best;
        above += best;
    }
    bound->share = (struct ratio){above, (uint128)below};
}

struct ratio program_bound_with(const struct program_bound *bound, uint32_t issue, uint32_t option)
{
    return (struct ratio){bound->share.above - bound->best[issue] + bound->value[option],
                          bound->share.below};
}

struct measures measures_with_sums(const struct choice_program *program,
                                   const struct measures *measures, struct arena *work)
{
    if (program->sums.count == 0)
        return *measures;
    size_t options = program->option_count;
    size_t most = measures->count + 2 * program->sums.count;
    int64_t *values = ARENA_ARRAY(work, int64_t, most * options);
    int64_t *base = ARENA_ARRAY(work, int64_t, most);
    int64_t *range = ARENA_ARRAY(work, int64_t, most);
    uint32_t count = measures->count;
    memcpy(values, measures->values, count * options * sizeof *values);
    memcpy(base, measures->base, count * sizeof *base);
    memcpy(range, measures->range, count * sizeof *range);
    for (size_t i = 0; i < program->sums.count; i++) {
        const struct program_sum *sum = LIST_AT(&program->sums, struct program_sum, i);
        if (sum->least != INT64_MIN) {
            memcpy(values + count * options, sum->numbers, options * sizeof *values);
            base[count++] = sum->least;
        }
        if (sum->most == INT64_MAX)
            continue;
        for (size_t o = 0; o < options; o++)
            values[count * options + o] = -sum->numbers[o];
        base[count++] = -sum->most;
    }
    return (struct measures){count, values, base, range};
}
