// SPDX-License-Identifier: Apache-2.0
// The record as a viewer may read it, and the checks of it.
#include "workbench/case/case_record.h"

#include "base/checked.h"
#include "casefile/marks.h"
#include "record/audit.h"
#include "render/case/record_forms.h"
#include "workbench/case/case.h"
#include "workbench/door.h"

// --- log

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

static bool add_heads(struct casefile *casefile, const struct list *entries, struct arena *arena,
                      struct log_answer *found, struct error *error)
{
    struct list audiences;
    struct list heads = LIST_MAKE(arena, struct log_head);
    if (!store_audiences(casefile->store, arena, &audiences, error))
        return false;
    for (size_t i = 0; i < audiences.count; i++) {
        struct str audience = *LIST_AT(&audiences, struct str, i);
        struct head_row head;
        if (!casefile_may_count(casefile, audience))
            continue;
        if (!head_seen(casefile, audience, entries, &head, error))
            return false;
        struct str root = {(const char *)head.root.bytes, HASH_BYTES};
        *LIST_ADD(&heads, struct log_head) =
            (struct log_head){audience, record_origin(&casefile->record, audience, arena),
                              head.size, base64_write(root, arena)};
    }
    found->logs = LIST_ITEMS(&heads, struct log_head);
    found->log_count = heads.count;
    return true;
}

static void add_entries(const struct list *entries, struct arena *arena, struct log_answer *found)
{
    struct log_entry *shown = ARENA_ARRAY(arena, struct log_entry, entries->count);
    for (size_t i = 0; i < entries->count; i++) {
        const struct viewed_entry *viewed = LIST_AT(entries, struct viewed_entry, i);
        shown[i] = (struct log_entry){viewed->audience,  viewed->at,       viewed->entry.time,
                                      viewed->entry.act, viewed->entry.by, viewed->entry.changes};
    }
    found->entries = shown;
    found->entry_count = entries->count;
}

// "all 12, public 3"
static bool read_known(struct str after, struct arena *arena, struct list *known,
                       struct error *error)
{
    struct str each;
    *known = LIST_MAKE(arena, struct log_read);
    while (str_cut(&after, ',', &each)) {
        each = str_trim(each);
        size_t blank = str_find_byte(each, ' ');
        int64_t size;
        if (!checked_parse(str_skip(each, blank + 1), &size) || size < 0)
            return error_set(error, MISUSE,
                             "\"%.*s\" is no log and the entries known of it, such as all 12",
                             STR_ARGS(each));
        *LIST_ADD(known, struct log_read) =
            (struct log_read){str_slice(each, 0, blank), (uint64_t)size};
    }
    return true;
}

bool case_log_find(struct casefile *casefile, const char *after, struct arena *arena,
                   struct log_answer *found, struct error *error)
{
    struct list entries;
    struct list known;
    *found = (struct log_answer){.case_id = casefile->record.case_id};
    if (!read_known(str_of(after), arena, &known, error) ||
        !casefile_entries(casefile, &known, arena, &entries, error) ||
        (!after && !add_heads(casefile, &entries, arena, found, error)))
        return false;
    add_entries(&entries, arena, found);
    return true;
}

// --- log, without what the entries changed

static bool list_marks(struct casefile *casefile, const struct entente_log_options *options,
                       struct arena *arena, struct log_answer *found, struct error *error)
{
    struct list known;
    struct list marks;
    if (!read_known(str_of(options->after), arena, &known, error) ||
        !casefile_marks(casefile, &known, str_of(options->slot), arena, &marks, error))
        return false;
    struct log_mark *shown = ARENA_ARRAY(arena, struct log_mark, marks.count + 1);
    for (size_t i = 0; i < marks.count; i++) {
        const struct entry_mark *mark = LIST_AT(&marks, struct entry_mark, i);
        shown[i] =
            (struct log_mark){{mark->audience, mark->at, mark->time, mark->act, mark->by, NULL},
                              mark->party,
                              LIST_ITEMS(&mark->slots, struct str),
                              mark->slots.count};
    }
    found->marks = shown;
    found->mark_count = marks.count;
    return true;
}

static bool list_sizes(struct casefile *casefile, struct arena *arena, struct log_answer *found,
                       struct error *error)
{
    struct list sizes;
    if (!casefile_sizes(casefile, arena, &sizes, error))
        return false;
    struct log_head *heads = ARENA_ARRAY(arena, struct log_head, sizes.count + 1);
    for (size_t i = 0; i < sizes.count; i++) {
        const struct log_read *log = LIST_AT(&sizes, struct log_read, i);
        heads[i] = (struct log_head){.audience = log->audience, .size = log->size};
    }
    found->logs = heads;
    found->log_count = sizes.count;
    return true;
}

static bool list_part(struct casefile *casefile, const struct entente_log_options *options,
                      struct entente_answer *made, struct error *error)
{
    struct log_answer found = {.case_id = casefile->record.case_id};
    bool done = options->part == ENTENTE_LOG_BRIEF
                    ? list_marks(casefile, options, made->arena, &found, error)
                    : list_sizes(casefile, made->arena, &found, error);
    if (done)
        made->output = log_json(&found, made->arena);
    return done;
}

static bool list_log(struct casefile *casefile, const struct entente_log_options *options,
                     struct entente_answer *made, struct error *error)
{
    struct log_answer found;
    bool as_json = options->form == ENTENTE_CASE_JSON;
    if (options->part != ENTENTE_LOG_WHOLE)
        return list_part(casefile, options, made, error);
    if (!case_log_find(casefile, options->after, made->arena, &found, error))
        return false;
    made->output = as_json ? log_json(&found, made->arena) : log_text(&found, made->arena);
    case_tell_empty(casefile, !as_json && found.entry_count == 0, made);
    return true;
}

bool entente_case_log(const struct entente_log_options *options, struct entente_case *handle,
                      const struct entente_bounds *bounds, struct entente_answer **answer,
                      struct entente_error *error)
{
    struct entente_log_options own;
    if (!DOOR_TAKE(options, &own, error) || !case_begin(handle, bounds, error))
        return false;
    options = &own;
    struct error inner;
    struct entente_answer *made = answer_new();
    bool done = case_reads_on(handle, &inner) && list_log(handle->casefile, options, made, &inner);
    if (done && !handle->has_record)
        made->summary = STR("the folder has no record (record.jsonl): this one is made up of its "
                            "lists and proves nothing\n");
    return case_end(handle, done, made, answer, &inner, error);
}

// --- rebuild

bool entente_case_rebuild(struct entente_case *handle, const struct entente_bounds *bounds,
                          struct entente_answer **answer, struct entente_error *error)
{
    if (!case_begin(handle, bounds, error))
        return false;
    struct error inner;
    struct entente_answer *made = answer_new();
    struct casefile *casefile = handle->casefile;
    bool was_right = false;
    bool done = casefile_begin_rebuild(casefile, &inner);
    if (done) {
        done = casefile_rebuild(casefile, &was_right, &inner) && casefile_commit(casefile, &inner);
        if (!done)
            casefile_rollback(casefile);
    }
    made->is_no = !was_right;
    made->summary = was_right ? STR("the state is what the record says\n")
                              : STR("the state was not what the record says; it is now\n");
    return case_end(handle, done, made, answer, &inner, error);
}
