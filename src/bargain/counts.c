// SPDX-License-Identifier: Apache-2.0
//
// Partial sums are carried from the root down and from the end up, always on the side that has
// fewer, until they meet. On the way down a sum that reaches the floor whatever follows is counted
// at once, one that cannot reach it is dropped, and a party that is sure of its floor already needs
// no exact sum any more: its part is cut down to what makes it sure, so that sums become equal.
#include "bargain/counts.h"

#include "bargain/multiset.h"
#include "bargain/pairs.h"

#include <assert.h>

#include <stdlib.h>
#include <string.h>

struct counter {
    const struct diagram *diagram;
    const int64_t *floor;
    struct budget *budget;
    struct arena *work;
    uint64_t *sum; // outcomes counted
    size_t words;
    uint64_t *product;   // in hand
    int64_t *most_above; // by node: the most a party can have on the way from the root to it
    int64_t *least_above;
};

static void measure_above(struct counter *counter)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t width = diagram->party_count;
    size_t cells = (size_t)diagram->node_count * width;
    assert(width > 0 && cells >= width);
    counter->most_above = ARENA_ARRAY(counter->work, int64_t, cells);
    counter->least_above = ARENA_ARRAY(counter->work, int64_t, cells);
    for (size_t i = 0; i < cells; i++) {
        counter->most_above[i] = i < width ? 0 : INT64_MIN; // the root stands at nothing yet
        counter->least_above[i] = i < width ? 0 : INT64_MAX;
    }
    for (uint32_t n = 0; n < diagram->node_count; n++)
        for (uint32_t a = diagram->arc_first[n]; a < diagram->arc_first[n + 1]; a++)
            for (uint32_t p = 0; p < width; p++) {
                int64_t value = diagram->values[(size_t)diagram->arcs[a].value * width + p];
                size_t at = (size_t)diagram->arcs[a].child * width + p;
                int64_t high = counter->most_above[(size_t)n * width + p] + value;
                int64_t low = counter->least_above[(size_t)n * width + p] + value;
                if (high > counter->most_above[at])
                    counter->most_above[at] = high;
                if (low < counter->least_above[at])
                    counter->least_above[at] = low;
            }
}

// Adds a partial sum to a multiset: `most` and `least` are what the other side of the node can add.
// Gives false when it is sure to reach the floor; it is not in the multiset then.
static bool add_open(const struct counter *counter, struct multiset *multiset, uint32_t node,
                     int64_t *row, const uint64_t *ways, const int64_t *most, const int64_t *least)
{
    bool is_sure = true;
    for (uint32_t p = 0; p < multiset->width; p++) {
        if (row[p] + most[p] < counter->floor[p])
            return true;
        int64_t enough = counter->floor[p] - least[p];
        if (row[p] >= enough)
            row[p] = enough;
        else
            is_sure = false;
    }
    if (is_sure)
        return false;
    multiset_add(multiset, node, row, ways);
    return true;
}

static bool may_go_on(const struct counter *counter, const struct multiset *multiset, size_t steps)
{
    return budget_spend(counter->budget, steps * (1 + counter->words / 32)) &&
           arena_bytes(multiset->arena) <= counter->budget->memory_bytes;
}

// Counts outcomes whose upper parts come in so many ways, and the lower ones in so many.
static void add_sure(const struct counter *counter, const uint64_t *lower, const uint64_t *upper)
{
    size_t words = counter->diagram->words;
    wide_product(lower, words, upper, words, counter->product);
    wide_add(counter->sum, counter->product, counter->words);
}

// From the sums at a level to those at the next.
static bool step_down(struct counter *counter, struct multiset *multiset)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t width = diagram->party_count;
    struct multiset next = multiset_make(width, (uint32_t)diagram->words);
    int64_t row[SCENARIO_PARTIES_MAX] = {0};
    bool done = true;
    for (size_t i = 0; i < multiset->count && done; i++) {
        uint32_t node = multiset->nodes[i];
        for (uint32_t a = diagram->arc_first[node]; a < diagram->arc_first[node + 1]; a++) {
            const struct arc *arc = &diagram->arcs[a];
            size_t child = arc->child;
            for (uint32_t p = 0; p < width; p++)
                row[p] =
                    multiset->rows[i * width + p] + diagram->values[(size_t)arc->value * width + p];
            if (!add_open(counter, &next, arc->child, row, multiset->ways + i * diagram->words,
                          diagram->most + child * width, diagram->least + child * width))
                add_sure(counter, diagram->paths + child * diagram->words,
                         multiset->ways + i * diagram->words);
        }
        done = may_go_on(counter, &next, diagram->arc_first[node + 1] - diagram->arc_first[node]);
    }
    multiset_free(multiset);
    *multiset = next;
    return done;
}

// From the sums below a level to those below the one above it. Sums that are sure stay, cut down.
static bool step_up(struct counter *counter, struct multiset *multiset, uint32_t level)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t width = diagram->party_count;
    struct multiset next = multiset_make(width, (uint32_t)diagram->words);
    uint32_t first = diagram->level_first[level];
    uint32_t below = diagram->level_first[level + 1];
    uint32_t end = diagram->level_first[level + 2];
    // Entries of the multiset by node.
    size_t *starts = ARENA_ARRAY(next.arena, size_t, end - below + 2);
    size_t *entries = ARENA_ARRAY(next.arena, size_t, multiset->count + 1);
    for (size_t i = 0; i < multiset->count; i++)
        starts[multiset->nodes[i] - below + 2]++;
    for (uint32_t n = 2; n < end - below + 2; n++)
        starts[n] += starts[n - 1];
    for (size_t i = 0; i < multiset->count; i++)
        entries[starts[multiset->nodes[i] - below + 1]++] = i;
    int64_t row[SCENARIO_PARTIES_MAX] = {0};
    bool done = true;
    for (uint32_t node = first; node < below && done; node++)
        for (uint32_t a = diagram->arc_first[node]; a < diagram->arc_first[node + 1] && done; a++) {
            const struct arc *arc = &diagram->arcs[a];
            size_t from = starts[arc->child - below];
            size_t to = starts[arc->child - below + 1];
            for (size_t e = from; e < to; e++) {
                const int64_t *old = multiset->rows + entries[e] * width;
                for (uint32_t p = 0; p < width; p++)
                    row[p] = old[p] + diagram->values[(size_t)arc->value * width + p];
                if (!add_open(counter, &next, node, row,
                              multiset->ways + entries[e] * diagram->words,
                              counter->most_above + (size_t)node * width,
                              counter->least_above + (size_t)node * width))
                    multiset_add(&next, node, row, multiset->ways + entries[e] * diagram->words);
            }
            done = may_go_on(counter, &next, to - from + 1);
        }
    multiset_free(multiset);
    *multiset = next;
    return done;
}

// The entries of one node, as a table of its own.
static struct weighted_rows rows_of(const struct multiset *multiset, uint32_t node,
                                    struct arena *work)
{
    struct weighted_rows rows = {.count = 0};
    for (size_t i = 0; i < multiset->count; i++)
        rows.count += multiset->nodes[i] == node;
    rows.rows = ARENA_ARRAY(work, int64_t, rows.count * multiset->width + 1);
    rows.words = multiset->way_words;
    rows.ways = ARENA_ARRAY(work, uint64_t, rows.count * rows.words + 1);
    size_t at = 0;
    for (size_t i = 0; i < multiset->count; i++) {
        if (multiset->nodes[i] != node)
            continue;
        memcpy(rows.rows + at * multiset->width, multiset->rows + i * multiset->width,
               multiset->width * sizeof(int64_t));
        memcpy(rows.ways + at++ * rows.words, multiset->ways + i * rows.words,
               rows.words * sizeof(uint64_t));
    }
    return rows;
}

// The floor for sums of two parts that may both be cut down. Where a party is sure of its floor
// whatever the parts, the cut parts add up to less than it; the floor sinks by as much.
static void floor_between(const struct counter *counter, uint32_t node, int64_t *floor)
{
    uint32_t width = counter->diagram->party_count;
    for (uint32_t p = 0; p < width; p++) {
        size_t at = (size_t)node * width + p;
        int64_t sure = counter->least_above[at] + counter->diagram->least[at];
        floor[p] = counter->floor[p];
        if (sure > floor[p])
            floor[p] -= sure - floor[p];
    }
}

static bool meet(struct counter *counter, const struct multiset *down, const struct multiset *up,
                 uint32_t level)
{
    const struct diagram *diagram = counter->diagram;
    bool done = true;
    for (uint32_t n = diagram->level_first[level]; n < diagram->level_first[level + 1] && done;
         n++) {
        struct arena *work = arena_open();
        struct weighted_rows a = rows_of(down, n, work);
        struct weighted_rows b = rows_of(up, n, work);
        int64_t floor[SCENARIO_PARTIES_MAX];
        floor_between(counter, n, floor);
        done = pairs_count(a, b, diagram->party_count, floor, counter->budget, counter->sum,
                           counter->words);
        arena_close(work);
    }
    return done;
}

static bool count_all(struct counter *counter)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t width = diagram->party_count;
    uint32_t top = 0;
    uint32_t bottom = diagram->level_count;
    struct multiset down = multiset_make(width, (uint32_t)diagram->words);
    struct multiset up = multiset_make(width, (uint32_t)diagram->words);
    int64_t zero[SCENARIO_PARTIES_MAX] = {0};
    uint64_t *one = ARENA_ARRAY(counter->work, uint64_t, diagram->words);
    one[0] = 1;
    bool done = true;
    if (!add_open(counter, &down, 0, zero, one, diagram->most, diagram->least))
        wide_add(counter->sum, diagram->paths, diagram->words);
    memset(zero, 0, sizeof zero);
    multiset_add(&up, diagram->node_count - 1, zero, one);
    while (done && top < bottom && down.count > 0) {
        if (down.count <= up.count)
            done = step_down(counter, &down), top++;
        else
            done = step_up(counter, &up, --bottom);
    }
    if (done && down.count > 0)
        done = meet(counter, &down, &up, top);
    multiset_free(&down);
    multiset_free(&up);
    return done;
}

struct tally count_reaching(const struct diagram *diagram, const int64_t *floor,
                            struct budget *budget, struct arena *arena)
{
    if (diagram_is_empty(diagram))
        return (struct tally){STR("0"), STR("0"), true};
    struct counter counter = {
        .diagram = diagram, .floor = floor, .budget = budget, .work = arena_open()};
    // Wider than any count: products of multiplicities are added as they come.
    counter.words = 2 * diagram->words;
    counter.product = ARENA_ARRAY(counter.work, uint64_t, counter.words);
    counter.sum = ARENA_ARRAY(counter.work, uint64_t, counter.words);
    measure_above(&counter);
    bool done = count_all(&counter);
    struct tally tally = {.at_least = wide_print(counter.sum, counter.words, arena),
                          .is_exact = done};
    tally.at_most = done ? tally.at_least : diagram_count(diagram, arena);
    if (diagram->is_loose) // not every way that was counted is allowed
        tally = (struct tally){STR("0"), tally.at_most, false};
    arena_close(counter.work);
    return tally;
}
