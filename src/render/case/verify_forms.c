// SPDX-License-Identifier: Apache-2.0
#include "render/case/record_forms.h"

#include <inttypes.h>

static struct str broken_json(const struct verify_broken *broken, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_bool(&json, "ok", false);
    json_name(&json, "findings");
    json_begin_array(&json);
    json_begin_object_inline(&json);
    json_member_str(&json, "file", broken->file);
    json_member_int(&json, "line", (int64_t)broken->line);
    json_member_str(&json, "what", broken->what);
    json_end_object(&json);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

static void write_logs(struct json_writer *json, const struct verify_answer *answer)
{
    json_name(json, "logs");
    json_begin_array(json);
    for (size_t i = 0; i < answer->log_count; i++) {
        json_begin_object_inline(json);
        json_member_str(json, "audience", answer->logs[i].audience);
        json_member_int(json, "size", (int64_t)answer->logs[i].size);
        json_member_str(json, "root", answer->logs[i].root);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_signatures(struct json_writer *json, const struct verify_answer *answer)
{
    json_name(json, "signatures");
    json_begin_array(json);
    for (size_t i = 0; i < answer->signature_count; i++) {
        const struct verify_signature *signature = &answer->signatures[i];
        json_begin_object_inline(json);
        json_member_str(json, "audience", signature->audience);
        json_member_int(json, "size", (int64_t)signature->size);
        json_member_str(json, "by", signature->by);
        if (answer->has_trusted)
            json_member_bool(json, "trusted", signature->is_trusted);
        json_end_object(json);
    }
    json_end_array(json);
}

// Entries that were taken out, and the ones that say so.
static void write_forgotten(struct json_writer *json, const struct verify_answer *answer)
{
    json_name(json, "forgotten");
    json_begin_array(json);
    for (size_t i = 0; i < answer->forgotten_count; i++) {
        json_begin_object_inline(json);
        json_member_str(json, "audience", answer->forgotten[i].audience);
        json_member_int(json, "at", (int64_t)answer->forgotten[i].at);
        json_member_int(json, "told_at", (int64_t)answer->forgotten[i].told_at);
        json_end_object(json);
    }
    json_end_array(json);
}

static void print_forgotten(struct builder *out, const struct verify_answer *answer)
{
    for (size_t i = 0; i < answer->forgotten_count; i++) {
        const struct forget_entry *forgotten = &answer->forgotten[i];
        if (forgotten->told_at > 0)
            builder_print(out, "taken out  %.*s: entry %" PRIu64 ", as entry %" PRIu64 " says\n",
                          STR_ARGS(forgotten->audience), forgotten->at, forgotten->told_at);
    }
}

// Of a folder: what neither its record nor its lists speak of.
static const char not_checked[] =
    "files that no list names; what is sealed stands in the record alone";

// Of a case in a database that lets a login read a part of it.
static const char not_let[] =
    "logs that this login may not read, and whether all checkpoints that were signed are there";

struct str verify_json(const struct verify_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    if (answer->broken)
        return broken_json(answer->broken, arena);
    json_begin_object(&json);
    json_member_str(&json, "case", answer->case_id);
    json_member_bool(&json, "ok", answer->finding_count == 0);
    write_logs(&json, answer);
    write_signatures(&json, answer);
    if (answer->forgotten_count > 0)
        write_forgotten(&json, answer);
    json_name(&json, "findings");
    json_begin_array(&json);
    for (size_t i = 0; i < answer->finding_count; i++) {
        const struct verify_finding *finding = &answer->findings[i];
        json_begin_object_inline(&json);
        json_member_str(&json, "audience", finding->audience);
        json_member_int(&json, "from", (int64_t)finding->from);
        json_member_int(&json, "to", (int64_t)finding->to);
        json_member_str(&json, "what", finding->what);
        json_end_object(&json);
    }
    json_end_array(&json);
    if (answer->is_partial)
        json_member_str(&json, "not_checked", str_of(not_let));
    if (answer->is_folder) {
        json_member_int(&json, "compared", (int64_t)answer->compared);
        json_member_str(&json, "not_checked", str_of(not_checked));
    }
    json_end_object(&json);
    return builder_str(&out);
}

struct str verify_text(const struct verify_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (answer->broken)
        return arena_print(arena, "WRONG  %.*s\n", STR_ARGS(answer->broken->sentence));
    for (size_t i = 0; i < answer->finding_count; i++) {
        const struct verify_finding *finding = &answer->findings[i];
        builder_print(&out, "WRONG  %.*s%s%.*s\n", STR_ARGS(finding->audience),
                      finding->audience.length > 0 ? ": " : "", STR_ARGS(finding->what));
    }
    for (size_t i = 0; i < answer->log_count; i++)
        builder_print(&out, "%s  %.*s: %" PRIu64 " entries\n",
                      answer->finding_count == 0 ? "right" : "read ",
                      STR_ARGS(answer->logs[i].audience), answer->logs[i].size);
    print_forgotten(&out, answer);
    for (size_t i = 0; i < answer->signature_count; i++) {
        const struct verify_signature *signature = &answer->signatures[i];
        builder_print(&out, "signed by %.*s%s: %.*s at %" PRIu64 " entries\n",
                      STR_ARGS(signature->by),
                      signature->is_trusted ? " (a key that you trust)" : "",
                      STR_ARGS(signature->audience), signature->size);
    }
    if (answer->is_partial)
        builder_print(&out, "not checked: %s\n", not_let);
    if (answer->is_folder)
        builder_print(
            &out, "compared with the record: %zu items of the folder's lists\nnot checked: %s\n",
            answer->compared, not_checked);
    return builder_str(&out);
}

// --- A proof alone

struct str proof_json(const struct proof_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_str(&json, "proof", answer->kind);
    json_member_bool(&json, "ok", answer->holds);
    json_member_int(&json, "checkpoints", (int64_t)answer->checkpoints);
    json_name(&json, "signed_by");
    json_begin_array(&json);
    for (size_t i = 0; i < answer->signed_by_count; i++)
        json_str(&json, answer->signed_by[i]);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

struct str proof_text(const struct proof_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    if (!answer->holds)
        return STR("the proof does not hold\n");
    builder_add_c(&out, "the proof holds\n");
    if (answer->checkpoints == 0)
        builder_add_c(&out,
                      "for the root that it names itself; give a checkpoint with --checkpoint "
                      "to hold it against\n");
    else if (!answer->has_keys)
        builder_add_c(&out, "the checkpoint's signature was not checked; give the signer's key "
                            "with --key\n");
    for (size_t i = 0; i < answer->signed_by_count; i++)
        builder_print(&out, "the checkpoint is signed by %.*s\n", STR_ARGS(answer->signed_by[i]));
    return builder_str(&out);
}
