// SPDX-License-Identifier: Apache-2.0
#include "render/case/record_forms.h"

#include <inttypes.h>

struct str forget_json(const struct forget_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->taken_count; i++) {
        struct json_writer json = json_writer_make(&out, 0);
        json_begin_object(&json);
        json_member_str(&json, "audience", answer->taken[i].audience);
        json_member_int(&json, "at", (int64_t)answer->taken[i].at);
        json_member_int(&json, "told_at", (int64_t)answer->taken[i].told_at);
        json_member_bool(&json, "clean", answer->is_clean);
        json_end_object(&json);
        builder_add_byte(&out, '\n');
    }
    return builder_str(&out);
}

struct str forget_text(const struct forget_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->taken_count; i++)
        builder_print(
            &out, "entry %" PRIu64 " of %.*s is taken out, as its entry %" PRIu64 " says\n",
            answer->taken[i].at, STR_ARGS(answer->taken[i].audience), answer->taken[i].told_at);
    if (answer->file_count > 0)
        builder_print(&out, "files that went with that: %zu\n", answer->file_count);
    builder_add_c(&out,
                  answer->is_clean
                      ? "what backups, exports and copies made before hold, stays in them\n"
                      : "another program has the case open, so its words may still lie in the "
                        "case's journal or tables: do this again, or close what holds it open\n"
                        "what backups, exports and copies made before hold, stays in them\n");
    return builder_str(&out);
}
