// SPDX-License-Identifier: Apache-2.0
#include "casefile/marks.h"

#include "record/scan.h"

#include <stdlib.h>

// Walks one log with a memory that each entry leaves empty.
struct mark_walk {
    struct casefile *casefile;
    struct str slot;
    struct arena *arena;
    struct arena *scratch;
};

static bool has_slot(const struct list *slots, struct str slot)
{
    // Changes about one slot stand side by side.
    return slots->count > 0 && str_equal(*LIST_AT(slots, struct str, slots->count - 1), slot);
}

static void mark_change(const struct mark_walk *walk, const struct scanned_change *change,
                        struct entry_mark *mark)
{
    bool is_slot = str_equal(change->kind, STR("slot"));
    struct str slot = is_slot ? change->id : scanned_text(change->set, STR("slot"), walk->scratch);
    bool is_wanted = walk->slot.length == 0 || str_equal(slot, walk->slot);
    if (slot.length > 0 && is_wanted && !has_slot(&mark->slots, slot))
        *LIST_ADD(&mark->slots, struct str) = arena_copy(walk->arena, slot);
    if (!is_slot && mark->party.length == 0)
        mark->party =
            arena_copy(walk->arena, scanned_text(change->set, STR("party"), walk->scratch));
}

static void mark_entry(const struct mark_walk *walk, const struct entry_row *row,
                       const struct scanned_entry *entry, struct entry_mark *mark)
{
    struct arena *arena = walk->arena;
    *mark = (struct entry_mark){.audience = arena_copy(arena, row->audience),
                                .at = row->at,
                                .time = arena_copy(arena, entry->time),
                                .act = arena_copy(arena, entry->act),
                                .by = arena_copy(arena, entry->by),
                                .slots = LIST_MAKE(arena, struct str)};
    mark->order = order_of(mark->time, mark->audience, mark->at, arena);
    for (size_t i = 0; i < entry->changes.count; i++)
        mark_change(walk, LIST_AT(&entry->changes, struct scanned_change, i), mark);
}

static bool mark_row(const struct mark_walk *walk, const struct entry_row *row, struct list *marks,
                     struct error *error)
{
    const struct casefile *casefile = walk->casefile;
    struct scanned_entry entry;
    struct str plain;
    if (!casefile_content(casefile, row, walk->scratch, &plain))
        return true;
    if (!entry_scan(plain, walk->scratch, &entry))
        return error_at(error, TAMPERED, place_of(casefile->record.case_id),
                        "entry %llu of %.*s cannot be read", (unsigned long long)row->at,
                        STR_ARGS(row->audience));
    if (!casefile_is_past(casefile, entry.time))
        mark_entry(walk, row, &entry, LIST_ADD(marks, struct entry_mark));
    return true;
}

static bool mark_log(const struct mark_walk *walk, struct str audience, uint64_t from,
                     struct list *marks, struct error *error)
{
    struct cursor cursor = cursor_open(walk->casefile->store, CURSOR_ENTRIES, audience, from);
    struct entry_row row;
    bool more = true;
    bool done;
    while ((done = cursor_entry(&cursor, &row, &more, error)) && more) {
        done = mark_row(walk, &row, marks, error);
        arena_rewind(walk->scratch, (struct arena_mark){NULL, 0});
        if (!done)
            break;
    }
    cursor_close(&cursor);
    return done;
}

static int compare_marks(const void *a, const void *b)
{
    return str_compare(((const struct entry_mark *)a)->order,
                       ((const struct entry_mark *)b)->order);
}

bool casefile_marks(struct casefile *casefile, const struct list *known, struct str slot,
                    struct arena *arena, struct list *marks, struct error *error)
{
    struct list heads;
    struct mark_walk walk = {casefile, slot, arena, arena_open()};
    *marks = LIST_MAKE(arena, struct entry_mark);
    bool done = store_heads(casefile->store, arena, &heads, error);
    for (size_t i = 0; done && i < heads.count; i++) {
        const struct head_row *head = LIST_AT(&heads, struct head_row, i);
        uint64_t from = casefile_known(known, head->audience);
        if (from < head->size && casefile_may_see(casefile, head->audience))
            done = mark_log(&walk, head->audience, from, marks, error);
    }
    arena_close(walk.scratch);
    if (done && marks->count > 1)
        qsort(marks->items, marks->count, sizeof(struct entry_mark), compare_marks);
    return done;
}

// Behind the last entry of a log that the viewer may read.
static bool size_seen(struct casefile *casefile, struct str audience, uint64_t *size,
                      struct error *error)
{
    struct arena *arena = arena_open();
    struct mark_walk walk = {casefile, STR("\n"), arena, arena_open()};
    struct list marks = LIST_MAKE(arena, struct entry_mark);
    bool done = mark_log(&walk, audience, 0, &marks, error);
    *size = 0;
    if (done && marks.count > 0)
        *size = LIST_AT(&marks, struct entry_mark, marks.count - 1)->at + 1;
    arena_close(walk.scratch);
    arena_close(arena);
    return done;
}

bool casefile_sizes(struct casefile *casefile, struct arena *arena, struct list *sizes,
                    struct error *error)
{
    struct list heads;
    *sizes = LIST_MAKE(arena, struct log_read);
    if (!store_heads(casefile->store, arena, &heads, error))
        return false;
    for (size_t i = 0; i < heads.count; i++) {
        const struct head_row *head = LIST_AT(&heads, struct head_row, i);
        struct log_read log = {head->audience, head->size};
        if (!casefile_may_see(casefile, head->audience))
            continue;
        bool is_whole =
            casefile->view.as_of.length == 0 && casefile_may_count(casefile, head->audience);
        if (!is_whole && !size_seen(casefile, head->audience, &log.size, error))
            return false;
        if (log.size > 0)
            *LIST_ADD(sizes, struct log_read) = log;
    }
    return true;
}
