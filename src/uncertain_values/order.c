// SPDX-License-Identifier: Apache-2.0
#include "uncertain_values/order.h"

#include "bargain/wide.h"
#include "base/builder.h"

#define NO_BOUND (INT64_MAX / 4)
#define WORDS_SHOWN 8 // statements of one cycle

// Walks back from a node until it meets itself: that is on the cycle.
static uint32_t node_on_cycle(const uint32_t *edge_to, const struct list *edges, uint32_t node,
                              uint32_t nodes)
{
    for (uint32_t i = 0; i < nodes; i++)
        node = LIST_AT(edges, struct order_edge, edge_to[node])->below;
    return node;
}

static struct str cycle_words(const uint32_t *edge_to, const struct list *edges, uint32_t start,
                              struct arena *arena)
{
    struct builder out = builder_make(arena);
    size_t count = 0;
    uint32_t node = start;
    do {
        const struct order_edge *edge = LIST_AT(edges, struct order_edge, edge_to[node]);
        if (count < WORDS_SHOWN)
            builder_print(&out, "%s%.*s", count > 0 ? "; " : "", STR_ARGS(edge->words));
        count++;
        node = edge->below;
    } while (node != start);
    if (count > WORDS_SHOWN)
        builder_print(&out, "; and %zu more", count - WORDS_SHOWN);
    return builder_str(&out);
}

// The statements on a cycle of edges whose bounds add up to less than nothing; there is one.
static struct str find_cycle(uint32_t nodes, const struct list *edges, struct arena *arena)
{
    int128 *reach = ARENA_ARRAY(arena, int128, nodes); // it sinks further with every round
    uint32_t *edge_to = ARENA_ARRAY(arena, uint32_t, nodes);
    uint32_t last = 0;
    for (uint32_t round = 0; round < nodes; round++)
        for (size_t e = 0; e < edges->count; e++) {
            const struct order_edge *edge = LIST_AT(edges, struct order_edge, e);
            if (reach[edge->below] + edge->most >= reach[edge->above])
                continue;
            reach[edge->above] = reach[edge->below] + edge->most;
            edge_to[edge->above] = (uint32_t)e;
            last = edge->above;
        }
    uint32_t start = node_on_cycle(edge_to, edges, last, nodes);
    return cycle_words(edge_to, edges, start, arena);
}

// Lets every path go through node k too.
static void pass_through(int64_t *gaps, uint32_t nodes, uint32_t k)
{
    const int64_t *through = gaps + (size_t)k * nodes;
    for (uint32_t a = 0; a < nodes; a++) {
        int64_t *row = gaps + (size_t)a * nodes;
        int64_t first = row[k];
        if (first >= NO_BOUND)
            continue;
        for (uint32_t b = 0; b < nodes; b++)
            if (through[b] < NO_BOUND && first + through[b] < row[b])
                row[b] = first + through[b];
    }
}

static bool has_cycle(const int64_t *gaps, uint32_t nodes)
{
    for (uint32_t a = 0; a < nodes; a++)
        if (gaps[(size_t)a * nodes + a] < 0)
            return true;
    return false;
}

const int64_t *order_close(uint32_t option_count, const struct list *edges, struct arena *arena,
                           struct str *contradiction)
{
    uint32_t nodes = option_count + 1;
    int64_t *gaps = ARENA_ARRAY(arena, int64_t, (size_t)nodes * nodes);
    for (size_t i = 0; i < (size_t)nodes * nodes; i++)
        gaps[i] = i / nodes == i % nodes ? 0 : NO_BOUND;
    for (size_t e = 0; e < edges->count; e++) {
        const struct order_edge *edge = LIST_AT(edges, struct order_edge, e);
        int64_t *gap = &gaps[(size_t)edge->above * nodes + edge->below];
        if (edge->most < *gap)
            *gap = edge->most;
    }
    // It is asked after every node: behind a cycle the gaps would soon leave 64 bits.
    for (uint32_t k = 0; k < nodes; k++) {
        pass_through(gaps, nodes, k);
        if (has_cycle(gaps, nodes)) {
            *contradiction = find_cycle(nodes, edges, arena);
            return NULL;
        }
    }
    return gaps;
}
