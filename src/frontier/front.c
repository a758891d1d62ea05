// SPDX-License-Identifier: Apache-2.0
//
// Labels are partial packages: at each node of a level, the sums of worths that no other partial
// package of that node beats. Since all labels of a node have the same completions, what is beaten
// here is beaten at the end. A level's labels come from merging the shifted lists of its arcs:
// adding one row to a sorted list keeps it sorted.
#include "frontier/front.h"

#include "frontier/dominance.h"
#include "frontier/merge_rows.h"

#include <assert.h>
#include <string.h>

// Labels of one level, or candidates for one node, in falling lexicographic order (of each node).
struct labels {
    struct arena *arena;
    size_t *first; // of each node of the level, and one more
    size_t count;
    size_t capacity;
    int64_t *points;
    uint64_t *ways;
    uint32_t *parents; // the label of the level before
    uint32_t *arcs;    // the arc taken
};

// The arcs into each node of the next level, as lists linked by arc number.
struct inward {
    uint32_t *last;   // by node of the next level: the last arc into it, counted from 1
    uint32_t *before; // by arc of this level: the one before it, counted from 1
    uint32_t *source; // by arc: the node it leaves, counted within its level
    uint32_t first_arc;
};

struct search {
    const struct diagram *diagram;
    const struct region *region;
    struct budget *budget;
    struct arena *arena;
    uint32_t **parents; // by level
    uint32_t **arcs;
    struct labels candidates;
};

static uint64_t add_ways(uint64_t a, uint64_t b)
{
    uint64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? UINT64_MAX : sum;
}

static void labels_reserve(struct labels *labels, size_t count, uint32_t width)
{
    if (count <= labels->capacity)
        return;
    size_t old = labels->count;
    size_t more = labels->capacity * 2 > count ? labels->capacity * 2 : count;
    size_t row = width * sizeof(int64_t);
    labels->points = arena_extend(labels->arena, labels->points, old * row, more * row);
    labels->ways =
        arena_extend(labels->arena, labels->ways, old * sizeof(uint64_t), more * sizeof(uint64_t));
    labels->parents = arena_extend(labels->arena, labels->parents, old * sizeof(uint32_t),
                                   more * sizeof(uint32_t));
    labels->arcs =
        arena_extend(labels->arena, labels->arcs, old * sizeof(uint32_t), more * sizeof(uint32_t));
    labels->capacity = more;
}

// Writes the options that lead to a label of `level` into package, by issue.
static void trace(const struct diagram *diagram, uint32_t *const *parents, uint32_t *const *arcs,
                  uint32_t level, size_t label, uint32_t *package)
{
    for (uint32_t l = level; l > 0; l--) {
        package[diagram->order[l - 1]] = diagram->arcs[arcs[l][label]].option;
        label = parents[l][label];
    }
}

// Of two ways to the same worths the one whose package comes first, issue by issue, is kept: it
// stays first whatever the completion. The ways are followed back until they meet.
static bool comes_first(const struct search *search, uint32_t level, uint32_t parent, uint32_t arc)
{
    const struct diagram *diagram = search->diagram;
    const struct labels *candidates = &search->candidates;
    uint32_t ours = parent;
    uint32_t theirs = candidates->parents[candidates->count - 1];
    uint32_t our_option = diagram->arcs[arc].option;
    uint32_t their_option = diagram->arcs[candidates->arcs[candidates->count - 1]].option;
    uint32_t first_issue = UINT32_MAX;
    bool is_first = false;
    for (uint32_t l = level;; l--) {
        uint32_t issue = diagram->order[l];
        if (our_option != their_option && issue < first_issue) {
            first_issue = issue;
            is_first = our_option < their_option;
        }
        if (l == 0 || ours == theirs)
            return is_first;
        our_option = diagram->arcs[search->arcs[l][ours]].option;
        their_option = diagram->arcs[search->arcs[l][theirs]].option;
        ours = search->parents[l][ours];
        theirs = search->parents[l][theirs];
    }
}

static bool reaches_region(const struct search *search, const int64_t *point, size_t node)
{
    const struct diagram *diagram = search->diagram;
    const struct region *region = search->region;
    uint32_t width = diagram->party_count;
    const int64_t *most = diagram->most + node * width;
    for (uint32_t p = 0; region->floor && p < width; p++)
        if (point[p] + most[p] < region->floor[p])
            return false;
    for (size_t c = 0; c < region->cut_count; c++) {
        const struct cut *cut = &region->cuts[c];
        int64_t sum = cut->to_go[node];
        for (uint32_t p = 0; p < width; p++)
            sum += cut->weights[p] * point[p];
        if (sum < cut->least)
            return false;
    }
    return true;
}

static void add_candidate(struct search *search, uint32_t level, const int64_t *row, uint64_t ways,
                          uint32_t parent, uint32_t arc)
{
    struct labels *candidates = &search->candidates;
    uint32_t width = search->diagram->party_count;
    size_t last = candidates->count - 1;
    if (candidates->count > 0 && row_compare(candidates->points + last * width, row, width) == 0) {
        candidates->ways[last] = add_ways(candidates->ways[last], ways);
        if (comes_first(search, level, parent, arc)) {
            candidates->parents[last] = parent;
            candidates->arcs[last] = arc;
        }
        return;
    }
    labels_reserve(candidates, candidates->count + 1, width);
    size_t at = candidates->count++;
    memcpy(candidates->points + at * width, row, width * sizeof *row);
    candidates->ways[at] = ways;
    candidates->parents[at] = parent;
    candidates->arcs[at] = arc;
}

static struct inward inward_make(const struct diagram *diagram, uint32_t level, struct arena *work)
{
    uint32_t first_node = diagram->level_first[level];
    uint32_t next_node = diagram->level_first[level + 1];
    struct inward inward = {.first_arc = diagram->arc_first[first_node]};
    uint32_t arcs = diagram->arc_first[next_node] - inward.first_arc;
    inward.last = ARENA_ARRAY(work, uint32_t, diagram->level_first[level + 2] - next_node);
    inward.before = ARENA_ARRAY(work, uint32_t, arcs + 1);
    inward.source = ARENA_ARRAY(work, uint32_t, arcs + 1);
    for (uint32_t n = first_node; n < next_node; n++)
        for (uint32_t a = diagram->arc_first[n]; a < diagram->arc_first[n + 1]; a++) {
            uint32_t child = diagram->arcs[a].child - next_node;
            uint32_t number = a - inward.first_arc;
            inward.before[number] = inward.last[child];
            inward.last[child] = number + 1;
            inward.source[number] = n - first_node;
        }
    return inward;
}

// Fills the candidates of one node of the next level (`child` within it) by merging its arcs.
static void merge(struct search *search, uint32_t level, const struct labels *labels,
                  const struct inward *inward, uint32_t child)
{
    const struct diagram *diagram = search->diagram;
    struct arena *work = arena_open();
    uint32_t count = 0;
    for (uint32_t at = inward->last[child]; at > 0; at = inward->before[at - 1])
        count++;
    struct stream *streams = ARENA_ARRAY(work, struct stream, count);
    uint32_t *arcs = ARENA_ARRAY(work, uint32_t, count);
    count = 0;
    for (uint32_t at = inward->last[child]; at > 0; at = inward->before[at - 1]) {
        uint32_t arc = inward->first_arc + at - 1;
        uint32_t node = inward->source[at - 1];
        arcs[count] = arc;
        streams[count++] = (struct stream){labels->points,
                                           diagram->worths + (size_t)diagram->arcs[arc].worth *
                                                                 diagram->party_count,
                                           labels->first[node], labels->first[node + 1]};
    }
    struct row_merge rows = row_merge_make(streams, count, diagram->party_count, work);
    search->candidates.count = 0;
    size_t node = diagram->level_first[level + 1] + child;
    uint32_t s;
    while ((s = row_merge_top(&rows)) != UINT32_MAX) {
        const int64_t *row = rows.heads + (size_t)s * diagram->party_count;
        size_t parent = streams[s].next;
        assert(labels->ways); // a stream has rows only where the level before has labels
        if (reaches_region(search, row, node))
            add_candidate(search, level, row, labels->ways[parent], (uint32_t)parent, arcs[s]);
        row_merge_pop(&rows);
    }
    arena_close(work);
}

// Appends the candidates that none beats to the labels of the next level.
static void keep_best(struct search *search, struct labels *next)
{
    const struct labels *candidates = &search->candidates;
    uint32_t width = search->diagram->party_count;
    struct arena *work = arena_open();
    bool *keep = ARENA_ARRAY(work, bool, candidates->count + 1);
    dominance_filter(candidates->points, candidates->count, width, search->region->slack, keep);
    size_t kept = 0;
    for (size_t i = 0; i < candidates->count; i++)
        kept += keep[i];
    labels_reserve(next, next->count + kept, width);
    for (size_t i = 0; i < candidates->count; i++) {
        if (!keep[i])
            continue;
        assert(next->points);
        size_t at = next->count++;
        memcpy(next->points + at * width, candidates->points + i * width, width * sizeof(int64_t));
        next->ways[at] = candidates->ways[i];
        next->parents[at] = candidates->parents[i];
        next->arcs[at] = candidates->arcs[i];
    }
    arena_close(work);
}

static bool within_limits(const struct search *search, const struct labels *next)
{
    const struct region *region = search->region;
    size_t held = arena_bytes(next->arena) + arena_bytes(search->candidates.arena) +
                  arena_bytes(search->arena);
    return (region->label_limit == 0 || next->count <= region->label_limit) &&
           held <= search->budget->memory_bytes &&
           budget_spend(search->budget, search->candidates.count + 1);
}

static uint32_t *copy_numbers(struct arena *arena, const uint32_t *numbers, size_t count)
{
    uint32_t *copy = ARENA_ARRAY(arena, uint32_t, count + 1);
    if (count > 0)
        memcpy(copy, numbers, count * sizeof *copy);
    return copy;
}

// Makes the labels of the next level out of those of `level`.
static bool advance(struct search *search, uint32_t level, const struct labels *labels,
                    struct labels *next)
{
    const struct diagram *diagram = search->diagram;
    uint32_t nodes = diagram->level_first[level + 2] - diagram->level_first[level + 1];
    struct inward inward = inward_make(diagram, level, next->arena);
    next->first = ARENA_ARRAY(next->arena, size_t, nodes + 1);
    for (uint32_t child = 0; child < nodes; child++) {
        next->first[child] = next->count;
        merge(search, level, labels, &inward, child);
        keep_best(search, next);
        if (!within_limits(search, next))
            return false;
    }
    next->first[nodes] = next->count;
    search->parents[level + 1] = copy_numbers(search->arena, next->parents, next->count);
    search->arcs[level + 1] = copy_numbers(search->arena, next->arcs, next->count);
    return true;
}

static struct labels root_labels(uint32_t width)
{
    struct labels root = {.arena = arena_open()};
    root.first = ARENA_ARRAY(root.arena, size_t, 2);
    root.first[1] = 1;
    labels_reserve(&root, 1, width);
    root.count = 1;
    root.ways[0] = 1;
    return root;
}

static void finish(const struct search *search, const struct labels *last, struct front *front)
{
    uint32_t width = search->diagram->party_count;
    int64_t *points = ARENA_ARRAY(search->arena, int64_t, last->count * width + 1);
    uint64_t *ways = ARENA_ARRAY(search->arena, uint64_t, last->count + 1);
    memcpy(points, last->points, last->count * width * sizeof *points);
    memcpy(ways, last->ways, last->count * sizeof *ways);
    uint32_t *numbers = ARENA_ARRAY(search->arena, uint32_t, last->count + 1);
    for (size_t i = 0; i < last->count; i++)
        numbers[i] = (uint32_t)i;
    front->count = last->count;
    front->points = points;
    front->ways = ways;
    front->labels = numbers;
    front->parents = search->parents;
    front->arcs = search->arcs;
}

bool front_find(const struct diagram *diagram, const struct region *region, struct budget *budget,
                struct arena *arena, struct front *front, struct error *error)
{
    uint32_t levels = diagram->level_count;
    *front = (struct front){.party_count = diagram->party_count, .diagram = diagram};
    if (diagram_is_empty(diagram))
        return true;
    struct search search = {.diagram = diagram, .region = region, .budget = budget, .arena = arena};
    search.parents = ARENA_ARRAY(arena, uint32_t *, levels + 1);
    search.arcs = ARENA_ARRAY(arena, uint32_t *, levels + 1);
    search.candidates.arena = arena_open();
    struct labels labels = root_labels(diagram->party_count);
    bool done = true;
    for (uint32_t level = 0; level < levels && done; level++) {
        struct labels next = {.arena = arena_open()};
        done = advance(&search, level, &labels, &next);
        arena_close(labels.arena);
        labels = next;
    }
    if (done && labels.count > 0)
        finish(&search, &labels, front);
    arena_close(labels.arena);
    arena_close(search.candidates.arena);
    return done || budget_stopped(error);
}

void front_package(const struct front *front, size_t i, uint32_t *package)
{
    trace(front->diagram, front->parents, front->arcs, front->diagram->level_count,
          front->labels[i], package);
}

const int64_t *front_point(const struct front *front, size_t i)
{
    return front->points + i * front->party_count;
}

struct front front_above(const struct front *front, const int64_t *floor, struct arena *arena)
{
    uint32_t width = front->party_count;
    struct front above = *front;
    int64_t *points = ARENA_ARRAY(arena, int64_t, front->count * width + 1);
    uint64_t *ways = ARENA_ARRAY(arena, uint64_t, front->count + 1);
    uint32_t *labels = ARENA_ARRAY(arena, uint32_t, front->count + 1);
    above.count = 0;
    for (size_t i = 0; i < front->count; i++) {
        const int64_t *point = front_point(front, i);
        bool is_above = true;
        for (uint32_t p = 0; p < width && is_above; p++)
            is_above = point[p] >= floor[p];
        if (!is_above)
            continue;
        memcpy(points + above.count * width, point, width * sizeof *points);
        ways[above.count] = front->ways[i];
        labels[above.count++] = front->labels[i];
    }
    above.points = points;
    above.ways = ways;
    above.labels = labels;
    return above;
}

uint64_t front_ways(const struct front *front)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < front->count; i++)
        sum = add_ways(sum, front->ways[i]);
    return sum;
}
