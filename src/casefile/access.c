// SPDX-License-Identifier: Apache-2.0
#include "casefile/access.h"

#include "record/note.h"

#include <string.h>

static const struct str party_start = STR_INIT("party:");
static const struct str group_start = STR_INIT("group:");

bool access_is_open(struct str audience)
{
    return str_equal(audience, STR("public")) || str_equal(audience, STR("all"));
}

bool access_is_of(struct str audience, struct str party)
{
    return party.length > 0 && str_starts_with(audience, party_start) &&
           str_equal(str_skip(audience, party_start.length), party);
}

static bool is_mediator(const struct items *items, struct str party)
{
    const struct item *item = items_find(items, "party", party);
    return item && str_equal(json_text(item->value, "role"), STR("mediator"));
}

bool access_is_member(const struct items *items, struct str group, struct str party)
{
    const struct item *item = items_find(items, "group", group);
    const struct json *members = item ? json_member(item->value, "members") : NULL;
    for (size_t i = 0; members && i < members->count; i++)
        if (str_equal(members->items[i].text, party))
            return true;
    return false;
}

bool access_may_read(const struct items *items, struct str viewer, bool has_keys,
                     struct str audience)
{
    if (str_equal(audience, STR("public")))
        return true;
    if (str_equal(audience, STR("all")))
        return !str_equal(viewer, STR("public"));
    if (!has_keys)
        return false;
    if (is_mediator(items, viewer) && !str_starts_with(audience, group_start))
        return true;
    if (str_starts_with(audience, party_start))
        return str_equal(str_skip(audience, party_start.length), viewer);
    return str_starts_with(audience, group_start) &&
           access_is_member(items, str_skip(audience, group_start.length), viewer);
}

bool access_is_whole(const struct items *items, struct str viewer, bool has_keys,
                     struct str audience)
{
    if (str_starts_with(audience, party_start) &&
        !str_equal(str_skip(audience, party_start.length), viewer))
        return false;
    return access_may_read(items, viewer, has_keys, audience);
}

static bool add_reader(const struct items *items, struct str party, struct list *readers,
                       struct error *error)
{
    const struct item *item = items_find(items, "key", party);
    if (!item)
        return error_set(error, MISUSE,
                         "%.*s has no keys yet, so nothing can be sealed to it; give it a "
                         "passphrase with: entente party CASE %.*s --passphrase-file FILE",
                         STR_ARGS(party), STR_ARGS(party));
    if (readers->count >= 200)
        return error_set(error, TOO_LARGE, "an entry can be sealed to at most 200 readers");
    return keys_public(item->value, LIST_ADD(readers, struct public_keys), error);
}

static bool add_mediators(const struct items *items, struct arena *arena, struct list *readers,
                          struct error *error)
{
    struct list parties = items_of(items, "party", arena);
    size_t before = readers->count;
    for (size_t i = 0; i < parties.count; i++) {
        const struct item *party = *LIST_AT(&parties, const struct item *, i);
        if (is_mediator(items, party->id) && !add_reader(items, party->id, readers, error))
            return false;
    }
    return readers->count > before ||
           error_set(error, NOT_FOUND, "no party of this case is a mediator");
}

static bool add_group(const struct items *items, struct str group, struct list *readers,
                      struct error *error)
{
    const struct item *item = items_find(items, "group", group);
    const struct json *members = item ? json_member(item->value, "members") : NULL;
    for (size_t i = 0; members && i < members->count; i++)
        if (!add_reader(items, members->items[i].text, readers, error))
            return false;
    return (members && members->count > 0) ||
           error_set(error, NOT_FOUND, "the case knows no group %.*s with members",
                     STR_ARGS(group));
}

bool access_readers(const struct items *items, struct str by, struct str audience,
                    bool with_mediator, struct arena *arena, struct list *readers,
                    struct error *error)
{
    bool may_write = false;
    *readers = LIST_MAKE(arena, struct public_keys);
    if (str_starts_with(audience, party_start)) {
        struct str party = str_skip(audience, party_start.length);
        if (!items_find(items, "party", party))
            return error_set(error, NOT_FOUND, "the case knows no party %.*s", STR_ARGS(party));
        may_write = str_equal(by, party);
        if (may_write && !add_reader(items, party, readers, error))
            return false;
    } else if (str_starts_with(audience, group_start)) {
        struct str group = str_skip(audience, group_start.length);
        may_write = access_is_member(items, group, by);
        if (may_write && !add_group(items, group, readers, error))
            return false;
    } else if (str_equal(audience, STR("mediator"))) {
        may_write = is_mediator(items, by);
        if (may_write && !add_mediators(items, arena, readers, error))
            return false;
    } else {
        return error_set(error, MISUSE,
                         "\"%.*s\" names no readers; say public, all, mediator, party:ID or "
                         "group:ID",
                         STR_ARGS(audience));
    }
    if (!may_write)
        return error_set(error, FORBIDDEN, "%s%.*s may not write for %.*s",
                         by.length > 0 ? "" : "nobody in particular", STR_ARGS(by),
                         STR_ARGS(audience));
    return !with_mediator || str_equal(audience, STR("mediator")) ||
           add_mediators(items, arena, readers, error);
}

// Whose keys these are, by the state.
static const struct item *item_of(const struct items *items, const struct public_keys *keys,
                                  struct arena *arena)
{
    struct list all = items_of(items, "key", arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct item *item = *LIST_AT(&all, const struct item *, i);
        struct public_keys read;
        struct error unread;
        if (keys_public(item->value, &read, &unread) && memcmp(&read, keys, sizeof read) == 0)
            return item;
    }
    return NULL;
}

static bool is_pinned(const struct item *item, const struct public_keys *keys,
                      const struct list *pinned, struct error *error)
{
    const struct signer *signer = signer_named(pinned, item->id);
    if (!signer)
        return error_set(error, FORBIDDEN,
                         "%.*s could read it too, but no --key is theirs; nothing is sealed",
                         STR_ARGS(item->id));
    if (memcmp(signer->key, keys->sign, KEY_BYTES) != 0)
        return error_set(error, TAMPERED,
                         "the case gives %.*s another key than the one you know; nothing is sealed",
                         STR_ARGS(item->id));
    return keys_are_bound(item->value) ||
           error_set(error, FORBIDDEN,
                     "the key of %.*s does not vouch for what is sealed to it, as it is of an "
                     "older format; have it exchanged with --new-passphrase-file",
                     STR_ARGS(item->id));
}

bool access_are_pinned(const struct items *items, struct str by, const struct list *readers,
                       const struct list *pinned, struct error *error)
{
    struct arena *arena = arena_open();
    bool done = true;
    for (size_t i = 0; done && i < readers->count; i++) {
        const struct public_keys *keys = LIST_AT(readers, struct public_keys, i);
        const struct item *item = item_of(items, keys, arena);
        done = item ? str_equal(item->id, by) || is_pinned(item, keys, pinned, error)
                    : error_set(error, TAMPERED, "nobody in the case has such keys");
    }
    arena_close(arena);
    return done;
}
