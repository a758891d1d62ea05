// SPDX-License-Identifier: Apache-2.0
#include "base/names.h"

#include "base/eights.h"
#include "base/list.h"

#include <assert.h>
#include <string.h>

// Most are words, which their first eight bytes tell apart without a look at the text.
struct name {
    struct str text;
    uint64_t start;
};

// Of a name's numerals, those that are known to be taken: from .. to - 1.
struct name_numerals {
    uint32_t from, to;
};

// The lower half of the hash tells nearly all wrong names apart, and says where the slot belongs.
struct name_slot {
    uint32_t tag;
    uint32_t number; // + 1; 0: free
};

// Open addressing, a power of two of slots, at most half of them taken.
struct names {
    struct arena *arena;
    struct list entries;  // struct name
    struct list numerals; // struct name_numerals of as many entries as have been asked for
    struct name_slot *slots;
    size_t slot_count;
};

#define FIRST_SLOTS ((size_t)64)

struct names *names_make(struct arena *arena)
{
    struct names *names = ARENA_NEW(arena, struct names);
    names->arena = arena;
    names->entries = LIST_MAKE(arena, struct name);
    names->numerals = LIST_MAKE(arena, struct name_numerals);
    names->slots = ARENA_ARRAY(arena, struct name_slot, FIRST_SLOTS);
    names->slot_count = FIRST_SLOTS;
    return names;
}

static uint64_t start_of(struct str s)
{
    return eight_of(s.bytes, s.length < 8 ? s.length : 8);
}

static bool is_text_of(const struct name *name, struct str s, uint64_t start)
{
    return name->text.length == s.length && name->start == start &&
           (s.length <= 8 || memcmp(name->text.bytes + 8, s.bytes + 8, s.length - 8) == 0);
}

// The slot that holds s, or the empty one where it would go.
static size_t slot_of(const struct names *names, struct str s, uint32_t tag)
{
    size_t mask = names->slot_count - 1;
    size_t slot = tag & mask;
    const struct name *entries = LIST_ITEMS(&names->entries, struct name);
    uint64_t start = start_of(s);
    for (; names->slots[slot].number != 0; slot = (slot + 1) & mask)
        if (names->slots[slot].tag == tag &&
            is_text_of(&entries[names->slots[slot].number - 1], s, start))
            break;
    return slot;
}

static void grow(struct names *names)
{
    const struct name_slot *old = names->slots;
    size_t old_count = names->slot_count;
    names->slot_count *= 2;
    names->slots = ARENA_ARRAY(names->arena, struct name_slot, names->slot_count);
    size_t mask = names->slot_count - 1;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].number == 0)
            continue;
        size_t slot = old[i].tag & mask;
        while (names->slots[slot].number != 0)
            slot = (slot + 1) & mask;
        names->slots[slot] = old[i];
    }
}

uint32_t names_add(struct names *names, struct str s)
{
    uint32_t tag = (uint32_t)str_hash(s);
    size_t slot = slot_of(names, s, tag);
    if (names->slots[slot].number != 0)
        return names->slots[slot].number - 1;
    assert(names->entries.count < NAMES_NONE - 1);
    *LIST_ADD(&names->entries, struct name) = (struct name){s, start_of(s)};
    uint32_t number = (uint32_t)names->entries.count - 1;
    names->slots[slot] = (struct name_slot){tag, number + 1};
    if (names->entries.count * 2 > names->slot_count)
        grow(names);
    return number;
}

uint32_t names_find(const struct names *names, struct str s)
{
    size_t slot = slot_of(names, s, (uint32_t)str_hash(s));
    // A free slot's 0 becomes NAMES_NONE.
    return names->slots[slot].number - 1;
}

static struct name_numerals *numerals_of(struct names *names, uint32_t number)
{
    while (names->numerals.count <= number)
        *LIST_ADD(&names->numerals, struct name_numerals) = (struct name_numerals){0, 0};
    return LIST_AT(&names->numerals, struct name_numerals, number);
}

struct str names_add_numbered(struct names *names, struct str name, char separator, uint32_t first)
{
    uint32_t number = names_find(names, name);
    if (number == NAMES_NONE) {
        names_add(names, name);
        return name;
    }
    struct name_numerals *numerals = numerals_of(names, number);
    struct str tried;
    uint32_t n = first;
    for (;; n++) {
        if (n >= numerals->from && n < numerals->to)
            n = numerals->to;
        tried = arena_print(names->arena, "%.*s%c%u", STR_ARGS(name), separator, n);
        if (names_find(names, tried) == NAMES_NONE)
            break;
    }
    bool is_joined = first >= numerals->from && first <= numerals->to && numerals->to > 0;
    *numerals = (struct name_numerals){is_joined ? numerals->from : first, n + 1};
    names_add(names, tried);
    return tried;
}

uint32_t names_count(const struct names *names)
{
    return (uint32_t)names->entries.count;
}

struct str names_at(const struct names *names, uint32_t number)
{
    return LIST_AT(&names->entries, struct name, number)->text;
}
