// SPDX-License-Identifier: Apache-2.0
// The record as a viewer may read it, and the checks of it.
#include "record/audit.h"
#include "workbench/case/case.h"

#include <inttypes.h>

// --- log

static void write_root(struct json_writer *writer, struct hash root, struct arena *arena)
{
    struct str bytes = {(const char *)root.bytes, HASH_BYTES};
    json_member_str(writer, "root", base64_write(bytes, arena));
}

// A log as long as the viewer sees it: as of a past day it ends there. Entries between those that
// the viewer may read count too: a group's entries from before one joined it.
static bool head_seen(struct casefile *casefile, struct str audience, const struct list *entries,
                      struct head_row *head, struct error *error)
{
    struct merkle tree;
    head->audience = audience;
    head->size = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const struct viewed_entry *entry = LIST_AT(entries, struct viewed_entry, i);
        if (str_equal(entry->audience, audience) && entry->at >= head->size)
            head->size = entry->at + 1;
    }
    if (!record_tree(&casefile->record, audience, head->size, &tree, error))
        return false;
    head->root = merkle_root(&tree);
    return true;
}

static bool list_heads(struct casefile *casefile, const struct list *entries, struct arena *arena,
                       struct list *heads, struct error *error)
{
    struct list audiences;
    *heads = LIST_MAKE(arena, struct head_row);
    if (!store_audiences(casefile->store, arena, &audiences, error))
        return false;
    for (size_t i = 0; i < audiences.count; i++) {
        struct str audience = *LIST_AT(&audiences, struct str, i);
        if (casefile_may_count(casefile, audience) &&
            !head_seen(casefile, audience, entries, LIST_ADD(heads, struct head_row), error))
            return false;
    }
    return true;
}

static void write_heads(struct json_writer *writer, const struct record *record,
                        const struct list *heads, struct arena *arena)
{
    json_name(writer, "logs");
    json_begin_array(writer);
    for (size_t i = 0; i < heads->count; i++) {
        const struct head_row *head = LIST_AT(heads, struct head_row, i);
        json_begin_object_inline(writer);
        json_member_str(writer, "audience", head->audience);
        json_member_str(writer, "origin", record_origin(record, head->audience, arena));
        json_member_int(writer, "size", (int64_t)head->size);
        write_root(writer, head->root, arena);
        json_end_object(writer);
    }
    json_end_array(writer);
}

static void write_entry(struct json_writer *writer, const struct viewed_entry *viewed)
{
    json_begin_object_inline(writer);
    json_member_str(writer, "audience", viewed->audience);
    json_member_int(writer, "at", (int64_t)viewed->at);
    json_member_str(writer, "time", viewed->entry.time);
    json_member_str(writer, "act", viewed->entry.act);
    if (viewed->entry.by.length > 0)
        json_member_str(writer, "by", viewed->entry.by);
    json_name(writer, "changes");
    json_value(writer, viewed->entry.changes);
    json_end_object(writer);
}

static void print_entry(struct builder *out, const struct viewed_entry *viewed)
{
    const struct entry *entry = &viewed->entry;
    builder_print(out, "%.*s  %.*s:%" PRIu64 "  %.*s%s%.*s", STR_ARGS(entry->time),
                  STR_ARGS(viewed->audience), viewed->at, STR_ARGS(entry->act),
                  entry->by.length > 0 ? " by " : "", STR_ARGS(entry->by));
    for (size_t i = 0; i < entry->changes->count && i < 4; i++) {
        const struct json *change = &entry->changes->items[i];
        builder_print(out, "%s %.*s %.*s%s", i == 0 ? " " : ",",
                      STR_ARGS(json_text(change, "kind")), STR_ARGS(json_text(change, "id")),
                      json_member(change, "gone") ? " (gone)" : "");
    }
    if (entry->changes->count > 4)
        builder_print(out, ", … %zu changes", entry->changes->count);
    builder_add_byte(out, '\n');
}

static bool list_log(struct casefile *casefile, bool as_json, struct entente_answer *made,
                     struct error *error)
{
    struct list entries;
    struct list heads;
    struct builder out = builder_make(made->arena);
    if (!casefile_entries(casefile, made->arena, &entries, error) ||
        !list_heads(casefile, &entries, made->arena, &heads, error))
        return false;
    if (as_json) {
        struct json_writer writer = json_writer_make(&out, 2);
        json_begin_object(&writer);
        json_member_str(&writer, "case", casefile->record.case_id);
        write_heads(&writer, &casefile->record, &heads, made->arena);
        json_name(&writer, "entries");
        json_begin_array(&writer);
        for (size_t i = 0; i < entries.count; i++)
            write_entry(&writer, LIST_AT(&entries, struct viewed_entry, i));
        json_end_array(&writer);
        json_end_object(&writer);
    } else {
        for (size_t i = 0; i < entries.count; i++)
            print_entry(&out, LIST_AT(&entries, struct viewed_entry, i));
        case_tell_empty(casefile, entries.count == 0, made);
    }
    made->output = builder_str(&out);
    return true;
}

bool entente_case_log(struct entente_case *handle, enum entente_case_form form,
                      struct entente_answer **answer, struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = list_log(handle->casefile, form == ENTENTE_CASE_JSON, made, &inner);
    return case_finish(done, made, answer, &inner, error);
}

// --- rebuild

bool entente_case_rebuild(struct entente_case *handle, struct entente_answer **answer,
                          struct entente_error *error)
{
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    bool was_right = false;
    bool done = casefile_begin(casefile, &inner);
    if (done) {
        done = casefile_rebuild(casefile, &was_right, &inner) && casefile_commit(casefile, &inner);
        if (!done)
            casefile_rollback(casefile);
    }
    made->is_no = !was_right;
    made->summary = was_right ? STR("the state is what the record says\n")
                              : STR("the state was not what the record says; it is now\n");
    return case_finish(done, made, answer, &inner, error);
}
