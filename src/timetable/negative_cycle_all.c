// SPDX-License-Identifier: Apache-2.0
// All minimal cycles, those with the fewest clauses first: walks in depth from each broken link,
// once for each number of clauses, that pass no event twice and stay below 0 (see cycle.c).
#include "timetable/graph.h"
#include "timetable/negative_cycle.h"

#include "base/list.h"

#include <stdlib.h>

struct climb {
    const struct network *network;
    const int64_t *times;
    struct graph graph;
    struct budget *budget;
    struct arena *arena; // where cycles live
    bool *on_path;       // by event
    bool *is_broken;     // by link
    uint32_t *path;      // links; `depth` of them
    uint32_t *next_arc;  // by depth: the arc to try next
    int64_t *length;     // by depth: the reduced length so far
    uint32_t *cost;      // by depth: clause links so far
    uint32_t depth;
    struct list found; // struct negative_cycle
    struct list sets;  // struct clause_set, one for each cycle found
    uint32_t most;
};

struct clause_set {
    uint32_t *clauses; // ascending, none twice
    uint32_t count;
};

static bool is_clause(const struct climb *c, uint32_t link)
{
    return c->network->links[link].clause != LINK_STRUCTURAL;
}

static int64_t reduced(const struct climb *c, uint32_t link)
{
    const struct link *l = &c->network->links[link];
    return c->times[l->from] + l->most - c->times[l->to];
}

// Every cycle is met once for each of its places from which all partial sums are below 0. Only
// the meeting that begins with the lowest link number counts.
static bool is_first_meeting(const struct climb *c)
{
    for (uint32_t i = 1; i < c->depth; i++) {
        if (!c->is_broken[c->path[i]] || c->path[i] > c->path[0])
            continue;
        int64_t sum = 0;
        uint32_t j = 0;
        do
            sum += reduced(c, c->path[(i + j++) % c->depth]);
        while (sum < 0 && j < c->depth);
        if (sum < 0)
            return false;
    }
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static struct clause_set clauses_of_path(const struct climb *c)
{
    struct clause_set set = {ARENA_ARRAY(c->arena, uint32_t, c->depth), 0};
    for (uint32_t i = 0; i < c->depth; i++)
        if (is_clause(c, c->path[i]))
            set.clauses[set.count++] = c->network->links[c->path[i]].clause;
    qsort(set.clauses, set.count, sizeof *set.clauses, compare_numbers);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < set.count; i++)
        if (kept == 0 || set.clauses[kept - 1] != set.clauses[i])
            set.clauses[kept++] = set.clauses[i];
    set.count = kept;
    return set;
}

static bool is_subset(const struct clause_set *small, const struct clause_set *large)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < large->count && at < small->count; i++)
        at += small->clauses[at] == large->clauses[i];
    return at == small->count;
}

static void keep(struct climb *c)
{
    struct clause_set set = clauses_of_path(c);
    for (size_t i = 0; i < c->sets.count; i++)
        if (is_subset(LIST_AT(&c->sets, struct clause_set, i), &set))
            return;
    *LIST_ADD(&c->sets, struct clause_set) = set;
    struct negative_cycle cycle = {0};
    uint32_t *links = ARENA_ARRAY(c->arena, uint32_t, c->depth);
    for (uint32_t i = 0; i < c->depth; i++) {
        links[i] = c->path[i];
        cycle.sum += c->network->links[links[i]].most;
    }
    cycle.links = links;
    cycle.count = c->depth;
    *LIST_ADD(&c->found, struct negative_cycle) = cycle;
}

static void step_on(struct climb *c, uint32_t link)
{
    int64_t before = c->depth > 0 ? c->length[c->depth - 1] : 0;
    uint32_t cost = c->depth > 0 ? c->cost[c->depth - 1] : 0;
    uint32_t to = c->network->links[link].to;
    c->path[c->depth] = link;
    c->length[c->depth] = before + reduced(c, link);
    c->cost[c->depth] = cost + is_clause(c, link);
    c->next_arc[c->depth] = c->graph.first[to];
    c->on_path[to] = true;
    c->depth++;
}

static void step_back(struct climb *c)
{
    c->depth--;
    c->on_path[c->network->links[c->path[c->depth]].to] = false;
}

// Tries the next arc of the path's end. Steps on, notes a cycle, or steps back.
static void try_arc(struct climb *c, uint32_t start, uint32_t cost_wanted)
{
    uint32_t top = c->depth - 1;
    uint32_t event = c->network->links[c->path[top]].to;
    if (event == start || c->next_arc[top] == c->graph.first[event + 1]) {
        if (event == start && c->cost[top] == cost_wanted && is_first_meeting(c))
            keep(c);
        step_back(c);
        return;
    }
    const struct graph_arc *arc = &c->graph.arcs[c->next_arc[top]++];
    if (!c->on_path[arc->to] && c->length[top] + reduced(c, arc->link) < 0 &&
        c->cost[top] + is_clause(c, arc->link) <= cost_wanted)
        step_on(c, arc->link);
}

// All cycles of exactly this cost through a broken link. False when a bound is met.
static bool climb_from(struct climb *c, uint32_t broken, uint32_t cost)
{
    c->depth = 0;
    if (is_clause(c, broken) > cost)
        return true;
    step_on(c, broken);
    while (c->depth > 0) {
        if (c->found.count == c->most || !budget_spend(c->budget, 1))
            return false;
        try_arc(c, c->network->links[broken].from, cost);
    }
    return true;
}

static struct climb climb_make(const struct network *network, const struct settled *settled,
                               struct arena *scratch, struct arena *arena)
{
    size_t depth = (size_t)network->events + 1;
    struct climb climb = {
        .network = network,
        .times = settled->times,
        .graph = graph_make(network, GRAPH_FORWARD, scratch),
        .arena = arena,
        .on_path = ARENA_ARRAY(scratch, bool, network->events),
        .is_broken = ARENA_ARRAY(scratch, bool, network->count),
        .path = ARENA_ARRAY(scratch, uint32_t, depth),
        .next_arc = ARENA_ARRAY(scratch, uint32_t, depth),
        .length = ARENA_ARRAY(scratch, int64_t, depth),
        .cost = ARENA_ARRAY(scratch, uint32_t, depth),
        .found = LIST_MAKE(arena, struct negative_cycle),
        .sets = LIST_MAKE(arena, struct clause_set),
    };
    for (uint32_t i = 0; i < settled->broken_count; i++)
        climb.is_broken[settled->broken[i]] = true;
    return climb;
}

void negative_cycle_all(const struct network *network, const struct settled *settled,
                        uint32_t most_links, uint32_t most, struct budget *budget,
                        struct arena *arena, struct cycles *cycles)
{
    struct arena *scratch = arena_open();
    struct climb climb = climb_make(network, settled, scratch, arena);
    climb.budget = budget;
    climb.most = most;
    // A cycle passes no event twice, so it has at most as many links as there are events.
    uint32_t top = most_links < network->events ? most_links : network->events;
    bool is_complete = true;
    for (uint32_t cost = 0; is_complete && cost <= top; cost++)
        for (uint32_t i = 0; is_complete && i < settled->broken_count; i++) {
            is_complete = climb_from(&climb, settled->broken[i], cost);
            while (climb.depth > 0)
                step_back(&climb);
        }
    *cycles = (struct cycles){climb.found.items, (uint32_t)climb.found.count,
                              is_complete && top == network->events};
    arena_close(scratch);
}
