// SPDX-License-Identifier: Apache-2.0
// Acts become entries: written down in canonical form, sealed where they must be, appended, applied.
#include "base/names.h"
#include "base/plain_name.h"
#include "casefile/access.h"
#include "casefile/casefile.h"
#include "casefile/sealed.h"
#include "record/note.h"

#include <assert.h>
#include <string.h>

struct act act_make(const char *name, struct arena *arena)
{
    return (struct act){.name = name,
                        .audience = STR("all"),
                        .changes = LIST_MAKE(arena, struct change),
                        .pinned = LIST_MAKE(arena, struct signer),
                        .forgets = LIST_MAKE(arena, struct forgotten),
                        .files = LIST_MAKE(arena, struct str)};
}

void act_add(struct act *act, const char *kind, struct str id, const struct json *set)
{
    *LIST_ADD(&act->changes, struct change) = (struct change){kind, id, set};
}

// [{"at":…,"commitment":…}]
static const struct json *forgets_json(const struct act *act, struct arena *arena)
{
    struct json *named = ARENA_ARRAY(arena, struct json, act->forgets.count);
    for (size_t i = 0; i < act->forgets.count; i++) {
        const struct forgotten *forgotten = LIST_AT(&act->forgets, struct forgotten, i);
        struct str bytes = {(const char *)forgotten->commitment.bytes, HASH_BYTES};
        struct json_object object = json_object_make(arena);
        // an index is below 2^63
        json_object_set(&object, STR("at"), json_of_int(arena, (int64_t)forgotten->at));
        json_object_set(&object, STR("commitment"), json_of_str(arena, base64_write(bytes, arena)));
        named[i] = *json_object_done(&object, arena);
    }
    struct json *row = ARENA_NEW(arena, struct json);
    *row = (struct json){.kind = JSON_ARRAY, .items = named, .count = act->forgets.count};
    return row;
}

// {"act":…,"by":…,"changes":[{"id":…,"kind":…,"set":{…}}],"time":…}
static bool write_content(const struct act *act, struct str time, struct arena *arena,
                          struct str *content, struct error *error)
{
    struct json *changes = ARENA_ARRAY(arena, struct json, act->changes.count);
    struct json truth = {.kind = JSON_BOOL, .truth = true};
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        struct json_object object = json_object_make(arena);
        json_object_set(&object, STR("kind"), json_of_str(arena, str_of(change->kind)));
        json_object_set(&object, STR("id"), json_of_str(arena, change->id));
        if (change->set)
            json_object_set(&object, STR("set"), change->set);
        else
            json_object_set(&object, STR("gone"), &truth);
        changes[i] = *json_object_done(&object, arena);
    }
    struct json row = {.kind = JSON_ARRAY, .items = changes, .count = act->changes.count};
    struct json_object entry = json_object_make(arena);
    json_object_set(&entry, STR("act"), json_of_str(arena, str_of(act->name)));
    if (act->by.length > 0)
        json_object_set(&entry, STR("by"), json_of_str(arena, act->by));
    if (act->at_any_time && !str_equal(act->now, time))
        json_object_set(&entry, STR("clock"), json_of_str(arena, act->now));
    json_object_set(&entry, STR("changes"), &row);
    if (act->forgets.count > 0)
        json_object_set(&entry, STR("forgets"), forgets_json(act, arena));
    json_object_set(&entry, STR("time"), json_of_str(arena, time));
    struct builder out = builder_make(arena);
    if (!canon_write(json_object_done(&entry, arena), &out, error))
        return false;
    *content = builder_str(&out);
    return true;
}

// Every change must come after what it changes. Within one second an entry for a wider audience
// sorts before one for a narrower; where that would undo it, it counts as of the second after.
static bool is_after_all(const struct casefile *casefile, const struct act *act, struct str order)
{
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        const struct item *item = items_find(&casefile->open, change->kind, change->id);
        if (item && str_compare(item->last, order) > 0)
            return false;
    }
    return true;
}

// The text of a time one second later; only the carries that a clock can make.
static struct str second_after(struct str time, struct arena *arena)
{
    static const struct {
        size_t at;
        char last_tens, last_ones;
    } wheels[] = {{17, '5', '9'}, {14, '5', '9'}, {11, '2', '3'}};
    struct str copy = arena_copy(arena, time);
    char *digits = (char *)(uintptr_t)copy.bytes; // the copy is ours
    for (size_t i = 0; i < sizeof wheels / sizeof *wheels; i++) {
        char *wheel = digits + wheels[i].at;
        if (wheel[0] != wheels[i].last_tens || wheel[1] != wheels[i].last_ones) {
            wheel[0] = (char)(wheel[1] == '9' ? wheel[0] + 1 : wheel[0]);
            wheel[1] = (char)(wheel[1] == '9' ? '0' : wheel[1] + 1);
            return copy;
        }
        wheel[0] = wheel[1] = '0';
    }
    return time; // the last second of a day: the caller says so
}

// The time from which an act counts: its own, or the newest entry's where it may not lie before it.
static bool choose_time(const struct casefile *casefile, const struct act *act, struct str *now,
                        struct error *error)
{
    enum { LATE_SECONDS = 60 };
    static const int64_t far_seconds = (int64_t)366 * 24 * 60 * 60;
    if (!casefile_is_time(act->now))
        return error_set(error, MISUSE, "\"%.*s\" is not a time like 2025-12-20T10:00:00Z",
                         STR_ARGS(str_slice(act->now, 0, 40)));
    *now = act->now;
    if (!casefile_is_time(casefile->newest))
        return true;
    int64_t behind = casefile_seconds(act->now) - casefile_seconds(casefile->newest);
    bool is_late = behind < 0 && act->is_by_clock && -behind <= LATE_SECONDS;
    if (behind < 0)
        *now = casefile->newest;
    if (act->at_any_time || is_late || (behind >= 0 && behind <= far_seconds))
        return true;
    return error_set(
        error, MISUSE,
        behind < 0 ? "it is %.*s by the clock, but the record already goes to %.*s; if that "
                     "was a wrong clock, --any-time enters it as of then, with its own time "
                     "beside"
                   : "it is %.*s by the clock, and the record goes to %.*s only; if more than "
                     "a year has gone by, say so with --any-time",
        STR_ARGS(act->now), STR_ARGS(casefile->newest));
}

static bool place_in_time(struct casefile *casefile, const struct act *act, struct arena *arena,
                          struct str *time, uint64_t *at, struct error *error)
{
    struct str now = {NULL, 0};
    struct head_row head;
    if (!choose_time(casefile, act, &now, error) ||
        !store_head(casefile->store, act->audience, &head, error))
        return false;
    *at = head.size;
    struct str order = order_of(now, act->audience, head.size, arena);
    *time = is_after_all(casefile, act, order) ? now : second_after(now, arena);
    order = order_of(*time, act->audience, head.size, arena);
    return is_after_all(casefile, act, order) ||
           error_set(error, MISUSE,
                     "wait for the next second: another entry of this one stands "
                     "in the way");
}

static struct str joined_hashes(const struct act *act, struct arena *arena)
{
    struct builder hashes = builder_make(arena);
    for (size_t i = 0; i < act->files.count; i++)
        builder_add(&hashes, *LIST_AT(&act->files, struct str, i));
    return builder_str(&hashes);
}

// What goes to the disk: the content itself, or the sealed content.
static bool seal_for(struct casefile *casefile, const struct act *act, struct str plain,
                     struct chance *chance, struct arena *arena, struct str *stored,
                     struct error *error)
{
    struct list readers;
    if (access_is_open(act->audience) || act->forgets.count > 0) {
        *stored = plain;
        return true;
    }
    if (!access_readers(&casefile->open, act->by, act->audience, act->with_mediator, arena,
                        &readers, error))
        return false;
    if (act->pinned.count > 0 &&
        !access_are_pinned(&casefile->open, act->by, &readers, &act->pinned, error))
        return false;
    *stored =
        sealed_make(plain, LIST_ITEMS(&readers, struct public_keys), readers.count, chance, arena);
    return true;
}

// Whether the act may change what the viewer can read.
static bool moves_access(const struct casefile *casefile, const struct act *act)
{
    static const char *const kinds[] = {"party", "group", "key"};
    for (size_t i = 0; casefile->has_keys && i < act->changes.count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (strcmp(LIST_AT(&act->changes, struct change, i)->kind, kinds[k]) == 0)
                return true;
    return false;
}

// Whose keys are exchanged by others would be sealed to and believed by others.
static bool check_keys(const struct casefile *casefile, const struct act *act, struct error *error)
{
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        struct key_owner owner = {casefile->record.case_id, change->id};
        if (strcmp(change->kind, "key") != 0)
            continue;
        const struct item *old = items_find(&casefile->open, "key", change->id);
        if (!str_equal(act->audience, STR("all")) || !change->set)
            return error_set(error, MISUSE,
                             "keys are for all to see, and stay; %.*s can exchange them",
                             STR_ARGS(change->id));
        if (old && !keys_are_handed(owner, old->value, change->set))
            return error_set(error, FORBIDDEN,
                             "only %.*s can exchange its keys: entente party CASE %.*s --as %.*s "
                             "--passphrase-file OLD --new-passphrase-file NEW",
                             STR_ARGS(change->id), STR_ARGS(change->id), STR_ARGS(change->id));
    }
    return true;
}

static const char *const named_kinds[] = {"party", "group"};

static bool names_somebody_new(const struct casefile *casefile, const struct change *change)
{
    bool is_named =
        strcmp(change->kind, named_kinds[0]) == 0 || strcmp(change->kind, named_kinds[1]) == 0;
    return is_named && change->set && !items_find(&casefile->open, change->kind, change->id);
}

// The looks of all parties and groups that are there, and beside each number the id.
struct look_alikes {
    struct names *names;
    struct list ids; // struct str
};

static struct str *add_look(struct look_alikes *looks, struct str look, struct str id)
{
    uint32_t number = names_add(looks->names, look);
    if (number == looks->ids.count)
        *LIST_ADD(&looks->ids, struct str) = id;
    return LIST_AT(&looks->ids, struct str, number);
}

static struct look_alikes looks_of(const struct items *items, struct arena *arena)
{
    struct look_alikes looks = {names_make(arena), LIST_MAKE(arena, struct str)};
    for (size_t k = 0; k < sizeof named_kinds / sizeof named_kinds[0]; k++) {
        struct list all = items_of(items, named_kinds[k], arena);
        for (size_t i = 0; i < all.count; i++) {
            struct str id = (*LIST_AT(&all, const struct item *, i))->id;
            (void)add_look(&looks, plain_name_look(id, arena), id);
        }
    }
    return looks;
}

// Whoever is new must be told apart from all who are there by those who only see the name.
static bool check_looks(const struct casefile *casefile, const struct act *act, struct error *error)
{
    struct arena *arena = casefile->frame;
    struct look_alikes looks = {NULL, {0}};
    for (size_t i = 0; i < act->changes.count; i++) {
        const struct change *change = LIST_AT(&act->changes, struct change, i);
        if (!names_somebody_new(casefile, change))
            continue;
        if (!looks.names)
            looks = looks_of(&casefile->open, arena);
        struct str look = plain_name_look(change->id, arena);
        if (look.length == 0)
            return error_set(error, BAD_INPUT, "of this id of a %s nothing can be seen",
                             change->kind);
        const struct str *other = add_look(&looks, look, change->id);
        if (!str_equal(*other, change->id))
            return error_set(error, BAD_INPUT,
                             "\"%.*s\" looks like \"%.*s\", which is another's id already; they "
                             "differ in how their bytes stand for characters, or in some that show "
                             "nothing",
                             STR_ARGS(change->id), STR_ARGS(*other));
    }
    return true;
}

// An entry for all says what the state is after it, in a member that stands before the last, "time".
static bool mark_state(struct casefile *casefile, struct str time, struct str *content,
                       struct error *error)
{
    struct head_row head;
    struct arena *arena = casefile->frame;
    size_t behind = content->length - time.length - STR("\"time\":\"\"}").length;
    if (!store_head(casefile->store, STR("public"), &head, error))
        return false;
    struct str state = state_digest_text(&casefile->digest, head.size, arena);
    struct builder marked = builder_make(arena);
    builder_add(&marked, str_slice(*content, 0, behind));
    builder_print(&marked, "\"state\":\"%.*s\",", STR_ARGS(state));
    builder_add(&marked, str_skip(*content, behind));
    *content = builder_str(&marked);
    return true;
}

// The state in memory is ahead of the record for a moment: an append that fails is rolled back.
static bool apply_and_mark(struct casefile *casefile, const struct act *act,
                           const struct entry *entry, uint64_t at, struct str *content,
                           struct error *error)
{
    casefile->has_appended = true;
    casefile_update(casefile, entry, act->audience, at);
    casefile->is_stale = casefile->is_stale || moves_access(casefile, act);
    return !casefile->has_digest || !str_equal(act->audience, STR("all")) ||
           mark_state(casefile, entry->time, content, error);
}

bool casefile_append(struct casefile *casefile, const struct act *act, struct chance *chance,
                     uint64_t *at, struct error *error)
{
    assert((act->changes.count > 0) != (act->forgets.count > 0));
    struct arena *arena = casefile->frame;
    struct str time = {NULL, 0};
    struct str content = {NULL, 0};
    struct entry entry;
    uint64_t place;
    uint64_t index;
    if (!check_keys(casefile, act, error) || !check_looks(casefile, act, error) ||
        !place_in_time(casefile, act, arena, &time, &place, error) ||
        !write_content(act, time, arena, &content, error) ||
        !entry_read(content, arena, &entry, error) ||
        !seal_for(casefile, act, content, chance, arena, &content, error) ||
        !apply_and_mark(casefile, act, &entry, place, &content, error) ||
        !record_append(&casefile->record, act->audience, content, joined_hashes(act, arena), chance,
                       &index, error))
        return false;
    assert(index == place);
    if (at)
        *at = index;
    return true;
}

bool casefile_add_file(struct casefile *casefile, struct act *act, struct str name,
                       struct str bytes, struct chance *chance, const struct json **reference,
                       struct error *error)
{
    struct arena *arena = casefile->frame;
    struct arena *scratch = arena_open(); // a sealed copy is as large as the file
    struct str stored = {NULL, 0};
    struct hash hash;
    bool done = seal_for(casefile, act, bytes, chance, scratch, &stored, error) &&
                store_add_attachment(casefile->store, stored, &hash, error);
    arena_close(scratch);
    if (!done)
        return false;
    struct str view = {(const char *)hash.bytes, HASH_BYTES};
    *LIST_ADD(&act->files, struct str) = arena_copy(arena, view);
    struct json_object object = json_object_make(arena);
    json_object_set(&object, STR("bytes"), json_of_int(arena, (int64_t)bytes.length));
    json_object_set(&object, STR("name"), json_of_str(arena, arena_copy(arena, name)));
    json_object_set(&object, STR("sha256"), json_of_str(arena, hash_hex(hash_of(bytes), arena)));
    if (!access_is_open(act->audience))
        json_object_set(&object, STR("stored"), json_of_str(arena, hash_hex(hash, arena)));
    *reference = json_object_done(&object, arena);
    return true;
}

bool casefile_file(struct casefile *casefile, const struct json *reference, struct arena *arena,
                   struct str *bytes, struct error *error)
{
    struct str shown = json_text(reference, "stored");
    struct hash stored;
    struct hash plain;
    struct str found;
    if (!hash_from_hex(json_text(reference, "sha256"), &plain))
        return error_set(error, BAD_INPUT, "this is no reference to a file");
    if (shown.length == 0)
        return store_attachment(casefile->store, plain, arena, bytes, error);
    if (!hash_from_hex(shown, &stored))
        return error_set(error, BAD_INPUT, "this is no reference to a file");
    if (!store_attachment(casefile->store, stored, arena, &found, error))
        return false;
    if (!casefile->has_keys || !sealed_open(found, casefile->keys, arena, bytes))
        return error_set(error, FORBIDDEN, "this file is sealed to others");
    return hash_equal(hash_of(*bytes), plain) ||
           error_set(error, TAMPERED, "the sealed file is not the one that was recorded");
}
