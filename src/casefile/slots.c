// SPDX-License-Identifier: Apache-2.0
#include "casefile/slots.h"

#include <string.h>

#define VARIANT_DIGITS 12
#define PLACE_DIGITS 8

struct str slot_variant_id(struct str text, struct arena *arena)
{
    return str_slice(hash_hex(hash_of(text), arena), 0, VARIANT_DIGITS);
}

struct str stance_id(struct str slot, struct str variant, struct str party, struct arena *arena)
{
    return arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(slot),
                       STR_ARGS(variant.length > 0 ? variant : STR("any")), STR_ARGS(party));
}

// One new slot on its way: its id, and the old slot it continues.
struct carried {
    const struct found_slot *found;
    struct str id;
    struct str base; // the variant id of the base wording
    const struct item *old;
};

// An old slot that goes on inside a wider new one, or whose inside goes on as a narrower one: another
// party's draft now touches the words beside it, or no longer does.
struct frame {
    const struct item *old;
    struct carried *slot;
    struct str before; // what the wider base wording has before and after the narrower
    struct str after;
    bool is_wider; // the new one is
};

struct carrying {
    const struct items *items;
    struct str document;
    struct arena *arena;
    struct act *act;
    struct list olds;    // const struct item *: the document's slots so far
    struct list stances; // const struct item *
    struct carried *slots;
    size_t count;
    struct list frames; // struct frame
    struct slots_carried tally;
};

// A label as part of an id: no white space, no "+", no "/" that would look like a part.
static struct str label_part(struct str point, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < point.length && i < 80; i++) {
        char c = point.bytes[i];
        bool is_plain = (unsigned char)c > ' ' && c != '+' && c != 0x7f;
        // Half a character at the cut would spoil the id; bytes of one are kept together or not.
        if ((unsigned char)c < 0x80)
            builder_add_byte(&out, is_plain ? c : '_');
    }
    return out.length > 0 ? builder_str(&out) : STR("-");
}

// DOCUMENT/POINT/BASE, and "~2" for a second one with the same.
static void name_slots(struct carrying *carrying)
{
    struct names *taken = names_make(carrying->arena);
    for (size_t i = 0; i < carrying->count; i++) {
        struct carried *slot = &carrying->slots[i];
        struct arena *arena = carrying->arena;
        slot->base = slot_variant_id(slot->found->variants[0].text, arena);
        struct str id = arena_print(arena, "%.*s/%.*s/%.*s", STR_ARGS(carrying->document),
                                    STR_ARGS(label_part(slot->found->point, arena)),
                                    STR_ARGS(str_slice(slot->base, 0, PLACE_DIGITS)));
        slot->id = id;
        for (size_t number = 2; names_find(taken, slot->id) != NAMES_NONE; number++)
            slot->id = arena_print(arena, "%.*s~%zu", STR_ARGS(id), number);
        names_add(taken, slot->id);
        slot->old = items_find(carrying->items, "slot", slot->id);
    }
}

static bool is_continued(const struct carrying *carrying, const struct item *old)
{
    for (size_t i = 0; i < carrying->count; i++)
        if (carrying->slots[i].old == old)
            return true;
    return false;
}

// Slots whose point was renumbered: matched when the base wording leaves no doubt.
static void match_moved(struct carrying *carrying)
{
    struct names *bases = names_make(carrying->arena);
    struct list seen = LIST_MAKE(carrying->arena, size_t); // by base: how many new ones have it
    for (size_t i = 0; i < carrying->count; i++) {
        if (carrying->slots[i].old)
            continue;
        uint32_t number = names_add(bases, carrying->slots[i].base);
        if (number == seen.count)
            *LIST_ADD(&seen, size_t) = 0;
        ++*LIST_AT(&seen, size_t, number);
    }
    const struct item **only = ARENA_ARRAY(carrying->arena, const struct item *, seen.count + 1);
    size_t *olds = ARENA_ARRAY(carrying->arena, size_t, seen.count + 1);
    for (size_t i = 0; i < carrying->olds.count; i++) {
        const struct item *old = *LIST_AT(&carrying->olds, const struct item *, i);
        uint32_t number = names_find(bases, json_text(old->value, "base"));
        if (number == NAMES_NONE || is_continued(carrying, old))
            continue;
        olds[number]++;
        only[number] = old;
    }
    struct str nothing = slot_variant_id(STR(""), carrying->arena);
    for (size_t i = 0; i < carrying->count; i++) {
        struct carried *slot = &carrying->slots[i];
        uint32_t number = slot->old ? NAMES_NONE : names_find(bases, slot->base);
        // Insertions all have the same base wording, none: that tells nothing.
        if (number != NAMES_NONE && olds[number] == 1 && *LIST_AT(&seen, size_t, number) == 1 &&
            !str_equal(slot->base, nothing))
            slot->old = only[number];
    }
}

// The text of a wording of an old slot.
static bool old_text(const struct item *old, struct str variant, struct str *text)
{
    const struct json *variants = json_member(old->value, "variants");
    for (size_t i = 0; variants && i < variants->count; i++)
        if (str_equal(json_text(&variants->items[i], "id"), variant)) {
            *text = json_text(&variants->items[i], "text");
            return true;
        }
    return false;
}

// Is the narrow text part of the wide one, in one place only?
static bool is_part(struct str narrow, struct str wide, struct frame *frame)
{
    size_t at = str_find(wide, narrow);
    if (narrow.length == 0 || at == wide.length || str_contains(str_skip(wide, at + 1), narrow))
        return false;
    frame->before = str_slice(wide, 0, at);
    frame->after = str_skip(wide, at + narrow.length);
    return true;
}

static void match_frames(struct carrying *carrying)
{
    for (size_t i = 0; i < carrying->olds.count; i++) {
        struct frame frame = {.old = *LIST_AT(&carrying->olds, const struct item *, i)};
        struct str old_base;
        size_t matches = 0;
        if (is_continued(carrying, frame.old) ||
            !old_text(frame.old, json_text(frame.old->value, "base"), &old_base))
            continue;
        for (size_t j = 0; j < carrying->count; j++) {
            struct carried *slot = &carrying->slots[j];
            struct str base = slot->found->variants[0].text;
            struct frame found = {.old = frame.old, .slot = slot, .is_wider = true};
            if (slot->old || !str_equal(slot->found->point, json_text(frame.old->value, "point")))
                continue;
            if (is_part(old_base, base, &found) ||
                (found.is_wider = false, is_part(base, old_base, &found))) {
                frame = found;
                matches++;
            }
        }
        if (matches == 1)
            *LIST_ADD(&carrying->frames, struct frame) = frame;
    }
}

// The wording of the old slot, said in the words of the new one.
static bool reframed(const struct carrying *carrying, const struct frame *frame, struct str variant,
                     struct str *text)
{
    struct str old;
    if (!old_text(frame->old, variant, &old))
        return false;
    if (frame->is_wider) {
        *text = arena_print(carrying->arena, "%.*s%.*s%.*s", STR_ARGS(frame->before), STR_ARGS(old),
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

static const struct json *variants_of(const struct found_slot *found, struct arena *arena)
{
    struct json *rows = ARENA_ARRAY(arena, struct json, found->variant_count);
    for (size_t i = 0; i < found->variant_count; i++) {
        const struct found_variant *variant = &found->variants[i];
        struct json *parties = ARENA_ARRAY(arena, struct json, variant->party_count);
        for (size_t j = 0; j < variant->party_count; j++)
            parties[j] = *json_of_str(arena, variant->parties[j]);
        struct json list = {.kind = JSON_ARRAY, .items = parties, .count = variant->party_count};
        struct json_object row = json_object_make(arena);
        json_object_set(&row, STR("id"), json_of_str(arena, slot_variant_id(variant->text, arena)));
        json_object_set(&row, STR("text"), json_of_str(arena, variant->text));
        json_object_set(&row, STR("parties"), &list);
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

static bool is_same(const struct json *a, const struct json *b, struct arena *arena)
{
    struct error error;
    struct builder first = builder_make(arena);
    struct builder second = builder_make(arena);
    return canon_write(a, &first, &error) && canon_write(b, &second, &error) &&
           str_equal(builder_str(&first), builder_str(&second));
}

static void carry_slot(struct carrying *carrying, const struct carried *slot, size_t order)
{
    struct arena *arena = carrying->arena;
    const struct json *old = slot->old ? slot->old->value : NULL;
    const struct json *variants = variants_of(slot->found, arena);
    struct json_object object = json_object_from(arena, old);
    json_object_set(&object, STR("document"), json_of_str(arena, carrying->document));
    json_object_set(&object, STR("point"), json_of_str(arena, slot->found->point));
    json_object_set(&object, STR("before"), json_of_str(arena, slot->found->before));
    json_object_set(&object, STR("after"), json_of_str(arena, slot->found->after));
    json_object_set(&object, STR("base"), json_of_str(arena, slot->base));
    json_object_set(&object, STR("order"), json_of_int(arena, (int64_t)order));
    json_object_set(&object, STR("variants"), variants);
    bool was_agreed = false;
    bool is_framed = false;
    for (size_t i = 0; i < carrying->frames.count; i++) {
        const struct frame *frame = LIST_AT(&carrying->frames, struct frame, i);
        if (frame->slot == slot) {
            is_framed = true;
            was_agreed =
                was_agreed || str_equal(json_text(frame->old->value, "status"), STR("agreed"));
        }
    }
    if (!old) {
        json_object_set(&object, STR("status"),
                        json_of_str(arena, was_agreed ? STR("reopened") : STR("open")));
        carrying->tally.reopened += was_agreed;
        carrying->tally.stayed += is_framed;
        carrying->tally.arrived += !is_framed;
    } else {
        carrying->tally.stayed++;
        if (str_equal(json_text(old, "status"), STR("agreed")) &&
            has_news(json_member(old, "variants"), variants)) {
            json_object_set(&object, STR("status"), json_of_str(arena, STR("reopened")));
            carrying->tally.reopened++;
        }
    }
    const struct json *done = json_object_done(&object, arena);
    bool is_renamed = slot->old && !str_equal(slot->old->id, slot->id);
    if (is_renamed)
        act_add(carrying->act, "slot", slot->old->id, NULL);
    if (!old || is_renamed || !is_same(old, done, arena))
        act_add(carrying->act, "slot", slot->id, done);
}

static const struct carried *continuation(const struct carrying *carrying, struct str old_slot)
{
    for (size_t i = 0; i < carrying->count; i++)
        if (carrying->slots[i].old && str_equal(carrying->slots[i].old->id, old_slot))
            return &carrying->slots[i];
    return NULL;
}

static bool still_has(const struct carried *slot, struct str variant, struct arena *arena)
{
    for (size_t i = 0; variant.length > 0 && i < slot->found->variant_count; i++)
        if (str_equal(slot_variant_id(slot->found->variants[i].text, arena), variant))
            return true;
    return variant.length == 0; // a stance on the slot as a whole
}

// Where a stance on an old slot goes: the new slot, and the wording's id there.
static const struct carried *new_place(const struct carrying *carrying, struct str old_slot,
                                       struct str variant, struct str *new_variant)
{
    struct arena *arena = carrying->arena;
    const struct carried *slot = continuation(carrying, old_slot);
    *new_variant = variant;
    if (slot)
        return still_has(slot, variant, arena) ? slot : NULL;
    for (size_t i = 0; i < carrying->frames.count; i++) {
        const struct frame *frame = LIST_AT(&carrying->frames, struct frame, i);
        struct str text;
        if (!str_equal(frame->old->id, old_slot))
            continue;
        if (variant.length == 0)
            return frame->slot;
        if (!reframed(carrying, frame, variant, &text))
            return NULL;
        *new_variant = slot_variant_id(text, arena);
        return still_has(frame->slot, *new_variant, arena) ? frame->slot : NULL;
    }
    return NULL;
}

static void carry_stance(struct carrying *carrying, const struct item *stance)
{
    struct arena *arena = carrying->arena;
    struct str slot_id = json_text(stance->value, "slot");
    struct str variant = json_text(stance->value, "variant");
    struct str new_variant;
    const struct item *old = items_find(carrying->items, "slot", slot_id);
    if (!old || !str_equal(json_text(old->value, "document"), carrying->document))
        return;
    const struct carried *slot = new_place(carrying, slot_id, variant, &new_variant);
    if (!slot) {
        act_add(carrying->act, "stance", stance->id, NULL);
        carrying->tally.stances_dropped++;
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

static bool is_framed_anew(const struct carrying *carrying, const struct item *old)
{
    for (size_t i = 0; i < carrying->frames.count; i++)
        if (LIST_AT(&carrying->frames, struct frame, i)->old == old)
            return true;
    return false;
}

struct slots_carried slots_carry(const struct items *items, struct str document,
                                 const struct found_slot *found, size_t count, struct act *act,
                                 struct arena *arena)
{
    struct carrying carrying = {.items = items,
                                .document = document,
                                .arena = arena,
                                .act = act,
                                .olds = LIST_MAKE(arena, const struct item *),
                                .stances = items_of(items, "stance", arena),
                                .slots = ARENA_ARRAY(arena, struct carried, count),
                                .count = count,
                                .frames = LIST_MAKE(arena, struct frame)};
    struct list slots = items_of(items, "slot", arena);
    for (size_t i = 0; i < slots.count; i++) {
        const struct item *slot = *LIST_AT(&slots, const struct item *, i);
        if (str_equal(json_text(slot->value, "document"), document))
            *LIST_ADD(&carrying.olds, const struct item *) = slot;
    }
    for (size_t i = 0; i < count; i++)
        carrying.slots[i].found = &found[i];
    name_slots(&carrying);
    match_moved(&carrying);
    match_frames(&carrying);
    for (size_t i = 0; i < count; i++)
        carry_slot(&carrying, &carrying.slots[i], i);
    for (size_t i = 0; i < carrying.olds.count; i++) {
        const struct item *old = *LIST_AT(&carrying.olds, const struct item *, i);
        if (!is_continued(&carrying, old)) {
            act_add(act, "slot", old->id, NULL);
            carrying.tally.left += !is_framed_anew(&carrying, old);
        }
    }
    for (size_t i = 0; i < carrying.stances.count; i++)
        carry_stance(&carrying, *LIST_AT(&carrying.stances, const struct item *, i));
    return carrying.tally;
}
