// SPDX-License-Identifier: Apache-2.0
// Signed checkpoints of the logs, and co-signatures.
#include "record/note.h"
#include "workbench/case/case.h"

#include "base/checked.h"
#include "base/civil.h"
#include "base/utf8.h"
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
    int64_t part[6];
    static const size_t from[] = {0, 5, 8, 11, 14, 17};
    static const size_t to[] = {4, 7, 10, 13, 16, 19};
    for (size_t i = 0; i < 6; i++)
        if (time.length != 20 || !checked_parse(str_slice(time, from[i], to[i]), &part[i]))
            return false;
    if (part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31)
        return false;
    int64_t days = day_of_civil((struct civil){part[0], (int)part[1], (int)part[2]});
    int64_t whole = ((days * 24 + part[3]) * 60 + part[4]) * 60 + part[5];
    *seconds = (uint64_t)whole;
    return whole >= 0;
}

static bool read_cosigned(const struct casefile *casefile, const struct entente_file *file,
                          struct arena *arena, struct note *note, struct error *error)
{
    struct merkle tree;
    struct str audience;
    struct str start = record_origin(&casefile->record, STR(""), arena);
    if (!note_read(str_of(file->name), answer_file(file), arena, note, error))
        return false;
    if (!str_starts_with(note->checkpoint.origin, start))
        return error_at(error, BAD_INPUT, place_of(str_of(file->name)),
                        "this checkpoint is of another case: %.*s",
                        STR_ARGS(note->checkpoint.origin));
    audience = str_skip(note->checkpoint.origin, start.length);
    struct record record = casefile->record;
    struct head_row head;
    if (!check_may_sign(casefile, audience, error) ||
        !store_head(casefile->store, audience, &head, error))
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

static bool store_note(struct casefile *casefile, const struct checkpoint *checkpoint,
                       struct str note, struct arena *arena, struct error *error)
{
    struct str start = record_origin(&casefile->record, STR(""), arena);
    struct checkpoint_row row = {str_skip(checkpoint->origin, start.length), checkpoint->size,
                                 note};
    return store_add_checkpoint(casefile->store, &row, error);
}

static bool sign(struct casefile *casefile, struct str audience, const struct entente_file *cosign,
                 struct str now, struct entente_answer *made, struct error *error)
{
    struct note note = {.body = {NULL, 0}};
    struct head_row head;
    uint64_t seconds;
    struct arena *arena = made->arena;
    struct str signer = casefile->view.viewer;
    if (!seconds_of(now, &seconds))
        return error_set(error, MISUSE, "\"%.*s\" is not a time like 2025-12-20T10:00:00Z",
                         STR_ARGS(str_slice(now, 0, 40)));
    if (cosign) {
        if (!read_cosigned(casefile, cosign, arena, &note, error))
            return false;
        made->output =
            arena_print(arena, "%.*s%.*s", STR_ARGS(utf8_without_mark(answer_file(cosign))),
                        STR_ARGS(note_cosign(note.body, signer, seconds, casefile->keys, arena)));
    } else {
        if (!check_may_sign(casefile, audience, error) ||
            !store_head(casefile->store, audience, &head, error))
            return false;
        if (head.size == 0)
            return error_set(error, NOT_FOUND, "the log %.*s has no entries yet",
                             STR_ARGS(audience));
        note.checkpoint = (struct checkpoint){record_origin(&casefile->record, audience, arena),
                                              head.size, head.root};
        note.body = checkpoint_body(&note.checkpoint, arena);
        made->output = arena_print(arena, "%.*s\n%.*s", STR_ARGS(note.body),
                                   STR_ARGS(note_sign(note.body, signer, casefile->keys, arena)));
    }
    return store_note(casefile, &note.checkpoint, made->output, arena, error);
}

bool entente_case_checkpoint(const struct entente_checkpoint_options *options,
                             struct entente_case *handle, const struct entente_bounds *bounds,
                             struct entente_answer **answer, struct entente_error *error)
{
    struct entente_checkpoint_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    bool done = casefile_begin(casefile, &inner);
    if (done) {
        done = sign(casefile, str_of(options->audience ? options->audience : "all"),
                    options->cosign, str_of(options->now), made, &inner) &&
               casefile_commit(casefile, &inner);
        if (!done)
            casefile_rollback(casefile);
    }
    return case_finish(done, made, answer, &inner, error);
}
