// SPDX-License-Identifier: Apache-2.0
// Proofs that stand without the case: writing them, and checking them with what was kept.
#include "workbench/case/case_kept.h"

#include <string.h>

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

// What the checkpoints and keys that were kept make of a proof.
struct weighing {
    bool holds;
    size_t checkpoints;
    struct list signed_by; // struct str: names whose keys are trusted
};

// With trusted keys each checkpoint must be signed with one of them.
static void weigh_signatures(const struct note *note, const struct list *trusted,
                             struct weighing *weighing)
{
    size_t before = weighing->signed_by.count;
    for (size_t i = 0; i < note->signatures.count; i++) {
        const struct note_signature *signature =
            LIST_AT(&note->signatures, struct note_signature, i);
        const struct signer *signer = signer_named(trusted, signature->name);
        if (signer && note_is_signed(note->body, signature, signer->key))
            *LIST_ADD(&weighing->signed_by, struct str) = signature->name;
    }
    weighing->holds =
        weighing->holds && (trusted->count == 0 || weighing->signed_by.count > before);
}

static void write_weighing(struct json_writer *writer, const struct proof_read *read,
                           const struct weighing *weighing)
{
    json_begin_object(writer);
    json_member_str(writer, "proof", json_text(read->tree, "entente"));
    json_member_bool(writer, "ok", weighing->holds);
    json_member_int(writer, "checkpoints", (int64_t)weighing->checkpoints);
    json_name(writer, "signed_by");
    json_begin_array(writer);
    for (size_t i = 0; i < weighing->signed_by.count; i++)
        json_str(writer, *LIST_AT(&weighing->signed_by, struct str, i));
    json_end_array(writer);
    json_end_object(writer);
}

// What was proved, and what was not looked at because nothing to look with was given.
static void print_weighing(struct builder *out, const struct weighing *weighing, bool has_keys)
{
    builder_add_c(out, weighing->holds ? "the proof holds\n" : "the proof does not hold\n");
    if (!weighing->holds)
        return;
    if (weighing->checkpoints == 0)
        builder_add_c(out, "for the root that it names itself; give a checkpoint with --checkpoint "
                           "to hold it against\n");
    else if (!has_keys)
        builder_add_c(out, "the checkpoint's signature was not checked; give the signer's key with "
                           "--key\n");
    for (size_t i = 0; i < weighing->signed_by.count; i++)
        builder_print(out, "the checkpoint is signed by %.*s\n",
                      STR_ARGS(*LIST_AT(&weighing->signed_by, struct str, i)));
}

static bool check_proof(const struct proof_read *read, bool *holds)
{
    if (str_equal(json_text(read->tree, "entente"), STR("growth-proof/1")))
        return check_growth_proof(read, holds);
    if (str_equal(json_text(read->tree, "entente"), STR("entry-proof/1")))
        return check_entry_proof(read, holds);
    return error_set(read->error, BAD_INPUT, "this is no proof that entente log wrote");
}

static bool verify_proof(const struct entente_file *proof, const struct entente_kept *kept,
                         bool as_json, struct entente_answer *made, struct error *error)
{
    struct arena *arena = made->arena;
    struct proof_read read = {.arena = arena, .error = error};
    struct weighing weighing = {.signed_by = LIST_MAKE(arena, struct str)};
    struct kept own;
    if (!kept_read(kept, arena, &own, error) ||
        !json_read(str_of(proof->name), answer_file(proof), &limits_default, arena, &read.tree,
                   error) ||
        !check_proof(&read, &weighing.holds))
        return false;
    for (size_t i = 0; i < own.notes.count; i++) {
        const struct note *note = LIST_AT(&own.notes, struct note, i);
        if (!agrees(&read, note, &weighing.holds))
            return false;
        weighing.checkpoints++;
        weigh_signatures(note, &own.keys, &weighing);
    }
    if (own.keys.count > 0 && own.notes.count == 0)
        return error_set(error, MISUSE,
                         "a key speaks for a checkpoint; give one with --checkpoint");
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 2);
    if (as_json)
        write_weighing(&writer, &read, &weighing);
    else
        print_weighing(&out, &weighing, own.keys.count > 0);
    made->is_no = !weighing.holds;
    made->output = builder_str(&out);
    return true;
}

bool entente_proof_verify(const struct entente_file *proof, const struct entente_kept *kept,
                          enum entente_case_form form, struct entente_answer **answer,
                          struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = verify_proof(proof, kept, form == ENTENTE_CASE_JSON, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}
