// SPDX-License-Identifier: Apache-2.0
// BLAKE2b of 32 bytes throughout, as it is several times as fast as SHA-256 here:
//
//   leaf = B(0x00 part(kind) part(id) part(born) part(last) B(value))      node = B(0x01 left right)
#include "record/state_digest.h"

#include "base/builder.h"

#include <assert.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>

static struct hash short_hash(const void *bytes, size_t length)
{
    struct hash hash;
    crypto_generichash(hash.bytes, sizeof hash.bytes, bytes, length, NULL, 0);
    return hash;
}

struct hash state_value_hash(struct str text)
{
    return short_hash(text.bytes, text.length);
}

// Appends u64(length) and the text itself where there is room; *used counts on in any case.
static void put_part(unsigned char *buffer, size_t room, size_t *used, struct str text)
{
    if (*used + 8 + text.length <= room) {
        for (size_t i = 0; i < 8; i++)
            buffer[*used + i] = (unsigned char)((uint64_t)text.length >> (56 - 8 * i));
        if (text.length > 0)
            memcpy(buffer + *used + 8, text.bytes, text.length);
    }
    *used += 8 + text.length;
}

static size_t put_row(unsigned char *buffer, size_t room, const struct str *parts, size_t count,
                      struct hash value)
{
    size_t used = 1;
    buffer[0] = 0;
    for (size_t i = 0; i < count; i++)
        put_part(buffer, room, &used, parts[i]);
    if (used + HASH_BYTES <= room)
        memcpy(buffer + used, value.bytes, HASH_BYTES);
    return used + HASH_BYTES;
}

struct hash state_row_hash(struct str kind, struct str id, struct str born, struct str last,
                           struct hash value)
{
    const struct str parts[] = {kind, id, born, last};
    unsigned char buffer[512];
    size_t bytes = put_row(buffer, sizeof buffer, parts, 4, value);
    if (bytes <= sizeof buffer)
        return short_hash(buffer, bytes);
    struct arena *arena = arena_open_small(); // a long id
    unsigned char *larger = arena_take(arena, bytes, 1);
    (void)put_row(larger, bytes, parts, 4, value);
    struct hash hash = short_hash(larger, bytes);
    arena_close(arena);
    return hash;
}

static struct hash node_of(const struct hash *left, const struct hash *right)
{
    unsigned char bytes[1 + 2 * HASH_BYTES];
    bytes[0] = 1;
    memcpy(bytes + 1, left->bytes, HASH_BYTES);
    memcpy(bytes + 1 + HASH_BYTES, right->bytes, HASH_BYTES);
    return short_hash(bytes, sizeof bytes);
}

struct state_digest state_digest_make(struct arena *arena)
{
    return (struct state_digest){arena, LIST_MAKE(arena, struct list), LIST_MAKE(arena, size_t)};
}

static struct list hashes_copy(const struct list *level, struct arena *arena)
{
    struct list copy = LIST_MAKE(arena, struct hash);
    list_reserve(&copy, level->count);
    for (size_t i = 0; i < level->count; i++)
        *LIST_ADD(&copy, struct hash) = *LIST_AT(level, struct hash, i);
    return copy;
}

struct state_digest state_digest_copy(const struct state_digest *digest, struct arena *arena)
{
    struct state_digest copy = state_digest_make(arena);
    for (size_t i = 0; i < digest->levels.count; i++)
        *LIST_ADD(&copy.levels, struct list) =
            hashes_copy(LIST_AT(&digest->levels, struct list, i), arena);
    for (size_t i = 0; i < digest->changed.count; i++)
        *LIST_ADD(&copy.changed, size_t) = *LIST_AT(&digest->changed, size_t, i);
    return copy;
}

static struct list *level_at(struct state_digest *digest, size_t level)
{
    if (level == digest->levels.count)
        *LIST_ADD(&digest->levels, struct list) = LIST_MAKE(digest->arena, struct hash);
    return LIST_AT(&digest->levels, struct list, level);
}

void state_digest_set(struct state_digest *digest, size_t number, struct hash leaf)
{
    struct list *leaves = level_at(digest, 0);
    assert(number <= leaves->count);
    if (number == leaves->count)
        (void)LIST_ADD(leaves, struct hash);
    *LIST_AT(leaves, struct hash, number) = leaf;
    *LIST_ADD(&digest->changed, size_t) = number;
}

// Makes node i of the level above anew; a last node without a neighbour goes up as it is.
static void make_node(struct state_digest *digest, size_t level, size_t i)
{
    struct list *above = level_at(digest, level + 1);
    const struct list *below = level_at(digest, level);
    const struct hash *nodes = LIST_ITEMS(below, struct hash);
    if (i == above->count)
        (void)LIST_ADD(above, struct hash);
    *LIST_AT(above, struct hash, i) =
        2 * i + 1 < below->count ? node_of(&nodes[2 * i], &nodes[2 * i + 1]) : nodes[2 * i];
}

static size_t width_of(struct state_digest *digest, size_t level)
{
    return level_at(digest, level)->count;
}

static void make_paths(struct state_digest *digest)
{
    for (size_t c = 0; c < digest->changed.count; c++) {
        size_t i = *LIST_AT(&digest->changed, size_t, c);
        for (size_t level = 0; width_of(digest, level) > 1; level++)
            make_node(digest, level, i /= 2);
    }
}

static void make_all(struct state_digest *digest)
{
    for (size_t level = 0; width_of(digest, level) > 1; level++)
        for (size_t i = 0; i < (width_of(digest, level) + 1) / 2; i++)
            make_node(digest, level, i);
}

struct hash state_digest_root(struct state_digest *digest)
{
    enum { PATH_NODES = 16 };
    size_t count = width_of(digest, 0);
    if (count == 0)
        return short_hash("", 0);
    // Numbers of new leaves rise, so that each level has no gap when a path is made.
    if (digest->changed.count > count / PATH_NODES)
        make_all(digest);
    else
        make_paths(digest);
    list_cut(&digest->changed, 0);
    size_t top = 0;
    while (width_of(digest, top) > 1)
        top++;
    return *LIST_AT(level_at(digest, top), struct hash, 0);
}

struct str state_digest_text(struct state_digest *digest, uint64_t public_count,
                             struct arena *arena)
{
    struct hash root = state_digest_root(digest);
    struct builder bytes = builder_make(arena);
    builder_print(&bytes, "entente-state/1\n%" PRIu64 "\n", public_count);
    builder_add(&bytes, (struct str){(const char *)root.bytes, HASH_BYTES});
    struct hash bound = short_hash(builder_str(&bytes).bytes, builder_str(&bytes).length);
    return arena_print(arena, "%" PRIu64 " %.*s", public_count, STR_ARGS(hash_hex(bound, arena)));
}
