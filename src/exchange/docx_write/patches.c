// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/patches.h"

#include "exchange/docx_write/prefixes.h"

#include <assert.h>
#include <stdlib.h>

struct patch {
    size_t from;
    size_t to;
    struct str with;
    size_t order;
};

struct patches patches_make(struct arena *arena)
{
    return (struct patches){arena, LIST_MAKE(arena, struct patch)};
}

void patches_add(struct patches *patches, size_t from, size_t to, struct str with)
{
    size_t order = patches->items.count;
    *LIST_ADD(&patches->items, struct patch) = (struct patch){from, to, with, order};
}

void patches_set_prefix(struct patches *patches, struct str prefix)
{
    for (size_t i = 0; i < patches->items.count; i++) {
        struct patch *patch = LIST_AT(&patches->items, struct patch, i);
        patch->with = prefixes_renamed(patch->with, prefix, patches->arena);
    }
}

// By place; what is put in at a place stands before what replaces the bytes from there.
static int by_place(const void *a, const void *b)
{
    const struct patch *one = a;
    const struct patch *other = b;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    bool one_inserts = one->from == one->to;
    bool other_inserts = other->from == other->to;
    if (one_inserts != other_inserts)
        return one_inserts ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

struct str patches_apply(const struct patches *patches, struct str text, struct arena *arena)
{
    size_t count = patches->items.count;
    if (count == 0)
        return text;
    struct patch *items = LIST_ITEMS(&patches->items, struct patch);
    qsort(items, count, sizeof *items, by_place);
    size_t room = text.length;
    for (size_t i = 0; i < count; i++)
        room += items[i].with.length;
    struct builder out = builder_make(arena);
    builder_reserve(&out, room);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        assert(items[i].from >= at);
        builder_add(&out, str_slice(text, at, items[i].from));
        builder_add(&out, items[i].with);
        at = items[i].to;
    }
    builder_add(&out, str_skip(text, at));
    return builder_str(&out);
}
