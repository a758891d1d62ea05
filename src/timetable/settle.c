// SPDX-License-Identifier: Apache-2.0
#include "timetable/settle.h"

#include "base/list.h"
#include "timetable/graph.h"

// One event in the tree of tightest paths. The tree hangs below a root that is tied to every event
// by a link of 0. `after` and `before` thread the tree in preorder, so that a subtree is a stretch
// of the thread; `children` is their number less one, so that walking the thread and adding them
// up falls below 0 exactly where the subtree ends.
struct event_node {
    int64_t time;
    uint32_t after;
    uint32_t before;
    uint32_t parent;
    uint32_t link; // the tree link that reaches it
    int32_t children;
    bool in_tree;
    bool is_active; // its arcs wait to be looked at
    bool in_queue;
};

struct network_settling {
    const struct network *network;
    struct graph graph;
    struct arena *scratch;
    struct arena *arena; // where the cycles live
    struct event_node *nodes;
    uint32_t root;
    uint32_t *queue; // a ring of `events` places
    uint32_t queue_at;
    uint32_t queue_count;
    bool *is_broken; // by link
    struct list broken;
    struct list cycles;
};

static void plant_tree(struct network_settling *s)
{
    uint32_t events = s->network->events;
    s->root = events;
    s->nodes = ARENA_ARRAY(s->scratch, struct event_node, (size_t)events + 1);
    s->queue = ARENA_ARRAY(s->scratch, uint32_t, events);
    for (uint32_t e = 0; e <= events; e++) {
        s->nodes[e] = (struct event_node){
            .after = e == events ? 0 : e + 1,
            .before = e == 0 ? events : e - 1,
            .parent = s->root,
            .link = LINK_NONE,
            .children = -1,
            .in_tree = true,
        };
    }
    s->nodes[s->root].children = (int32_t)events - 1;
    for (uint32_t e = 0; e < events; e++) {
        s->nodes[e].is_active = s->nodes[e].in_queue = true;
        s->queue[e] = e;
    }
    s->queue_count = events;
}

static void enqueue(struct network_settling *s, uint32_t event)
{
    struct event_node *node = &s->nodes[event];
    node->is_active = true;
    if (node->in_queue)
        return;
    node->in_queue = true;
    uint32_t end = s->queue_at + s->queue_count;
    s->queue[end >= s->network->events ? end - s->network->events : end] = event;
    s->queue_count++;
}

static uint32_t dequeue(struct network_settling *s)
{
    uint32_t event = s->queue[s->queue_at++];
    if (s->queue_at == s->network->events)
        s->queue_at = 0;
    s->queue_count--;
    s->nodes[event].in_queue = false;
    return event;
}

// Takes the subtree of `top` out of the tree: the times below it are out of date, nobody need look
// at their arcs before they are reached again. Gives false, with nothing changed, when `forbidden`
// is found in it: the link from there to top closes a cycle.
static bool disassemble(struct network_settling *s, uint32_t top, uint32_t forbidden)
{
    int64_t open = 0;
    for (uint32_t e = top; open >= 0; e = s->nodes[e].after) {
        if (e == forbidden)
            return false;
        open += s->nodes[e].children;
    }
    uint32_t before = s->nodes[top].before;
    uint32_t e = top;
    for (open = 0; open >= 0; e = s->nodes[e].after) {
        struct event_node *node = &s->nodes[e];
        open += node->children;
        node->children = -1;
        node->is_active = false;
        node->in_tree = false;
    }
    s->nodes[s->nodes[top].parent].children--;
    s->nodes[before].after = e;
    s->nodes[e].before = before;
    return true;
}

static void hang(struct network_settling *s, uint32_t event, uint32_t parent, uint32_t link)
{
    struct event_node *node = &s->nodes[event];
    node->in_tree = true;
    node->parent = parent;
    node->link = link;
    node->after = s->nodes[parent].after;
    node->before = parent;
    s->nodes[node->after].before = event;
    s->nodes[parent].after = event;
    s->nodes[parent].children++;
}

// The cycle that the link `closing` from `from` to `to` makes with the tree path to..from.
static void keep_cycle(struct network_settling *s, uint32_t from, uint32_t to, uint32_t closing)
{
    uint32_t count = 1;
    for (uint32_t e = from; e != to; e = s->nodes[e].parent)
        count++;
    uint32_t *links = ARENA_ARRAY(s->arena, uint32_t, count);
    int64_t sum = 0;
    uint32_t at = count;
    links[--at] = closing;
    for (uint32_t e = from; e != to; e = s->nodes[e].parent)
        links[--at] = s->nodes[e].link;
    for (uint32_t i = 0; i < count; i++)
        sum += s->network->links[links[i]].most;
    s->is_broken[closing] = true;
    *LIST_ADD(&s->broken, uint32_t) = closing;
    *LIST_ADD(&s->cycles, struct negative_cycle) = (struct negative_cycle){links, count, sum};
}

// Looks at the arcs that leave `event`. Gives false when the first cycle ends the search.
static bool scan(struct network_settling *s, uint32_t event, bool all)
{
    for (uint32_t i = s->graph.first[event]; i < s->graph.first[event + 1]; i++) {
        const struct graph_arc *arc = &s->graph.arcs[i];
        int64_t time = s->nodes[event].time + arc->most;
        if (time >= s->nodes[arc->to].time || s->is_broken[arc->link])
            continue;
        if (s->nodes[arc->to].in_tree && !disassemble(s, arc->to, event)) {
            keep_cycle(s, event, arc->to, arc->link);
            if (!all)
                return false;
            continue;
        }
        s->nodes[arc->to].time = time;
        hang(s, arc->to, event, arc->link);
        enqueue(s, arc->to);
    }
    return true;
}

static bool settle(struct network_settling *s, bool all, struct budget *budget, struct error *error)
{
    while (s->queue_count > 0) {
        uint32_t event = dequeue(s);
        if (!s->nodes[event].is_active)
            continue;
        s->nodes[event].is_active = false;
        if (!budget_spend(budget, 1 + s->graph.first[event + 1] - s->graph.first[event]))
            return budget_stopped(error);
        if (!scan(s, event, all))
            break;
    }
    return true;
}

static void keep_result(const struct network_settling *s, bool all, struct settled *settled)
{
    *settled = (struct settled){
        .broken = s->broken.items,
        .cycles = s->cycles.items,
        .broken_count = (uint32_t)s->broken.count, // no more than there are links
    };
    if (settled->broken_count > 0 && !all)
        return;
    int64_t *times = ARENA_ARRAY(s->arena, int64_t, s->network->events);
    for (uint32_t e = 0; e < s->network->events; e++)
        times[e] = s->nodes[e].time;
    settled->times = times;
}

bool network_settle(const struct network *network, bool all, struct budget *budget,
                    struct arena *arena, struct settled *settled, struct error *error)
{
    struct network_settling s = {.network = network, .scratch = arena_open(), .arena = arena};
    s.graph = graph_make(network, GRAPH_FORWARD, s.scratch);
    s.is_broken = ARENA_ARRAY(s.scratch, bool, network->count);
    s.broken = LIST_MAKE(arena, uint32_t);
    s.cycles = LIST_MAKE(arena, struct negative_cycle);
    plant_tree(&s);
    bool done = settle(&s, all, budget, error);
    if (done)
        keep_result(&s, all, settled);
    arena_close(s.scratch);
    return done;
}
