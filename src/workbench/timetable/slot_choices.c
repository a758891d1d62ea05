// SPDX-License-Identifier: Apache-2.0
// From variants that exclude each other back to the wordings of the sheet's slots.
#include "base/list.h"
#include "workbench/timetable/slot_limits.h"
#include "workbench/timetable/slot_reading.h"

// An exclusion of many groups, each reached in many ways, is told in so many sets at most.
#define SETS_MAX 256

static bool has_limit(const struct rival_variant *variant, uint32_t limit)
{
    for (uint32_t i = 0; i < variant->limit_count; i++)
        if (variant->limits[i] == limit)
            return true;
    return false;
}

// One group of an exclusion: which of its combinations bring about what the contradiction needs.
struct expanding {
    const struct slot_group *group;
    bool *is_bad; // by combination
    struct arena *arena;
    struct list *sets; // struct slot_choices
};

static uint32_t wording_of(const struct slot_group *group, uint32_t combination, uint32_t s)
{
    return group->wordings[combination * group->slot_count + s];
}

// Whether all combinations that agree with this one in the slots that are kept are bad too.
static bool is_enough(const struct expanding *e, uint32_t combination, const bool *is_kept)
{
    for (uint32_t c = 0; c < e->group->combination_count; c++) {
        bool agrees = true;
        for (uint32_t s = 0; s < e->group->slot_count; s++)
            agrees = agrees && (!is_kept[s] ||
                                wording_of(e->group, c, s) == wording_of(e->group, combination, s));
        if (agrees && !e->is_bad[c])
            return false;
    }
    return true;
}

static bool is_same(const struct slot_choices *a, const struct slot_choices *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->items[i].slot != b->items[i].slot || a->items[i].wording != b->items[i].wording)
            return false;
    return true;
}

// The fewest of a bad combination's wordings that are bad by themselves.
static void add_minimal(struct expanding *e, uint32_t combination)
{
    uint32_t count = e->group->slot_count;
    bool *is_kept = ARENA_ARRAY(e->arena, bool, count);
    struct slot_choice *items = ARENA_ARRAY(e->arena, struct slot_choice, count);
    for (uint32_t s = 0; s < count; s++)
        is_kept[s] = true;
    for (uint32_t s = 0; s < count; s++) {
        is_kept[s] = false;
        is_kept[s] = !is_enough(e, combination, is_kept);
    }
    struct slot_choices set = {items, 0};
    for (uint32_t s = 0; s < count; s++)
        if (is_kept[s])
            items[set.count++] =
                (struct slot_choice){e->group->slots[s], wording_of(e->group, combination, s)};
    for (size_t i = 0; i < e->sets->count; i++)
        if (is_same(LIST_AT(e->sets, struct slot_choices, i), &set))
            return;
    *LIST_ADD(e->sets, struct slot_choices) = set;
}

static struct list sets_of_group(const struct slot_limits *limits,
                                 const struct rival_exclusion *exclusion, uint32_t slot,
                                 struct arena *arena)
{
    const struct rival_slot *rival = &limits->rivals.slots[slot];
    struct list sets = LIST_MAKE(arena, struct slot_choices);
    struct expanding e = {&limits->groups[slot], NULL, arena, &sets};
    e.is_bad = ARENA_ARRAY(arena, bool, e.group->combination_count);
    for (uint32_t c = 0; c < e.group->combination_count; c++) {
        const struct rival_variant *variant = &rival->variants[e.group->variants[c]];
        e.is_bad[c] = true;
        for (uint32_t i = 0; i < exclusion->answer.cycle.count; i++) {
            uint32_t limit = exclusion->answer.links[exclusion->answer.cycle.links[i]].limit;
            if (limit != LINK_NONE && limits->rivals.slot_of[limit] == slot)
                e.is_bad[c] = e.is_bad[c] && has_limit(variant, limit);
        }
    }
    for (uint32_t c = 0; c < e.group->combination_count; c++)
        if (e.is_bad[c])
            add_minimal(&e, c);
    return sets;
}

static int compare_choices(const void *a, const void *b)
{
    const struct slot_choice *x = a;
    const struct slot_choice *y = b;
    return x->slot < y->slot ? -1 : x->slot > y->slot;
}

static struct slot_choices joined(const struct slot_choices *a, const struct slot_choices *b,
                                  struct arena *arena)
{
    struct list items = LIST_MAKE(arena, struct slot_choice);
    for (uint32_t i = 0; i < a->count; i++)
        *LIST_ADD(&items, struct slot_choice) = a->items[i];
    for (uint32_t i = 0; i < b->count; i++)
        *LIST_ADD(&items, struct slot_choice) = b->items[i];
    list_sort(&items, compare_choices);
    return (struct slot_choices){LIST_ITEMS(&items, struct slot_choice), (uint32_t)items.count};
}

size_t slot_limits_exclude(const struct slot_limits *limits,
                           const struct rival_exclusion *exclusion, struct arena *arena,
                           const struct slot_choices **sets)
{
    struct list all = LIST_MAKE(arena, struct slot_choices);
    *LIST_ADD(&all, struct slot_choices) = (struct slot_choices){NULL, 0};
    for (uint32_t i = 0; i < exclusion->count; i++) {
        struct list own = sets_of_group(limits, exclusion, exclusion->slots[i], arena);
        struct list wider = LIST_MAKE(arena, struct slot_choices);
        for (size_t a = 0; a < all.count; a++)
            for (size_t b = 0; b < own.count && wider.count < SETS_MAX; b++)
                *LIST_ADD(&wider, struct slot_choices) =
                    joined(LIST_AT(&all, struct slot_choices, a),
                           LIST_AT(&own, struct slot_choices, b), arena);
        all = wider;
    }
    *sets = LIST_ITEMS(&all, struct slot_choices);
    return all.count;
}

void slot_limits_parts(const struct sheet *sheet, const struct slot_limits *limits,
                       struct arena *arena, const struct rival_parts **parts)
{
    const struct rivals *rivals = &limits->rivals;
    struct rival_parts *made = ARENA_ARRAY(arena, struct rival_parts, rivals->slot_count);
    for (uint32_t s = 0; s < rivals->slot_count; s++) {
        const struct slot_group *group = &limits->groups[s];
        uint32_t *held =
            ARENA_ARRAY(arena, uint32_t, (size_t)rivals->draft_count * group->slot_count);
        for (uint32_t p = 0; p < group->slot_count; p++) {
            held[p] = group->wordings[p]; // the first combination is the base's
            for (uint32_t d = 1; d < rivals->draft_count; d++)
                held[d * group->slot_count + p] =
                    slot_wording_of(&sheet->slots[group->slots[p]], (struct party){d - 1});
        }
        made[s] = (struct rival_parts){group->slot_count, held, group->wordings, group->variants,
                                       group->combination_count};
    }
    *parts = made;
}
