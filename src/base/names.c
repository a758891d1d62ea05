// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

#include "base/eights.h"
#include "base/list.h"

#include <assert.h>
#include <string.h>

struct name {
    struct str text;
    uint64_t hash;
};

// The hash's upper half tells nearly all wrong names apart without a look at them.
struct name_slot {
    uint32_t tag;
    uint32_t number; // + 1; 0: free
};

// Open addressing, a power of two of slots, at most half of them taken.
struct names {
    struct arena *arena;
    struct list entries; // struct name
    struct name_slot *slots;
    size_t slot_count;
};

#define FIRST_SLOTS ((size_t)64)

struct names *names_make(struct arena *arena)
{
    struct names *names = ARENA_NEW(arena, struct names);
    names->arena = arena;
    names->entries = LIST_MAKE(arena, struct name);
    names->slots = ARENA_ARRAY(arena, struct name_slot, FIRST_SLOTS);
    names->slot_count = FIRST_SLOTS;
    return names;
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

// Nearly all are words: eight bytes at a time cost less than a call.
static bool same_text(struct str a, struct str b)
{
    if (a.length != b.length)
        return false;
    size_t at = 0;
    for (; at + 8 <= a.length; at += 8)
        if (eight_at(a.bytes + at) != eight_at(b.bytes + at))
            return false;
    for (; at < a.length; at++)
        if (a.bytes[at] != b.bytes[at])
            return false;
    return true;
}

// The slot that holds s, or the empty one where it would go.
static size_t slot_of(const struct names *names, struct str s, uint64_t hash)
{
    size_t mask = names->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    const struct name *entries = LIST_ITEMS(&names->entries, struct name);
    uint32_t tag = tag_of(hash);
    for (; names->slots[slot].number != 0; slot = (slot + 1) & mask)
        if (names->slots[slot].tag == tag &&
            same_text(entries[names->slots[slot].number - 1].text, s))
            break;
    return slot;
}

static void grow(struct names *names)
{
    names->slot_count *= 2;
    names->slots = ARENA_ARRAY(names->arena, struct name_slot, names->slot_count);
    size_t mask = names->slot_count - 1;
    for (size_t i = 0; i < names->entries.count; i++) {
        uint64_t hash = LIST_AT(&names->entries, struct name, i)->hash;
        size_t slot = (size_t)hash & mask;
        while (names->slots[slot].number != 0)
            slot = (slot + 1) & mask;
        names->slots[slot] = (struct name_slot){tag_of(hash), (uint32_t)i + 1};
    }
}

uint32_t names_add(struct names *names, struct str s)
{
    uint64_t hash = str_hash(s);
    size_t slot = slot_of(names, s, hash);
    if (names->slots[slot].number != 0)
        return names->slots[slot].number - 1;
    assert(names->entries.count < NAMES_NONE - 1);
    *LIST_ADD(&names->entries, struct name) = (struct name){s, hash};
    uint32_t number = (uint32_t)names->entries.count - 1;
    names->slots[slot] = (struct name_slot){tag_of(hash), number + 1};
    if (names->entries.count * 2 > names->slot_count)
        grow(names);
    return number;
}

uint32_t names_find(const struct names *names, struct str s)
{
    size_t slot = slot_of(names, s, str_hash(s));
    // A free slot's 0 becomes NAMES_NONE.
    return names->slots[slot].number - 1;
}

uint32_t names_count(const struct names *names)
{
    return (uint32_t)names->entries.count;
}

struct str names_at(const struct names *names, uint32_t number)
{
    return LIST_AT(&names->entries, struct name, number)->text;
}
