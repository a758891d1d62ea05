// SPDX-License-Identifier: Apache-2.0
//
// A variable is what a score (or the reserve) has above its least. Only options that are named take
// part: the bounds and gaps among them say all that follows from those that are not, as they are
// closed under conclusion.
#include "uncertain_values/links.h"

#include "base/builder.h"
#include "base/list.h"

#include <assert.h>

#define NO_OPTION UINT32_MAX // the reserve
#define VARIABLES_MAX 1000
#define CELLS_MAX ((size_t)8 * 1000 * 1000) // of a tableau, 64 MB

struct program {
    const struct bounds *bounds;
    struct arena *work;
    struct list options; // uint32_t: the flat number of each variable, rising; then NO_OPTION
    struct list rows;    // struct simplex_row
};

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static void name_terms(struct program *program, const struct term *terms, size_t count)
{
    for (size_t t = 0; t < count; t++)
        *LIST_ADD(&program->options, uint32_t) = terms[t].flat;
}

// Gives every option that is named once a variable.
static void name_links(struct program *program, const struct score_link *links, size_t count)
{
    for (size_t l = 0; l < count; l++) {
        name_terms(program, links[l].terms, links[l].term_count);
        if (links[l].reserve_factor != 0)
            *LIST_ADD(&program->options, uint32_t) = NO_OPTION;
    }
}

static void drop_repeats(struct list *options)
{
    list_sort(options, compare_numbers);
    uint32_t *numbers = LIST_ITEMS(options, uint32_t);
    size_t kept = 0;
    for (size_t i = 0; i < options->count; i++)
        if (kept == 0 || numbers[kept - 1] != numbers[i])
            numbers[kept++] = numbers[i];
    list_cut(options, kept);
}

static size_t variable_of(const struct program *program, uint32_t flat)
{
    size_t low = 0;
    size_t high = program->options.count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (*LIST_AT(&program->options, uint32_t, middle) <= flat)
            low = middle;
        else
            high = middle;
    }
    assert(*LIST_AT(&program->options, uint32_t, low) == flat);
    return low;
}

static int64_t least_of(const struct program *program, uint32_t flat)
{
    return flat == NO_OPTION ? program->bounds->reserve_least : program->bounds->least[flat];
}

static int64_t *add_row(struct program *program, int64_t limit)
{
    int64_t *factors = ARENA_ARRAY(program->work, int64_t, program->options.count + 1);
    int64_t value = steps_value(limit);
    *LIST_ADD(&program->rows, struct simplex_row) =
        (struct simplex_row){factors, value, limit - value * VALUE_STEP};
    return factors;
}

// Each variable stays within its bounds, and within its gaps to others of the same issue.
static void add_bounds(struct program *program)
{
    const struct bounds *bounds = program->bounds;
    const struct scenario *scenario = bounds->scenario;
    uint32_t issue = 0;
    for (size_t a = 0; a < program->options.count; a++) {
        uint32_t flat = *LIST_AT(&program->options, uint32_t, a);
        if (flat == NO_OPTION) {
            add_row(program, bounds->reserve_most - bounds->reserve_least)[a] = 1;
            continue;
        }
        add_row(program, bounds->most[flat] - bounds->least[flat])[a] = 1;
        while (flat - scenario->issues[issue].first >= scenario->issues[issue].option_count)
            issue++;
        uint32_t first = scenario->issues[issue].first;
        for (size_t b = 0; bounds->gaps[issue] && b < program->options.count; b++) {
            uint32_t other = *LIST_AT(&program->options, uint32_t, b);
            if (b == a || other < first || other - first >= scenario->issues[issue].option_count)
                continue;
            int64_t gap = bounds_gap(bounds, issue, flat - first, other - first);
            if (gap >= bounds->most[flat] - bounds->least[other])
                continue;
            int64_t *factors = add_row(program, gap - bounds->least[flat] + bounds->least[other]);
            factors[a] = 1;
            factors[b] = -1;
        }
    }
}

static void add_links(struct program *program, const struct score_link *links, size_t count)
{
    for (size_t l = 0; l < count; l++) {
        int64_t limit = -links[l].at_least;
        for (size_t t = 0; t < links[l].term_count; t++)
            limit += links[l].terms[t].factor * least_of(program, links[l].terms[t].flat);
        if (links[l].reserve_factor != 0)
            limit += links[l].reserve_factor * program->bounds->reserve_least;
        int64_t *factors = add_row(program, limit);
        for (size_t t = 0; t < links[l].term_count; t++)
            factors[variable_of(program, links[l].terms[t].flat)] -= links[l].terms[t].factor;
        if (links[l].reserve_factor != 0)
            factors[variable_of(program, NO_OPTION)] -= links[l].reserve_factor;
    }
}

// `objective` is what is to be least, on top of links and demands. Without rows when there are too
// many variables.
static struct program make_program(const struct bounds *bounds, const struct score_link *demands,
                                   size_t demand_count, const struct term *objective,
                                   size_t objective_count)
{
    struct program program = {.bounds = bounds, .work = arena_open()};
    program.options = LIST_MAKE(program.work, uint32_t);
    program.rows = LIST_MAKE(program.work, struct simplex_row);
    name_links(&program, bounds->links, bounds->link_count);
    name_links(&program, demands, demand_count);
    name_terms(&program, objective, objective_count);
    drop_repeats(&program.options);
    if (program.options.count > VARIABLES_MAX)
        return program;
    add_bounds(&program);
    add_links(&program, bounds->links, bounds->link_count);
    add_links(&program, demands, demand_count);
    return program;
}

static enum simplex_end solve(const struct program *program, const int64_t *objective,
                              struct budget *budget, struct simplex_sum *best,
                              struct simplex_sum *values)
{
    if (program->options.count > VARIABLES_MAX ||
        program->rows.count * (program->options.count + 3) > CELLS_MAX)
        return SIMPLEX_TOO_LARGE;
    struct simplex simplex = {LIST_ITEMS(&program->rows, struct simplex_row), program->rows.count,
                              program->options.count, objective};
    return simplex_solve(&simplex, budget, best, values);
}

// least + value as one sum.
static bool add_least(int64_t least, struct simplex_sum *sum)
{
    int64_t value = steps_value(least);
    int128 whole = (int128)value * sum->below + sum->value;
    int128 steps = (int128)(least - value * VALUE_STEP) * sum->below + sum->steps;
    if (whole > INT64_MAX || whole < INT64_MIN || steps > INT64_MAX || steps < INT64_MIN)
        return false;
    *sum = (struct simplex_sum){(int64_t)whole, (int64_t)steps, sum->below};
    return true;
}

enum truth links_complete(const struct bounds *bounds, const struct score_link *demands,
                          size_t demand_count, struct budget *budget, struct simplex_sum *scores)
{
    struct program program = make_program(bounds, demands, demand_count, NULL, 0);
    size_t count = program.options.count;
    int64_t *objective = ARENA_ARRAY(program.work, int64_t, count + 1);
    struct simplex_sum *values = ARENA_ARRAY(program.work, struct simplex_sum, count + 1);
    struct simplex_sum best;
    enum simplex_end end = solve(&program, objective, budget, &best, values);
    bool fits = true;
    for (size_t v = 0; scores && end == SIMPLEX_FOUND && v < count; v++) {
        uint32_t flat = *LIST_AT(&program.options, uint32_t, v);
        if (flat == NO_OPTION)
            continue;
        fits = fits && add_least(bounds->least[flat], &values[v]);
        scores[flat] = values[v];
    }
    arena_close(program.work);
    if (end == SIMPLEX_IMPOSSIBLE)
        return TRUTH_NO;
    return end == SIMPLEX_FOUND && fits ? TRUTH_YES : TRUTH_OPEN;
}

enum truth links_allow(const struct bounds *bounds, const struct score_link *demands,
                       size_t demand_count, struct budget *budget)
{
    return links_complete(bounds, demands, demand_count, budget, NULL);
}

enum simplex_end links_least(const struct bounds *bounds, const struct term *terms,
                             size_t term_count, struct budget *budget, struct simplex_sum *least)
{
    struct program program = make_program(bounds, NULL, 0, terms, term_count);
    int64_t *objective = ARENA_ARRAY(program.work, int64_t, program.options.count + 1);
    int64_t base = 0;
    for (size_t t = 0; t < term_count; t++) {
        objective[variable_of(&program, terms[t].flat)] -= terms[t].factor;
        base += terms[t].factor * bounds->least[terms[t].flat];
    }
    struct simplex_sum best;
    enum simplex_end end = solve(&program, objective, budget, &best, NULL);
    arena_close(program.work);
    if (end != SIMPLEX_FOUND)
        return end;
    struct simplex_sum sum = {-best.value, -best.steps, best.below};
    if (!add_least(base, &sum))
        return SIMPLEX_TOO_LARGE;
    *least = sum;
    return SIMPLEX_FOUND;
}

// Drops one link after another that is not needed for the contradiction.
static size_t shrink(struct bounds *bounds, struct score_link *links, struct budget *budget)
{
    size_t at = 0;
    while (at < bounds->link_count) {
        struct score_link dropped = links[at];
        size_t last = bounds->link_count - 1;
        for (size_t i = at; i < last; i++)
            links[i] = links[i + 1];
        bounds->link_count = last;
        if (links_allow(bounds, NULL, 0, budget) == TRUTH_NO)
            continue;
        for (size_t i = last; i > at; i--)
            links[i] = links[i - 1];
        links[at] = dropped;
        bounds->link_count = last + 1;
        at++;
    }
    return bounds->link_count;
}

struct str links_contradiction(const struct bounds *bounds, struct budget *budget,
                               struct arena *arena)
{
    if (links_allow(bounds, NULL, 0, budget) != TRUTH_NO)
        return (struct str){NULL, 0};
    struct bounds less = *bounds;
    struct score_link *links = ARENA_ARRAY(arena, struct score_link, bounds->link_count);
    for (size_t l = 0; l < bounds->link_count; l++)
        links[l] = bounds->links[l];
    less.links = links;
    size_t count = shrink(&less, links, budget);
    struct builder out = builder_make(arena);
    for (size_t l = 0; l < count; l++)
        if (l == 0 || !str_equal(links[l].words, links[l - 1].words))
            builder_print(&out, "%s%.*s", l > 0 ? "; " : "", STR_ARGS(links[l].words));
    return builder_str(&out);
}
