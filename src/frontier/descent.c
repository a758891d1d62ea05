// SPDX-License-Identifier: Apache-2.0
//
// Since all labels of a node have the same completions, what is beaten at a node is beaten at the
// end. The labels of the next level come from merging the shifted lists of its arcs: adding one row
// to a sorted list keeps it sorted, so candidates come in falling order and each is sieved as it
// comes; none is stored that is not kept.
#include "frontier/descent.h"

#include "bargain/wide.h"
#include "frontier/merge_rows.h"

#include <string.h>

#define BATCH 1024u      // candidates between two looks at the budget
#define VISITS_A_STEP 3u // of the filter
#define OWED_MOST ((uint64_t)4 * 1000 * 1000)
#define FEW_COLUMNS 4u // more take twice the time beside

// The arcs into each node of the next level, as lists linked by arc number.
struct inward {
    uint32_t *last;   // by node of the next level: the last arc into it, counted from 1
    uint32_t *before; // by arc of this level: the one before it, counted from 1
    uint32_t *source; // by arc: the node it leaves, counted within its level
    uint32_t first_arc;
};

// What a region asks of the labels of one node, in the terms of packed rows.
struct gate {
    const struct packing *packing;
    const uint64_t *floor; // NULL: no floor
    bool is_shut;          // no row can pass
    size_t cut_count;
    const int64_t *weights; // rows by cut: of a field
    const int64_t *least;   // by cut: of the weighted fields
};

struct descent *descent_open(const struct diagram *diagram, const int64_t *slack,
                             struct budget *budget)
{
    struct arena *arena = arena_open();
    struct descent *descent = ARENA_NEW(arena, struct descent);
    *descent = (struct descent){.diagram = diagram,
                                .arena = arena,
                                .budget = budget,
                                .packing = packing_make(diagram, arena),
                                .way_words = (uint32_t)diagram->words};
    descent->keys = outcome_keys_make(diagram, arena);
    size_t words = descent->packing.words + descent->way_words + descent->keys.words;
    descent->labels = table_make(words * sizeof(uint64_t));
    descent->spare = table_make(words * sizeof(uint64_t));
    descent->filter = dominance_filter_make(&descent->packing, slack, arena);
    descent->row = ARENA_ARRAY(arena, uint64_t, words);
    descent->first = ARENA_ARRAY(arena, size_t, diagram->node_count + 2);
    descent->first[1] = 1;
    memset(table_add(&descent->labels), 0, words * sizeof(uint64_t));
    label_ways(descent, 0)[0] = 1;
    return descent;
}

void descent_close(struct descent *descent)
{
    if (!descent)
        return;
    dominance_filter_free(descent->filter);
    table_free(&descent->labels);
    table_free(&descent->spare);
    arena_close(descent->arena);
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

static struct gate gate_make(const struct descent *descent, const struct region *region,
                             uint32_t level, size_t node, struct arena *work)
{
    const struct diagram *diagram = descent->diagram;
    const struct packing *packing = &descent->packing;
    uint32_t width = packing->width;
    struct gate gate = {.packing = packing, .cut_count = region->cut_count};
    if (region->floor) {
        int64_t *floor = ARENA_ARRAY(work, int64_t, width);
        uint64_t *packed = ARENA_ARRAY(work, uint64_t, packing->words);
        for (uint32_t p = 0; p < width; p++)
            floor[p] = region->floor[p] - diagram->most[node * width + p];
        gate.is_shut = !packing_floor(packing, level, floor, packed);
        gate.floor = packed;
    }
    int64_t *weights = ARENA_ARRAY(work, int64_t, region->cut_count * width + 1);
    int64_t *least = ARENA_ARRAY(work, int64_t, region->cut_count + 1);
    const int64_t *base = packing->base + (size_t)level * width;
    for (size_t c = 0; c < region->cut_count; c++) {
        const struct cut *cut = &region->cuts[c];
        least[c] = cut->least - cut->to_go[node];
        for (uint32_t p = 0; p < width; p++) {
            least[c] -= cut->weights[p] * base[p];
            weights[c * width + p] = cut->weights[p] * packing->unit[p];
        }
    }
    gate.weights = weights;
    gate.least = least;
    return gate;
}

static bool passes(const struct gate *gate, const uint64_t *row)
{
    const struct packing *packing = gate->packing;
    if (gate->floor && !packing_reaches(packing, row, gate->floor))
        return false;
    if (gate->cut_count == 0)
        return true;
    int64_t fields[SCENARIO_PARTIES_MAX];
    for (uint32_t p = 0; p < packing->width; p++)
        fields[p] = (int64_t)packing_field(packing, row, p);
    for (size_t c = 0; c < gate->cut_count; c++) {
        int64_t sum = 0;
        for (uint32_t p = 0; p < packing->width; p++)
            sum += gate->weights[c * packing->width + p] * fields[p];
        if (sum < gate->least[c])
            return false;
    }
    return true;
}

// Whether the outcome of a parent label and one more option comes before that of a label, issue by
// issue: of two ways to the same values the first is kept, and stays first whatever the completion.
static bool comes_first(const struct descent *descent, const uint64_t *parent, const uint64_t *key,
                        uint32_t issue, uint32_t option)
{
    for (uint32_t w = 0; w < descent->keys.words; w++) {
        uint64_t ours = parent[w];
        if (w == descent->keys.word[issue])
            ours |= (uint64_t)option << descent->keys.shift[issue];
        if (ours != key[w])
            return ours < key[w];
    }
    return false;
}

// A candidate: a label of the level before and the arc taken from it.
struct label_candidate {
    const uint64_t *ways;
    const uint64_t *key;
    uint32_t option;
};

static void write_key(const struct descent *descent, const struct label_candidate *from,
                      uint32_t issue, uint64_t *key)
{
    memcpy(key, from->key, descent->keys.words * sizeof *key);
    outcome_key_set(&descent->keys, key, issue, from->option);
}

// Joins a candidate with the label that has its values.
static void join(const struct descent *descent, const struct label_candidate *from, uint32_t issue,
                 uint64_t *label)
{
    uint64_t *ways = label + descent->packing.words;
    uint64_t *key = ways + descent->way_words;
    wide_add(ways, from->ways, descent->way_words);
    if (comes_first(descent, from->key, key, issue, from->option))
        write_key(descent, from, issue, key);
}

static void append(struct descent *descent, struct table *next, const struct label_candidate *from,
                   uint32_t issue)
{
    uint64_t *label = table_add(next);
    memcpy(label, descent->row, descent->packing.words * sizeof *label);
    label += descent->packing.words;
    memcpy(label, from->ways, descent->way_words * sizeof *label);
    write_key(descent, from, issue, label + descent->way_words);
}

static bool within_limits(const struct descent *descent, const struct region *region,
                          const struct table *next)
{
    size_t held = arena_bytes(next->arena) + arena_bytes(descent->labels.arena) +
                  dominance_filter_bytes(descent->filter);
    return (region->label_limit == 0 || next->count <= region->label_limit) &&
           held <= descent->budget->memory_bytes;
}

// The lists that flow into one node of the next level, and by list the option of its arc.
static struct row_merge merge_into(const struct descent *descent, const struct inward *inward,
                                   uint32_t child, uint32_t **options, struct arena *work)
{
    const struct diagram *diagram = descent->diagram;
    uint32_t count = 0;
    for (uint32_t at = inward->last[child]; at > 0; at = inward->before[at - 1])
        count++;
    struct stream *streams = ARENA_ARRAY(work, struct stream, count);
    *options = ARENA_ARRAY(work, uint32_t, count);
    count = 0;
    for (uint32_t at = inward->last[child]; at > 0; at = inward->before[at - 1]) {
        const struct arc *arc = &diagram->arcs[inward->first_arc + at - 1];
        uint32_t node = inward->source[at - 1];
        (*options)[count] = arc->option;
        streams[count++] = (struct stream){
            &descent->labels, descent->packing.steps + (size_t)arc->value * descent->packing.words,
            descent->first[node], descent->first[node + 1]};
    }
    return row_merge_make(streams, count, descent->packing.words, work);
}

static size_t rows_in(const struct row_merge *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++)
        count += rows->streams[rows->order[i]].end - rows->streams[rows->order[i]].next;
    return count;
}

// Steps a candidate.
static uint64_t price_of(const struct descent *descent)
{
    uint64_t price = 1 + (descent->way_words + descent->keys.words) / 32;
    return descent->packing.width > FEW_COLUMNS ? 2 * price : price;
}

// Pays for so many candidates. What the filter looked at is owed until the level is done, so that a level
// that was begun is seldom given up for it.
static bool pay(struct descent *descent, uint64_t candidates)
{
    struct budget *budget = descent->budget;
    uint64_t owed = (dominance_filter_visits(descent->filter) - descent->visits) / VISITS_A_STEP;
    return budget_spend(budget, candidates * price_of(descent)) &&
           (owed <= OWED_MOST || owed <= budget->steps_left);
}

// What cannot be paid ends the budget, and nothing more is begun.
static void pay_what_is_owed(struct descent *descent)
{
    uint64_t visits = dominance_filter_visits(descent->filter);
    uint64_t owed = (visits - descent->visits) / VISITS_A_STEP;
    descent->visits = visits;
    (void)budget_spend(descent->budget, owed);
}

// Filters the candidates of one node (`child` within the next level) into the next labels.
static bool fill_node(struct descent *descent, const struct region *region,
                      const struct inward *inward, uint32_t child, struct table *next)
{
    uint32_t level = descent->level;
    uint32_t issue = descent->diagram->order[level];
    size_t row_bytes = descent->packing.words * sizeof(uint64_t);
    struct arena *work = arena_open();
    uint32_t *options;
    struct row_merge rows = merge_into(descent, inward, child, &options, work);
    struct gate gate = gate_make(descent, region, level + 1,
                                 descent->diagram->level_first[level + 1] + (size_t)child, work);
    dominance_filter_start(descent->filter, level + 1, rows_in(&rows));
    uint64_t *kept = NULL; // the label of the row in hand
    bool has_row = false;
    bool done = true;
    uint32_t s;
    for (size_t i = 1; done && !gate.is_shut && (s = row_merge_top(&rows)) != UINT32_MAX; i++) {
        const uint64_t *row = rows.heads + (size_t)s * descent->packing.words;
        const uint64_t *parent = label_row(descent, rows.streams[s].next) + descent->packing.words;
        struct label_candidate from = {parent, parent + descent->way_words, options[s]};
        if (has_row && memcmp(row, descent->row, row_bytes) == 0) {
            if (kept)
                join(descent, &from, issue, kept);
        } else {
            memcpy(descent->row, row, row_bytes);
            has_row = true;
            kept = NULL;
            if (passes(&gate, row) && dominance_filter_admits(descent->filter, row)) {
                append(descent, next, &from, issue);
                kept = table_at(next, next->count - 1);
            }
        }
        row_merge_pop(&rows);
        if (i % BATCH == 0)
            done = pay(descent, BATCH) && within_limits(descent, region, next);
    }
    arena_close(work);
    return done && pay(descent, 1) && within_limits(descent, region, next);
}

bool descent_step(struct descent *descent, const struct region *region)
{
    const struct diagram *diagram = descent->diagram;
    uint32_t level = descent->level;
    uint32_t nodes = diagram->level_first[level + 2] - diagram->level_first[level + 1];
    struct arena *work = arena_open();
    struct inward inward = inward_make(diagram, level, work);
    size_t *first = ARENA_ARRAY(work, size_t, nodes + 1);
    struct table *next = &descent->spare;
    next->count = 0;
    bool done = true;
    for (uint32_t child = 0; child < nodes && done; child++) {
        first[child] = next->count;
        done = fill_node(descent, region, &inward, child, next);
    }
    first[nodes] = next->count;
    memcpy(descent->first, first, ((size_t)nodes + 1) * sizeof *first);
    arena_close(work);
    struct table old = descent->labels;
    descent->labels = descent->spare;
    descent->spare = old;
    descent->level++;
    descent->is_stopped = !done;
    pay_what_is_owed(descent);
    return done;
}

uint64_t descent_step_cost(const struct descent *descent)
{
    const struct diagram *diagram = descent->diagram;
    uint32_t first_node = diagram->level_first[descent->level];
    uint32_t next_node = diagram->level_first[descent->level + 1];
    uint64_t candidates = diagram->level_first[descent->level + 2] - next_node;
    for (uint32_t n = first_node; n < next_node; n++)
        candidates += (uint64_t)(diagram->arc_first[n + 1] - diagram->arc_first[n]) *
                      (descent->first[n - first_node + 1] - descent->first[n - first_node]);
    return candidates * price_of(descent);
}

void descent_thin(struct descent *descent, const bool *keep)
{
    const struct diagram *diagram = descent->diagram;
    uint32_t nodes =
        diagram->level_first[descent->level + 1] - diagram->level_first[descent->level];
    size_t kept = 0;
    size_t at = 0;
    for (uint32_t n = 0; n < nodes; n++) {
        size_t end = descent->first[n + 1];
        descent->first[n] = kept;
        for (; at < end; at++)
            if (keep[at])
                memmove(table_at(&descent->labels, kept++), table_at(&descent->labels, at),
                        descent->labels.record_bytes);
    }
    descent->first[nodes] = kept;
    descent->labels.count = kept;
}
