// SPDX-License-Identifier: Apache-2.0
// What a party finishes on a machine of its own, there and where it is taken.
#include "casefile/access.h"
#include "casefile/bundle.h"
#include "casefile/handed.h"
#include "record/guarded.h"
#include "workbench/case/case_checkpoint.h"
#include "workbench/door.h"

#include <entente/sealing.h>
#include <inttypes.h>
#include <string.h>

// --- Keys

static bool make_key(const struct entente_key_making *making, struct entente_answer *made,
                     struct error *error)
{
    struct chance chance;
    const struct json *record;
    struct builder out = builder_make(made->arena);
    if (!making->passphrase || !making->seed)
        return error_set(error, MISUSE, "keys need a passphrase and a seed");
    chance = chance_make(making->seed);
    struct secret_keys *keys = GUARDED_NEW(struct secret_keys);
    bool done = keys_make(str_of(making->passphrase), key_cost_default, &chance, made->arena, keys,
                          &record, error) &&
                canon_write(record, &out, error);
    guarded_free(keys);
    made->output = builder_str(&out);
    return done;
}

bool entente_key_make(const struct entente_key_making *making, const struct entente_bounds *bounds,
                      struct entente_answer **answer, struct entente_error *error)
{
    struct entente_key_making own;
    if (!DOOR_TAKE(making, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_finish(make_key(&own, made, &inner), made, answer, &inner, error);
}

static bool is_plain(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.bytes[i] < 0x20 || text.bytes[i] == 0x7f)
            return false;
    return text.length > 0;
}

static bool read_sign_in(const struct entente_sign_in *given, struct arena *arena,
                         struct sign_in *sign_in, const struct json **key, struct error *error)
{
    *sign_in = (struct sign_in){str_of(given->origin), str_of(given->case_name),
                                str_of(given->party), str_of(given->nonce)};
    if (!is_plain(sign_in->origin) || !is_plain(sign_in->case_id) || !is_plain(sign_in->party) ||
        !is_plain(sign_in->nonce) || !given->key)
        return error_set(error, MISUSE,
                         "to sign in takes an origin, a case, a party, a nonce and a key");
    return json_read(str_of(given->key->name), answer_file(given->key), &input_limits_default,
                     arena, key, error);
}

static bool prove(const struct entente_sign_in *given, const char *passphrase,
                  struct entente_answer *made, struct error *error)
{
    struct sign_in sign_in;
    const struct json *key = NULL;
    if (!read_sign_in(given, made->arena, &sign_in, &key, error))
        return false;
    struct secret_keys *keys = GUARDED_NEW(struct secret_keys);
    bool done = keys_unlock(key, str_of(passphrase), keys, error);
    if (done)
        made->output = keys_prove(&sign_in, keys, made->arena);
    guarded_free(keys);
    return done;
}

bool entente_key_prove(const struct entente_sign_in *sign_in, const char *passphrase,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_sign_in own;
    if (!DOOR_TAKE(sign_in, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_finish(prove(&own, passphrase, made, &inner), made, answer, &inner, error);
}

bool entente_key_check(const struct entente_sign_in *sign_in, const char *proof,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    struct entente_sign_in own;
    struct sign_in read;
    const struct json *key = NULL;
    if (!DOOR_TAKE(sign_in, &own, error) || !door_bounds(bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = read_sign_in(&own, made->arena, &read, &key, &inner);
    made->is_no = !done || !keys_are_proved(&read, str_of(proof), key);
    return case_finish(done, made, answer, &inner, error);
}

// --- Handing over

static struct str own_audience(const struct casefile *casefile, struct arena *arena)
{
    return arena_print(arena, "party:%.*s", STR_ARGS(casefile->view.viewer));
}

static bool hand_over(struct entente_case *handle, const struct entente_handing *handing,
                      struct entente_answer *made, struct error *error)
{
    struct casefile *casefile = handle->casefile;
    struct builder out = builder_make(made->arena);
    struct str own = own_audience(casefile, made->arena);
    struct str signed_log = handing->audience ? str_of(handing->audience) : own;
    struct head_row head;
    if (!casefile->has_keys)
        return error_set(error, MISUSE, "only who holds its keys hands something over");
    // Of its own log entries and checkpoint stand together; of another the checkpoint of it as it is now.
    if (str_equal(signed_log, own)) {
        if (!bundle_write_since(casefile, own, handle->copied, &out, error))
            return false;
    } else if (!access_is_open(signed_log)) {
        return error_set(error, FORBIDDEN, "%.*s hands over what is its own, or signed for all",
                         STR_ARGS(casefile->view.viewer));
    } else if (!store_head(casefile->store, signed_log, &head, error) ||
               !bundle_write_note(casefile, signed_log, head.size, &out, error)) {
        return false;
    }
    made->output = builder_str(&out);
    made->is_no = made->output.length == 0;
    return true;
}

bool entente_case_hand_over(const struct entente_handing *handing, struct entente_case *handle,
                            const struct entente_bounds *bounds, struct entente_answer **answer,
                            struct entente_error *error)
{
    struct entente_handing own;
    if (!DOOR_TAKE(handing, &own, error) || !case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_end(handle, hand_over(handle, &own, made, &inner), made, answer, &inner, error);
}

// --- Taking

// Entries bear no signature of their own: that of the log up to and with them vouches for them.
static bool check_signed(const struct casefile *casefile, const struct handed *handed,
                         const struct note *note, struct error *error)
{
    struct head_row head;
    struct str audience = own_audience(casefile, casefile->frame);
    struct str origin = record_origin(&casefile->record, handed->audience, casefile->frame);
    if (!str_equal(note->checkpoint.origin, origin) ||
        handed->size != (int64_t)note->checkpoint.size)
        return error_set(error, BAD_INPUT, "the line of the checkpoint is not that of its note");
    if (!store_head(casefile->store, audience, &head, error))
        return false;
    return handed->entries.count == 0 ||
           (str_equal(handed->audience, audience) && note->checkpoint.size == head.size) ||
           error_set(error, FORBIDDEN,
                     "the entries are not signed: their checkpoint is not that of %.*s with them",
                     STR_ARGS(audience));
}

static bool take_all(struct casefile *casefile, const struct handed *handed, bool *fits,
                     struct error *error)
{
    struct note note;
    struct str party = casefile->view.viewer;
    struct entente_file file = {"checkpoint", handed->note.bytes, handed->note.length};
    if (handed->note.length == 0)
        return error_set(error, FORBIDDEN,
                         "the entries are not signed: no checkpoint is with them");
    if (!handed_append(casefile, party, handed, fits, error))
        return false;
    return !*fits || (case_take_checkpoint(casefile, party, &file, &note, error) &&
                      check_signed(casefile, handed, &note, error));
}

static bool tell_taken(struct casefile *casefile, const struct handed *handed,
                       struct entente_answer *made, struct error *error)
{
    struct head_row head;
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 0);
    if (!store_head(casefile->store, handed->audience, &head, error))
        return false;
    json_begin_object(&writer);
    json_member_str(&writer, "audience", handed->audience);
    json_member_int(&writer, "size", (int64_t)head.size);
    json_end_object(&writer);
    builder_add_byte(&out, '\n');
    made->output = builder_str(&out);
    return true;
}

static bool take(struct entente_case *handle, const struct entente_file *file,
                 struct entente_answer *made, struct error *error)
{
    struct handed handed;
    struct casefile *casefile = handle->casefile;
    bool fits = true;
    if (handle->is_readonly || casefile->view.viewer.length == 0)
        return error_set(error, MISUSE, "whose entries are these? Open the case as their party");
    if (!handed_read(str_of(file->name), answer_file(file), made->arena, &handed, error) ||
        !casefile_begin(casefile, error))
        return false;
    bool done = take_all(casefile, &handed, &fits, error) &&
                tell_taken(casefile, &handed, made, error) &&
                (!fits || casefile_commit(casefile, error));
    if (!done || !fits)
        casefile_rollback(casefile);
    made->is_no = !fits;
    return done;
}

bool entente_case_take(const struct entente_file *handed, struct entente_case *handle,
                       const struct entente_bounds *bounds, struct entente_answer **answer,
                       struct entente_error *error)
{
    if (!case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    return case_end(handle, take(handle, handed, made, &inner), made, answer, &inner, error);
}
