// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/slot_issuer.h"

static const uint32_t *wordings_held(const struct sheet *sheet, const struct sheet_slot *slot,
                                     struct arena *arena)
{
    uint32_t *held = ARENA_ARRAY(arena, uint32_t, sheet->party_count + 1);
    for (uint32_t w = 0; w < slot->wording_count; w++)
        for (uint32_t i = 0; i < slot->wordings[w].party_count; i++)
            held[slot->wordings[w].parties[i].number] = w;
    return held;
}

// The same parties stand together in both slots, and the same ones with the base.
static bool are_parted_alike(const struct issuer *issuer, uint32_t a, uint32_t b)
{
    const uint32_t *left = issuer->held[a];
    const uint32_t *right = issuer->held[b];
    for (uint32_t p = 0; p < issuer->sheet->party_count; p++) {
        if ((left[p] == 0) != (right[p] == 0))
            return false;
        for (uint32_t q = 0; q < p; q++)
            if ((left[p] == left[q]) != (right[p] == right[q]))
                return false;
    }
    return true;
}

static void join(const struct issuer *issuer, uint32_t a, uint32_t b)
{
    uint32_t first = issuer->leader[a];
    uint32_t other = issuer->leader[b];
    if (first == NO_INDEX || other == NO_INDEX || first == other)
        return;
    uint32_t least = first < other ? first : other;
    for (uint32_t s = 0; s < issuer->sheet->slot_count; s++)
        if (issuer->leader[s] == first || issuer->leader[s] == other)
            issuer->leader[s] = least;
}

struct issuer issuer_make(const struct sheet *sheet, struct arena *arena)
{
    uint32_t *leader = ARENA_ARRAY(arena, uint32_t, sheet->slot_count + 1);
    const uint32_t **held = ARENA_ARRAY(arena, const uint32_t *, sheet->slot_count + 1);
    for (uint32_t s = 0; s < sheet->slot_count; s++) {
        leader[s] = sheet_slot_agreed(sheet, &sheet->slots[s]) == NULL ? s : NO_INDEX;
        held[s] = wordings_held(sheet, &sheet->slots[s], arena);
    }
    struct issuer issuer = {sheet, arena, leader, held};
    for (uint32_t s = 1; s < sheet->slot_count; s++)
        if (sheet->slots[s].point == sheet->slots[s - 1].point &&
            are_parted_alike(&issuer, s - 1, s))
            join(&issuer, s - 1, s);
    for (uint32_t m = 0; m < sheet->move_count; m++)
        join(&issuer, sheet->moves[m].from_slot, sheet->moves[m].to_slot);
    return issuer;
}

bool issuer_holds(const struct issuer *issuer, const struct list *slots, uint32_t party,
                  const uint32_t *option)
{
    for (size_t i = 0; i < slots->count; i++)
        if (issuer->held[*LIST_AT(slots, uint32_t, i)][party] != option[i])
            return false;
    return true;
}

struct list issuer_options(const struct issuer *issuer, const struct list *slots)
{
    struct list options = LIST_MAKE(issuer->arena, const uint32_t *);
    *LIST_ADD(&options, const uint32_t *) = ARENA_ARRAY(issuer->arena, uint32_t, slots->count);
    for (uint32_t p = 0; p < issuer->sheet->party_count; p++) {
        bool is_known = false;
        for (size_t o = 0; o < options.count && !is_known; o++)
            is_known = issuer_holds(issuer, slots, p, *LIST_AT(&options, const uint32_t *, o));
        if (is_known)
            continue;
        uint32_t *option = ARENA_ARRAY(issuer->arena, uint32_t, slots->count);
        for (size_t i = 0; i < slots->count; i++)
            option[i] = issuer->held[*LIST_AT(slots, uint32_t, i)][p];
        *LIST_ADD(&options, const uint32_t *) = option;
    }
    return options;
}

struct list issuer_slots(const struct issuer *issuer, uint32_t leader)
{
    struct list slots = LIST_MAKE(issuer->arena, uint32_t);
    for (uint32_t s = leader; s < issuer->sheet->slot_count; s++)
        if (issuer->leader[s] == leader)
            *LIST_ADD(&slots, uint32_t) = s;
    return slots;
}

uint32_t issuer_number(const struct issuer *issuer, uint32_t leader)
{
    uint32_t number = 0;
    for (uint32_t s = 0; s < leader; s++)
        number += issuer->leader[s] == s;
    return number;
}
