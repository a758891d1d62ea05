// SPDX-License-Identifier: Apache-2.0
#include "record/proof.h"

#include "codec/json.h"

#include <string.h>

static const char entry_kind[] = "entry-proof/1";
static const char growth_kind[] = "growth-proof/1";

const char *proof_kind_name(const struct log_proof *proof)
{
    return proof->is_growth ? growth_kind : entry_kind;
}

static struct str bytes_of(const struct hash *hash)
{
    return (struct str){(const char *)hash->bytes, HASH_BYTES};
}

static void write_bytes(struct json_writer *json, const char *name, struct str bytes,
                        struct arena *arena)
{
    json_member_str(json, name, base64_write(bytes, arena));
}

static void write_old(struct json_writer *json, const struct log_proof *proof, struct arena *arena)
{
    if (!proof->is_growth) {
        json_member_int(json, "at", (int64_t)proof->entry.at);
        return;
    }
    json_member_int(json, "old_size", (int64_t)proof->old_size);
    write_bytes(json, "old_root", bytes_of(&proof->old_root), arena);
}

struct str proof_write(const struct log_proof *proof, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_str(&json, "entente", str_of(proof_kind_name(proof)));
    json_member_str(&json, "case", proof->case_id);
    json_member_str(&json, "audience", proof->audience);
    write_old(&json, proof, arena);
    json_member_int(&json, "size", (int64_t)proof->size);
    write_bytes(&json, "root", bytes_of(&proof->root), arena);
    if (!proof->is_growth) {
        write_bytes(&json, "salt", proof->entry.salt, arena);
        write_bytes(&json, "content", proof->entry.content, arena);
        write_bytes(&json, "attachments", proof->entry.attachments, arena);
    }
    json_name(&json, "proof");
    json_begin_array(&json);
    for (size_t i = 0; i < proof->path.count; i++)
        json_str(&json, base64_write(bytes_of(&proof->path.hashes[i]), arena));
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

// --- Back

struct proof_reading {
    const struct json *tree;
    struct arena *arena;
    struct error *error;
};

static bool want_bytes(const struct proof_reading *read, const char *name, struct str *bytes)
{
    const struct json *value = json_member(read->tree, name);
    return (value && value->kind == JSON_STRING && base64_read(value->text, read->arena, bytes)) ||
           error_set(read->error, BAD_INPUT, "the proof has no %s in base64", name);
}

static bool want_hash(const struct proof_reading *read, const char *name, struct hash *hash)
{
    struct str bytes = {NULL, 0};
    if (!want_bytes(read, name, &bytes))
        return false;
    if (bytes.length != HASH_BYTES)
        return error_set(read->error, BAD_INPUT, "the proof's %s is no hash", name);
    memcpy(hash->bytes, bytes.bytes, HASH_BYTES);
    return true;
}

static bool want_count(const struct proof_reading *read, const char *name, uint64_t *count)
{
    const struct json *value = json_member(read->tree, name);
    int64_t number;
    if (!value || !json_whole(value, &number) || number < 0)
        return error_set(read->error, BAD_INPUT, "the proof has no %s", name);
    *count = (uint64_t)number; // not below zero
    return true;
}

static bool want_path(const struct proof_reading *read, struct merkle_proof *path)
{
    const struct json *list = json_member(read->tree, "proof");
    if (!list || list->kind != JSON_ARRAY || list->count > 2 * (size_t)MERKLE_DEPTH)
        return error_set(read->error, BAD_INPUT, "the proof has no list of hashes");
    path->count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        struct str bytes;
        if (list->items[i].kind != JSON_STRING ||
            !base64_read(list->items[i].text, read->arena, &bytes) || bytes.length != HASH_BYTES)
            return error_set(read->error, BAD_INPUT, "hash %zu of the proof is no hash", i + 1);
        memcpy(path->hashes[i].bytes, bytes.bytes, HASH_BYTES);
    }
    return true;
}

static bool read_entry(const struct proof_reading *read, struct log_proof *proof)
{
    proof->entry.audience = proof->audience;
    return want_count(read, "at", &proof->entry.at) && want_count(read, "size", &proof->size) &&
           want_hash(read, "root", &proof->root) && want_bytes(read, "salt", &proof->entry.salt) &&
           want_bytes(read, "content", &proof->entry.content) &&
           want_bytes(read, "attachments", &proof->entry.attachments);
}

static bool read_growth(const struct proof_reading *read, struct log_proof *proof)
{
    return want_count(read, "old_size", &proof->old_size) &&
           want_hash(read, "old_root", &proof->old_root) &&
           want_count(read, "size", &proof->size) && want_hash(read, "root", &proof->root);
}

bool proof_read(struct str name, struct str text, const struct input_limits *limits,
                struct arena *arena, struct log_proof *proof, struct error *error)
{
    struct proof_reading read = {.arena = arena, .error = error};
    if (!json_read(name, text, limits, arena, &read.tree, error))
        return false;
    struct str kind = json_text(read.tree, "entente");
    bool is_growth = str_equal(kind, str_of(growth_kind));
    if (!is_growth && !str_equal(kind, str_of(entry_kind)))
        return error_set(error, BAD_INPUT, "this is no proof that entente log wrote");
    *proof = (struct log_proof){.is_growth = is_growth,
                                .case_id = json_text(read.tree, "case"),
                                .audience = json_text(read.tree, "audience")};
    return (is_growth ? read_growth(&read, proof) : read_entry(&read, proof)) &&
           want_path(&read, &proof->path);
}

bool proof_holds(const struct log_proof *proof)
{
    if (proof->is_growth)
        return merkle_is_consistent(proof->old_size, proof->old_root, proof->size, proof->root,
                                    &proof->path);
    struct hash commitment = record_commitment(proof->case_id, &proof->entry);
    return merkle_is_included(merkle_leaf(commitment), proof->entry.at, proof->size, &proof->path,
                              proof->root);
}
