// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_groups.h"

#include "base/utf8.h"
#include "casefile/access.h"
#include "casefile/slots.h"

#define WORDING_MOST 60

struct list case_stances(const struct case_holders *holders, struct str slot, struct str party)
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
        struct list stances = case_stances(holders, slot->id, members->items[i].text);
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

struct list case_divergences(struct case_holders *holders, const struct item *group)
{
    const struct json *members = json_member(group->value, "members");
    struct list slots = items_of(holders->items, "slot", holders->arena);
    struct list found = LIST_MAKE(holders->arena, struct item);
    for (size_t i = 0; i < slots.count; i++) {
        struct item slot = **LIST_AT(&slots, const struct item *, i);
        slot.value = case_slot_whole(holders, &slot);
        if (held_by_members(json_member(slot.value, "variants"), members) > 1 ||
            has_reservation(holders, &slot, group))
            *LIST_ADD(&found, struct item) = slot;
    }
    return found;
}

// --- As JSON

// The wording a member's draft has, and its stances.
static void write_member(struct json_writer *writer, const struct case_holders *holders,
                         const struct item *slot, struct str party)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct list stances = case_stances(holders, slot->id, party);
    json_begin_object_inline(writer);
    json_member_str(writer, "party", party);
    for (size_t i = 0; variants && i < variants->count; i++)
        if (case_variant_has(&variants->items[i], party))
            json_member_str(writer, "variant", json_text(&variants->items[i], "id"));
    json_name(writer, "stances");
    json_begin_array(writer);
    for (size_t i = 0; i < stances.count; i++) {
        const struct json *stance = (*LIST_AT(&stances, const struct item *, i))->value;
        json_begin_object(writer);
        json_member_str(writer, "variant", json_text(stance, "variant"));
        json_member_str(writer, "stance", json_text(stance, "stance"));
        json_end_object(writer);
    }
    json_end_array(writer);
    json_end_object(writer);
}

void case_write_divergences(struct json_writer *writer, struct case_holders *holders,
                            const struct item *group)
{
    const struct json *members = json_member(group->value, "members");
    struct list slots = case_divergences(holders, group);
    json_name(writer, "divergences");
    json_begin_array(writer);
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = LIST_AT(&slots, struct item, i);
        json_begin_object(writer);
        json_member_str(writer, "slot", slot->id);
        json_name(writer, "members");
        json_begin_array(writer);
        for (size_t j = 0; members && j < members->count; j++)
            write_member(writer, holders, slot, members->items[j].text);
        json_end_array(writer);
        json_end_object(writer);
    }
    json_end_array(writer);
}

// --- In words

static struct str wording_named(const struct item *slot, struct str variant)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct str text = STR("the place as a whole");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), variant))
            text = utf8_start(json_text(&variants->items[i], "text"), WORDING_MOST);
    return text.length > 0 ? text : STR("nothing");
}

struct str case_member_says(const struct case_holders *holders, const struct item *slot,
                            struct str party)
{
    const struct json *variants = json_member(slot->value, "variants");
    struct list stances = case_stances(holders, slot->id, party);
    struct builder out = builder_make(holders->arena);
    for (size_t i = 0; variants && i < variants->count; i++)
        if (case_variant_has(&variants->items[i], party))
            builder_print(&out, " “%.*s”",
                          STR_ARGS(wording_named(slot, json_text(&variants->items[i], "id"))));
    for (size_t i = 0; i < stances.count; i++) {
        const struct json *stance = (*LIST_AT(&stances, const struct item *, i))->value;
        builder_print(&out, "%s %.*s “%.*s”", out.length > 0 ? "," : "",
                      STR_ARGS(json_text(stance, "stance")),
                      STR_ARGS(wording_named(slot, json_text(stance, "variant"))));
    }
    return arena_print(holders->arena, "%.*s:%.*s", STR_ARGS(party),
                       STR_ARGS(out.length > 0 ? builder_str(&out) : STR(" nothing said")));
}
