// SPDX-License-Identifier: Apache-2.0
//
// The dictionary: below × basic[r] = limit[r] - sum over j of cells[r][j] × free[j]. The last row is
// the objective. A pivot keeps all cells whole: each new one is a difference of two products divided
// by the old denominator, and both are determinants of the same matrix.
#include "uncertain_values/simplex.h"

#include "uncertain_values/values.h"

#include <assert.h>

struct tableau {
    struct arena *work;
    struct budget *budget;
    size_t rows; // the objective not counted
    size_t columns;
    int64_t *cells; // rows + 1 rows of columns + 2: the last two are limit and limit_steps
    int64_t below;
    uint32_t *basic; // by row: the variable there; slack r is numbered after the variables
    uint32_t *free;  // by column
    uint32_t helper; // the variable of the first phase, always the highest number
};

static int64_t *row_of(const struct tableau *tableau, size_t row)
{
    return tableau->cells + row * (tableau->columns + 2);
}

// a × b - c × d over below, which divides it.
static bool cross(int64_t a, int64_t b, int64_t c, int64_t d, int64_t below, int64_t *result)
{
    int64_t left;
    int64_t right;
    if (!__builtin_mul_overflow(a, b, &left) && !__builtin_mul_overflow(c, d, &right) &&
        !__builtin_sub_overflow(left, right, &left) && left != INT64_MIN) {
        *result = left / below; // nearly always, and many times faster than with 128 bits
        return true;
    }
    // Each product stays below 2^126, so the difference fits.
    int128 wide = (int128)a * b - (int128)c * d;
    wide /= below;
    if (wide > INT64_MAX || wide < -INT64_MAX)
        return false;
    *result = (int64_t)wide;
    return true;
}

static bool pivot_row(struct tableau *tableau, size_t i, size_t r, size_t c)
{
    int64_t *row = row_of(tableau, i);
    const int64_t *leaving = row_of(tableau, r);
    int64_t pivot = leaving[c];
    int64_t factor = row[c];
    for (size_t j = 0; j < tableau->columns + 2; j++)
        if (j != c && !cross(row[j], pivot, factor, leaving[j], tableau->below, &row[j]))
            return false;
    row[c] = -factor;
    return true;
}

static void turn_signs(struct tableau *tableau)
{
    for (size_t i = 0; i < (tableau->rows + 1) * (tableau->columns + 2); i++)
        tableau->cells[i] = -tableau->cells[i];
    tableau->below = -tableau->below;
}

// Row r leaves the basis, column c enters it. False: a number would be too large.
static bool pivot(struct tableau *tableau, size_t r, size_t c)
{
    for (size_t i = 0; i <= tableau->rows; i++)
        if (i != r && !pivot_row(tableau, i, r, c))
            return false;
    int64_t *leaving = row_of(tableau, r);
    int64_t old = tableau->below;
    tableau->below = leaving[c];
    leaving[c] = old;
    if (tableau->below < 0)
        turn_signs(tableau);
    uint32_t variable = tableau->basic[r];
    tableau->basic[r] = tableau->free[c];
    tableau->free[c] = variable;
    return true;
}

// Compares the limits of rows a and b, each divided by its cell in column c (both above 0).
static int compare_ratios(const struct tableau *tableau, size_t a, size_t b, size_t c)
{
    const int64_t *left = row_of(tableau, a);
    const int64_t *right = row_of(tableau, b);
    for (size_t k = tableau->columns; k < tableau->columns + 2; k++) {
        int128 l = (int128)left[k] * right[c];
        int128 r = (int128)right[k] * left[c];
        if (l != r)
            return l < r ? -1 : 1;
    }
    return 0;
}

static size_t entering_column(const struct tableau *tableau, bool helper_may)
{
    const int64_t *objective = row_of(tableau, tableau->rows);
    size_t found = SIZE_MAX;
    for (size_t j = 0; j < tableau->columns; j++)
        if (objective[j] < 0 && (helper_may || tableau->free[j] != tableau->helper) &&
            (found == SIZE_MAX || tableau->free[j] < tableau->free[found]))
            found = j;
    return found;
}

static size_t leaving_row(const struct tableau *tableau, size_t c)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < tableau->rows; i++) {
        if (row_of(tableau, i)[c] <= 0)
            continue;
        int order = found == SIZE_MAX ? -1 : compare_ratios(tableau, i, found, c);
        if (order < 0 || (order == 0 && tableau->basic[i] < tableau->basic[found]))
            found = i;
    }
    return found;
}

static enum simplex_end climb(struct tableau *tableau, bool helper_may)
{
    for (;;) {
        size_t column = entering_column(tableau, helper_may);
        if (column == SIZE_MAX)
            return SIMPLEX_FOUND;
        size_t row = leaving_row(tableau, column);
        if (row == SIZE_MAX)
            return SIMPLEX_UNBOUNDED;
        if (!budget_spend(tableau->budget, (tableau->rows + 1) * (tableau->columns + 2)))
            return SIMPLEX_STOPPED;
        if (!pivot(tableau, row, column))
            return SIMPLEX_TOO_LARGE;
    }
}

static bool is_negative(const int64_t *limit)
{
    return limit[0] < 0 || (limit[0] == 0 && limit[1] < 0);
}

// The row with the smallest limit; SIZE_MAX when none is below 0. Before any pivot below is 1.
static size_t worst_row(const struct tableau *tableau)
{
    size_t worst = SIZE_MAX;
    for (size_t i = 0; i < tableau->rows; i++) {
        const int64_t *limit = row_of(tableau, i) + tableau->columns;
        const int64_t *most = worst == SIZE_MAX ? NULL : row_of(tableau, worst) + tableau->columns;
        if (is_negative(limit) &&
            (!most || limit[0] < most[0] || (limit[0] == most[0] && limit[1] < most[1])))
            worst = i;
    }
    return worst;
}

// The helper is 0 again: it leaves the basis, if it is in it, by any column.
static bool drop_helper(struct tableau *tableau)
{
    for (size_t i = 0; i < tableau->rows; i++) {
        if (tableau->basic[i] != tableau->helper)
            continue;
        for (size_t j = 0; j < tableau->columns; j++)
            if (row_of(tableau, i)[j] != 0)
                return pivot(tableau, i, j);
    }
    return true;
}

// First phase: a helper is taken off every row and made as small as can be (column 0 is its own).
static enum simplex_end find_start(struct tableau *tableau)
{
    size_t worst = worst_row(tableau);
    if (worst == SIZE_MAX)
        return SIMPLEX_FOUND;
    row_of(tableau, tableau->rows)[0] = 1; // the objective is minus the helper
    if (!pivot(tableau, worst, 0))
        return SIMPLEX_TOO_LARGE;
    enum simplex_end end = climb(tableau, true);
    if (end != SIMPLEX_FOUND)
        return end;
    if (is_negative(row_of(tableau, tableau->rows) + tableau->columns))
        return SIMPLEX_IMPOSSIBLE;
    return drop_helper(tableau) ? SIMPLEX_FOUND : SIMPLEX_TOO_LARGE;
}

// Writes the program's objective in terms of the free variables.
static bool set_objective(struct tableau *tableau, const struct simplex *program)
{
    int64_t *objective = row_of(tableau, tableau->rows);
    for (size_t j = 0; j < tableau->columns + 2; j++)
        objective[j] = 0;
    for (size_t j = 0; j < tableau->columns; j++)
        if (tableau->free[j] < program->variable_count &&
            !cross(-program->objective[tableau->free[j]], tableau->below, 0, 0, 1, &objective[j]))
            return false;
    for (size_t i = 0; i < tableau->rows; i++) {
        if (tableau->basic[i] >= program->variable_count)
            continue;
        int64_t factor = program->objective[tableau->basic[i]];
        const int64_t *row = row_of(tableau, i);
        for (size_t j = 0; j < tableau->columns + 2; j++)
            if (!cross(objective[j], 1, -factor, row[j], 1, &objective[j]))
                return false;
    }
    return true;
}

static struct tableau make_tableau(const struct simplex *program, struct budget *budget)
{
    struct tableau tableau = {.work = arena_open(),
                              .budget = budget,
                              .rows = program->row_count,
                              .columns = program->variable_count + 1,
                              .below = 1};
    uint32_t variables = (uint32_t)program->variable_count; // the tableau fits memory
    uint32_t rows = (uint32_t)program->row_count;
    tableau.helper = variables + rows;
    tableau.cells = ARENA_ARRAY(tableau.work, int64_t, (tableau.rows + 1) * (tableau.columns + 2));
    tableau.basic = ARENA_ARRAY(tableau.work, uint32_t, tableau.rows + 1);
    tableau.free = ARENA_ARRAY(tableau.work, uint32_t, tableau.columns);
    tableau.free[0] = tableau.helper;
    for (uint32_t j = 0; j < variables; j++)
        tableau.free[j + 1] = j;
    for (uint32_t i = 0; i < rows; i++) {
        int64_t *row = row_of(&tableau, i);
        tableau.basic[i] = variables + i;
        row[0] = -1;
        for (size_t j = 0; j < program->variable_count; j++)
            row[j + 1] = program->rows[i].factors[j];
        row[tableau.columns] = program->rows[i].limit;
        row[tableau.columns + 1] = program->rows[i].limit_steps;
    }
    return tableau;
}

static void read_values(const struct tableau *tableau, const struct simplex *program,
                        struct simplex_sum *values)
{
    for (size_t j = 0; j < program->variable_count; j++)
        values[j] = (struct simplex_sum){0, 0, tableau->below};
    for (size_t i = 0; i < tableau->rows; i++)
        if (tableau->basic[i] < program->variable_count) {
            const int64_t *limit = row_of(tableau, i) + tableau->columns;
            values[tableau->basic[i]] = (struct simplex_sum){limit[0], limit[1], tableau->below};
        }
}

enum simplex_end simplex_solve(const struct simplex *program, struct budget *budget,
                               struct simplex_sum *best, struct simplex_sum *values)
{
    struct tableau tableau = make_tableau(program, budget);
    enum simplex_end end = find_start(&tableau);
    if (end == SIMPLEX_FOUND)
        end = set_objective(&tableau, program) ? climb(&tableau, false) : SIMPLEX_TOO_LARGE;
    if (end == SIMPLEX_FOUND) {
        const int64_t *limit = row_of(&tableau, tableau.rows) + tableau.columns;
        *best = (struct simplex_sum){limit[0], limit[1], tableau.below};
        if (values)
            read_values(&tableau, program, values);
    }
    arena_close(tableau.work);
    return end;
}

static int64_t divide_down(int64_t number, int64_t below)
{
    int64_t quotient = number / below;
    return number % below < 0 ? quotient - 1 : quotient;
}

int64_t simplex_in_steps(struct simplex_sum sum)
{
    int64_t whole = divide_down(sum.value, sum.below);
    // What is left over is more than any number of steps.
    if (whole * sum.below != sum.value)
        return whole * VALUE_STEP + VALUE_STEP / 4;
    return whole * VALUE_STEP + divide_down(sum.steps, sum.below);
}
