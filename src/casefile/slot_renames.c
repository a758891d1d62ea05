// SPDX-License-Identifier: Apache-2.0
#include "casefile/slot_renames.h"

#include "casefile/found_slot.h"

// A place as a key: no id has a NUL.
static struct str place_key(struct str slot, struct str variant, struct arena *arena)
{
    return arena_print(arena, "%.*s%c%.*s", STR_ARGS(slot), '\0', STR_ARGS(variant));
}

bool slot_reframed(const struct slot_frame *frame, struct str old, struct arena *arena,
                   struct str *text)
{
    if (frame->is_wider) {
        *text = arena_print(arena, "%.*s%.*s%.*s", STR_ARGS(frame->before), STR_ARGS(old),
                            STR_ARGS(frame->after));
        return true;
    }
    size_t around = frame->before.length + frame->after.length;
    if (old.length < around || !str_starts_with(old, frame->before) ||
        !str_ends_with(old, frame->after))
        return false;
    *text = str_slice(old, frame->before.length, old.length - frame->after.length);
    return true;
}

static void add(struct slot_renames *renames, struct str slot, struct str variant,
                const struct slot_target *target)
{
    struct str key = place_key(target->slot, target->variant, renames->arena);
    if (names_find(renames->taken, key) != NAMES_NONE)
        return;
    uint32_t number = names_add(renames->places, place_key(slot, variant, renames->arena));
    if (number < renames->targets.count)
        return;
    names_add(renames->taken, key);
    *LIST_ADD(&renames->targets, struct slot_target) = *target;
}

static void add_rows(struct slot_renames *renames, const struct slot_frame *frame,
                     const char *member)
{
    const struct item *old = frame->old->item;
    const struct json *rows = json_member(old->value, member);
    for (size_t i = 0; rows && i < rows->count; i++) {
        struct str text;
        if (!slot_reframed(frame, json_text(&rows->items[i], "text"), renames->arena, &text))
            continue;
        const struct slot_target target = {frame->slot->id, slot_variant_id(text, renames->arena),
                                           false};
        add(renames, old->id, json_text(&rows->items[i], "id"), &target);
    }
}

struct slot_renames slot_renames_make(const struct slot_match *match, struct arena *arena)
{
    struct slot_renames renames = {names_make(arena), LIST_MAKE(arena, struct slot_target),
                                   names_make(arena), arena};
    for (size_t i = 0; i < match->old_count; i++) {
        const struct known_slot *old = &match->olds[i];
        if (old->next && !str_equal(old->next->id, old->item->id)) {
            const struct slot_target target = {old->next->id, STR(""), true};
            add(&renames, old->item->id, STR(""), &target);
        }
    }
    for (size_t i = 0; i < match->frames.count; i++) {
        const struct slot_frame *frame = LIST_AT(&match->frames, struct slot_frame, i);
        const struct slot_target target = {frame->slot->id, STR(""), false};
        add(&renames, frame->old->item->id, STR(""), &target);
        add_rows(&renames, frame, "variants");
        add_rows(&renames, frame, "earlier");
    }
    return renames;
}

static const struct slot_target *target_of(const struct slot_renames *renames, struct str slot,
                                           struct str variant)
{
    uint32_t number = names_find(renames->places, place_key(slot, variant, renames->arena));
    return number == NAMES_NONE ? NULL : LIST_AT(&renames->targets, struct slot_target, number);
}

bool slot_renames_find(const struct slot_renames *renames, struct str slot, struct str variant,
                       struct slot_target *target)
{
    const struct slot_target *found = target_of(renames, slot, variant);
    const struct slot_target *whole = target_of(renames, slot, STR(""));
    if (found)
        *target = *found;
    else if (whole && whole->keeps_wordings)
        *target = (struct slot_target){whole->slot, variant, true};
    return found || (whole && whole->keeps_wordings);
}

static struct json said_again(const struct slot_renames *renames, const struct json *value,
                              bool *has_changed)
{
    struct arena *arena = renames->arena;
    struct json again = *value;
    if (value->kind != JSON_OBJECT && value->kind != JSON_ARRAY)
        return again;
    struct json *items = ARENA_ARRAY(arena, struct json, value->count + 1);
    for (size_t i = 0; i < value->count; i++)
        items[i] = said_again(renames, &value->items[i], has_changed);
    again.items = items;
    if (value->kind != JSON_OBJECT)
        return again;
    struct str variant = json_text(value, "variant");
    struct slot_target target;
    if (!slot_renames_find(renames, json_text(value, "slot"), variant, &target))
        return again;
    struct json_object object = json_object_from(arena, &again);
    json_object_set(&object, STR("slot"), json_of_str(arena, target.slot));
    if (variant.length > 0)
        json_object_set(&object, STR("variant"), json_of_str(arena, target.variant));
    *has_changed = true;
    return *json_object_done(&object, arena);
}

const struct json *slot_said_again(const struct slot_renames *renames, const struct json *value)
{
    bool has_changed = false;
    struct json *again = ARENA_NEW(renames->arena, struct json);
    *again = said_again(renames, value, &has_changed);
    return has_changed ? again : NULL;
}
