// SPDX-License-Identifier: Apache-2.0
#include "frontier/blend.h"

#include <math.h>
#include <string.h>

#define NEARLY 1e-9 // cells this small are rounding
#define BREACH 1e-7 // values this far below 0 must be mended
#define NO_COLUMN UINT32_MAX
#define NO_ROW UINT32_MAX

struct blend blend_room(const struct choice_program *program, const struct measures *measures,
                        uint32_t row_limit, struct arena *arena)
{
    uint32_t columns = program->option_count + measures->count;
    size_t rows = (size_t)row_limit + measures->count + 1;
    return (struct blend){.program = program,
                          .measures = measures,
                          .row_limit = (uint32_t)rows,
                          .stride = columns,
                          .cells = ARENA_ARRAY(arena, double, rows *columns),
                          .sides = ARENA_ARRAY(arena, double, rows),
                          .basic = ARENA_ARRAY(arena, uint32_t, rows),
                          .nonbasic = ARENA_ARRAY(arena, uint32_t, columns),
                          .key = ARENA_ARRAY(arena, uint32_t, program->issue_count)};
}

static double *row_of(const struct blend *blend, uint32_t row)
{
    return blend->cells + (size_t)row * blend->stride;
}

static bool is_option(const struct blend *blend, uint32_t variable)
{
    return variable < blend->program->option_count;
}

static uint32_t issue_of(const struct blend *blend, uint32_t variable)
{
    return blend->program->issue_of[variable];
}

// The first measure that has a range; t is as large as the slack of this one allows.
static uint32_t leading_measure(const struct measures *measures)
{
    uint32_t m = 0;
    while (measures->range[m] == 0)
        m++;
    return m;
}

static void choose_keys(struct blend *blend, const struct choices_left *left, const int64_t *values)
{
    const struct choice_program *program = blend->program;
    blend->column_count = 0;
    for (uint32_t i = 0; i < program->issue_count; i++) {
        uint32_t best = UINT32_MAX;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            if (!left->is_out[o] && (best == UINT32_MAX || values[o] > values[best]))
                best = o;
        blend->key[i] = best;
        for (uint32_t o = program->first[i]; o < program->first[i + 1]; o++)
            if (!left->is_out[o] && o != best)
                blend->nonbasic[blend->column_count++] = o;
    }
}

// Writes slack = values of the keys less base + differences to the keys, into a row.
static void write_measure(struct blend *blend, uint32_t measure, uint32_t row)
{
    const struct choice_program *program = blend->program;
    const int64_t *values = blend->measures->values + (size_t)measure * program->option_count;
    double *cells = row_of(blend, row);
    int64_t sum = -blend->measures->base[measure];
    for (uint32_t i = 0; i < program->issue_count; i++)
        sum += values[blend->key[i]];
    for (uint32_t c = 0; c < blend->column_count; c++) {
        uint32_t o = blend->nonbasic[c];
        cells[c] =
            is_option(blend, o) ? (double)(values[blend->key[issue_of(blend, o)]] - values[o]) : 0;
    }
    blend->sides[row] = (double)sum;
}

void blend_start(struct blend *blend, const struct choices_left *left)
{
    const struct measures *measures = blend->measures;
    uint32_t options = blend->program->option_count;
    uint32_t lead = leading_measure(measures);
    double range = (double)measures->range[lead];
    choose_keys(blend, left, measures->values + (size_t)lead * options);
    blend->row_count = 1;
    blend->basic[0] = options;
    write_measure(blend, lead, 0);
    double *loss = row_of(blend, 0);
    for (uint32_t c = 0; c < blend->column_count; c++)
        loss[c] /= range;
    blend->sides[0] /= range;
    uint32_t slack = blend->column_count;
    for (uint32_t m = 0; m < measures->count; m++) {
        if (m == lead)
            continue;
        uint32_t row = blend->row_count++;
        double *cells = row_of(blend, row);
        double own = (double)measures->range[m];
        write_measure(blend, m, row);
        for (uint32_t c = 0; c < slack; c++)
            cells[c] -= own * loss[c];
        cells[slack] = -own / range;
        blend->sides[row] -= own * blend->sides[0];
        blend->basic[row] = options + 1 + m;
    }
    loss[slack] = 1 / range;
    blend->nonbasic[slack] = options + 1 + lead;
    blend->column_count++;
    blend->failed = 0;
}

void blend_copy(struct blend *to, const struct blend *from, const struct choices_left *left)
{
    to->row_count = from->row_count;
    to->column_count = 0;
    to->failed = 0;
    memcpy(to->sides, from->sides, from->row_count * sizeof *to->sides);
    memcpy(to->basic, from->basic, from->row_count * sizeof *to->basic);
    memcpy(to->key, from->key, from->program->issue_count * sizeof *to->key);
    for (uint32_t c = 0; c < from->column_count;) {
        uint32_t end = c;
        while (end < from->column_count &&
               !(is_option(from, from->nonbasic[end]) && left->is_out[from->nonbasic[end]]))
            end++;
        if (end > c) {
            size_t count = end - c;
            memcpy(to->nonbasic + to->column_count, from->nonbasic + c, count * sizeof(uint32_t));
            for (uint32_t r = 0; r < from->row_count; r++)
                memcpy(row_of(to, r) + to->column_count, row_of(from, r) + c,
                       count * sizeof(double));
            to->column_count += (uint32_t)count;
        }
        c = end + 1;
    }
    to->steps += (uint64_t)to->row_count * to->column_count;
}

static void pivot(struct blend *blend, uint32_t row, uint32_t column)
{
    uint32_t columns = blend->column_count;
    double *cells = row_of(blend, row);
    double by = 1 / cells[column];
    for (uint32_t c = 0; c < columns; c++)
        cells[c] *= by;
    cells[column] = by;
    blend->sides[row] *= by;
    for (uint32_t r = 0; r < blend->row_count; r++) {
        double *other = row_of(blend, r);
        double factor = other[column];
        if (r == row || factor == 0)
            continue;
        other[column] = 0;
        for (uint32_t c = 0; c < columns; c++)
            other[c] -= factor * cells[c];
        blend->sides[r] -= factor * blend->sides[row];
    }
    uint32_t entering = blend->nonbasic[column];
    blend->nonbasic[column] = blend->basic[row];
    blend->basic[row] = entering;
    blend->steps += (uint64_t)blend->row_count * columns;
}

// The row becomes that of its issue's key, and its option the key.
static void swap_key(struct blend *blend, uint32_t row)
{
    uint32_t option = blend->basic[row];
    uint32_t issue = issue_of(blend, option);
    double *cells = row_of(blend, row);
    for (uint32_t c = 0; c < blend->column_count; c++)
        cells[c] = -cells[c];
    blend->sides[row] = 1 - blend->sides[row];
    for (uint32_t r = 1; r < blend->row_count; r++) {
        uint32_t other = blend->basic[r];
        if (r == row || !is_option(blend, other) || issue_of(blend, other) != issue)
            continue;
        const double *others = row_of(blend, r);
        for (uint32_t c = 0; c < blend->column_count; c++)
            cells[c] -= others[c];
        blend->sides[row] -= blend->sides[r];
    }
    for (uint32_t c = 0; c < blend->column_count; c++)
        if (is_option(blend, blend->nonbasic[c]) && issue_of(blend, blend->nonbasic[c]) == issue)
            cells[c] += 1;
    blend->basic[row] = blend->key[issue];
    blend->key[issue] = option;
}

// The key of an issue that has no row changes places with the option of a column.
static void trade_key(struct blend *blend, uint32_t issue, uint32_t column)
{
    uint32_t option = blend->nonbasic[column];
    for (uint32_t r = 0; r < blend->row_count; r++) {
        double *cells = row_of(blend, r);
        double own = cells[column];
        if (own == 0)
            continue;
        blend->sides[r] -= own;
        for (uint32_t c = 0; c < blend->column_count; c++)
            if (c != column && is_option(blend, blend->nonbasic[c]) &&
                issue_of(blend, blend->nonbasic[c]) == issue)
                cells[c] -= own;
        cells[column] = -own;
    }
    blend->nonbasic[column] = blend->key[issue];
    blend->key[issue] = option;
    blend->steps += (uint64_t)blend->row_count * 4;
}

// A key that is out must go: the option with a row that has most of the issue takes its place, or
// the one in a column that costs least. False when neither will do.
static bool mend_key(struct blend *blend, const struct choices_left *left, uint32_t issue)
{
    uint32_t best_row = NO_ROW;
    bool has_row = false;
    for (uint32_t r = 1; r < blend->row_count; r++) {
        uint32_t option = blend->basic[r];
        if (!is_option(blend, option) || issue_of(blend, option) != issue)
            continue;
        has_row = true;
        if (!left->is_out[option] &&
            (best_row == NO_ROW || blend->sides[r] > blend->sides[best_row]))
            best_row = r;
    }
    if (best_row != NO_ROW) {
        swap_key(blend, best_row);
        return true;
    }
    const double *loss = row_of(blend, 0);
    uint32_t column = NO_COLUMN;
    for (uint32_t c = 0; c < blend->column_count && !has_row; c++) {
        uint32_t option = blend->nonbasic[c];
        if (is_option(blend, option) && issue_of(blend, option) == issue && !left->is_out[option] &&
            (column == NO_COLUMN || loss[c] < loss[column]))
            column = c;
    }
    if (column != NO_COLUMN)
        trade_key(blend, issue, column);
    return column != NO_COLUMN;
}

// The row whose variable is farthest out of its bounds.
static uint32_t worst_row(struct blend *blend, const struct choices_left *left)
{
    uint32_t worst = NO_ROW;
    double most = BREACH;
    for (uint32_t r = 1; r < blend->row_count; r++) {
        double breach = -blend->sides[r];
        uint32_t variable = blend->basic[r];
        if (is_option(blend, variable)) {
            if (left->is_out[variable] && breach < 0)
                breach = -breach;
            breach = breach > BREACH ? breach * 1000 : 0; // slacks are measured in values
        }
        if (breach > most) {
            most = breach;
            worst = r;
        }
    }
    return worst;
}

// An issue of which more than one whole is taken, as the row of its largest part.
static uint32_t overfull_row(struct blend *blend)
{
    for (uint32_t r = 1; r < blend->row_count; r++) {
        uint32_t option = blend->basic[r];
        if (!is_option(blend, option))
            continue;
        double sum = 0;
        uint32_t largest = r;
        for (uint32_t other = 1; other < blend->row_count; other++) {
            uint32_t o = blend->basic[other];
            if (!is_option(blend, o) || issue_of(blend, o) != issue_of(blend, option))
                continue;
            sum += blend->sides[other];
            if (blend->sides[other] > blend->sides[largest])
                largest = other;
        }
        if (sum > 1 + BREACH)
            return largest;
    }
    return NO_ROW;
}

// The column that loses least for what it brings toward the bound.
static uint32_t entering_column(const struct blend *blend, const struct choices_left *left,
                                uint32_t row)
{
    const double *cells = row_of(blend, row);
    const double *loss = row_of(blend, 0);
    double sign = blend->sides[row] < 0 ? -1 : 1;
    uint32_t best = NO_COLUMN;
    double least = 0;
    for (uint32_t c = 0; c < blend->column_count; c++) {
        double cell = sign * cells[c];
        uint32_t variable = blend->nonbasic[c];
        if (cell <= NEARLY || (is_option(blend, variable) && left->is_out[variable]))
            continue;
        double ratio = (loss[c] > 0 ? loss[c] : 0) / cell;
        if (best == NO_COLUMN || ratio < least || (ratio == least && cell > sign * cells[best])) {
            best = c;
            least = ratio;
        }
    }
    return best;
}

enum blend_end blend_solve(struct blend *blend, const struct choices_left *left, double cutoff,
                           unsigned pivots)
{
    const struct choice_program *program = blend->program;
    blend->failed = 0;
    for (uint32_t i = 0; i < program->issue_count; i++)
        if (left->is_out[blend->key[i]])
            mend_key(blend, left, i);
    for (unsigned p = 0; p < pivots; p++) {
        if (blend->sides[0] < cutoff)
            return BLEND_BELOW;
        uint32_t row = worst_row(blend, left);
        if (row == NO_ROW) {
            row = overfull_row(blend);
            if (row != NO_ROW) {
                swap_key(blend, row);
                continue;
            }
            bool is_mended = true;
            bool is_changed = false;
            for (uint32_t i = 0; i < program->issue_count; i++)
                if (left->is_out[blend->key[i]]) {
                    is_changed = mend_key(blend, left, i) || is_changed;
                    is_mended = is_mended && is_changed;
                }
            if (is_changed)
                continue;
            return is_mended ? BLEND_SOLVED : BLEND_GAVE_UP;
        }
        uint32_t column = entering_column(blend, left, row);
        if (column == NO_COLUMN) {
            blend->failed = row;
            return BLEND_IMPOSSIBLE;
        }
        pivot(blend, row, column);
    }
    return BLEND_GAVE_UP;
}

bool blend_add_rule(struct blend *blend, uint32_t rule)
{
    const struct choice_program *program = blend->program;
    if (blend->row_count == blend->row_limit)
        return false;
    const struct packing_rule *packing = LIST_AT(&program->rules, struct packing_rule, rule);
    uint32_t row = blend->row_count;
    double *cells = row_of(blend, row);
    double side = packing->most;
    memset(cells, 0, blend->column_count * sizeof *cells);
    for (uint32_t i = 0; i < packing->count; i++) {
        uint32_t option = packing->options[i];
        uint32_t issue = issue_of(blend, option);
        bool is_key = blend->key[issue] == option;
        side -= is_key;
        for (uint32_t c = 0; c < blend->column_count; c++) {
            uint32_t variable = blend->nonbasic[c];
            if (is_option(blend, variable))
                cells[c] += is_key ? -(issue_of(blend, variable) == issue) : variable == option;
        }
        for (uint32_t r = 1; r < row; r++) {
            uint32_t variable = blend->basic[r];
            if (!is_option(blend, variable) ||
                (is_key ? issue_of(blend, variable) != issue : variable != option))
                continue;
            double sign = is_key ? -1 : 1;
            const double *own = row_of(blend, r);
            for (uint32_t c = 0; c < blend->column_count; c++)
                cells[c] -= sign * own[c];
            side -= sign * blend->sides[r];
        }
    }
    blend->sides[row] = side;
    blend->basic[row] = program->option_count + 1 + blend->measures->count + rule;
    blend->row_count++;
    return true;
}

void blend_drop_slack_rules(struct blend *blend)
{
    uint32_t first_rule = blend->program->option_count + 1 + blend->measures->count;
    for (uint32_t r = blend->row_count; r > 1; r--) {
        uint32_t row = r - 1;
        if (blend->basic[row] < first_rule || blend->sides[row] < BREACH)
            continue;
        uint32_t last = --blend->row_count;
        if (row == last)
            continue;
        memcpy(row_of(blend, row), row_of(blend, last), blend->column_count * sizeof(double));
        blend->sides[row] = blend->sides[last];
        blend->basic[row] = blend->basic[last];
    }
}

void blend_mixture(const struct blend *blend, double *mixture)
{
    const struct choice_program *program = blend->program;
    memset(mixture, 0, program->option_count * sizeof *mixture);
    for (uint32_t i = 0; i < program->issue_count; i++)
        mixture[blend->key[i]] = 1;
    for (uint32_t r = 1; r < blend->row_count; r++) {
        uint32_t variable = blend->basic[r];
        if (!is_option(blend, variable))
            continue;
        mixture[variable] += blend->sides[r];
        mixture[blend->key[issue_of(blend, variable)]] -= blend->sides[r];
    }
}

void blend_multipliers(const struct blend *blend, uint32_t row, double *multipliers)
{
    const struct choice_program *program = blend->program;
    const double *cells = row_of(blend, row);
    uint32_t first = program->option_count + 1;
    double sign = row > 0 && blend->sides[row] < 0 ? -1 : 1;
    memset(multipliers, 0, (blend->measures->count + program->rules.count) * sizeof *multipliers);
    for (uint32_t c = 0; c < blend->column_count; c++)
        if (blend->nonbasic[c] >= first)
            multipliers[blend->nonbasic[c] - first] = row == 0 ? cells[c] : -sign * cells[c];
    if (row > 0 && blend->basic[row] >= first)
        multipliers[blend->basic[row] - first] = 1;
}

void blend_penalties(const struct blend *blend, uint32_t row, double *whole, double *none)
{
    const double *cells = row_of(blend, row);
    const double *loss = row_of(blend, 0);
    double up = HUGE_VAL;
    double down = HUGE_VAL;
    for (uint32_t c = 0; c < blend->column_count; c++) {
        if (cells[c] < -NEARLY && loss[c] < up * -cells[c])
            up = loss[c] / -cells[c];
        if (cells[c] > NEARLY && loss[c] < down * cells[c])
            down = loss[c] / cells[c];
    }
    *whole = up * (1 - blend->sides[row]);
    *none = down * blend->sides[row];
}
