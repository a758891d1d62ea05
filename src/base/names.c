// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

#include "base/list.h"

#include <assert.h>
#include <string.h>

struct name {
    struct str text;
    uint64_t hash;
};

// Open addressing, a power of two of slots, at most half of them taken; a slot holds number + 1.
struct names {
    struct arena *arena;
    struct list entries; // struct name
    uint32_t *slots;
    size_t slot_count;
};

#define FIRST_SLOTS ((size_t)64)

struct names *names_make(struct arena *arena)
{
    struct names *names = ARENA_NEW(arena, struct names);
    names->arena = arena;
    names->entries = LIST_MAKE(arena, struct name);
    names->slots = ARENA_ARRAY(arena, uint32_t, FIRST_SLOTS);
    names->slot_count = FIRST_SLOTS;
    return names;
}

// The slot that holds s, or the empty one where it would go.
static size_t slot_of(const struct names *names, struct str s, uint64_t hash)
{
    size_t mask = names->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    while (names->slots[slot] != 0) {
        const struct name *name = LIST_AT(&names->entries, struct name, names->slots[slot] - 1);
        if (name->hash == hash && str_equal(name->text, s))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void grow(struct names *names)
{
    names->slot_count *= 2;
    names->slots = ARENA_ARRAY(names->arena, uint32_t, names->slot_count);
    size_t mask = names->slot_count - 1;
    for (size_t i = 0; i < names->entries.count; i++) {
        size_t slot = (size_t)LIST_AT(&names->entries, struct name, i)->hash & mask;
        while (names->slots[slot] != 0)
            slot = (slot + 1) & mask;
        names->slots[slot] = (uint32_t)i + 1;
    }
}

uint32_t names_add(struct names *names, struct str s)
{
    uint64_t hash = str_hash(s);
    size_t slot = slot_of(names, s, hash);
    if (names->slots[slot] != 0)
        return names->slots[slot] - 1;
    assert(names->entries.count < NAMES_NONE - 1);
    *LIST_ADD(&names->entries, struct name) = (struct name){s, hash};
    names->slots[slot] = (uint32_t)names->entries.count;
    uint32_t number = names->slots[slot] - 1;
    if (names->entries.count * 2 > names->slot_count)
        grow(names);
    return number;
}

uint32_t names_find(const struct names *names, struct str s)
{
    size_t slot = slot_of(names, s, str_hash(s));
    return names->slots[slot] == 0 ? NAMES_NONE : names->slots[slot] - 1;
}

uint32_t names_count(const struct names *names)
{
    return (uint32_t)names->entries.count;
}

struct str names_at(const struct names *names, uint32_t number)
{
    return LIST_AT(&names->entries, struct name, number)->text;
}
