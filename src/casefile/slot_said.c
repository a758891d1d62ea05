// SPDX-License-Identifier: Apache-2.0
#include "casefile/slot_said.h"

#include "casefile/slot_match.h"

static const char *const speaking[] = {"stance",    "comment", "package",
                                       "statement", "limit",   "finding"};

// A place as a key: no id has a NUL.
static struct str place_key(struct str slot, struct str variant, struct arena *arena)
{
    return arena_print(arena, "%.*s%c%.*s", STR_ARGS(slot), '\0', STR_ARGS(variant));
}

// A slot is named by a member "slot", and a wording of it by one "variant" beside that, at any depth.
static bool note_places(struct slot_said *said, const struct json *value)
{
    bool has_any = false;
    struct str slot = value->kind == JSON_OBJECT ? json_text(value, "slot") : STR("");
    if (slot.length > 0) {
        names_add(said->places, place_key(slot, STR(""), said->arena));
        names_add(said->places, place_key(slot, json_text(value, "variant"), said->arena));
        has_any = true;
    }
    bool is_deep = value->kind == JSON_OBJECT || value->kind == JSON_ARRAY;
    for (size_t i = 0; is_deep && i < value->count; i++)
        has_any = note_places(said, &value->items[i]) || has_any;
    return has_any;
}

struct slot_said slot_said_make(const struct items *items, struct arena *arena)
{
    struct slot_said said = {names_make(arena), LIST_MAKE(arena, const struct item *), arena};
    for (size_t k = 0; k < sizeof speaking / sizeof *speaking; k++) {
        struct list all = items_of(items, speaking[k], arena);
        for (size_t i = 0; i < all.count; i++) {
            const struct item *item = *LIST_AT(&all, const struct item *, i);
            if (note_places(&said, item->value) && k > 0)
                *LIST_ADD(&said.items, const struct item *) = item;
        }
    }
    return said;
}

static bool is_named(const struct slot_said *said, struct str slot, struct str variant)
{
    return names_find(said->places, place_key(slot, variant, said->arena)) != NAMES_NONE;
}

bool slot_is_marked(const struct item *slot)
{
    struct str status = slot_standing(slot->value);
    return (status.length > 0 && !str_equal(status, STR("open"))) ||
           json_member(slot->value, "agreed") || json_text(slot->value, "note").length > 0;
}

bool slot_is_spoken_of(const struct slot_said *said, const struct item *slot)
{
    return slot_is_marked(slot) || is_named(said, slot->id, STR(""));
}

bool wording_is_spoken_of(const struct slot_said *said, const struct item *slot, struct str variant)
{
    return is_named(said, slot->id, variant) ||
           str_equal(json_text(json_member(slot->value, "agreed"), "variant"), variant);
}
