// SPDX-License-Identifier: Apache-2.0
#include "casefile/forget.h"

#include "base/names.h"
#include "casefile/access.h"

#include <inttypes.h>
#include <string.h>

struct forget_run {
    struct casefile *casefile;
    const struct act *frame;
    const unsigned char *seed;
    const struct forget_what *what;
    struct list entries;   // struct viewed_entry: that are to go
    struct list audiences; // struct str: their logs, public before all before others
    struct list taken;     // struct forgotten
    struct names *files;   // hashes that these entries name
    struct error *error;
};

static bool is_target(const struct forget_run *run, const struct json *change)
{
    return str_equal(json_text(change, "kind"), run->what->kind) &&
           str_equal(json_text(change, "id"), run->what->id);
}

// Others stand on what such an entry says beside the item: signatures on keys, the order of rounds on drafts.
static bool may_go(const struct forget_run *run, const struct viewed_entry *viewed)
{
    for (size_t i = 0; i < viewed->entry.changes->count; i++) {
        const struct json *change = &viewed->entry.changes->items[i];
        struct str kind = json_text(change, "kind");
        bool is_key = str_equal(kind, STR("key"));
        if (is_key || (str_equal(kind, STR("draft")) && !is_target(run, change)))
            return error_set(run->error, MISUSE,
                             "entry %" PRIu64 " of %.*s cannot be taken out: it also %s %.*s, %s",
                             viewed->at, STR_ARGS(viewed->audience),
                             is_key ? "gives keys to" : "brings the draft",
                             STR_ARGS(json_text(change, "id")),
                             is_key ? "on which signatures stand"
                                    : "whose place among the drafts would be lost");
    }
    return true;
}

// The case itself, keys, and whoever has keys stay: signatures name them.
static bool may_be_forgotten(const struct forget_run *run)
{
    const struct forget_what *what = run->what;
    bool has_keys = str_equal(what->kind, STR("party")) &&
                    items_find(&run->casefile->open, "key", what->id) != NULL;
    if (str_equal(what->kind, STR("case")) || str_equal(what->kind, STR("key")) || has_keys)
        return error_set(
            run->error, MISUSE, "%.*s %.*s stays: %s", STR_ARGS(what->kind), STR_ARGS(what->id),
            str_equal(what->kind, STR("case")) ? "it is the case; what it says can be entered anew"
                                               : "on its keys signatures stand");
    return true;
}

static bool find_entries(struct forget_run *run)
{
    struct list all;
    struct arena *arena = run->casefile->frame;
    if (!may_be_forgotten(run) || !casefile_entries(run->casefile, NULL, arena, &all, run->error))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        const struct viewed_entry *viewed = LIST_AT(&all, struct viewed_entry, i);
        bool has_it = false;
        for (size_t k = 0; k < viewed->entry.changes->count; k++)
            has_it = has_it || is_target(run, &viewed->entry.changes->items[k]);
        if (!has_it)
            continue;
        if (!may_go(run, viewed))
            return false;
        *LIST_ADD(&run->entries, struct viewed_entry) = *viewed;
    }
    return run->entries.count > 0 ||
           error_set(run->error, NOT_FOUND,
                     "no entry that you may read says anything of a %.*s \"%.*s\"",
                     STR_ARGS(run->what->kind), STR_ARGS(run->what->id));
}

// One entry of a closed log, by its place alone.
static bool name_entry(struct forget_run *run)
{
    struct entry_row row;
    const struct forget_what *what = run->what;
    if (access_is_open(what->audience))
        return error_set(run->error, MISUSE,
                         "by its place an entry of a closed log is taken out; of what all may read "
                         "name the item: entente forget CASE KIND ID");
    if (!store_entry(run->casefile->store, what->audience, what->at, run->casefile->frame, &row,
                     run->error))
        return false;
    if (entry_is_gone(&row) || forgetting_is(row.content))
        return error_set(run->error, MISUSE, "entry %" PRIu64 " of %.*s %s", what->at,
                         STR_ARGS(what->audience),
                         entry_is_gone(&row) ? "was taken out before"
                                             : "says which others were taken out, and stays");
    *LIST_ADD(&run->entries, struct viewed_entry) =
        (struct viewed_entry){.audience = what->audience, .at = what->at};
    return true;
}

// The state counts the public's entries before that of all says what it is.
static void list_audiences(struct forget_run *run)
{
    for (int rank = 0; rank < 3; rank++)
        for (size_t i = 0; i < run->entries.count; i++) {
            struct str audience = LIST_AT(&run->entries, struct viewed_entry, i)->audience;
            bool is_known = false;
            for (size_t k = 0; k < run->audiences.count; k++)
                is_known =
                    is_known || str_equal(*LIST_AT(&run->audiences, struct str, k), audience);
            int own = str_equal(audience, STR("public")) ? 0
                      : str_equal(audience, STR("all"))  ? 1
                                                         : 2;
            if (own == rank && !is_known)
                *LIST_ADD(&run->audiences, struct str) = audience;
        }
}

static struct act act_for(const struct forget_run *run, const char *name, struct str audience)
{
    struct act act = act_make(name, run->casefile->frame);
    act.audience = audience;
    act.by = run->frame->by;
    act.now = run->frame->now;
    act.is_by_clock = run->frame->is_by_clock;
    act.at_any_time = run->frame->at_any_time;
    return act;
}

static bool append(struct forget_run *run, const struct act *act, uint64_t *at)
{
    struct chance chance;
    return casefile_chance(run->casefile, run->seed, act->audience, &chance, run->error) &&
           casefile_append(run->casefile, act, &chance, at, run->error);
}

// The file of a restated item belongs to the entry that restates it.
static void keep_file(struct act *act, const struct json *set, struct arena *arena)
{
    const struct json *file = json_member(set, "file");
    struct str stored = json_text(file, "stored");
    struct hash hash;
    if (file && hash_from_hex(stored.length > 0 ? stored : json_text(file, "sha256"), &hash))
        *LIST_ADD(&act->files, struct str) =
            arena_copy(arena, (struct str){(const char *)hash.bytes, HASH_BYTES});
}

// What an item is now because this entry said so, the entry that goes.
static void restate(struct forget_run *run, const struct viewed_entry *viewed, struct act *act)
{
    const struct items *items =
        access_is_open(viewed->audience) ? &run->casefile->open : &run->casefile->items;
    struct arena *arena = run->casefile->frame;
    for (size_t i = 0; viewed->entry.changes && i < viewed->entry.changes->count; i++) {
        const struct json *change = &viewed->entry.changes->items[i];
        struct str kind = json_text(change, "kind");
        size_t number;
        const struct item *item = items_at(items, kind, json_text(change, "id"), &number);
        if (is_target(run, change) || !item || !str_equal(item->last, viewed->order))
            continue;
        struct json *set = NULL;
        if (item->value) {
            set = ARENA_NEW(arena, struct json);
            *set = json_copy(item->value, arena);
            keep_file(act, set, arena);
        }
        act_add(act, arena_c_string(arena, kind), json_text(change, "id"), set);
    }
}

static bool restate_log(struct forget_run *run, struct str audience)
{
    struct act act = act_for(run, "restate", audience);
    for (size_t i = 0; i < run->entries.count; i++) {
        const struct viewed_entry *viewed = LIST_AT(&run->entries, struct viewed_entry, i);
        if (str_equal(viewed->audience, audience))
            restate(run, viewed, &act);
    }
    return act.changes.count == 0 || append(run, &act, NULL);
}

static bool empty_one(struct forget_run *run, const struct viewed_entry *viewed)
{
    struct arena *arena = run->casefile->frame;
    struct entry_row row;
    if (!store_entry(run->casefile->store, viewed->audience, viewed->at, arena, &row, run->error))
        return false;
    struct forgotten *gone = LIST_ADD(&run->taken, struct forgotten);
    *gone = (struct forgotten){.audience = viewed->audience, .at = viewed->at};
    gone->commitment = record_commitment(run->casefile->record.case_id, &row);
    if (!str_equal(row.commitment, (struct str){(const char *)gone->commitment.bytes, HASH_BYTES}))
        return error_set(run->error, TAMPERED,
                         "entry %" PRIu64 " of %.*s is not what was recorded there", viewed->at,
                         STR_ARGS(viewed->audience));
    for (size_t at = 0; at + HASH_BYTES <= row.attachments.length; at += HASH_BYTES)
        names_add(run->files, str_slice(row.attachments, at, at + HASH_BYTES));
    if (!store_empty_entry(run->casefile->store, viewed->audience, viewed->at, run->error) ||
        !store_entry(run->casefile->store, viewed->audience, viewed->at, arena, &row, run->error))
        return false;
    return entry_is_gone(&row) ||
           error_set(run->error, IO_FAILED,
                     "the entry reads back with its words; nothing was changed");
}

static void mark_named(const struct forget_run *run, const struct entry_row *row, bool *is_named)
{
    for (size_t at = 0; at + HASH_BYTES <= row->attachments.length; at += HASH_BYTES) {
        uint32_t number = names_find(run->files, str_slice(row->attachments, at, at + HASH_BYTES));
        if (number != NAMES_NONE)
            is_named[number] = true;
    }
}

static bool walk_named(struct forget_run *run, struct str audience, bool *is_named)
{
    struct cursor cursor = cursor_open(run->casefile->store, CURSOR_ENTRIES, audience, 0);
    struct entry_row row;
    bool more = true;
    bool done;
    while ((done = cursor_entry(&cursor, &row, &more, run->error)) && more)
        mark_named(run, &row, is_named);
    cursor_close(&cursor);
    return done;
}

// The same file may belong to entries that stay.
static bool drop_files(struct forget_run *run, size_t *count)
{
    struct arena *arena = run->casefile->frame;
    uint32_t files = names_count(run->files);
    bool *is_named = ARENA_ARRAY(arena, bool, files + 1);
    struct list audiences;
    *count = 0;
    if (files == 0)
        return true;
    if (!store_audiences(run->casefile->store, arena, &audiences, run->error))
        return false;
    for (size_t i = 0; i < audiences.count; i++)
        if (!walk_named(run, *LIST_AT(&audiences, struct str, i), is_named))
            return false;
    for (uint32_t i = 0; i < files; i++) {
        struct hash hash;
        memcpy(hash.bytes, names_at(run->files, i).bytes, HASH_BYTES);
        if (is_named[i])
            continue;
        if (!store_drop_attachment(run->casefile->store, hash, run->error))
            return false;
        (*count)++;
    }
    return true;
}

static bool tell_log(struct forget_run *run, struct str audience)
{
    struct act act = act_for(run, FORGETTING_ACT, audience);
    uint64_t at;
    for (size_t i = 0; i < run->taken.count; i++)
        if (str_equal(LIST_AT(&run->taken, struct forgotten, i)->audience, audience))
            *LIST_ADD(&act.forgets, struct forgotten) = *LIST_AT(&run->taken, struct forgotten, i);
    if (!append(run, &act, &at))
        return false;
    for (size_t i = 0; i < run->taken.count; i++)
        if (str_equal(LIST_AT(&run->taken, struct forgotten, i)->audience, audience))
            LIST_AT(&run->taken, struct forgotten, i)->told_at = at;
    return true;
}

static bool run_forget(struct forget_run *run, size_t *file_count)
{
    if (!(run->what->kind.length > 0 ? find_entries(run) : name_entry(run)))
        return false;
    list_audiences(run);
    for (size_t i = 0; i < run->audiences.count; i++)
        if (!restate_log(run, *LIST_AT(&run->audiences, struct str, i)))
            return false;
    for (size_t i = 0; i < run->entries.count; i++)
        if (!empty_one(run, LIST_AT(&run->entries, struct viewed_entry, i)))
            return false;
    if (!drop_files(run, file_count) || !casefile_remake(run->casefile, run->error))
        return false;
    for (size_t i = 0; i < run->audiences.count; i++)
        if (!tell_log(run, *LIST_AT(&run->audiences, struct str, i)))
            return false;
    return true;
}

bool casefile_forget(struct casefile *casefile, const struct act *frame, const unsigned char *seed,
                     const struct forget_what *what, struct forget_done *done_so,
                     struct error *error)
{
    struct arena *arena = casefile->frame;
    struct forget_run run = {.casefile = casefile,
                             .frame = frame,
                             .seed = seed,
                             .what = what,
                             .entries = LIST_MAKE(arena, struct viewed_entry),
                             .audiences = LIST_MAKE(arena, struct str),
                             .taken = LIST_MAKE(arena, struct forgotten),
                             .files = names_make(arena),
                             .error = error};
    size_t file_count = 0;
    if (!run_forget(&run, &file_count))
        return false;
    *done_so = (struct forget_done){run.taken, file_count};
    return true;
}
