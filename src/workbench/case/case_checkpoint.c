// SPDX-License-Identifier: Apache-2.0
// Signed checkpoints of the logs, co-signatures, and proofs that stand without the case.
#include "record/note.h"
#include "workbench/case/case.h"

#include "base/checked.h"

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

// The seconds since 1970 of "2025-12-20T10:00:00Z", by the days of the Gregorian calendar.
static bool seconds_of(struct str time, uint64_t *seconds)
{
    int64_t part[6];
    static const size_t from[] = {0, 5, 8, 11, 14, 17};
    static const size_t to[] = {4, 7, 10, 13, 16, 19};
    for (size_t i = 0; i < 6; i++)
        if (time.length != 20 || !checked_parse(str_slice(time, from[i], to[i]), &part[i]))
            return false;
    // Years begin in March here, so that the leap day is the last of its year.
    int64_t year = part[0] - (part[1] <= 2);
    int64_t month = (part[1] + 9) % 12;
    int64_t days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 +
                   part[2] - 1 - 719468;
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
            arena_print(arena, "%.*s%.*s", STR_ARGS(answer_file(cosign)),
                        STR_ARGS(note_cosign(note.body, signer, seconds, &casefile->keys, arena)));
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
                                   STR_ARGS(note_sign(note.body, signer, &casefile->keys, arena)));
    }
    return store_note(casefile, &note.checkpoint, made->output, arena, error);
}

bool entente_case_checkpoint(struct entente_case *handle, const char *audience,
                             const struct entente_file *cosign, const char *now,
                             struct entente_answer **answer, struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    bool done = casefile_begin(casefile, &inner);
    if (done) {
        done = sign(casefile, str_of(audience ? audience : "all"), cosign, str_of(now), made,
                    &inner) &&
               casefile_commit(casefile, &inner);
        if (!done)
            casefile_rollback(casefile);
    }
    return case_finish(done, made, answer, &inner, error);
}

// --- Proofs

static void write_hash(struct json_writer *writer, const char *name, struct str bytes,
                       struct arena *arena)
{
    json_member_str(writer, name, base64_write(bytes, arena));
}

static struct str bytes_of(const struct hash *hash)
{
    return (struct str){(const char *)hash->bytes, HASH_BYTES};
}

static void write_path(struct json_writer *writer, const struct merkle_proof *proof,
                       struct arena *arena)
{
    json_name(writer, "proof");
    json_begin_array(writer);
    for (size_t i = 0; i < proof->count; i++)
        json_str(writer, base64_write(bytes_of(&proof->hashes[i]), arena));
    json_end_array(writer);
}

static bool tree_root(struct casefile *casefile, struct str audience, uint64_t size,
                      struct hash *root, struct error *error)
{
    struct merkle tree;
    if (!record_tree(&casefile->record, audience, size, &tree, error))
        return false;
    *root = merkle_root(&tree);
    return true;
}

static bool prove_entry(struct casefile *casefile, struct str audience, uint64_t at, uint64_t size,
                        struct json_writer *writer, struct arena *arena, struct error *error)
{
    struct entry_row row;
    struct hash root;
    struct merkle_proof proof;
    if (!record_prove_entry(&casefile->record, audience, at, size, &proof, error) ||
        !store_entry(casefile->store, audience, at, arena, &row, error) ||
        !tree_root(casefile, audience, size, &root, error))
        return false;
    json_begin_object(writer);
    json_member_str(writer, "entente", STR("entry-proof/1"));
    json_member_str(writer, "case", casefile->record.case_id);
    json_member_str(writer, "audience", audience);
    json_member_int(writer, "at", (int64_t)at);
    json_member_int(writer, "size", (int64_t)size);
    write_hash(writer, "root", bytes_of(&root), arena);
    write_hash(writer, "salt", row.salt, arena);
    write_hash(writer, "content", row.content, arena);
    write_hash(writer, "attachments", row.attachments, arena);
    write_path(writer, &proof, arena);
    json_end_object(writer);
    return true;
}

static bool prove_growth(struct casefile *casefile, struct str audience, uint64_t old_size,
                         uint64_t size, struct json_writer *writer, struct arena *arena,
                         struct error *error)
{
    struct hash old_root;
    struct hash root;
    struct merkle_proof proof;
    if (!record_prove_growth(&casefile->record, audience, old_size, size, &proof, error) ||
        !tree_root(casefile, audience, old_size, &old_root, error) ||
        !tree_root(casefile, audience, size, &root, error))
        return false;
    json_begin_object(writer);
    json_member_str(writer, "entente", STR("growth-proof/1"));
    json_member_str(writer, "case", casefile->record.case_id);
    json_member_str(writer, "audience", audience);
    json_member_int(writer, "old_size", (int64_t)old_size);
    write_hash(writer, "old_root", bytes_of(&old_root), arena);
    json_member_int(writer, "size", (int64_t)size);
    write_hash(writer, "root", bytes_of(&root), arena);
    write_path(writer, &proof, arena);
    json_end_object(writer);
    return true;
}

bool entente_case_prove(struct entente_case *handle, const struct entente_proving *proving,
                        struct entente_answer **answer, struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    struct str audience = str_of(proving->audience ? proving->audience : "all");
    struct head_row head;
    struct builder out = builder_make(made->arena);
    struct json_writer writer = json_writer_make(&out, 2);
    bool done = casefile_may_count(casefile, audience) ||
                error_set(&inner, FORBIDDEN, "you may not see the log %.*s", STR_ARGS(audience));
    done = done && store_head(casefile->store, audience, &head, &inner);
    if (done) {
        uint64_t size = proving->size > 0 ? proving->size : head.size;
        done =
            proving->is_growth
                ? prove_growth(casefile, audience, proving->at, size, &writer, made->arena, &inner)
                : prove_entry(casefile, audience, proving->at, size, &writer, made->arena, &inner);
    }
    made->output = builder_str(&out);
    return case_finish(done, made, answer, &inner, error);
}

// --- Checking proofs without the case

struct proof_read {
    const struct json *tree;
    struct arena *arena;
    struct error *error;
};

static bool want_bytes(const struct proof_read *read, const char *name, struct str *bytes)
{
    const struct json *value = json_member(read->tree, name);
    return (value && value->kind == JSON_STRING && base64_read(value->text, read->arena, bytes)) ||
           error_set(read->error, BAD_INPUT, "the proof has no %s in base64", name);
}

static bool want_hash(const struct proof_read *read, const char *name, struct hash *hash)
{
    struct str bytes = {NULL, 0};
    if (!want_bytes(read, name, &bytes))
        return false;
    if (bytes.length != HASH_BYTES)
        return error_set(read->error, BAD_INPUT, "the proof's %s is no hash", name);
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

static bool want_count(const struct proof_read *read, const char *name, uint64_t *count)
{
    const struct json *value = json_member(read->tree, name);
    int64_t number;
    if (!value || !json_whole(value, &number) || number < 0)
        return error_set(read->error, BAD_INPUT, "the proof has no %s", name);
    *count = (uint64_t)number; // not below zero
    return true;
}

static bool want_path(const struct proof_read *read, struct merkle_proof *proof)
{
    const struct json *list = json_member(read->tree, "proof");
    if (!list || list->kind != JSON_ARRAY || list->count > 2 * (size_t)MERKLE_DEPTH)
        return error_set(read->error, BAD_INPUT, "the proof has no list of hashes");
    proof->count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        struct str bytes;
        if (list->items[i].kind != JSON_STRING ||
            !base64_read(list->items[i].text, read->arena, &bytes) || bytes.length != HASH_BYTES)
            return error_set(read->error, BAD_INPUT, "hash %zu of the proof is no hash", i + 1);
        memcpy(proof->hashes[i].bytes, bytes.bytes, HASH_BYTES);
    }
    return true;
}

static bool check_entry_proof(const struct proof_read *read, bool *holds)
{
    struct entry_row row = {.audience = json_text(read->tree, "audience")};
    struct hash root = {{0}};
    struct merkle_proof proof = {.count = 0};
    uint64_t size = 0;
    if (!want_count(read, "at", &row.at) || !want_count(read, "size", &size) ||
        !want_hash(read, "root", &root) || !want_bytes(read, "salt", &row.salt) ||
        !want_bytes(read, "content", &row.content) ||
        !want_bytes(read, "attachments", &row.attachments) || !want_path(read, &proof))
        return false;
    struct hash commitment = record_commitment(json_text(read->tree, "case"), &row);
    *holds = merkle_is_included(merkle_leaf(commitment), row.at, size, &proof, root);
    return true;
}

static bool check_growth_proof(const struct proof_read *read, bool *holds)
{
    struct hash old_root = {{0}};
    struct hash root = {{0}};
    struct merkle_proof proof = {.count = 0};
    uint64_t old_size = 0;
    uint64_t size = 0;
    if (!want_count(read, "old_size", &old_size) || !want_hash(read, "old_root", &old_root) ||
        !want_count(read, "size", &size) || !want_hash(read, "root", &root) ||
        !want_path(read, &proof))
        return false;
    *holds = merkle_is_consistent(old_size, old_root, size, root, &proof);
    return true;
}

// A checkpoint speaks for the proof when it has one of its sizes, and then its root too.
static bool agrees(const struct proof_read *read, const struct note *note, bool *holds)
{
    static const char *const sizes[] = {"size", "old_size"};
    static const char *const roots[] = {"root", "old_root"};
    struct str origin =
        arena_print(read->arena, "entente.case/%.*s/%.*s", STR_ARGS(json_text(read->tree, "case")),
                    STR_ARGS(json_text(read->tree, "audience")));
    bool is_met = false;
    for (size_t i = 0; i < 2; i++) {
        struct hash root = {{0}};
        uint64_t size = 0;
        if (!json_member(read->tree, sizes[i]))
            continue;
        if (!want_count(read, sizes[i], &size) || !want_hash(read, roots[i], &root))
            return false;
        if (size == note->checkpoint.size) {
            is_met = true;
            *holds = *holds && hash_equal(root, note->checkpoint.root);
        }
    }
    *holds = *holds && is_met && str_equal(origin, note->checkpoint.origin);
    return true;
}

bool entente_proof_verify(const struct entente_file *proof, const struct entente_file *checkpoints,
                          size_t count, struct entente_answer **answer, struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    struct proof_read read = {.arena = made->arena, .error = &inner};
    bool holds = false;
    bool done = json_read(str_of(proof->name), answer_file(proof), &limits_default, made->arena,
                          &read.tree, &inner);
    if (done && str_equal(json_text(read.tree, "entente"), STR("growth-proof/1")))
        done = check_growth_proof(&read, &holds);
    else if (done && str_equal(json_text(read.tree, "entente"), STR("entry-proof/1")))
        done = check_entry_proof(&read, &holds);
    else if (done)
        done = error_at(&inner, BAD_INPUT, place_of(str_of(proof->name)),
                        "this is no proof that entente log wrote");
    for (size_t i = 0; done && i < count; i++) {
        struct note note;
        done = note_read(str_of(checkpoints[i].name), answer_file(&checkpoints[i]), made->arena,
                         &note, &inner) &&
               agrees(&read, &note, &holds);
    }
    made->is_no = !holds;
    made->output = holds ? STR("the proof holds\n") : STR("the proof does not hold\n");
    return case_finish(done, made, answer, &inner, error);
}
