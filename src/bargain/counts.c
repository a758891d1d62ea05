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
    uint64_t *product;     // in hand
    struct multiset spare; // the level to come; its memory serves one level after another
    int64_t *most_above;   // by node: the most a party can have on the way from the root to it
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

// What becomes of a partial sum: `most` and `least` are what the other side of its node can add. A party
// that is sure of its floor needs no exact sum any more, so its part is cut down.
enum sum_fate { SUM_HOPELESS, SUM_OPEN, SUM_SURE };

static enum sum_fate fate_of(const struct counter *counter, int64_t *row, const int64_t *most,
                             const int64_t *least)
{
    bool is_sure = true;
    for (uint32_t p = 0; p < counter->diagram->party_count; p++) {
        if (row[p] + most[p] < counter->floor[p])
            return SUM_HOPELESS;
        int64_t enough = counter->floor[p] - least[p];
        if (row[p] >= enough)
            row[p] = enough;
        else
            is_sure = false;
    }
    return is_sure ? SUM_SURE : SUM_OPEN;
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

// The arcs into each node of the next level, and by arc the node that it leaves.
struct arrivals {
    uint32_t *first; // by node of the next level, and one more
    uint32_t *arcs;
    uint32_t *source;
};

static struct arrivals arrivals_make(const struct diagram *diagram, uint32_t level,
                                     struct arena *work)
{
    uint32_t from = diagram->level_first[level];
    uint32_t below = diagram->level_first[level + 1];
    uint32_t nodes = diagram->level_first[level + 2] - below;
    uint32_t first_arc = diagram->arc_first[from];
    uint32_t count = diagram->arc_first[below] - first_arc;
    struct arrivals arrivals = {ARENA_ARRAY(work, uint32_t, nodes + 2),
                                ARENA_ARRAY(work, uint32_t, count + 1),
                                ARENA_ARRAY(work, uint32_t, count + 1)};
    for (uint32_t a = first_arc; a < first_arc + count; a++)
        arrivals.first[diagram->arcs[a].child - below + 2]++;
    for (uint32_t n = 2; n < nodes + 2; n++)
        arrivals.first[n] += arrivals.first[n - 1];
    for (uint32_t n = from; n < below; n++)
        for (uint32_t a = diagram->arc_first[n]; a < diagram->arc_first[n + 1]; a++) {
            uint32_t at = arrivals.first[diagram->arcs[a].child - below + 1]++;
            arrivals.arcs[at] = a;
            arrivals.source[at] = n - from;
        }
    return arrivals;
}

static void add_values(int64_t *sum, const int64_t *row, const struct diagram *diagram,
                       const struct arc *arc)
{
    const int64_t *values = diagram->values + (size_t)arc->value * diagram->party_count;
    for (uint32_t p = 0; p < diagram->party_count; p++)
        sum[p] = row[p] + values[p];
}

// Carries the sums of one node over one arc that leaves it.
static bool carry_down(struct counter *counter, const struct multiset *sums, uint32_t source,
                       const struct arc *arc, struct multiset *next)
{
    const struct diagram *diagram = counter->diagram;
    size_t child = (size_t)arc->child * diagram->party_count;
    int64_t row[SCENARIO_PARTIES_MAX] = {0};
    for (size_t i = sums->first[source]; i < sums->first[source + 1]; i++) {
        const uint64_t *ways = sums->ways + i * diagram->words;
        add_values(row, sums->rows + i * diagram->party_count, diagram, arc);
        enum sum_fate fate = fate_of(counter, row, diagram->most + child, diagram->least + child);
        if (fate == SUM_OPEN)
            multiset_add(next, row, ways);
        else if (fate == SUM_SURE)
            add_sure(counter, diagram->paths + (size_t)arc->child * diagram->words, ways);
    }
    return may_go_on(counter, next, sums->first[source + 1] - sums->first[source] + 1);
}

// From the sums at a level to those at the next.
static bool step_down(struct counter *counter, struct multiset *sums, uint32_t level)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t nodes = diagram->level_first[level + 2] - diagram->level_first[level + 1];
    struct multiset next = counter->spare;
    struct arena *work = arena_open();
    struct arrivals arrivals = arrivals_make(diagram, level, work);
    bool done = true;
    multiset_start(&next, nodes);
    multiset_next_node(&next);
    for (uint32_t n = 0; n < nodes; n++) {
        for (uint32_t i = arrivals.first[n]; i < arrivals.first[n + 1] && done; i++)
            done = carry_down(counter, sums, arrivals.source[i], &diagram->arcs[arrivals.arcs[i]],
                              &next);
        multiset_next_node(&next);
    }
    arena_close(work);
    counter->spare = *sums;
    *sums = next;
    return done;
}

// Carries the sums below an arc up to the node that it leaves. Sums that are sure stay, cut down.
static bool carry_up(struct counter *counter, const struct multiset *sums, uint32_t child,
                     uint32_t node, const struct arc *arc, struct multiset *next)
{
    const struct diagram *diagram = counter->diagram;
    size_t at = (size_t)node * diagram->party_count;
    int64_t row[SCENARIO_PARTIES_MAX] = {0};
    for (size_t i = sums->first[child]; i < sums->first[child + 1]; i++) {
        add_values(row, sums->rows + i * diagram->party_count, diagram, arc);
        if (fate_of(counter, row, counter->most_above + at, counter->least_above + at) !=
            SUM_HOPELESS)
            multiset_add(next, row, sums->ways + i * diagram->words);
    }
    return may_go_on(counter, next, sums->first[child + 1] - sums->first[child] + 1);
}

// From the sums below a level to those below the one above it.
static bool step_up(struct counter *counter, struct multiset *sums, uint32_t level)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t first = diagram->level_first[level];
    uint32_t below = diagram->level_first[level + 1];
    struct multiset next = counter->spare;
    bool done = true;
    multiset_start(&next, below - first);
    multiset_next_node(&next);
    for (uint32_t node = first; node < below; node++) {
        for (uint32_t a = diagram->arc_first[node]; a < diagram->arc_first[node + 1] && done; a++)
            done = carry_up(counter, sums, diagram->arcs[a].child - below, node, &diagram->arcs[a],
                            &next);
        multiset_next_node(&next);
    }
    counter->spare = *sums;
    *sums = next;
    return done;
}

// The sums of one node, counted within its level.
static struct weighted_rows rows_of(const struct multiset *sums, uint32_t node)
{
    size_t from = sums->first[node];
    return (struct weighted_rows){sums->rows + from * sums->width,
                                  sums->ways + from * sums->way_words, sums->way_words,
                                  sums->first[node + 1] - from};
}

// The floor for sums of two parts that may both be cut down. Where a party is sure of its floor
// whatever the parts, cut parts may add up to less than it, and nothing is asked for the party.
static void floor_between(const struct counter *counter, uint32_t node, int64_t *floor)
{
    uint32_t width = counter->diagram->party_count;
    for (uint32_t p = 0; p < width; p++) {
        size_t at = (size_t)node * width + p;
        int64_t sure = counter->least_above[at] + counter->diagram->least[at];
        floor[p] = sure >= counter->floor[p] ? INT64_MIN : counter->floor[p];
    }
}

static bool meet(struct counter *counter, const struct multiset *down, const struct multiset *up,
                 uint32_t level)
{
    const struct diagram *diagram = counter->diagram;
    uint32_t first = diagram->level_first[level];
    uint32_t nodes = diagram->level_first[level + 1] - first;
    uint32_t width = diagram->party_count;
    bool done = true;
    for (uint32_t n = 0; n < nodes && done; n++) {
        struct arena *work = arena_open();
        int64_t floor[SCENARIO_PARTIES_MAX];
        floor_between(counter, first + n, floor);
        done = pairs_count(pairs_tree(rows_of(down, n), width, work),
                           pairs_tree(rows_of(up, n), width, work), floor, counter->budget,
                           counter->sum, counter->words);
        arena_close(work);
    }
    return done;
}

// A level of one node with one sum.
static struct multiset sums_of_one(const struct diagram *diagram, const int64_t *row)
{
    struct multiset sums = multiset_make(diagram->party_count, (uint32_t)diagram->words);
    uint64_t *one = ARENA_ARRAY(sums.arena, uint64_t, diagram->words);
    one[0] = 1;
    multiset_start(&sums, 1);
    multiset_next_node(&sums);
    multiset_add(&sums, row, one);
    multiset_next_node(&sums);
    return sums;
}

// Carries the sums of both ends to a level where they meet.
static bool carry(struct counter *counter, struct multiset *down, struct multiset *up,
                  uint32_t *level)
{
    uint32_t top = 0;
    uint32_t bottom = counter->diagram->level_count;
    bool done = true;
    while (done && top < bottom && down->count > 0) {
        if (down->count <= up->count)
            done = step_down(counter, down, top++);
        else
            done = step_up(counter, up, --bottom);
    }
    *level = top;
    return done;
}

static bool count_open(struct counter *counter, const int64_t *root)
{
    const struct diagram *diagram = counter->diagram;
    const int64_t nothing[SCENARIO_PARTIES_MAX] = {0};
    struct multiset down = sums_of_one(diagram, root);
    struct multiset up = sums_of_one(diagram, nothing);
    uint32_t level;
    counter->spare = multiset_make(diagram->party_count, (uint32_t)diagram->words);
    bool done = carry(counter, &down, &up, &level);
    if (done && down.count > 0)
        done = meet(counter, &down, &up, level);
    multiset_free(&down);
    multiset_free(&up);
    multiset_free(&counter->spare);
    return done;
}

static bool count_all(struct counter *counter)
{
    const struct diagram *diagram = counter->diagram;
    int64_t root[SCENARIO_PARTIES_MAX] = {0};
    switch (fate_of(counter, root, diagram->most, diagram->least)) {
    case SUM_HOPELESS:
        return true;
    case SUM_SURE:
        wide_add(counter->sum, diagram->paths, diagram->words);
        return true;
    case SUM_OPEN:
        break;
    }
    return count_open(counter, root);
}

static struct counter counter_make(const struct diagram *diagram, const int64_t *floor,
                                   struct budget *budget)
{
    struct counter counter = {
        .diagram = diagram, .floor = floor, .budget = budget, .work = arena_open()};
    // Wider than any count: products of multiplicities are added as they come.
    counter.words = 2 * diagram->words;
    counter.product = ARENA_ARRAY(counter.work, uint64_t, counter.words);
    counter.sum = ARENA_ARRAY(counter.work, uint64_t, counter.words);
    measure_above(&counter);
    return counter;
}

struct tally count_reaching(const struct diagram *diagram, const int64_t *floor,
                            struct budget *budget, struct arena *arena)
{
    if (diagram_is_empty(diagram))
        return (struct tally){STR("0"), STR("0"), true};
    struct counter counter = counter_make(diagram, floor, budget);
    bool done = count_all(&counter);
    struct tally tally = {.at_least = wide_print(counter.sum, counter.words, arena),
                          .is_exact = done};
    tally.at_most = done ? tally.at_least : diagram_count(diagram, arena);
    if (diagram->is_loose) // not every way that was counted is allowed
        tally = (struct tally){STR("0"), tally.at_most, false};
    arena_close(counter.work);
    return tally;
}
