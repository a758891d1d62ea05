// SPDX-License-Identifier: Apache-2.0
// The cycle with the fewest clauses.
//
// With the settled times as potentials, link u -> v has the reduced length
// time(u) + most - time(v). Around a cycle these add up to its sum, and only broken links are
// below 0. A cycle with a sum below 0 has a place from which every partial sum is below 0 (start
// after the greatest one); there its first link is broken. So it is enough to walk from the broken
// links, keeping only walks whose length so far is below 0: that prunes almost everything.
#include "timetable/negative_cycle.h"
#include "timetable/graph.h"

#include "base/list.h"

#include <assert.h>

// A walk from the start: its last link, and the walk before it.
struct link_walk {
    uint32_t event;
    uint32_t link;
    uint32_t before; // in the list of walks; UINT32_MAX at the start
    uint32_t cost;   // links of clauses
    int64_t length;  // reduced, below 0
    bool is_stale;   // a shorter walk to the event costs as little
};

// The shortest walk to an event found from the present start.
struct best_walk {
    uint64_t start; // which start it is of; others are void
    int64_t length;
};

struct search {
    const struct network *network;
    const int64_t *times;
    struct graph graph;
    struct budget *budget;
    struct list walks; // struct link_walk, by cost within one start
    struct best_walk *best;
    uint64_t start; // counts the starts
};

static int64_t reduced(const struct search *s, uint32_t from, const struct graph_arc *arc)
{
    return s->times[from] + arc->most - s->times[arc->to];
}

static uint32_t cost_of(const struct search *s, uint32_t link)
{
    return s->network->links[link].clause == LINK_STRUCTURAL ? 0 : 1;
}

uint32_t negative_cycle_clause_links(const struct network *network,
                                     const struct negative_cycle *cycle)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < cycle->count; i++)
        count += network->links[cycle->links[i]].clause != LINK_STRUCTURAL;
    return count;
}

// Writes the walk that ends with number `last` as a cycle. A walk may pass an event twice; the
// loop it makes there is cut out if it is not itself below 0, else it is the answer.
static struct negative_cycle negative_cycle_of_walk(const struct search *s, uint32_t last,
                                                    struct arena *arena)
{
    uint32_t count = 0;
    for (uint32_t i = last; i != UINT32_MAX; i = LIST_AT(&s->walks, struct link_walk, i)->before)
        count++;
    uint32_t *links = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t at = count;
    for (uint32_t i = last; i != UINT32_MAX; i = LIST_AT(&s->walks, struct link_walk, i)->before)
        links[--at] = LIST_AT(&s->walks, struct link_walk, i)->link;
    // Keeps links[0..kept); where the next link ends at an event where a kept link begins, the
    // links since then are a loop.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        links[kept++] = links[i];
        uint32_t to = s->network->links[links[i]].to;
        uint32_t loop = kept;
        while (loop > 0 && s->network->links[links[loop - 1]].from != to)
            loop--;
        if (loop == 0)
            continue;
        int64_t sum = 0;
        for (uint32_t j = loop - 1; j < kept; j++)
            sum += s->network->links[links[j]].most;
        if (sum < 0)
            return (struct negative_cycle){links + loop - 1, kept - loop + 1, sum};
        kept = loop - 1;
    }
    assert(false && "a closed walk below 0 holds a circle below 0");
    return (struct negative_cycle){0};
}

// Notes a walk one link longer, if it is of use: below 0, and shorter than what is known.
static void extend(struct search *s, uint32_t before, uint32_t from, const struct graph_arc *arc,
                   uint32_t cost, int64_t length)
{
    length += reduced(s, from, arc);
    if (length >= 0)
        return;
    struct best_walk *best = &s->best[arc->to];
    if (best->start == s->start && best->length <= length)
        return;
    *best = (struct best_walk){s->start, length};
    *LIST_ADD(&s->walks, struct link_walk) =
        (struct link_walk){arc->to, arc->link, before, cost, length, false};
}

// One round looks at the walks of one cost, from `at` on, and lengthens them: by structural links
// within the round (they are added behind), by clause links into *next.
struct round {
    size_t at;
    uint32_t cost;
};

// Walks of equal cost stand together: first those lengthened by structural links are followed to
// their end, then each is lengthened by one clause link. Gives the walk that closes, or UINT32_MAX.
static uint32_t follow(struct search *s, struct round *round, uint32_t goal)
{
    for (size_t i = round->at; i < s->walks.count; i++) {
        struct link_walk walk = *LIST_AT(&s->walks, struct link_walk, i);
        if (walk.event == goal)
            return (uint32_t)i;
        if (s->best[walk.event].length < walk.length)
            continue;
        for (uint32_t a = s->graph.first[walk.event]; a < s->graph.first[walk.event + 1]; a++)
            if (cost_of(s, s->graph.arcs[a].link) == 0)
                extend(s, (uint32_t)i, walk.event, &s->graph.arcs[a], walk.cost, walk.length);
    }
    // Which walks are stale must be known before dearer ones overwrite what is best.
    size_t end = s->walks.count;
    for (size_t i = round->at; i < end; i++) {
        struct link_walk *walk = LIST_AT(&s->walks, struct link_walk, i);
        walk->is_stale = s->best[walk->event].length < walk->length;
    }
    for (size_t i = round->at; i < end; i++) {
        struct link_walk walk = *LIST_AT(&s->walks, struct link_walk, i);
        if (walk.is_stale)
            continue;
        for (uint32_t a = s->graph.first[walk.event]; a < s->graph.first[walk.event + 1]; a++)
            if (cost_of(s, s->graph.arcs[a].link) == 1)
                extend(s, (uint32_t)i, walk.event, &s->graph.arcs[a], walk.cost + 1, walk.length);
    }
    round->at = end;
    round->cost++;
    return UINT32_MAX;
}

// Looks for a cycle through the broken link with at most `most_cost` clause links.
static bool search_from(struct search *s, uint32_t broken, uint32_t most_cost, uint32_t *last,
                        struct error *error)
{
    const struct link *link = &s->network->links[broken];
    struct graph_arc first = {link->to, broken, link->most};
    s->start++;
    list_cut(&s->walks, 0);
    *last = UINT32_MAX;
    uint32_t cost = cost_of(s, broken);
    extend(s, UINT32_MAX, link->from, &first, cost, 0);
    struct round round = {0, cost};
    while (round.at < s->walks.count && round.cost <= most_cost && *last == UINT32_MAX) {
        size_t before = round.at;
        *last = follow(s, &round, link->from);
        if (!budget_spend(s->budget, 1 + s->walks.count - before))
            return budget_stopped(error);
    }
    return true;
}

static struct search search_make(const struct network *network, const struct settled *settled,
                                 struct budget *budget, struct arena *scratch)
{
    return (struct search){
        .network = network,
        .times = settled->times,
        .graph = graph_make(network, GRAPH_FORWARD, scratch),
        .budget = budget,
        .walks = LIST_MAKE(scratch, struct link_walk),
        .best = ARENA_ARRAY(scratch, struct best_walk, network->events),
    };
}

bool negative_cycle_structural(const struct network *network, struct budget *budget,
                               struct arena *arena, struct negative_cycle *cycle,
                               struct error *error)
{
    struct arena *scratch = arena_open();
    struct link *links = ARENA_ARRAY(scratch, struct link, network->count);
    uint32_t *numbers = ARENA_ARRAY(scratch, uint32_t, network->count);
    struct network structural = {network->events, links, 0};
    for (uint32_t i = 0; i < network->count; i++)
        if (network->links[i].clause == LINK_STRUCTURAL) {
            numbers[structural.count] = i;
            links[structural.count++] = network->links[i];
        }
    struct settled settled;
    *cycle = (struct negative_cycle){0};
    bool done = structural.count == 0 ||
                network_settle(&structural, false, budget, scratch, &settled, error);
    if (done && structural.count > 0 && settled.broken_count > 0) {
        *cycle = settled.cycles[0];
        uint32_t *own = ARENA_ARRAY(arena, uint32_t, cycle->count);
        for (uint32_t i = 0; i < cycle->count; i++)
            own[i] = numbers[cycle->links[i]];
        cycle->links = own;
    }
    arena_close(scratch);
    return done;
}

bool negative_cycle_fewest(const struct network *network, const struct settled *settled,
                           struct budget *budget, struct arena *arena, struct negative_cycle *cycle,
                           struct error *error)
{
    assert(settled->broken_count > 0);
    // With a structural cycle, walks along structural links would never end.
    if (!negative_cycle_structural(network, budget, arena, cycle, error))
        return false;
    if (cycle->count > 0)
        return true;
    struct arena *scratch = arena_open();
    struct search s = search_make(network, settled, budget, scratch);
    *cycle = settled->cycles[0];
    uint32_t fewest = negative_cycle_clause_links(network, cycle);
    bool done = true;
    for (uint32_t i = 0; done && i < settled->broken_count && fewest > 1; i++) {
        uint32_t last;
        done = search_from(&s, settled->broken[i], fewest - 1, &last, error);
        if (done && last != UINT32_MAX) {
            *cycle = negative_cycle_of_walk(&s, last, arena);
            fewest = negative_cycle_clause_links(network, cycle);
        }
    }
    arena_close(scratch);
    return done;
}

bool negative_cycle_through_each(const struct network *network, const struct settled *settled,
                                 struct budget *budget, struct arena *arena,
                                 struct negative_cycle *cycles, struct error *error)
{
    struct arena *scratch = arena_open();
    struct search s = search_make(network, settled, budget, scratch);
    bool done = true;
    for (uint32_t i = 0; done && i < settled->broken_count; i++) {
        cycles[i] = settled->cycles[i];
        uint32_t cost = negative_cycle_clause_links(network, &cycles[i]);
        uint32_t last = UINT32_MAX;
        if (cost > 1)
            done = search_from(&s, settled->broken[i], cost - 1, &last, error);
        if (done && last != UINT32_MAX)
            cycles[i] = negative_cycle_of_walk(&s, last, arena);
    }
    arena_close(scratch);
    return done;
}
