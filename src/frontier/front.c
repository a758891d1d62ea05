// SPDX-License-Identifier: Apache-2.0
#include "frontier/front.h"

#include "bargain/wide.h"
#include "frontier/cover_pass.h"

#include <stdlib.h>
#include <string.h>

// The labels at the end of a descent: a record is a packed row, its number of outcomes, and the key
// of the first of them.
struct front_store {
    struct packing packing;
    struct outcome_keys keys;
    uint32_t way_words;
    uint32_t record_words;
    uint32_t level;
    const uint64_t *records;
};

void front_take(const struct descent *descent, struct arena *arena, struct front *front)
{
    const struct diagram *diagram = descent->diagram;
    *front = (struct front){.party_count = diagram->party_count};
    if (descent->labels.count == 0)
        return;
    struct front_store *made = ARENA_NEW(arena, struct front_store);
    size_t words = descent->labels.record_bytes / sizeof(uint64_t);
    uint64_t *records = ARENA_ARRAY(arena, uint64_t, descent->labels.count * words);
    for (size_t i = 0; i < descent->labels.count; i++)
        memcpy(records + i * words, label_row(descent, i), descent->labels.record_bytes);
    *made = (struct front_store){.packing = packing_make(diagram, arena),
                                 .keys = outcome_keys_make(diagram, arena),
                                 .way_words = descent->way_words,
                                 .record_words = (uint32_t)words,
                                 .level = descent->level,
                                 .records = records};
    front->store = made;
    front->count = descent->labels.count;
}

// A outcome as a record, found by going its way down the diagram.
static void write_record(const struct front_store *store, const struct diagram *diagram,
                         const uint32_t *outcome, uint64_t *record)
{
    uint64_t *key = record + store->packing.words + store->way_words;
    uint32_t node = 0;
    record[store->packing.words] = 1;
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        const struct arc *arc = &diagram->arcs[diagram->arc_first[node]];
        while (arc->option != outcome[level])
            arc++;
        for (uint32_t w = 0; w < store->packing.words; w++)
            record[w] += store->packing.steps[(size_t)arc->value * store->packing.words + w];
        outcome_key_set(&store->keys, key, diagram->order[level], arc->option);
        node = arc->child;
    }
}

struct placed {
    const struct front_store *store;
    uint64_t *record;
};

// Rows falling, then keys rising.
static int compare_placed(const void *a, const void *b)
{
    const struct front_store *store = ((const struct placed *)a)->store;
    const uint64_t *left = ((const struct placed *)a)->record;
    const uint64_t *right = ((const struct placed *)b)->record;
    for (uint32_t w = 0; w < store->packing.words; w++)
        if (left[w] != right[w])
            return left[w] > right[w] ? -1 : 1;
    for (uint32_t w = store->packing.words + store->way_words; w < store->record_words; w++)
        if (left[w] != right[w])
            return left[w] < right[w] ? -1 : 1;
    return 0;
}

// Copies the records that differ and are not beaten.
static size_t keep_unbeaten(const struct front_store *store, struct placed *placed, size_t count,
                            uint64_t *kept, struct arena *work)
{
    size_t row_bytes = store->packing.words * sizeof *kept;
    size_t kept_count = 0;
    struct dominance_filter *filter = dominance_filter_make(&store->packing, NULL, work);
    qsort(placed, count, sizeof *placed, compare_placed);
    dominance_filter_start(filter, store->level, count);
    for (size_t i = 0; i < count; i++)
        if ((i == 0 || memcmp(placed[i].record, placed[i - 1].record, row_bytes) != 0) &&
            dominance_filter_admits(filter, placed[i].record))
            memcpy(kept + store->record_words * kept_count++, placed[i].record,
                   store->record_words * sizeof *kept);
    dominance_filter_free(filter);
    return kept_count;
}

void front_of_outcomes(const struct diagram *diagram, uint32_t *const *outcomes, size_t count,
                       struct arena *arena, struct front *front)
{
    *front = (struct front){.party_count = diagram->party_count};
    if (count == 0)
        return;
    struct front_store *made = ARENA_NEW(arena, struct front_store);
    *made = (struct front_store){.packing = packing_make(diagram, arena),
                                 .keys = outcome_keys_make(diagram, arena),
                                 .way_words = (uint32_t)diagram->words,
                                 .level = diagram->level_count};
    made->record_words = made->packing.words + made->way_words + made->keys.words;
    struct arena *work = arena_open();
    struct placed *placed = ARENA_ARRAY(work, struct placed, count);
    uint64_t *kept = ARENA_ARRAY(arena, uint64_t, count * made->record_words);
    for (size_t i = 0; i < count; i++) {
        placed[i] = (struct placed){made, ARENA_ARRAY(work, uint64_t, made->record_words)};
        write_record(made, diagram, outcomes[i], placed[i].record);
    }
    front->count = keep_unbeaten(made, placed, count, kept, work);
    arena_close(work);
    made->records = kept;
    front->store = made;
}

bool front_find(const struct diagram *diagram, const struct region *region, struct budget *budget,
                struct arena *arena, struct front *front, struct error *error)
{
    *front = (struct front){.party_count = diagram->party_count};
    if (diagram_is_empty(diagram))
        return true;
    if (diagram->is_loose)
        return budget_stopped(error);
    struct descent *descent = descent_open(diagram, region->slack, budget);
    bool done = true;
    while (done && descent->level < diagram->level_count)
        done = descent_step(descent, region);
    if (done)
        front_take(descent, arena, front);
    descent_close(descent);
    return done || budget_stopped(error);
}

bool front_go_on(struct descent *descent, const struct region *region, struct budget *budget)
{
    uint32_t levels = descent->diagram->level_count;
    bool done = !descent->is_stopped;
    descent->budget = budget;
    if (!descent->knows_covers)
        descent->covers = covers_make(descent->diagram, descent->arena);
    descent->knows_covers = true;
    while (done && descent->level < levels) {
        done = descent_step_cost(descent) <= budget->steps_left && descent_step(descent, region);
        if (done && descent->covers)
            cover_pass(descent, descent->covers);
    }
    return done;
}

static const uint64_t *record_of(const struct front *front, size_t i)
{
    size_t at = front->picked ? front->picked[i] : i;
    return front->store->records + at * front->store->record_words;
}

uint32_t *front_outcome_by_level(const struct diagram *diagram, const uint32_t *outcome,
                                 struct arena *arena)
{
    uint32_t *made = ARENA_ARRAY(arena, uint32_t, diagram->level_count);
    for (uint32_t level = 0; level < diagram->level_count; level++) {
        uint32_t issue = diagram->order[level];
        made[level] = outcome[issue] - diagram->scenario->issues[issue].first;
    }
    return made;
}

const int64_t *front_point(const struct front *front, size_t i, int64_t *row)
{
    packing_unpack(&front->store->packing, front->store->level, record_of(front, i), row);
    return row;
}

void front_outcome(const struct front *front, size_t i, uint32_t *outcome)
{
    const struct front_store *from = front->store;
    const uint64_t *key = record_of(front, i) + from->packing.words + from->way_words;
    outcome_key_read(&from->keys, key, outcome);
}

struct str front_ways(const struct front *front, size_t i, struct arena *arena)
{
    const struct front_store *from = front->store;
    return wide_print(record_of(front, i) + from->packing.words, from->way_words, arena);
}

struct str front_all_ways(const struct front *front, struct arena *arena)
{
    if (front->count == 0)
        return STR("0");
    const struct front_store *from = front->store;
    struct arena *work = arena_open();
    uint64_t *sum = ARENA_ARRAY(work, uint64_t, from->way_words);
    for (size_t i = 0; i < front->count; i++)
        wide_add(sum, record_of(front, i) + from->packing.words, from->way_words);
    struct str digits = wide_print(sum, from->way_words, arena);
    arena_close(work);
    return digits;
}

// A floor in the terms of packed rows.
struct packed_floor {
    uint64_t row[SCENARIO_PARTIES_MAX];
    bool is_shut; // no point reaches it
};

static void pack_floor(const struct front *front, const int64_t *floor, struct packed_floor *packed)
{
    const struct front_store *store = front->store;
    packed->is_shut =
        front->count == 0 || !packing_floor(&store->packing, store->level, floor, packed->row);
}

static bool reaches(const struct front *front, size_t i, const struct packed_floor *packed)
{
    return packing_reaches(&front->store->packing, record_of(front, i), packed->row);
}

static size_t next_above(const struct front *front, size_t from, const struct packed_floor *packed)
{
    if (packed->is_shut)
        return front->count;
    while (from < front->count && !reaches(front, from, packed))
        from++;
    return from;
}

size_t front_next_above(const struct front *front, size_t from, const int64_t *floor)
{
    struct packed_floor packed;
    pack_floor(front, floor, &packed);
    return next_above(front, from, &packed);
}

struct front front_above(const struct front *front, const int64_t *floor, struct arena *arena)
{
    struct front above = *front;
    struct packed_floor packed;
    uint32_t *picked = ARENA_ARRAY(arena, uint32_t, front->count + 1);
    above.count = 0;
    pack_floor(front, floor, &packed);
    for (size_t i = next_above(front, 0, &packed); i < front->count;
         i = next_above(front, i + 1, &packed))
        picked[above.count++] = front->picked ? front->picked[i] : (uint32_t)i;
    above.picked = picked;
    return above;
}

bool front_is_whole(const struct front *above, const struct front *front)
{
    return !front->picked && above->store == front->store && above->count == front->count;
}

// Lifts the fields of a packed row to those of another.
static void lift_fields(const struct packing *packing, const uint64_t *row, uint64_t *most)
{
    for (uint32_t p = 0; p < packing->width; p++) {
        uint64_t field = packing_field(packing, row, p);
        uint64_t before = packing_field(packing, most, p);
        if (field > before)
            most[packing->word[p]] += (field - before) << packing->shift[p];
    }
}

bool front_most(const struct front *front, const int64_t *floor, int64_t *most)
{
    struct packed_floor packed = {.is_shut = front->count == 0};
    uint64_t highest[SCENARIO_PARTIES_MAX] = {0};
    bool found = false;
    if (floor)
        pack_floor(front, floor, &packed);
    for (size_t i = next_above(front, 0, &packed); i < front->count;
         i = next_above(front, i + 1, &packed)) {
        const struct packing *packing = &front->store->packing;
        if (!packing_reaches(packing, highest, record_of(front, i)))
            lift_fields(packing, record_of(front, i), highest);
        found = true;
    }
    if (found)
        packing_unpack(&front->store->packing, front->store->level, highest, most);
    return found;
}
