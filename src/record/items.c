// SPDX-License-Identifier: Apache-2.0
#include "record/items.h"

#include "base/checked.h"
#include "base/near.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

// Who can see less stands first: an entry for all may speak of what is public, not the other way.
static int rank_of(struct str audience)
{
    if (str_equal(audience, STR("public")))
        return 0;
    if (str_equal(audience, STR("all")))
        return 1;
    if (str_starts_with(audience, STR("group:")))
        return 2;
    return str_equal(audience, STR("mediator")) ? 3 : 4;
}

// Digits with zeros before them, into as many bytes as there are to be.
static void put_digits(char *out, size_t digits, uint64_t number)
{
    for (size_t i = digits; i > 0; i--, number /= 10)
        out[i - 1] = (char)('0' + number % 10);
}

// Written by hand, both: a whole record asks for as many as it has entries.
struct str order_of(struct str time, struct str audience, uint64_t at, struct arena *arena)
{
    enum { INDEX_DIGITS = 12 };
    if (at >= 1000000000000)
        return arena_print(arena, "%.*s %d %.*s %" PRIu64, STR_ARGS(time), rank_of(audience),
                           STR_ARGS(audience), at);
    size_t length = time.length + 3 + audience.length + 1 + INDEX_DIGITS;
    char *order = arena_take(arena, length + 1, 1);
    char *next = order;
    if (time.length > 0)
        memcpy(next, time.bytes, time.length);
    next += time.length;
    *next++ = ' ';
    *next++ = (char)('0' + rank_of(audience));
    *next++ = ' ';
    if (audience.length > 0)
        memcpy(next, audience.bytes, audience.length);
    next += audience.length;
    *next++ = ' ';
    put_digits(next, INDEX_DIGITS, at);
    order[length] = '\0';
    return (struct str){order, length};
}

struct str birth_of(struct str order, size_t number, struct arena *arena)
{
    enum { NUMBER_DIGITS = 6 };
    if (number >= 1000000)
        return arena_print(arena, "%.*s %zu", STR_ARGS(order), number);
    size_t length = order.length + 1 + NUMBER_DIGITS;
    char *birth = arena_take(arena, length + 1, 1);
    if (order.length > 0)
        memcpy(birth, order.bytes, order.length);
    birth[order.length] = ' ';
    put_digits(birth + order.length + 1, NUMBER_DIGITS, number);
    birth[length] = '\0';
    return (struct str){birth, length};
}

struct str order_time(struct str order)
{
    return str_slice(order, 0, str_find_byte(order, ' '));
}

// The word at this index; words are parted by one space.
static struct str word_of(struct str text, size_t index)
{
    struct str word = {NULL, 0};
    for (size_t i = 0; i <= index; i++)
        if (!str_cut(&text, ' ', &word))
            return (struct str){NULL, 0};
    return word;
}

struct str order_audience(struct str order)
{
    return word_of(order, 2);
}

uint64_t order_at(struct str order)
{
    int64_t at;
    return checked_parse(word_of(order, 3), &at) && at >= 0 ? (uint64_t)at : 0;
}

struct items items_make(struct arena *arena)
{
    return (struct items){arena,
                          names_make(arena),
                          LIST_MAKE(arena, struct item),
                          LIST_MAKE(arena, size_t),
                          LIST_MAKE(arena, struct arena *),
                          LIST_MAKE(arena, struct kind_count)};
}

void items_reclaim(struct items *items)
{
    for (size_t i = 0; i < items->retired.count; i++)
        arena_close(*LIST_AT(&items->retired, struct arena *, i));
    list_cut(&items->retired, 0);
}

void items_close(struct items *items)
{
    items_reclaim(items);
    for (size_t i = 0; i < items->all.count; i++)
        arena_close(LIST_AT(&items->all, struct item, i)->own);
}

bool entry_read(struct str content, struct arena *arena, struct entry *entry, struct error *error)
{
    const struct json *value;
    if (!canon_read(STR("entry"), content, arena, &value, error))
        return false;
    struct entry read = {json_text(value, "act"), json_text(value, "by"), json_text(value, "time"),
                         json_member(value, "changes")};
    bool is_entry = read.act.length > 0 && read.time.length > 0 && read.changes &&
                    read.changes->kind == JSON_ARRAY;
    for (size_t i = 0; is_entry && i < read.changes->count; i++) {
        const struct json *change = &read.changes->items[i];
        const struct json *set = json_member(change, "set");
        const struct json *gone = json_member(change, "gone");
        is_entry = json_text(change, "kind").length > 0 && json_text(change, "id").length > 0 &&
                   (set ? set->kind == JSON_OBJECT && !gone : gone != NULL);
    }
    if (!is_entry)
        return error_set(error, TAMPERED, "the entry lacks act, time or changes");
    *entry = read;
    return true;
}

static struct str key_of(struct str kind, struct str id, struct arena *arena)
{
    char *key = arena_take(arena, kind.length + id.length + 1, 1);
    if (kind.length > 0)
        memcpy(key, kind.bytes, kind.length);
    key[kind.length] = '/';
    if (id.length > 0)
        memcpy(key + kind.length + 1, id.bytes, id.length);
    return (struct str){key, kind.length + id.length + 1};
}

// An item of the same kind and id, which lie where `from` has them.
static struct item *lent_item(struct items *items, const struct item *from)
{
    // As key_of laid them, one behind the other.
    struct str key = {from->kind.bytes, from->kind.length + 1 + from->id.length};
    (void)names_add(items->names, key);
    struct item *item = LIST_ADD(&items->all, struct item);
    *item = (struct item){.kind = from->kind, .id = from->id, .is_lent = true};
    return item;
}

// The item, made when there is none yet; a new one is gone and older than anything.
static struct item *item_at(struct items *items, struct str kind, struct str id)
{
    struct arena_mark mark = arena_mark(items->arena);
    struct str key = key_of(kind, id, items->arena);
    uint32_t number = names_add(items->names, key);
    if (number < items->all.count) {
        arena_rewind(items->arena, mark);
        return LIST_AT(&items->all, struct item, number);
    }
    struct item *item = LIST_ADD(&items->all, struct item);
    item->kind = str_slice(key, 0, kind.length);
    item->id = str_skip(key, kind.length + 1);
    return item;
}

static struct kind_count *kind_at(const struct items *items, struct str kind)
{
    for (size_t i = 0; i < items->kinds.count; i++) {
        struct kind_count *known = LIST_AT(&items->kinds, struct kind_count, i);
        if (str_equal(known->kind, kind))
            return known;
    }
    return NULL;
}

size_t items_count(const struct items *items, struct str kind)
{
    const struct kind_count *known = kind_at(items, kind);
    return known ? known->count : 0;
}

// Gives an item its value, NULL when it goes, and keeps count of its kind.
static void set_value(struct items *items, struct item *item, const struct json *value)
{
    struct kind_count *known = kind_at(items, item->kind);
    if (!known) {
        known = LIST_ADD(&items->kinds, struct kind_count);
        known->kind = item->kind;
    }
    if (!item->value && value)
        known->count++;
    else if (item->value && !value)
        known->count--;
    item->value = value;
}

static void touch(struct items *items, struct item *item)
{
    if (item->is_touched)
        return;
    item->is_touched = true;
    *LIST_ADD(&items->touched, size_t) = (size_t)(item - LIST_ITEMS(&items->all, struct item));
}

// The item that change number i of an entry is about, its birth noted; *is_newer says whether the
// change is at least as late as what the item now is.
static struct item *changed_item(struct items *items, const struct json *change, size_t i,
                                 struct str order, bool *is_newer)
{
    struct item *item = item_at(items, json_text(change, "kind"), json_text(change, "id"));
    struct arena_mark mark = arena_mark(items->arena);
    struct str born = birth_of(order, i, items->arena);
    if (item->born.length == 0 || str_compare(born, item->born) < 0)
        item->born = born;
    else
        arena_rewind(items->arena, mark);
    *is_newer = str_compare(order, item->last) >= 0;
    touch(items, item);
    return item;
}

void items_apply(struct items *items, const struct entry *entry, struct str order)
{
    for (size_t i = 0; i < entry->changes->count; i++) {
        const struct json *change = &entry->changes->items[i];
        bool is_newer;
        struct item *item = changed_item(items, change, i, order, &is_newer);
        if (!is_newer)
            continue;
        item->last = order;
        item->is_lent = false;
        set_value(items, item, json_member(change, "set"));
    }
}

// Copies what an item now is into `arena`.
static void copy_version(struct items *items, struct item *item, const struct json *set,
                         struct str order, struct arena *arena)
{
    struct json *value = NULL;
    if (set) {
        value = ARENA_NEW(arena, struct json);
        *value = json_copy(set, arena);
    }
    item->last = arena_copy(arena, order);
    item->is_lent = false;
    set_value(items, item, value);
}

// The first version of an item lies with the others, each later one in memory of its own.
static void renew(struct items *items, struct item *item, const struct json *set, struct str order)
{
    if (item->last.length == 0) {
        copy_version(items, item, set, order, items->arena);
        return;
    }
    struct arena *own = arena_open_small();
    copy_version(items, item, set, order, own);
    if (item->own)
        *LIST_ADD(&items->retired, struct arena *) = item->own;
    item->own = own;
}

void items_update(struct items *items, const struct entry *entry, struct str order)
{
    for (size_t i = 0; i < entry->changes->count; i++) {
        const struct json *change = &entry->changes->items[i];
        bool is_newer;
        struct item *item = changed_item(items, change, i, order, &is_newer);
        if (is_newer)
            renew(items, item, json_member(change, "set"), order);
    }
}

static void lend_item(struct items *items, const struct item *from)
{
    struct item *to = lent_item(items, from);
    to->born = from->born;
    to->last = from->last;
    if (from->value)
        set_value(items, to, from->value);
}

static void copy_item(struct items *items, const struct item *from)
{
    struct item *to = item_at(items, from->kind, from->id);
    to->born = arena_copy(items->arena, from->born);
    to->last = arena_copy(items->arena, from->last);
    if (!from->value)
        return;
    struct json *value = ARENA_NEW(items->arena, struct json);
    *value = json_copy(from->value, items->arena);
    set_value(items, to, value);
}

struct items items_copy(const struct items *items, struct arena *arena)
{
    struct items copy = items_make(arena);
    for (size_t i = 0; i < items->all.count; i++) {
        const struct item *from = LIST_AT(&items->all, struct item, i);
        if (from->is_lent)
            lend_item(&copy, from);
        else
            copy_item(&copy, from);
        touch(&copy, LIST_AT(&copy.all, struct item, i));
    }
    return copy;
}

struct items items_share(const struct items *items, struct arena *arena)
{
    struct items shared = items_make(arena);
    for (size_t i = 0; i < items->all.count; i++) {
        const struct item *from = LIST_AT(&items->all, struct item, i);
        if (from->own)
            copy_item(&shared, from);
        else
            lend_item(&shared, from);
    }
    return shared;
}

bool items_restore(struct items *items, const struct state_row *row, struct error *error)
{
    const struct json *value;
    if (!json_read(STR("state"), arena_copy(items->arena, row->value), &input_limits_default,
                   items->arena, &value, error))
        return false;
    struct item *item = item_at(items, row->kind, row->id);
    item->born = arena_copy(items->arena, row->born);
    item->last = arena_copy(items->arena, row->last);
    set_value(items, item, value->kind == JSON_OBJECT ? value : NULL);
    return true;
}

bool item_write(const struct item *item, struct builder *value, struct error *error)
{
    if (item->value)
        return canon_write(item->value, value, error);
    builder_add_c(value, "null");
    return true;
}

// The item as its row; the value's text lives in the arena.
static bool row_of(const struct item *item, struct arena *arena, struct state_row *row,
                   struct error *error)
{
    struct builder value = builder_make(arena);
    if (!item_write(item, &value, error))
        return false;
    *row = (struct state_row){item->kind, item->id, item->born, item->last, builder_str(&value)};
    return true;
}

static bool write_item(const struct item *item, struct store *store, struct error *error)
{
    struct arena *arena = arena_open();
    struct state_row row;
    bool done = row_of(item, arena, &row, error) && store_set_state(store, &row, error);
    arena_close(arena);
    return done;
}

void items_forget_touched(struct items *items)
{
    for (size_t i = 0; i < items->touched.count; i++)
        LIST_AT(&items->all, struct item, *LIST_AT(&items->touched, size_t, i))->is_touched = false;
    list_cut(&items->touched, 0);
}

bool items_settle(struct items *items, struct store *store, struct error *error)
{
    for (size_t i = 0; i < items->touched.count; i++) {
        size_t number = *LIST_AT(&items->touched, size_t, i);
        if (!write_item(LIST_AT(&items->all, struct item, number), store, error))
            return false;
    }
    items_forget_touched(items);
    return true;
}

const struct item *items_at(const struct items *items, struct str kind, struct str id,
                            size_t *number)
{
    struct arena *arena = arena_open_small();
    uint32_t found = names_find(items->names, key_of(kind, id, arena));
    arena_close(arena);
    if (found == NAMES_NONE)
        return NULL;
    *number = found;
    return LIST_AT(&items->all, struct item, found);
}

const struct item *items_find(const struct items *items, const char *kind, struct str id)
{
    size_t number;
    const struct item *item = items_at(items, str_of(kind), id, &number);
    return item && item->value ? item : NULL;
}

static int compare_births(const void *a, const void *b)
{
    const struct item *const *first = a;
    const struct item *const *second = b;
    return str_compare((*first)->born, (*second)->born);
}

struct list items_in_any_order(const struct items *items, const char *kind, struct arena *arena)
{
    struct str wanted = str_of(kind);
    size_t left = items_count(items, wanted);
    struct list found = LIST_MAKE(arena, const struct item *);
    for (size_t i = 0; left > 0 && i < items->all.count; i++) {
        const struct item *item = LIST_AT(&items->all, struct item, i);
        if (!item->value || !str_equal(item->kind, wanted))
            continue;
        *LIST_ADD(&found, const struct item *) = item;
        left--;
    }
    return found;
}

struct list items_of(const struct items *items, const char *kind, struct arena *arena)
{
    struct list found = items_in_any_order(items, kind, arena);
    if (found.count > 1)
        qsort(found.items, found.count, sizeof(const struct item *), compare_births);
    return found;
}

struct str items_meant(const struct items *items, const char *kind, struct str id,
                       struct arena *arena)
{
    struct list all = items_of(items, kind, arena);
    struct str *ids = ARENA_ARRAY(arena, struct str, all.count + 1);
    for (size_t i = 0; i < all.count; i++)
        ids[i] = (*LIST_AT(&all, const struct item *, i))->id;
    return near_meant(id, ids, all.count, arena);
}
