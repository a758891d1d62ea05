// SPDX-License-Identifier: Apache-2.0
#include "render/case/case_forms.h"

struct str cases_json(const struct cases_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 2);
    json_begin_object(&json);
    json_member_str(&json, "entente", STR("entente-cases/1"));
    json_name(&json, "cases");
    json_begin_array(&json);
    for (size_t i = 0; i < answer->count; i++) {
        const struct listed_case *listed = &answer->cases[i];
        json_begin_object_inline(&json);
        json_member_str(&json, "name", listed->name);
        json_member_str(&json, "address", listed->address);
        json_member_int(&json, "format", listed->format);
        json_member_bool(&json, "writable", listed->is_writable);
        json_name(&json, "readers");
        json_begin_array(&json);
        for (size_t k = 0; k < listed->reader_count; k++)
            json_str(&json, listed->readers[k]);
        json_end_array(&json);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    return builder_str(&out);
}

struct str cases_text(const struct cases_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < answer->count; i++) {
        const struct listed_case *listed = &answer->cases[i];
        builder_print(&out, "%.*s  %s", STR_ARGS(listed->name),
                      listed->is_writable ? "to write to" : "to read");
        for (size_t k = 0; k < listed->reader_count; k++)
            builder_print(&out, "%s%.*s", k == 0 ? "; may open it besides: " : ", ",
                          STR_ARGS(listed->readers[k]));
        builder_add_byte(&out, '\n');
    }
    return builder_str(&out);
}
