// SPDX-License-Identifier: Apache-2.0
#include "render/text/diff_forms.h"

#include "answers/notes_json.h"
#include "codec/json.h"
#include "render/text/notes_forms.h"

static const char *kind_name(enum revision_kind kind)
{
    switch (kind) {
    case REVISION_INSERT:
        return "insert";
    case REVISION_DELETE:
        return "delete";
    case REVISION_REPLACE:
        return "replace";
    case REVISION_MOVE:
        return "move";
    case REVISION_FORMAT:
        return "format";
    case REVISION_PARAGRAPH_FORMAT:
        return "paragraph format";
    case REVISION_NUMBER:
        return "number";
    case REVISION_LAYOUT:
        return "layout";
    }
    return "";
}

struct str diff_json(const struct diff_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "format", STR("entente-diff/1"));
    json_member_str(&json, "old", answer->old_name);
    json_member_str(&json, "new", answer->new_name);
    json_member_int(&json, "likeness_per_mille", answer->similarity);
    json_member_int(&json, "count", (int64_t)answer->revision_count);
    json_name(&json, "revisions");
    json_begin_array(&json);
    for (size_t i = 0; i < answer->revision_count; i++) {
        const struct revision *revision = &answer->revisions[i];
        json_begin_object_inline(&json);
        json_member_str(&json, "kind", str_of(kind_name(revision->kind)));
        json_member_str(&json, "point", revision->point);
        json_member_str(&json, "old", revision->before);
        json_member_str(&json, "new", revision->after);
        json_end_object(&json);
    }
    json_end_array(&json);
    notes_json_write(&json, answer->notes, answer->note_count, arena);
    json_end_object(&json);
    return builder_str(&out);
}

struct str diff_summary(const struct diff_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%zu revisions, %u of 1000 words kept\n", answer->revision_count,
                  answer->similarity);
    notes_add_lines(&out, answer->notes, answer->note_count, answer->tells_every_note);
    return builder_str(&out);
}
