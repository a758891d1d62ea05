// SPDX-License-Identifier: Apache-2.0
// State: what the entries add up to. Items by kind and id, each one JSON object.

#ifndef ENTENTE_RECORD_ITEMS_H
#define ENTENTE_RECORD_ITEMS_H

#include "base/names.h"
#include "record/canon.h"
#include "record/store.h"

// The order of an entry among all logs, as text that compares by bytes:
// "2025-12-20T10:00:00Z 1 all 000000000012": time, rank of the audience, audience, index.
struct str order_of(struct str time, struct str audience, uint64_t at, struct arena *arena);
// The order of change number `number` of an entry: that of the entry, a space, six digits.
struct str birth_of(struct str order, size_t number, struct arena *arena);
struct str order_time(struct str order);
struct str order_audience(struct str order);
uint64_t order_at(struct str order);

// 1. born <= last. 2. value is NULL once the item is gone.
struct item {
    struct str kind;
    struct str id;
    const struct json *value; // an object
    struct str born; // order of the first change, and the number of the change in its entry
    struct str last; // order of the change that the value is from
    bool is_touched; // stands in items.touched
    bool is_lent;    // all that it says lies elsewhere, with items_share's `items`
    struct arena
        *own; // holds value and last since items_update brought them; NULL: items.arena does
};

struct items {
    struct arena *arena;
    struct names *names; // "kind\0id"
    struct list all;     // struct item, gone ones too; by number in `names`
    struct list touched; // size_t: numbers of items changed since items_settle, each once
    struct list retired; // struct arena *: what items_update replaced since items_reclaim
    struct list kinds;   // struct kind_count, in order of first sight
};

struct kind_count {
    struct str kind;
    size_t count; // of items that are not gone
};

struct items items_make(struct arena *arena);
// Gives back what items_update holds beside the arena. Not needed where it was never called.
void items_close(struct items *items);

// The same state in another arena, with nothing of what is past; every item counts as touched. What is lent
// stays so.
struct items items_copy(const struct items *items, struct arena *arena);
// The same, whose items say what they say where `items` has it, which must live as long; what items_update
// brought there is copied, as it may go. Nothing counts as touched.
struct items items_share(const struct items *items, struct arena *arena);

// The content of one open entry, read.
struct entry {
    struct str act;
    struct str by; // may be empty
    struct str time;
    const struct json *changes; // an array
};
// Errors: TAMPERED when the content is not an entry in canonical form
bool entry_read(struct str content, struct arena *arena, struct entry *entry,
                struct error *error) MUST_CHECK;

// Applies the changes of one entry, which must live as long as the arena. The order in which entries
// come does not matter: of two changes of one item the later one by `order` stays.
void items_apply(struct items *items, const struct entry *entry, struct str order);

// The same for a state that lives long: everything that stays is copied, the entry may go. What was
// replaced can be read until items_reclaim, so that memory does not grow with the number of entries.
void items_update(struct items *items, const struct entry *entry, struct str order);
void items_reclaim(struct items *items);

// Puts a state row back as it was. Errors: TAMPERED
bool items_restore(struct items *items, const struct state_row *row,
                   struct error *error) MUST_CHECK;
// Writes what was touched since the last call.
bool items_settle(struct items *items, struct store *store, struct error *error) MUST_CHECK;

// As if everything had been written.
void items_forget_touched(struct items *items);
// The item, or NULL when there is none or it is gone.
const struct item *items_find(const struct items *items, const char *kind, struct str id);
// The same, gone ones too, with its number in `all`; NULL when there never was such an item.
const struct item *items_at(const struct items *items, struct str kind, struct str id,
                            size_t *number);
// The item's value in canonical form, as its row has it: "null" once it is gone.
bool item_write(const struct item *item, struct builder *value, struct error *error) MUST_CHECK;
// How many items of a kind are not gone. Cost: O(kinds)
size_t items_count(const struct items *items, struct str kind);
// All items of a kind that are not gone, as they lie: const struct item *. Of a kind that has none this costs
// nothing.
struct list items_in_any_order(const struct items *items, const char *kind, struct arena *arena);
// All items of a kind that are not gone, in order of birth: const struct item *.
struct list items_of(const struct items *items, const char *kind, struct arena *arena);
// Which of a kind a mistyped id may mean, as the end of an error: "; \"plan\" may be meant", or nothing.
// Owner: arena
struct str items_meant(const struct items *items, const char *kind, struct str id,
                       struct arena *arena);

#endif
