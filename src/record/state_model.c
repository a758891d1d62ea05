// SPDX-License-Identifier: Apache-2.0
#include "record/state_model.h"

#include "record/items.h"
#include "record/state_digest.h"

#include <string.h>

struct model_item {
    struct str kind;
    struct str id;
    struct str born;
    struct str last;
    struct hash value; // of its canonical text; of "null" once it is gone
};

struct state_model state_model_make(struct arena *arena)
{
    return (struct state_model){arena, names_make(arena), LIST_MAKE(arena, struct model_item)};
}

static struct str key_of(struct str kind, struct str id, struct arena *arena)
{
    char *key = arena_take(arena, kind.length + id.length + 1, 1);
    memcpy(key, kind.bytes, kind.length);
    key[kind.length] = '/';
    memcpy(key + kind.length + 1, id.bytes, id.length);
    return (struct str){key, kind.length + id.length + 1};
}

static struct model_item *item_at(struct state_model *model, const struct scanned_change *change)
{
    struct arena_mark mark = arena_mark(model->arena);
    struct str key = key_of(change->kind, change->id, model->arena);
    uint32_t number = names_add(model->names, key);
    if (number < model->all.count) {
        arena_rewind(model->arena, mark);
        return LIST_AT(&model->all, struct model_item, number);
    }
    struct model_item *item = LIST_ADD(&model->all, struct model_item);
    item->kind = str_slice(key, 0, change->kind.length);
    item->id = str_skip(key, change->kind.length + 1);
    return item;
}

void state_model_apply(struct state_model *model, const struct scanned_entry *entry,
                       struct str audience, uint64_t at)
{
    struct arena *arena = model->arena;
    struct str order = order_of(entry->time, audience, at, arena);
    for (size_t i = 0; i < entry->changes.count; i++) {
        const struct scanned_change *change = LIST_AT(&entry->changes, struct scanned_change, i);
        struct model_item *item = item_at(model, change);
        // Two orders differ before their ends, so the numbers behind them decide within one alone.
        int born = item->born.length == 0
                       ? -1
                       : str_compare(order, str_slice(item->born, 0, order.length));
        if (born < 0)
            item->born = birth_of(order, i, arena);
        if (str_compare(order, item->last) < 0)
            continue;
        item->last = order;
        item->value = state_value_hash(change->set.length > 0 ? change->set : STR("null"));
    }
}

static int compare_births(const void *a, const void *b)
{
    const struct model_item *const *first = a;
    const struct model_item *const *second = b;
    return str_compare((*first)->born, (*second)->born);
}

struct str state_model_text(const struct state_model *model, uint64_t public_count,
                            struct arena *arena)
{
    struct arena *scratch = arena_open();
    struct list sorted = LIST_MAKE(scratch, const struct model_item *);
    struct state_digest digest = state_digest_make(scratch);
    list_reserve(&sorted, model->all.count);
    bool is_sorted = true; // nearly always: logs are read from their start
    for (size_t i = 0; i < model->all.count; i++) {
        const struct model_item *item = LIST_AT(&model->all, struct model_item, i);
        is_sorted = is_sorted && (i == 0 || str_compare(item[-1].born, item->born) < 0);
        *LIST_ADD(&sorted, const struct model_item *) = item;
    }
    if (!is_sorted)
        list_sort(&sorted, compare_births);
    for (size_t i = 0; i < sorted.count; i++) {
        const struct model_item *item = *LIST_AT(&sorted, const struct model_item *, i);
        state_digest_set(&digest, i,
                         state_row_hash(item->kind, item->id, item->born, item->last, item->value));
    }
    struct str text = state_digest_text(&digest, public_count, arena);
    arena_close(scratch);
    return text;
}

static bool is_row_of(const struct state_model *model, const struct state_row *row,
                      struct arena *arena)
{
    uint32_t number = names_find(model->names, key_of(row->kind, row->id, arena));
    if (number == NAMES_NONE)
        return false;
    const struct model_item *item = LIST_AT(&model->all, struct model_item, number);
    return str_equal(row->born, item->born) && str_equal(row->last, item->last) &&
           hash_equal(state_value_hash(row->value), item->value);
}

bool state_model_is_stored(const struct state_model *model, struct store *store, bool *is_stored,
                           struct str *what, struct error *error)
{
    struct arena *arena = arena_open();
    struct arena_mark mark = arena_mark(arena);
    struct cursor cursor = cursor_open(store, CURSOR_STATE_ROWS, STR(""), 0);
    struct state_row row;
    size_t equal = 0;
    bool more = true;
    bool done;
    // The tables hold each item once at most, so that as many equal rows as items are all of them.
    while ((done = cursor_state(&cursor, &row, &more, error)) && more &&
           is_row_of(model, &row, arena)) {
        equal++;
        arena_rewind(arena, mark);
    }
    if (done && more)
        *what = arena_print(model->arena, "%.*s %.*s", STR_ARGS(str_slice(row.kind, 0, 40)),
                            STR_ARGS(str_slice(row.id, 0, 80)));
    else
        *what = STR("a row is missing");
    cursor_close(&cursor);
    arena_close(arena);
    if (done)
        *is_stored = !more && equal == model->all.count;
    return done;
}
