// SPDX-License-Identifier: Apache-2.0
#include "record/forgetting.h"

#include "record/canon.h"

#include <string.h>

bool entry_is_gone(const struct entry_row *row)
{
    return row->salt.length == 0 && row->content.length == 0 && row->attachments.length == 0;
}

bool forgetting_is(struct str content)
{
    struct list taken;
    if (!str_starts_with(content, STR("{\"act\":\"" FORGETTING_ACT "\",")))
        return false;
    struct arena *arena = arena_open_small();
    bool is_one = forgetting_read(content, arena, &taken);
    arena_close(arena);
    return is_one;
}

static bool read_one(const struct json *object, struct arena *arena, struct forgotten *forgotten)
{
    int64_t at;
    struct str bytes;
    const struct json *place = json_member(object, "at");
    if (object->kind != JSON_OBJECT || object->count != 2 || !place || !json_whole(place, &at) ||
        at < 0 || !base64_read(json_text(object, "commitment"), arena, &bytes) ||
        bytes.length != HASH_BYTES)
        return false;
    *forgotten = (struct forgotten){.at = (uint64_t)at}; // not below zero
    memcpy(forgotten->commitment.bytes, bytes.bytes, HASH_BYTES);
    return true;
}

bool forgetting_read(struct str content, struct arena *arena, struct list *taken)
{
    const struct json *entry;
    struct error unread;
    *taken = LIST_MAKE(arena, struct forgotten);
    if (!canon_read(STR("entry"), content, arena, &entry, &unread) || entry->kind != JSON_OBJECT)
        return false;
    const struct json *named = json_member(entry, "forgets");
    const struct json *changes = json_member(entry, "changes");
    if (!str_equal(json_text(entry, "act"), STR(FORGETTING_ACT)) || !named ||
        named->kind != JSON_ARRAY || named->count == 0 || !changes || changes->kind != JSON_ARRAY ||
        changes->count != 0)
        return false;
    for (size_t i = 0; i < named->count; i++)
        if (!read_one(&named->items[i], arena, LIST_ADD(taken, struct forgotten)))
            return false;
    return true;
}
