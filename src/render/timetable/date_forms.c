// SPDX-License-Identifier: Apache-2.0
#include "render/timetable/date_forms.h"

#include "codec/json.h"

struct str date_json(const struct date_answer *answer, struct arena *arena)
{
    const struct due *due = &answer->due;
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "date", moment_print(arena, due->minutes, due->has_time));
    json_member_str(&json, "rule", answer->named);
    json_member_str(&json, "counted_by", str_of(answer->rules.title));
    json_member_str(&json, "start", answer->start);
    json_member_str(&json, "period", period_print(arena, &answer->period));
    json_member_str(&json, "raw", day_print(arena, due->raw_day));
    json_member_bool(&json, "moved", due->is_rolled || due->is_widened);
    json_member_str(&json, "why", rules_why(&answer->rules, &answer->period, due, arena));
    json_end_object(&json);
    return builder_str(&out);
}

struct str date_text(const struct date_answer *answer, struct arena *arena)
{
    const struct due *due = &answer->due;
    return arena_print(
        arena, "%.*s  %.*s: %.*s\n", STR_ARGS(moment_print(arena, due->minutes, due->has_time)),
        STR_ARGS(answer->named), STR_ARGS(rules_why(&answer->rules, &answer->period, due, arena)));
}
