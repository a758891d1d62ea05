// SPDX-License-Identifier: Apache-2.0
// Signed checkpoints of the logs, and co-signatures.
#include "workbench/case/case_checkpoint.h"

#include "casefile/access.h"
#include "record/note.h"

#include "workbench/door.h"

#include <string.h>

static bool check_may_sign(const struct casefile *casefile, struct str audience,
                           struct error *error)
{
    if (!casefile->has_keys)
        return error_set(error, MISUSE,
                         "a checkpoint is signed by a party: give --as and --passphrase-file");
    return casefile_may_count(casefile, audience) ||
           error_set(error, FORBIDDEN, "%.*s may not see the log %.*s",
                     STR_ARGS(casefile->view.viewer), STR_ARGS(audience));
}

// The seconds since 1970 of "2025-12-20T10:00:00Z".
static bool seconds_of(struct str time, uint64_t *seconds)
{
    int64_t whole = casefile_is_time(time) ? casefile_seconds(time) : -1;
    *seconds = (uint64_t)whole;
    return whole >= 0;
}

// The note, and whose log it is of.
static bool read_note(const struct casefile *casefile, const struct entente_file *file,
                      struct arena *arena, struct note *note, struct str *audience,
                      struct error *error)
{
    struct str start = record_origin(&casefile->record, STR(""), arena);
    if (!note_read(str_of(file->name), answer_file(file), arena, note, error))
        return false;
    if (!str_starts_with(note->checkpoint.origin, start))
        return error_at(error, BAD_INPUT, place_of(str_of(file->name)),
                        "this checkpoint is of another case: %.*s",
                        STR_ARGS(note->checkpoint.origin));
    *audience = str_skip(note->checkpoint.origin, start.length);
    return true;
}

// Is it of the entries that this case holds?
static bool check_entries(const struct casefile *casefile, const struct entente_file *file,
                          struct str audience, const struct note *note, struct error *error)
{
    struct merkle tree;
    struct record record = casefile->record;
    struct head_row head;
    if (!store_head(casefile->store, audience, &head, error))
        return false;
    // Nobody signs what the own copy does not bear out.
    if (note->checkpoint.size > head.size)
        return error_at(error, TAMPERED, place_of(str_of(file->name)),
                        "the checkpoint has %llu entries, this case only %llu",
                        (unsigned long long)note->checkpoint.size, (unsigned long long)head.size);
    if (!record_tree(&record, audience, note->checkpoint.size, &tree, error))
        return false;
    return hash_equal(merkle_root(&tree), note->checkpoint.root) ||
           error_at(error, TAMPERED, place_of(str_of(file->name)),
                    "the checkpoint is not of the entries that this case holds");
}

static bool read_cosigned(const struct casefile *casefile, const struct entente_file *file,
                          struct arena *arena, struct note *note, struct error *error)
{
    struct str audience = {NULL, 0};
    return read_note(casefile, file, arena, note, &audience, error) &&
           check_may_sign(casefile, audience, error) &&
           check_entries(casefile, file, audience, note, error);
}

// Keeps of a note that somebody brings what is known to be good: a signature that only claims to be by
// a party is refused at the door, a line by a key that the case does not know is passed over.
static bool weigh_signatures(const struct casefile *casefile, struct note *note,
                             const struct entente_file *file, struct arena *arena,
                             struct error *error)
{
    struct list good = LIST_MAKE(arena, struct note_signature);
    for (size_t i = 0; i < note->signatures.count; i++) {
        const struct note_signature *signature =
            LIST_AT(&note->signatures, struct note_signature, i);
        const struct item *key = items_find(&casefile->open, "key", signature->name);
        struct public_keys keys;
        if (!key || !keys_public(key->value, &keys, error) || !note_names_key(signature, keys.sign))
            continue;
        if (!note_is_signed(note->body, signature, keys.sign))
            return error_at(error, TAMPERED, place_of(str_of(file->name)),
                            "the signature in the name of %.*s is not theirs; it is not co-signed",
                            STR_ARGS(signature->name));
        *LIST_ADD(&good, struct note_signature) = *signature;
    }
    note->signatures = good;
    return true;
}

// The note under which the case keeps this size of the log, NULL when there is none yet.
static bool stored_note(struct casefile *casefile, struct str audience, uint64_t size,
                        struct arena *arena, struct note **stored, struct error *error)
{
    struct list rows;
    *stored = NULL;
    if (!store_checkpoints(casefile->store, arena, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        const struct checkpoint_row *row = LIST_AT(&rows, struct checkpoint_row, i);
        if (row->size != size || !str_equal(row->audience, audience))
            continue;
        *stored = ARENA_NEW(arena, struct note);
        return note_read(STR("the checkpoint in the case"), row->note, arena, *stored, error);
    }
    return true;
}

// Names the newest checkpoint of the log that the case keeps from before this one.
static bool follow(struct casefile *casefile, struct str audience, struct arena *arena,
                   struct checkpoint *checkpoint, struct error *error)
{
    struct list rows;
    struct note before;
    if (!store_checkpoints(casefile->store, arena, &rows, error))
        return false;
    for (size_t i = 0; i < rows.count; i++) {
        const struct checkpoint_row *row = LIST_AT(&rows, struct checkpoint_row, i);
        if (row->size >= checkpoint->size || !str_equal(row->audience, audience))
            continue;
        if (!note_read(STR("the checkpoint in the case"), row->note, arena, &before, error))
            return false;
        checkpoint->has_previous = true; // rows rise by size
        checkpoint->previous_size = row->size;
        checkpoint->previous = hash_of(before.body);
    }
    return true;
}

// Whoever co-signs vouches for the ones before too, so they must be here.
static bool check_previous(struct casefile *casefile, const struct note *note, struct str audience,
                           struct arena *arena, struct error *error)
{
    const struct checkpoint *checkpoint = &note->checkpoint;
    struct note *stored;
    if (!checkpoint->has_previous)
        return true;
    if (!stored_note(casefile, audience, checkpoint->previous_size, arena, &stored, error))
        return false;
    return (stored && hash_equal(hash_of(stored->body), checkpoint->previous)) ||
           error_set(error, NOT_FOUND,
                     "this checkpoint follows one at %llu entries that the case does not have; "
                     "co-sign that one first",
                     (unsigned long long)checkpoint->previous_size);
}

static void gather(struct list *signatures, const struct note_signature *signature)
{
    for (size_t i = 0; i < signatures->count; i++) {
        const struct note_signature *other = LIST_AT(signatures, struct note_signature, i);
        if (str_equal(other->name, signature->name) && str_equal(other->bytes, signature->bytes))
            return;
    }
    *LIST_ADD(signatures, struct note_signature) = *signature;
}

// Signatures on one state of a log gather in one note: none takes the place of another.
static bool store_note(struct casefile *casefile, const struct note *note, struct str line,
                       struct arena *arena, struct error *error)
{
    struct str start = record_origin(&casefile->record, STR(""), arena);
    struct checkpoint_row row = {
        str_skip(note->checkpoint.origin, start.length), note->checkpoint.size, {NULL, 0}};
    struct list all = LIST_MAKE(arena, struct note_signature);
    struct note *stored;
    if (!check_previous(casefile, note, row.audience, arena, error) ||
        !stored_note(casefile, row.audience, row.size, arena, &stored, error))
        return false;
    if (stored && !str_equal(stored->body, note->body) &&
        hash_equal(stored->checkpoint.root, note->checkpoint.root))
        return error_set(error, MISUSE,
                         "the case keeps a checkpoint of these %llu entries already that follows "
                         "another one; co-sign that",
                         (unsigned long long)row.size);
    if (stored && !str_equal(stored->body, note->body))
        return error_set(error, TAMPERED,
                         "the case keeps another checkpoint of these %llu entries; entente verify "
                         "says more",
                         (unsigned long long)row.size);
    for (size_t i = 0; stored && i < stored->signatures.count; i++)
        gather(&all, LIST_AT(&stored->signatures, struct note_signature, i));
    for (size_t i = 0; i < note->signatures.count; i++)
        gather(&all, LIST_AT(&note->signatures, struct note_signature, i));
    row.note = note_write(note->body, &all, line, arena);
    return store_add_checkpoint(casefile->store, &row, error) &&
           store_bind_checkpoints(casefile->store, error);
}

// The body to be signed: that of the checkpoint which the case has of these entries, or a new one.
static bool make_body(struct casefile *casefile, struct str audience, struct arena *arena,
                      struct note *note, struct error *error)
{
    struct head_row head;
    struct note *stored;
    if (!check_may_sign(casefile, audience, error) ||
        !store_head(casefile->store, audience, &head, error))
        return false;
    if (head.size == 0)
        return error_set(error, NOT_FOUND, "the log %.*s has no entries yet", STR_ARGS(audience));
    note->signatures = LIST_MAKE(arena, struct note_signature);
    note->checkpoint =
        (struct checkpoint){.origin = record_origin(&casefile->record, audience, arena),
                            .size = head.size,
                            .root = head.root};
    if (!stored_note(casefile, audience, head.size, arena, &stored, error))
        return false;
    if (stored && hash_equal(stored->checkpoint.root, head.root)) {
        note->checkpoint = stored->checkpoint;
        note->body = stored->body;
        return true;
    }
    if (!follow(casefile, audience, arena, &note->checkpoint, error))
        return false;
    note->body = checkpoint_body(&note->checkpoint, arena);
    return true;
}

static bool sign(struct casefile *casefile, struct str audience, const struct entente_file *cosign,
                 struct str now, struct entente_answer *made, struct error *error)
{
    struct note note = {.body = {NULL, 0}};
    uint64_t seconds;
    struct str line;
    struct arena *arena = made->arena;
    struct str signer = casefile->view.viewer;
    if (!seconds_of(now, &seconds))
        return error_set(error, MISUSE, "\"%.*s\" is not a time like 2025-12-20T10:00:00Z",
                         STR_ARGS(str_slice(now, 0, 40)));
    if (cosign) {
        if (!read_cosigned(casefile, cosign, arena, &note, error) ||
            !weigh_signatures(casefile, &note, cosign, arena, error))
            return false;
        line = note_cosign(note.body, signer, seconds, casefile->keys, arena);
        made->output = note_write(note.body, &note.signatures, line, arena);
    } else {
        if (!make_body(casefile, audience, arena, &note, error))
            return false;
        line = note_sign(note.body, signer, casefile->keys, arena);
        made->output = note_write(note.body, &note.signatures, line, arena);
    }
    return store_note(casefile, &note, line, arena, error);
}

static bool bears_signature(const struct note *note, struct str party)
{
    for (size_t i = 0; i < note->signatures.count; i++)
        if (str_equal(LIST_AT(&note->signatures, struct note_signature, i)->name, party))
            return true;
    return false;
}

bool case_take_checkpoint(struct casefile *casefile, struct str party,
                          const struct entente_file *file, struct note *note, struct error *error)
{
    struct arena *arena = casefile->frame;
    struct str audience = {NULL, 0};
    if (!read_note(casefile, file, arena, note, &audience, error))
        return false;
    if (!access_is_open(audience) && !access_is_of(audience, party))
        return error_set(error, FORBIDDEN, "%.*s may not see the log %.*s", STR_ARGS(party),
                         STR_ARGS(str_slice(audience, 0, 80)));
    if (!check_entries(casefile, file, audience, note, error) ||
        !weigh_signatures(casefile, note, file, arena, error))
        return false;
    if (!bears_signature(note, party))
        return error_set(error, FORBIDDEN, "the checkpoint bears no signature of %.*s",
                         STR_ARGS(party));
    return store_note(casefile, note, STR(""), arena, error);
}

// The newest checkpoint that the case keeps of a log. Rows rise by size.
static bool give_kept(struct casefile *casefile, struct str audience, struct entente_answer *made,
                      struct error *error)
{
    struct list rows;
    if (!casefile_may_count(casefile, audience))
        return error_set(error, FORBIDDEN, "you may not see the log %.*s", STR_ARGS(audience));
    if (!store_checkpoints(casefile->store, made->arena, &rows, error))
        return false;
    for (size_t i = rows.count; i-- > 0;) {
        const struct checkpoint_row *row = LIST_AT(&rows, struct checkpoint_row, i);
        if (!str_equal(row->audience, audience))
            continue;
        made->output = row->note;
        return true;
    }
    return error_set(error, NOT_FOUND, "no checkpoint of the log %.*s has been signed yet",
                     STR_ARGS(audience));
}

bool entente_case_checkpoint(const struct entente_checkpoint_options *options,
                             struct entente_case *handle, const struct entente_bounds *bounds,
                             struct entente_answer **answer, struct entente_error *error)
{
    struct entente_checkpoint_options own;
    if (!DOOR_TAKE(options, &own, error) || !case_begin(handle, bounds, error))
        return false;
    options = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    if (own.is_kept) {
        bool found = give_kept(casefile, str_of(own.audience ? own.audience : "all"), made, &inner);
        return case_end(handle, found, made, answer, &inner, error);
    }
    bool done = casefile_begin(casefile, &inner);
    if (done) {
        done = sign(casefile, str_of(options->audience ? options->audience : "all"),
                    options->cosign, str_of(options->now), made, &inner) &&
               casefile_commit(casefile, &inner);
        if (!done)
            casefile_rollback(casefile);
    }
    return case_end(handle, done, made, answer, &inner, error);
}
