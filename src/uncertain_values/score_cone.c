// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/score_cone.h"

#include "base/checked.h"

// Makes the row say: left less right (or the reserve) times sign is at least `least`.
static void fill_row(const struct scenario *scenario, const struct weighing *weighing, int sign,
                     int64_t least, size_t width, int64_t *factors, struct simplex_row *row)
{
    for (size_t j = 0; j < width; j++)
        factors[j] = 0;
    for (uint32_t i = 0; i < weighing->count; i++) {
        factors[scenario_flat(scenario, weighing->left[i])] -= sign;
        if (weighing->right)
            factors[scenario_flat(scenario, weighing->right[i])] += sign;
    }
    if (!weighing->right)
        factors[width - 1] += sign;
    *row = (struct simplex_row){factors, -least, 0};
}

// A reply as rows, of which there are at most two.
static void add_reply(struct score_cone *cone, const struct weighing *weighing, enum reply reply)
{
    int64_t *factors = ARENA_ARRAY(cone->arena, int64_t, cone->width);
    bool is_equal = reply == REPLY_EQUAL;
    // An accepted package may be worth just the reserve.
    int64_t least = is_equal || (!weighing->right && reply == REPLY_LEFT) ? 0 : 1;
    fill_row(cone->scenario, weighing, reply == REPLY_RIGHT ? -1 : 1, least, cone->width, factors,
             &cone->rows[cone->row_count++]);
    if (!is_equal)
        return;
    factors = ARENA_ARRAY(cone->arena, int64_t, cone->width);
    fill_row(cone->scenario, weighing, -1, 0, cone->width, factors, &cone->rows[cone->row_count++]);
}

struct score_cone score_cone_make(const struct scenario *scenario, const struct replied *replies,
                                  size_t count, struct budget *budget, struct arena *arena)
{
    struct score_cone cone = {.scenario = scenario,
                              .width = (size_t)scenario->option_total + 1,
                              .rows = ARENA_ARRAY(arena, struct simplex_row, 2 * count + 2),
                              .budget = budget,
                              .arena = arena};
    cone.objective = ARENA_ARRAY(arena, int64_t, cone.width);
    for (size_t i = 0; i < count; i++)
        add_reply(&cone, &replies[i].weighing, replies[i].reply);
    return cone;
}

// Solves for the objective and gives the point in lowest whole numbers; all 0 stays so.
static enum simplex_end solve(struct score_cone *cone, int64_t *point)
{
    struct arena *work = arena_open();
    struct simplex_sum best;
    struct simplex_sum *values = ARENA_ARRAY(work, struct simplex_sum, cone->width);
    struct simplex program = {cone->rows, cone->row_count, cone->width, cone->objective};
    enum simplex_end end = simplex_solve(&program, cone->budget, &best, values);
    int64_t divisor = 0;
    for (size_t j = 0; j < cone->width && end == SIMPLEX_FOUND; j++) {
        point[j] = values[j].value; // all over the same number
        divisor = int64_gcd(divisor, point[j]);
    }
    for (size_t j = 0; j < cone->width && end == SIMPLEX_FOUND && divisor > 1; j++)
        point[j] /= divisor;
    arena_close(work);
    return end;
}

enum simplex_end score_cone_least(struct score_cone *cone, const int64_t *weights, int64_t limit,
                                  int64_t *point)
{
    size_t rows = cone->row_count;
    struct arena *work = arena_open();
    int64_t *factors = ARENA_ARRAY(work, int64_t, cone->width);
    for (size_t j = 0; j < cone->width; j++) {
        cone->objective[j] = weights ? -weights[j] : -1;
        factors[j] = 1;
    }
    if (limit > 0)
        cone->rows[cone->row_count++] = (struct simplex_row){factors, limit, 0};
    enum simplex_end end = solve(cone, point);
    cone->row_count = rows;
    arena_close(work);
    return end;
}

enum simplex_end score_cone_allows(struct score_cone *cone, const struct weighing *weighing,
                                   enum reply reply, int64_t *point)
{
    struct arena *work = arena_open();
    struct score_cone narrower = *cone;
    narrower.arena = work;
    add_reply(&narrower, weighing, reply); // in the room that is left
    for (size_t j = 0; j < cone->width; j++)
        cone->objective[j] = -1;
    enum simplex_end end = solve(&narrower, point);
    arena_close(work);
    return end;
}

enum reply weighing_reply(const struct scenario *scenario, const struct weighing *weighing,
                          const int64_t *point)
{
    int64_t sum = weighing->right ? 0 : -point[scenario->option_total];
    for (uint32_t i = 0; i < weighing->count; i++) {
        sum += point[scenario_flat(scenario, weighing->left[i])];
        if (weighing->right)
            sum -= point[scenario_flat(scenario, weighing->right[i])];
    }
    if (sum == 0 && weighing->right)
        return REPLY_EQUAL;
    return sum >= 0 ? REPLY_LEFT : REPLY_RIGHT;
}
