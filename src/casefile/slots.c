// SPDX-License-Identifier: Apache-2.0
#include "casefile/slots.h"

#include "casefile/slot_match.h"

struct str stance_id(struct str slot, struct str variant, struct str party, struct arena *arena)
{
    return arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(slot),
                       STR_ARGS(variant.length > 0 ? variant : STR("any")), STR_ARGS(party));
}

struct carrying {
    const struct items *items;
    struct str document;
    struct arena *arena;
    struct act *act;
    struct slot_match match;
    struct names *olds; // ids of match.olds, in their order
    bool is_next;       // over a next base
    struct slots_carried tally;
};

// --- Slots

static const struct json *parties_of(const struct found_variant *variant, struct arena *arena)
{
    struct json *parties = ARENA_ARRAY(arena, struct json, variant->party_count + 1);
    for (size_t i = 0; i < variant->party_count; i++)
        parties[i] = *json_of_str(arena, variant->parties[i]);
    struct json *list = ARENA_NEW(arena, struct json);
    *list = (struct json){.kind = JSON_ARRAY, .items = parties, .count = variant->party_count};
    return list;
}

// Who holds the base's wording is not said: it is everybody else, and a draft that leaves this place
// alone must not change what is recorded of it.
static const struct json *variants_of(const struct found_slot *found, struct arena *arena)
{
    struct json *rows = ARENA_ARRAY(arena, struct json, found->variant_count);
    for (size_t i = 0; i < found->variant_count; i++) {
        const struct found_variant *variant = &found->variants[i];
        struct json_object row = json_object_make(arena);
        json_object_set(&row, STR("id"), json_of_str(arena, slot_variant_id(variant->text, arena)));
        json_object_set(&row, STR("text"), json_of_str(arena, variant->text));
        if (i > 0)
            json_object_set(&row, STR("parties"), parties_of(variant, arena));
        rows[i] = *json_object_done(&row, arena);
    }
    struct json *list = ARENA_NEW(arena, struct json);
    *list = (struct json){.kind = JSON_ARRAY, .items = rows, .count = found->variant_count};
    return list;
}

static bool has_variant(const struct json *variants, struct str id)
{
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), id))
            return true;
    return false;
}

// Has the new slot a wording that the old one did not have?
static bool has_news(const struct json *olds, const struct json *variants)
{
    for (size_t i = 0; i < variants->count; i++)
        if (!has_variant(olds, json_text(&variants->items[i], "id")))
            return true;
    return false;
}

static bool is_same(const struct json *a, const struct json *b)
{
    struct arena *arena = arena_open();
    struct error error;
    struct builder first = builder_make(arena);
    struct builder second = builder_make(arena);
    bool same = canon_write(a, &first, &error) && canon_write(b, &second, &error) &&
                str_equal(builder_str(&first), builder_str(&second));
    arena_close(arena);
    return same;
}

static bool is_unplaced(const struct json *slot)
{
    return str_equal(json_text(slot, "status"), STR("unplaced"));
}

// A slot that was agreed is reopened when it has a wording that it did not have.
static struct str status_of(struct carrying *carrying, const struct carried_slot *slot,
                            const struct json *variants)
{
    const struct json *old = slot->old && slot->old->item ? slot->old->item->value : NULL;
    bool was_agreed = old ? str_equal(json_text(old, "status"), STR("agreed")) &&
                                has_news(json_member(old, "variants"), variants)
                          : slot->was_agreed;
    was_agreed = was_agreed || slot->reopens;
    carrying->tally.reopened += was_agreed;
    if (was_agreed)
        return STR("reopened");
    return old && !is_unplaced(old) ? json_text(old, "status") : STR("open");
}

static void carry_slot(struct carrying *carrying, const struct carried_slot *slot)
{
    struct arena *arena = carrying->arena;
    const struct item *old = slot->old ? slot->old->item : NULL;
    const struct found_slot *found = slot->found;
    const struct json *variants = variants_of(found, arena);
    const struct json *old_variants = old ? json_member(old->value, "variants") : NULL;
    struct json_object object = json_object_from(arena, old ? old->value : NULL);
    json_object_set(&object, STR("document"), json_of_str(arena, carrying->document));
    json_object_set(&object, STR("point"), json_of_str(arena, found->point));
    json_object_set(&object, STR("before"), json_of_str(arena, found->before));
    json_object_set(&object, STR("after"), json_of_str(arena, found->after));
    json_object_set(&object, STR("base"), json_of_str(arena, slot->base));
    json_object_set(&object, STR("order"), json_of_int(arena, (int64_t)found->place));
    json_object_set(&object, STR("variants"), variants);
    struct str status = status_of(carrying, slot, variants);
    if (status.length > 0)
        json_object_set(&object, STR("status"), json_of_str(arena, status));
    if (slot->reopens)
        json_object_set(&object, STR("reopens"), json_of_str(arena, slot->reopens->id));
    carrying->tally.stayed += old || slot->is_framed;
    carrying->tally.arrived += !old && !slot->is_framed;
    const struct json *done = json_object_done(&object, arena);
    if (carrying->is_next && old_variants && !is_same(old_variants, variants))
        *LIST_ADD(&carrying->tally.changed, struct str) = slot->id;
    bool is_renamed = old && !str_equal(old->id, slot->id);
    if (is_renamed)
        act_add(carrying->act, "slot", old->id, NULL);
    if (!old || is_renamed || !is_same(old->value, done))
        act_add(carrying->act, "slot", slot->id, done);
}

// --- Stances

// The wording of the old slot, said in the words of the new one.
static bool reframed(const struct slot_frame *frame, struct str variant, struct arena *arena,
                     struct str *text)
{
    struct str old;
    if (!slot_text(frame->old->item, variant, &old))
        return false;
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

static bool still_has(const struct carried_slot *slot, struct str variant, struct arena *arena)
{
    for (size_t i = 0; variant.length > 0 && i < slot->found->variant_count; i++)
        if (str_equal(slot_variant_id(slot->found->variants[i].text, arena), variant))
            return true;
    return variant.length == 0; // a stance on the slot as a whole
}

// Does it go on nowhere, and yet stay?
static bool stays_unplaced(const struct carrying *carrying, const struct known_slot *old)
{
    return !old->next && !old->is_framed && (carrying->is_next || is_unplaced(old->item->value));
}

static const struct slot_frame *frame_of(const struct carrying *carrying,
                                         const struct known_slot *old)
{
    const struct list *frames = &carrying->match.frames;
    for (size_t i = 0; old->is_framed && i < frames->count; i++)
        if (LIST_AT(frames, struct slot_frame, i)->old == old)
            return LIST_AT(frames, struct slot_frame, i);
    return NULL;
}

// Where a stance on an old slot goes: the new slot, and the wording's id there.
static const struct carried_slot *new_place(const struct carrying *carrying,
                                            const struct known_slot *old, struct str variant,
                                            struct str *new_variant)
{
    struct arena *arena = carrying->arena;
    const struct slot_frame *frame = frame_of(carrying, old);
    struct str text;
    *new_variant = variant;
    if (old->next)
        return still_has(old->next, variant, arena) ? old->next : NULL;
    if (!frame || variant.length == 0)
        return frame ? frame->slot : NULL;
    if (!reframed(frame, variant, arena, &text))
        return NULL;
    *new_variant = slot_variant_id(text, arena);
    return still_has(frame->slot, *new_variant, arena) ? frame->slot : NULL;
}

static void lose_stance(struct carrying *carrying, const struct item *stance)
{
    if (carrying->is_next) {
        *LIST_ADD(&carrying->tally.unheld, struct str) = stance->id;
        return;
    }
    act_add(carrying->act, "stance", stance->id, NULL);
    carrying->tally.stances_dropped++;
}

static void carry_stance(struct carrying *carrying, const struct item *stance)
{
    struct arena *arena = carrying->arena;
    struct str slot_id = json_text(stance->value, "slot");
    struct str variant = json_text(stance->value, "variant");
    struct str new_variant;
    uint32_t number = names_find(carrying->olds, slot_id);
    if (number == NAMES_NONE)
        return; // of another document, or settled
    const struct known_slot *old = &carrying->match.olds[number];
    if (stays_unplaced(carrying, old))
        return;
    const struct carried_slot *slot = new_place(carrying, old, variant, &new_variant);
    if (!slot) {
        lose_stance(carrying, stance);
        return;
    }
    carrying->tally.stances_kept++;
    if (str_equal(slot->id, slot_id))
        return;
    struct json_object moved = json_object_from(arena, stance->value);
    json_object_set(&moved, STR("slot"), json_of_str(arena, slot->id));
    if (variant.length > 0)
        json_object_set(&moved, STR("variant"), json_of_str(arena, new_variant));
    act_add(carrying->act, "stance", stance->id, NULL);
    act_add(carrying->act, "stance",
            stance_id(slot->id, new_variant, json_text(stance->value, "party"), arena),
            json_object_done(&moved, arena));
}

// --- All of them

// What nobody's draft has any more goes; over a next base it stays, for people to place it.
static void leave_old(struct carrying *carrying, const struct known_slot *old)
{
    struct arena *arena = carrying->arena;
    if (old->next || (is_unplaced(old->item->value) && !old->is_framed))
        return;
    carrying->tally.left += !old->is_framed && !carrying->is_next;
    if (!stays_unplaced(carrying, old)) {
        act_add(carrying->act, "slot", old->item->id, NULL);
        return;
    }
    struct json_object object = json_object_from(arena, old->item->value);
    json_object_set(&object, STR("status"), json_of_str(arena, STR("unplaced")));
    act_add(carrying->act, "slot", old->item->id, json_object_done(&object, arena));
    *LIST_ADD(&carrying->tally.unplaced, struct str) = old->item->id;
}

static void carry_all(struct carrying *carrying, size_t count)
{
    struct list stances = items_of(carrying->items, "stance", carrying->arena);
    for (size_t i = 0; i < count; i++)
        carry_slot(carrying, &carrying->match.slots[i]);
    for (size_t i = 0; i < carrying->match.old_count; i++) {
        const struct known_slot *old = &carrying->match.olds[i];
        names_add(carrying->olds, old->item->id);
        leave_old(carrying, old);
    }
    for (size_t i = 0; i < stances.count; i++)
        carry_stance(carrying, *LIST_AT(&stances, const struct item *, i));
}

static struct carrying carrying_make(const struct items *items, struct str document,
                                     struct act *act, struct arena *arena)
{
    return (struct carrying){.items = items,
                             .document = document,
                             .arena = arena,
                             .act = act,
                             .olds = names_make(arena),
                             .tally = {.unplaced = LIST_MAKE(arena, struct str),
                                       .changed = LIST_MAKE(arena, struct str),
                                       .unheld = LIST_MAKE(arena, struct str)}};
}

struct slots_carried slots_carry(const struct items *items, struct str document,
                                 const struct found_slot *found, size_t count, struct act *act,
                                 struct arena *arena)
{
    struct carrying carrying = carrying_make(items, document, act, arena);
    slot_match_make(items, document, NULL, found, count, arena, &carrying.match);
    carry_all(&carrying, count);
    return carrying.tally;
}

struct slots_carried slots_carry_on(const struct items *items, struct str document,
                                    const struct settled_slot *settled, size_t settled_count,
                                    const struct found_slot *found, size_t count, struct act *act,
                                    struct arena *arena)
{
    struct carrying carrying = carrying_make(items, document, act, arena);
    struct names *names = names_make(arena);
    const struct slot_round round = {names};
    carrying.is_next = true;
    carrying.tally.settled = settled_count;
    for (size_t i = 0; i < settled_count; i++) {
        names_add(names, settled[i].id);
        act_add(act, "slot", settled[i].id, settled[i].value);
    }
    slot_match_make(items, document, &round, found, count, arena, &carrying.match);
    carry_all(&carrying, count);
    return carrying.tally;
}
