// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_groups.h"

#include "casefile/access.h"
#include "casefile/slots.h"

struct case_stance case_stance_of(const struct item *stance)
{
    return (struct case_stance){
        json_text(stance->value, "party"), json_text(stance->value, "variant"),
        json_text(stance->value, "stance"), json_text(stance->value, "condition")};
}

// The stances of one party or group on a slot: const struct item *.
static struct list stances_of(const struct case_holders *holders, struct str slot, struct str party)
{
    struct list all = items_of(holders->items, "stance", holders->arena);
    struct list found = LIST_MAKE(holders->arena, const struct item *);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *stance = *LIST_AT(&all, const struct item *, i);
        if (str_equal(json_text(stance->value, "slot"), slot) &&
            str_equal(json_text(stance->value, "party"), party))
            *LIST_ADD(&found, const struct item *) = stance;
    }
    return found;
}

// How many of the wordings have a member behind them?
static size_t held_by_members(const struct json *variants, const struct json *members)
{
    size_t held = 0;
    for (size_t i = 0; variants && i < variants->count; i++) {
        bool is_held = false;
        for (size_t j = 0; members && j < members->count; j++)
            is_held = is_held || case_variant_has(&variants->items[i], members->items[j].text);
        held += is_held;
    }
    return held;
}

// Has a member a stance of its own beside the group's on the same wording?
static bool has_reservation(const struct case_holders *holders, const struct item *slot,
                            const struct item *group)
{
    const struct json *members = json_member(group->value, "members");
    for (size_t i = 0; members && i < members->count; i++) {
        struct list stances = stances_of(holders, slot->id, members->items[i].text);
        for (size_t j = 0; j < stances.count; j++) {
            const struct json *stance = (*LIST_AT(&stances, const struct item *, j))->value;
            struct str common =
                stance_id(slot->id, json_text(stance, "variant"), group->id, holders->arena);
            const struct item *position = items_find(holders->items, "stance", common);
            if (position &&
                !str_equal(json_text(position->value, "stance"), json_text(stance, "stance")))
                return true;
        }
    }
    return false;
}

struct case_member case_member_of(const struct case_holders *holders, const struct item *slot,
                                  struct str party)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct list held = LIST_MAKE(holders->arena, struct str);
    struct list stances = LIST_MAKE(holders->arena, struct case_stance);
    struct list found = stances_of(holders, slot->id, party);
    for (size_t i = 0; variants && i < variants->count; i++)
        if (case_variant_has(&variants->items[i], party))
            *LIST_ADD(&held, struct str) = json_text(&variants->items[i], "id");
    for (size_t i = 0; i < found.count; i++)
        *LIST_ADD(&stances, struct case_stance) =
            case_stance_of(*LIST_AT(&found, const struct item *, i));
    return (struct case_member){party, LIST_ITEMS(&held, struct str), held.count,
                                LIST_ITEMS(&stances, struct case_stance), stances.count};
}

static struct case_divergence divergence_on(const struct case_holders *holders,
                                            const struct item *slot, const struct json *members)
{
    size_t count = members ? members->count : 0;
    struct case_member *said = ARENA_ARRAY(holders->arena, struct case_member, count);
    for (size_t i = 0; i < count; i++)
        said[i] = case_member_of(holders, slot, members->items[i].text);
    return (struct case_divergence){slot->id, json_member(slot->value, "variants"), said, count};
}

size_t case_divergences(struct case_holders *holders, const struct item *group,
                        const struct case_divergence **divergences)
{
    const struct json *members = json_member(group->value, "members");
    struct list slots = items_of(holders->items, "slot", holders->arena);
    struct list found = LIST_MAKE(holders->arena, struct case_divergence);
    for (size_t i = 0; i < slots.count; i++) {
        struct item slot = **LIST_AT(&slots, const struct item *, i);
        slot.value = case_slot_whole(holders, &slot);
        if (held_by_members(json_member(slot.value, "variants"), members) > 1 ||
            has_reservation(holders, &slot, group))
            *LIST_ADD(&found, struct case_divergence) = divergence_on(holders, &slot, members);
    }
    *divergences = LIST_ITEMS(&found, struct case_divergence);
    return found.count;
}
