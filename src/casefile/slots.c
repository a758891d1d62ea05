// SPDX-License-Identifier: Apache-2.0
#include "casefile/slots.h"

#include "casefile/slot_match.h"
#include "casefile/slot_renames.h"
#include "casefile/slot_said.h"

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
    struct names *now;  // slots of the new draft, and their wordings
    struct slot_said said;
    struct slot_renames renames;
    bool is_next; // over a next base
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

// The same members in the same order, as most that did not change have.
static bool is_alike(const struct json *a, const struct json *b)
{
    if (a->kind != b->kind || a->truth != b->truth || a->count != b->count ||
        !str_equal(a->text, b->text))
        return false;
    bool are_alike = true;
    for (size_t i = 0; are_alike && i < a->count; i++)
        are_alike = (a->kind != JSON_OBJECT || str_equal(a->names[i], b->names[i])) &&
                    is_alike(&a->items[i], &b->items[i]);
    return are_alike;
}

static bool is_same(const struct json *a, const struct json *b)
{
    if (is_alike(a, b))
        return true;
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

// --- What is kept of the slots before

// Of rows those wordings that something is said of and that no draft has now.
static void add_earlier(const struct carrying *carrying, const struct item *old,
                        const struct slot_frame *frame, const char *member,
                        const struct json *variants, struct list *earlier)
{
    const struct json *rows = json_member(old->value, member);
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct json *row = &rows->items[i];
        struct str text = json_text(row, "text");
        bool is_kept = wording_is_spoken_of(&carrying->said, old, json_text(row, "id")) &&
                       (!frame || slot_reframed(frame, text, carrying->arena, &text));
        struct str id = slot_variant_id(text, carrying->arena);
        for (size_t k = 0; is_kept && k < earlier->count; k++)
            is_kept = !str_equal(json_text(LIST_AT(earlier, struct json, k), "id"), id);
        if (!is_kept || has_variant(variants, id))
            continue;
        struct json_object object = json_object_from(carrying->arena, row);
        json_object_set(&object, STR("id"), json_of_str(carrying->arena, id));
        json_object_set(&object, STR("text"), json_of_str(carrying->arena, text));
        *LIST_ADD(earlier, struct json) = *json_object_done(&object, carrying->arena);
    }
}

static void set_earlier(const struct carrying *carrying, const struct carried_slot *slot,
                        const struct json *variants, struct json_object *object)
{
    struct list earlier = LIST_MAKE(carrying->arena, struct json);
    const struct list *frames = &carrying->match.frames;
    if (slot->old) {
        add_earlier(carrying, slot->old->item, NULL, "variants", variants, &earlier);
        add_earlier(carrying, slot->old->item, NULL, "earlier", variants, &earlier);
    }
    for (size_t i = 0; slot->is_framed && i < frames->count; i++) {
        const struct slot_frame *frame = LIST_AT(frames, struct slot_frame, i);
        if (frame->slot != slot)
            continue;
        add_earlier(carrying, frame->old->item, frame, "variants", variants, &earlier);
        add_earlier(carrying, frame->old->item, frame, "earlier", variants, &earlier);
    }
    struct json *list = ARENA_NEW(carrying->arena, struct json);
    *list = (struct json){
        .kind = JSON_ARRAY, .items = LIST_ITEMS(&earlier, struct json), .count = earlier.count};
    json_object_set(object, STR("earlier"), earlier.count > 0 ? list : NULL);
}

static struct str wording_key(struct str slot, struct str variant, struct arena *arena)
{
    return arena_print(arena, "%.*s%c%.*s", STR_ARGS(slot), '\0', STR_ARGS(variant));
}

// --- Each slot

static const struct slot_frame *frame_of(const struct carrying *carrying,
                                         const struct known_slot *old)
{
    const struct list *frames = &carrying->match.frames;
    for (size_t i = 0; old->is_framed && i < frames->count; i++)
        if (LIST_AT(frames, struct slot_frame, i)->old == old)
            return LIST_AT(frames, struct slot_frame, i);
    return NULL;
}

// Does all that is said of the wordings of an old slot go on in other words?
static bool gives_wordings(const struct carrying *carrying, const struct known_slot *old)
{
    static const char *const members[] = {"variants", "earlier"};
    struct str id = old->item->id;
    struct slot_target target;
    bool is_whole = slot_renames_find(&carrying->renames, id, STR(""), &target);
    for (size_t m = 0; m < 2; m++) {
        const struct json *rows = json_member(old->item->value, members[m]);
        for (size_t i = 0; rows && i < rows->count; i++) {
            struct str variant = json_text(&rows->items[i], "id");
            if (wording_is_spoken_of(&carrying->said, old->item, variant) &&
                !slot_renames_find(&carrying->renames, id, variant, &target))
                is_whole = false;
        }
    }
    return is_whole;
}

// The frame of the old slot whose agreement, note and status a slot that grew or shrank takes over: the first
// that has any and can give them all. NULL: none.
static const struct slot_frame *marks_of(const struct carrying *carrying,
                                         const struct carried_slot *slot)
{
    const struct list *frames = &carrying->match.frames;
    for (size_t i = 0; slot->is_framed && !slot->old && i < frames->count; i++) {
        const struct slot_frame *frame = LIST_AT(frames, struct slot_frame, i);
        const struct item *old = frame->old->item;
        if (frame->slot == slot && slot_is_marked(old) && gives_wordings(carrying, frame->old))
            return frame;
    }
    return NULL;
}

// A slot that was agreed is reopened when it has a wording that it did not have.
static struct str status_of(struct carrying *carrying, const struct carried_slot *slot,
                            const struct json *variants)
{
    const struct json *old = slot->old && slot->old->item ? slot->old->item->value : NULL;
    struct str status = old ? slot_standing(old) : STR("");
    bool was_agreed =
        old ? str_equal(status, STR("agreed")) && has_news(json_member(old, "variants"), variants)
            : slot->was_agreed;
    was_agreed = was_agreed || slot->reopens;
    carrying->tally.reopened += was_agreed;
    if (was_agreed)
        return STR("reopened");
    const struct slot_frame *marks = marks_of(carrying, slot);
    if (marks)
        status = slot_standing(marks->old->item->value);
    bool is_open = !marks && (!old || (is_unplaced(old) && status.length == 0));
    return is_open ? STR("open") : status;
}

static void set_marks(const struct carrying *carrying, const struct carried_slot *slot,
                      struct json_object *object)
{
    const struct slot_frame *frame = marks_of(carrying, slot);
    const struct json *old = frame ? frame->old->item->value : NULL;
    const struct json *agreed = old ? json_member(old, "agreed") : NULL;
    struct slot_target target;
    if (!old)
        return;
    json_object_set(object, STR("note"), json_member(old, "note"));
    if (!agreed || !slot_renames_find(&carrying->renames, frame->old->item->id,
                                      json_text(agreed, "variant"), &target))
        return;
    struct json_object row = json_object_from(carrying->arena, agreed);
    json_object_set(&row, STR("variant"), json_of_str(carrying->arena, target.variant));
    json_object_set(object, STR("agreed"), json_object_done(&row, carrying->arena));
}

// What a stance may be about now.
static void note_now(const struct carrying *carrying, const struct carried_slot *slot,
                     const struct json *variants)
{
    names_add(carrying->now, wording_key(slot->id, STR(""), carrying->arena));
    for (size_t v = 0; v < variants->count; v++)
        names_add(carrying->now,
                  wording_key(slot->id, json_text(&variants->items[v], "id"), carrying->arena));
}

static void carry_slot(struct carrying *carrying, const struct carried_slot *slot)
{
    struct arena *arena = carrying->arena;
    const struct item *old = slot->old ? slot->old->item : NULL;
    const struct found_slot *found = slot->found;
    const struct json *variants = variants_of(found, arena);
    note_now(carrying, slot, variants);
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
    set_earlier(carrying, slot, variants, &object);
    set_marks(carrying, slot, &object);
    json_object_set(&object, STR("was"), NULL);
    if (status.length > 0)
        json_object_set(&object, STR("status"), json_of_str(arena, status));
    if (slot->reopens)
        json_object_set(&object, STR("reopens"), json_of_str(arena, slot->reopens->id));
    const struct json *done = json_object_done(&object, arena);
    carrying->tally.stayed += old || slot->is_framed;
    carrying->tally.arrived += !old && !slot->is_framed;
    if (carrying->is_next && old_variants && !is_same(old_variants, variants))
        *LIST_ADD(&carrying->tally.changed, struct str) = slot->id;
    bool is_renamed = old && !str_equal(old->id, slot->id);
    if (is_renamed)
        act_add(carrying->act, "slot", old->id, NULL);
    if (!old || is_renamed || !is_same(old->value, done))
        act_add(carrying->act, "slot", slot->id, done);
}

// --- What is said of them

// Does what is said of an old slot that goes on in other words all go with it?
static bool goes_whole(const struct carrying *carrying, const struct known_slot *old)
{
    const struct slot_frame *frame = frame_of(carrying, old);
    const struct slot_frame *marks = frame ? marks_of(carrying, frame->slot) : NULL;
    return gives_wordings(carrying, old) &&
           (!slot_is_marked(old->item) || (marks && marks->old == old));
}

// Does it stay, though no draft has it in its words?
static bool stays_unplaced(const struct carrying *carrying, const struct known_slot *old)
{
    if (old->next)
        return false;
    if (old->is_framed)
        return !goes_whole(carrying, old);
    return carrying->is_next || is_unplaced(old->item->value) ||
           slot_is_spoken_of(&carrying->said, old->item);
}

static void move_stance(const struct carrying *carrying, const struct item *stance,
                        const struct slot_target *target)
{
    struct arena *arena = carrying->arena;
    act_add(carrying->act, "stance", stance->id, NULL);
    act_add(carrying->act, "stance",
            stance_id(target->slot, target->variant, json_text(stance->value, "party"), arena),
            slot_said_again(&carrying->renames, stance->value));
}

static void carry_stance(struct carrying *carrying, const struct item *stance)
{
    struct str slot = json_text(stance->value, "slot");
    struct str variant = json_text(stance->value, "variant");
    struct slot_target target = {slot, variant, true};
    uint32_t number = names_find(carrying->olds, slot);
    if (number == NAMES_NONE)
        return; // of another document, or settled
    bool is_moved = slot_renames_find(&carrying->renames, slot, variant, &target);
    if (is_moved)
        move_stance(carrying, stance, &target);
    else if (!carrying->match.olds[number].next)
        return; // it stays with a slot that no draft has
    struct str id =
        stance_id(target.slot, target.variant, json_text(stance->value, "party"), carrying->arena);
    struct str key = wording_key(target.slot, target.variant, carrying->arena);
    bool is_held = names_find(carrying->now, key) != NAMES_NONE;
    carrying->tally.stances_kept += is_held;
    carrying->tally.stances_unheld += !is_held;
    const struct json *value = carrying->match.olds[number].item->value;
    if (!is_held && (carrying->is_next || has_variant(json_member(value, "variants"), variant)))
        *LIST_ADD(&carrying->tally.unheld, struct str) = is_moved ? id : stance->id;
}

static void carry_rest(struct carrying *carrying)
{
    for (size_t i = 0; i < carrying->said.items.count; i++) {
        const struct item *item = *LIST_AT(&carrying->said.items, const struct item *, i);
        const struct json *again = slot_said_again(&carrying->renames, item->value);
        if (again)
            act_add(carrying->act, arena_c_string(carrying->arena, item->kind), item->id, again);
    }
}

// --- All of them

// What nobody's draft has any more and nothing is said of goes; over a next base it stays, for people to
// place it.
static void leave_old(struct carrying *carrying, const struct known_slot *old)
{
    struct arena *arena = carrying->arena;
    const struct json *value = old->item->value;
    if (old->next || (is_unplaced(value) && !old->is_framed))
        return;
    carrying->tally.left += !old->is_framed && !carrying->is_next;
    if (!stays_unplaced(carrying, old)) {
        act_add(carrying->act, "slot", old->item->id, NULL);
        return;
    }
    struct json_object object = json_object_from(arena, value);
    struct str standing = slot_standing(value);
    if (standing.length > 0)
        json_object_set(&object, STR("was"), json_of_str(arena, standing));
    json_object_set(&object, STR("status"), json_of_str(arena, STR("unplaced")));
    const struct json *done = json_object_done(&object, arena);
    if (!is_same(value, done))
        act_add(carrying->act, "slot", old->item->id, done);
    *LIST_ADD(&carrying->tally.unplaced, struct str) = old->item->id;
}

static void carry_all(struct carrying *carrying, size_t count)
{
    struct list stances = items_of(carrying->items, "stance", carrying->arena);
    carrying->renames = slot_renames_make(&carrying->match, carrying->arena);
    for (size_t i = 0; i < count; i++)
        carry_slot(carrying, &carrying->match.slots[i]);
    for (size_t i = 0; i < carrying->match.old_count; i++) {
        const struct known_slot *old = &carrying->match.olds[i];
        names_add(carrying->olds, old->item->id);
        leave_old(carrying, old);
    }
    for (size_t i = 0; i < stances.count; i++)
        carry_stance(carrying, *LIST_AT(&stances, const struct item *, i));
    carry_rest(carrying);
}

static struct carrying carrying_make(const struct items *items, struct str document,
                                     struct act *act, struct arena *arena)
{
    return (struct carrying){.items = items,
                             .document = document,
                             .arena = arena,
                             .act = act,
                             .olds = names_make(arena),
                             .now = names_make(arena),
                             .said = slot_said_make(items, arena),
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
