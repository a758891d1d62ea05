// SPDX-License-Identifier: Apache-2.0
//
// A clause whose first literals all came true is pending; what is left of it, its residual, is all
// that matters for the rest of the way. Residuals with the same content are one, so the state of a
// partial outcome is a set of residual numbers, and equal sets make one node.
#include "bargain/diagram.h"

#include "bargain/order.h"
#include "bargain/residuals.h"
#include "bargain/wide.h"
#include "base/list.h"
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

struct builder_state {
    const struct scenario *scenario;
    const bool *removed;
    uint32_t width; // nodes of a level, at most
    struct budget *budget;
    struct arena *work;
    struct arena *arena;
    const uint32_t *order;
    struct residuals residuals;
    struct list nodes;  // uint32_t: first arc of each node
    struct list arcs;   // struct arc
    struct list values; // int64_t
    uint32_t *level_first;
};

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static void sort_next(struct list *next)
{
    if (next->count < 2)
        return;
    uint32_t *numbers = LIST_ITEMS(next, uint32_t);
    qsort(numbers, next->count, sizeof *numbers, compare_numbers);
    size_t kept = 1;
    for (size_t i = 1; i < next->count; i++)
        if (numbers[i] != numbers[kept - 1])
            numbers[kept++] = numbers[i];
    list_cut(next, kept);
}

static uint32_t value_row(struct builder_state *state, uint32_t flat, const int64_t *bonus)
{
    uint32_t parties = state->scenario->party_count;
    if (!bonus)
        return flat;
    uint32_t row = (uint32_t)(state->values.count / parties);
    for (uint32_t p = 0; p < parties; p++) {
        int64_t value = state->scenario->parties[p].scores[flat] + bonus[p];
        *LIST_ADD(&state->values, int64_t) = value;
    }
    return row;
}

// Adds the arcs of one node whose state is the bytes of `pending`.
static void add_arcs(struct builder_state *state, uint32_t level, struct str pending,
                     struct names *children, uint32_t children_first)
{
    const uint32_t *numbers = (const uint32_t *)(const void *)pending.bytes;
    size_t count = pending.length / sizeof *numbers;
    uint32_t issue = state->order[level];
    const struct issue *about = &state->scenario->issues[issue];
    int64_t bonus[SCENARIO_PARTIES_MAX];
    const struct list *starts = &state->residuals.starts[level];
    struct list *next = &state->residuals.next;
    for (uint32_t option = 0; option < about->option_count; option++) {
        if (state->removed && state->removed[about->first + option])
            continue;
        list_cut(next, 0);
        memset(bonus, 0, sizeof bonus);
        bool has_bonus = false;
        bool allowed = true;
        for (size_t i = 0; i < count && allowed; i++)
            allowed =
                residuals_meet(&state->residuals, numbers[i], issue, option, bonus, &has_bonus);
        for (size_t i = 0; i < starts->count && allowed; i++)
            allowed = residuals_meet(&state->residuals, *LIST_AT(starts, uint32_t, i), issue,
                                     option, bonus, &has_bonus);
        if (!allowed)
            continue;
        sort_next(next);
        struct str key = {next->items, next->count * sizeof(uint32_t)};
        uint32_t child = names_find(children, key);
        if (child == NAMES_NONE)
            child = names_add(children, arena_copy(state->work, key));
        uint32_t value = value_row(state, about->first + option, has_bonus ? bonus : NULL);
        *LIST_ADD(&state->arcs, struct arc) = (struct arc){option, children_first + child, value};
    }
}

static bool within_budget(struct builder_state *state, uint64_t steps)
{
    size_t bytes = arena_bytes(state->work);
    return budget_spend(state->budget, steps) && bytes <= state->budget->memory_bytes;
}

static bool build_levels(struct builder_state *state)
{
    uint32_t levels = state->scenario->issue_count;
    struct names *level = names_make(state->work);
    names_add(level, STR(""));
    for (uint32_t l = 0; l < levels; l++) {
        uint32_t first = (uint32_t)state->nodes.count;
        uint32_t count = names_count(level);
        if (count > state->width)
            return false;
        state->level_first[l] = first;
        struct names *children = names_make(state->work);
        for (uint32_t i = 0; i < count; i++) {
            *LIST_ADD(&state->nodes, uint32_t) = (uint32_t)state->arcs.count;
            struct str pending = names_at(level, i);
            add_arcs(state, l, pending, children, first + count);
            if (!within_budget(state, pending.length + 1))
                return false;
        }
        level = children;
    }
    state->level_first[levels] = (uint32_t)state->nodes.count;
    if (names_count(level) > 0)
        *LIST_ADD(&state->nodes, uint32_t) = (uint32_t)state->arcs.count;
    state->level_first[levels + 1] = (uint32_t)state->nodes.count;
    return true;
}

// Marks nodes from which the end can be reached and that the root reaches, and renumbers them.
static uint32_t mark_alive(const struct builder_state *state, uint32_t *number)
{
    uint32_t levels = state->scenario->issue_count;
    uint32_t nodes = (uint32_t)state->nodes.count;
    const uint32_t *first = LIST_ITEMS(&state->nodes, uint32_t);
    const struct arc *arcs = LIST_ITEMS(&state->arcs, struct arc);
    for (uint32_t n = 0; n < nodes; n++)
        number[n] = UINT32_MAX;
    if (state->level_first[levels + 1] == state->level_first[levels])
        return 0;
    number[nodes - 1] = 0;
    for (uint32_t n = nodes - 1; n > 0; n--)
        for (uint32_t a = first[n - 1]; a < first[n]; a++)
            if (number[arcs[a].child] == 0)
                number[n - 1] = 0;
    uint32_t alive = 0;
    for (uint32_t n = 0; n < nodes; n++)
        if (number[n] == 0)
            number[n] = alive++;
    return number[0] == 0 ? alive : 0;
}

// Copies the living part of the diagram into the caller's arena.
static void copy_alive(const struct builder_state *state, struct diagram *diagram)
{
    uint32_t levels = state->scenario->issue_count;
    uint32_t nodes = (uint32_t)state->nodes.count;
    uint32_t *number = ARENA_ARRAY(state->work, uint32_t, nodes + 1);
    diagram->node_count = mark_alive(state, number);
    if (diagram->node_count == 0)
        return;
    const uint32_t *first = LIST_ITEMS(&state->nodes, uint32_t);
    uint32_t *level_first = ARENA_ARRAY(state->arena, uint32_t, levels + 2);
    uint32_t *arc_first = ARENA_ARRAY(state->arena, uint32_t, diagram->node_count + 1);
    struct arc *arcs = ARENA_ARRAY(state->arena, struct arc, state->arcs.count + 1);
    uint32_t arc_count = 0;
    uint32_t level = 0;
    for (uint32_t n = 0; n < nodes; n++) {
        while (level <= levels && state->level_first[level] <= n)
            level_first[level++] = UINT32_MAX;
        if (number[n] == UINT32_MAX)
            continue;
        if (level_first[level - 1] == UINT32_MAX)
            level_first[level - 1] = number[n];
        arc_first[number[n]] = arc_count;
        uint32_t end = n + 1 < nodes ? first[n + 1] : (uint32_t)state->arcs.count;
        for (uint32_t a = first[n]; a < end; a++) {
            struct arc arc = *LIST_AT(&state->arcs, struct arc, a);
            arc.child = number[arc.child];
            if (arc.child != UINT32_MAX)
                arcs[arc_count++] = arc;
        }
    }
    level_first[levels + 1] = diagram->node_count;
    arc_first[diagram->node_count] = arc_count;
    diagram->level_first = level_first;
    diagram->arc_first = arc_first;
    diagram->arcs = arcs;
    int64_t *values = ARENA_ARRAY(state->arena, int64_t, state->values.count);
    memcpy(values, state->values.items, state->values.count * sizeof *values);
    diagram->values = values;
    diagram->value_count = (uint32_t)(state->values.count / diagram->party_count);
}

// The most and least each party can still get, and the ways to the end, from the end upward.
static void measure(struct diagram *diagram, struct arena *arena)
{
    uint32_t parties = diagram->party_count;
    int64_t *most = ARENA_ARRAY(arena, int64_t, (size_t)diagram->node_count * parties);
    int64_t *least = ARENA_ARRAY(arena, int64_t, (size_t)diagram->node_count * parties);
    uint64_t *paths = ARENA_ARRAY(arena, uint64_t, diagram->node_count * diagram->words);
    paths[(diagram->node_count - 1) * diagram->words] = 1;
    for (uint32_t n = diagram->node_count - 1; n > 0; n--) {
        size_t node = n - 1;
        for (uint32_t a = diagram->arc_first[node]; a < diagram->arc_first[node + 1]; a++) {
            const struct arc *arc = &diagram->arcs[a];
            bool is_first = a == diagram->arc_first[node];
            wide_add(paths + node * diagram->words, paths + arc->child * diagram->words,
                     diagram->words);
            for (uint32_t p = 0; p < parties; p++) {
                int64_t value = diagram->values[(size_t)arc->value * parties + p];
                int64_t high = value + most[(size_t)arc->child * parties + p];
                int64_t low = value + least[(size_t)arc->child * parties + p];
                size_t at = node * parties + p;
                most[at] = is_first || high > most[at] ? high : most[at];
                least[at] = is_first || low < least[at] ? low : least[at];
            }
        }
    }
    diagram->most = most;
    diagram->least = least;
    diagram->paths = paths;
}

static bool start(struct builder_state *state, struct clauses clauses)
{
    const struct scenario *scenario = state->scenario;
    state->nodes = LIST_MAKE(state->work, uint32_t);
    state->arcs = LIST_MAKE(state->work, struct arc);
    state->values = LIST_MAKE(state->work, int64_t);
    state->level_first = ARENA_ARRAY(state->work, uint32_t, scenario->issue_count + 2);
    for (uint32_t flat = 0; flat < scenario->option_total; flat++)
        for (uint32_t p = 0; p < scenario->party_count; p++)
            *LIST_ADD(&state->values, int64_t) = scenario->parties[p].scores[flat];
    return residuals_make(scenario, clauses, state->order, state->work, &state->residuals);
}

// Words that hold the product of all option counts.
static size_t words_for(const struct scenario *scenario)
{
    size_t bits = 1;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        bits += 32 - (size_t)__builtin_clz(scenario->issues[i].option_count);
    return bits / 64 + 1;
}

// A clause without literals is always true, so nothing is allowed.
static bool forbids_all(struct clauses clauses)
{
    for (size_t c = 0; c < clauses.count; c++)
        if (clauses.items[c].count == 0 && !clauses.items[c].bonus)
            return true;
    return false;
}

bool diagram_make_narrow(const struct scenario *scenario, struct clauses clauses,
                         const bool *removed, uint32_t width, struct budget *budget,
                         struct arena *arena, struct diagram *diagram, struct error *error)
{
    struct diagram made = {.level_count = scenario->issue_count,
                           .party_count = scenario->party_count,
                           .words = words_for(scenario),
                           .scenario = scenario,
                           .clauses = clauses,
                           .removed = removed};
    made.order = order_find(scenario, clauses, arena);
    if (forbids_all(clauses)) {
        *diagram = made;
        return true;
    }
    struct builder_state state = {.scenario = scenario,
                                  .removed = removed,
                                  .width = width,
                                  .budget = budget,
                                  .work = arena_open(),
                                  .arena = arena,
                                  .order = made.order};
    bool can_be = start(&state, clauses);
    bool done = !can_be || build_levels(&state);
    if (done && can_be)
        copy_alive(&state, &made);
    arena_close(state.work);
    if (!done)
        return budget_stopped(error);
    if (made.node_count > 0)
        measure(&made, arena);
    *diagram = made;
    return true;
}

bool diagram_make(const struct scenario *scenario, struct clauses clauses, const bool *removed,
                  struct budget *budget, struct arena *arena, struct diagram *diagram,
                  struct error *error)
{
    return diagram_make_narrow(scenario, clauses, removed, UINT32_MAX, budget, arena, diagram,
                               error);
}

bool diagram_is_empty(const struct diagram *diagram)
{
    return diagram->node_count == 0;
}

struct str diagram_count(const struct diagram *diagram, struct arena *arena)
{
    if (diagram_is_empty(diagram))
        return STR("0");
    return wide_print(diagram->paths, diagram->words, arena);
}
