// SPDX-License-Identifier: Apache-2.0
// The entries of a log as a viewer may read them.
#include "casefile/casefile.h"

#include "casefile/access.h"
#include "casefile/schema.h"
#include "casefile/sealed.h"

#include <stdlib.h>

bool casefile_is_past(const struct casefile *casefile, struct str time)
{
    return casefile->view.as_of.length > 0 && str_compare(time, casefile->view.as_of) > 0;
}

bool casefile_content(const struct casefile *casefile, const struct entry_row *row,
                      struct arena *arena, struct str *plain)
{
    if (entry_is_gone(row))
        return false;
    if (access_is_open(row->audience) || forgetting_is(row->content)) {
        *plain = arena_copy(arena, row->content);
        return true;
    }
    return casefile->has_keys && sealed_open(row->content, casefile->keys, arena, plain);
}

static bool is_change_proper(const struct casefile *casefile, const struct json *change,
                             struct str party, struct arena *arena)
{
    const struct json *set = json_member(change, "set");
    const char *kind = arena_c_string(arena, json_text(change, "kind"));
    const struct kind *known = schema_kind(str_of(kind));
    // Of another kind it may say what it has heard of others: the entry says by whom that is.
    bool is_own =
        !set || !known || !schema_is_sealed(known) || str_equal(json_text(set, "party"), party);
    return is_own && !items_find(&casefile->open, kind, json_text(change, "id"));
}

// Who writes in the log of a party sealed it at home, and nobody else has seen what is in it: what
// others, to whom it is sealed too, are told by it is the party's own, and changes nothing that stands
// for all.
static bool is_proper(const struct casefile *casefile, struct str audience,
                      const struct entry *entry, struct arena *arena)
{
    struct str party = str_skip(audience, STR("party:").length);
    if (!str_starts_with(audience, STR("party:")) || str_equal(party, casefile->view.viewer))
        return true;
    bool is_so = str_equal(entry->by, party);
    for (size_t i = 0; is_so && i < entry->changes->count; i++)
        is_so = is_change_proper(casefile, &entry->changes->items[i], party, arena);
    return is_so;
}

// Reads one row as the viewer may; *is_readable is false for a sealed entry of others, and for one in which
// is what no verb enters: it breaks nobody's case but is passed over.
static bool view_row(struct casefile *casefile, const struct entry_row *row, struct arena *arena,
                     struct viewed_entry *viewed, bool *is_readable, struct error *error)
{
    struct str plain;
    *is_readable = casefile_content(casefile, row, arena, &plain);
    if (!*is_readable)
        return true;
    bool is_open = access_is_open(row->audience);
    bool is_entry = entry_read(plain, arena, &viewed->entry, error);
    if (!is_open)
        *is_readable = is_entry && is_proper(casefile, row->audience, &viewed->entry, arena);
    else if (!is_entry) {
        struct str what = arena_print(arena, "entry %llu of %.*s", (unsigned long long)row->at,
                                      STR_ARGS(row->audience));
        error->place = place_with_part(place_of(casefile->record.case_id), what);
        return false;
    }
    if (!*is_readable)
        return true;
    viewed->audience = arena_copy(arena, row->audience);
    viewed->at = row->at;
    viewed->order = order_of(viewed->entry.time, viewed->audience, row->at, arena);
    return true;
}

bool casefile_next_entry(struct casefile *casefile, struct cursor *cursor, struct arena *arena,
                         struct viewed_entry *viewed, bool *more, struct error *error)
{
    struct entry_row row;
    bool is_shown = false;
    while (!is_shown) {
        if (!cursor_entry(cursor, &row, more, error))
            return false;
        if (!*more)
            return true;
        record_note(&casefile->record, &row);
        if (!view_row(casefile, &row, arena, viewed, &is_shown, error))
            return false;
        is_shown = is_shown && !casefile_is_past(casefile, viewed->entry.time);
    }
    return true;
}

bool casefile_may_see(const struct casefile *casefile, struct str audience)
{
    return access_may_read(&casefile->open, casefile->view.viewer, casefile->has_keys, audience);
}

bool casefile_may_count(const struct casefile *casefile, struct str audience)
{
    return access_is_whole(&casefile->open, casefile->view.viewer, casefile->has_keys, audience);
}

static int compare_orders(const void *a, const void *b)
{
    return str_compare(((const struct viewed_entry *)a)->order,
                       ((const struct viewed_entry *)b)->order);
}

uint64_t casefile_known(const struct list *known, struct str audience)
{
    for (size_t i = 0; known && i < known->count; i++)
        if (str_equal(LIST_AT(known, struct log_read, i)->audience, audience))
            return LIST_AT(known, struct log_read, i)->size;
    return 0;
}

bool casefile_entries(struct casefile *casefile, const struct list *known, struct arena *arena,
                      struct list *entries, struct error *error)
{
    struct list audiences;
    *entries = LIST_MAKE(arena, struct viewed_entry);
    if (!store_audiences(casefile->store, arena, &audiences, error))
        return false;
    for (size_t i = 0; i < audiences.count; i++) {
        struct str audience = *LIST_AT(&audiences, struct str, i);
        if (!casefile_may_see(casefile, audience))
            continue;
        struct cursor cursor =
            cursor_open(casefile->store, CURSOR_ENTRIES, audience, casefile_known(known, audience));
        struct viewed_entry viewed;
        bool more = true;
        bool done;
        while ((done = casefile_next_entry(casefile, &cursor, arena, &viewed, &more, error)) &&
               more)
            *LIST_ADD(entries, struct viewed_entry) = viewed;
        cursor_close(&cursor);
        if (!done)
            return false;
    }
    if (entries->count > 1)
        qsort(entries->items, entries->count, sizeof(struct viewed_entry), compare_orders);
    return true;
}
