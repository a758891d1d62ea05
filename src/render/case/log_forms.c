// SPDX-License-Identifier: Apache-2.0
#include "render/case/record_forms.h"

#include <inttypes.h>

enum { CHANGES_NAMED = 4 };

static void write_heads(struct json_writer *json, const struct log_answer *answer)
{
    json_name(json, "logs");
    json_begin_array(json);
    for (size_t i = 0; i < answer->log_count; i++) {
        const struct log_head *head = &answer->logs[i];
        json_begin_object_inline(json);
        json_member_str(json, "audience", head->audience);
        if (head->origin.length > 0)
            json_member_str(json, "origin", head->origin);
        json_member_int(json, "size", (int64_t)head->size);
        if (head->origin.length > 0)
            json_member_str(json, "root", head->root);
        json_end_object(json);
    }
    json_end_array(json);
}

static void begin_entry(struct json_writer *json, const struct log_entry *entry)
{
    json_begin_object_inline(json);
    json_member_str(json, "audience", entry->audience);
    json_member_int(json, "at", (int64_t)entry->at);
    json_member_str(json, "time", entry->time);
    json_member_str(json, "act", entry->act);
    if (entry->by.length > 0)
        json_member_str(json, "by", entry->by);
}

static void write_entry(struct json_writer *json, const struct log_entry *entry)
{
    begin_entry(json, entry);
    json_name(json, "changes");
    json_value(json, entry->changes);
    json_end_object(json);
}

static void write_mark(struct json_writer *json, const struct log_mark *mark)
{
    begin_entry(json, &mark->entry);
    if (mark->party.length > 0)
        json_member_str(json, "party", mark->party);
    json_name(json, "slots");
    json_begin_array(json);
    for (size_t i = 0; i < mark->slot_count; i++)
        json_str(json, mark->slots[i]);
    json_end_array(json);
    json_end_object(json);
}

struct str log_json(const struct log_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_str(&json, "case", answer->case_id);
    write_heads(&json, answer);
    json_name(&json, "entries");
    json_begin_array(&json);
    for (size_t i = 0; i < answer->entry_count; i++)
        write_entry(&json, &answer->entries[i]);
    for (size_t i = 0; i < answer->mark_count; i++)
        write_mark(&json, &answer->marks[i]);
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

static void print_entry(struct builder *out, const struct log_entry *entry)
{
    builder_print(out, "%.*s  %.*s:%" PRIu64 "  %.*s%s%.*s", STR_ARGS(entry->time),
                  STR_ARGS(entry->audience), entry->at, STR_ARGS(entry->act),
                  entry->by.length > 0 ? " by " : "", STR_ARGS(entry->by));
    for (size_t i = 0; i < entry->changes->count && i < CHANGES_NAMED; i++) {
        const struct json *change = &entry->changes->items[i];
        builder_print(out, "%s %.*s %.*s%s", i == 0 ? " " : ",",
                      STR_ARGS(json_text(change, "kind")), STR_ARGS(json_text(change, "id")),
                      json_member(change, "gone") ? " (gone)" : "");
    }
    if (entry->changes->count > CHANGES_NAMED)
        builder_print(out, ", … %zu changes", entry->changes->count);
    builder_add_byte(out, '\n');
}

struct str log_text(const struct log_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->entry_count; i++)
        print_entry(&out, &answer->entries[i]);
    return builder_str(&out);
}
