// SPDX-License-Identifier: Apache-2.0
// Time limits as JSON; docs/limits.md names the fields.
#include "codec/json.h"
#include "render/timetable/limits_forms.h"

static void write_bound(struct json_writer *json, const char *name, bool has_bound, int64_t bound)
{
    json_name(json, name);
    if (has_bound)
        json_int(json, bound);
    else
        json_null(json);
}

static void write_joins(struct json_writer *json, const struct limit *limit, size_t first)
{
    json_name(json, "joins");
    if (limit->joins == LIMIT_NO_INDEX)
        json_null(json);
    else
        json_int(json, (int64_t)(first + limit->joins)); // indexes are far below 2^63
}

static struct str side_name(enum limit_side side)
{
    switch (side) {
    case LIMIT_WHOLE:
        return STR("whole");
    case LIMIT_START:
        return STR("start");
    case LIMIT_END:
        return STR("end");
    }
    return STR("");
}

// first: the index of the file's first limit among all.
static void write_limit(struct json_writer *json, struct str file, const struct limits_found *found,
                        const struct limit *limit, size_t first)
{
    const struct limit_step *step = &found->steps[limit->step_number];
    const char *unit = limit->has_date && limit->unit == UNIT_NONE
                           ? "date"
                           : quantity_unit_name(limit->unit, limit->is_working);
    json_begin_object(json);
    json_member_str(json, "file", file);
    json_member_int(json, "line", (int64_t)limit->line);
    json_member_int(json, "column", (int64_t)limit->column);
    json_member_str(json, "phrase", limit->phrase);
    json_member_str(json, "relation", str_of(limit_relation_name(limit->relation)));
    write_bound(json, "min", limit->has_min, limit->min);
    write_bound(json, "max", limit->has_max, limit->max);
    json_member_str_or_null(json, "unit", str_of(unit));
    json_member_str(json, "calendar", limit->is_working ? STR("working") : STR("calendar"));
    json_member_str_or_null(json, "value", limit->value);
    json_member_str_or_null(json, "reference", limit->reference);
    json_member_str_or_null(json, "step", limit->step);
    json_member_str_or_null(json, "event", limit->event);
    json_member_str_or_null(json, "step_name", step->name);
    json_member_str_or_null(json, "step_title", step->title);
    json_member_str_or_null(json, "by", step->who);
    json_member_str(json, "side", side_name(limit->side));
    json_member_str(json, "reference_side", side_name(limit->reference_side));
    json_member_str(json, "binding", str_of(limit_binding_name(limit->binding)));
    write_joins(json, limit, first);
    json_member_str_or_null(json, "clause", limit->clause);
    json_member_bool(json, "numeric", limit->value.length > 0);
    json_member_bool(json, "open", limit->is_open);
    json_member_bool(json, "strict", limit->is_strict);
    json_member_str_or_null(json, "vague", limit->vague);
    if (limit->group > 0) {
        json_member_int(json, "group", limit->group);
        json_member_str(json, "whichever", limit->takes_later ? STR("later") : STR("earlier"));
    }
    json_member_str_or_null(json, "note", limit->note);
    json_member_str_or_null(json, "assumed", limit->assumed);
    json_end_object(json);
}

static void write_rule(struct json_writer *json, struct str file, const struct limit_rule *rule)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    json_member_int(json, "line", (int64_t)rule->line);
    json_member_int(json, "column", (int64_t)rule->column);
    json_member_str(json, "phrase", rule->phrase);
    json_member_str(json, "rule", str_of(rule->rule));
    json_end_object(json);
}

static void write_unread(struct json_writer *json, struct str file,
                         const struct limit_unread *unread)
{
    json_begin_object(json);
    json_member_str(json, "file", file);
    json_member_int(json, "line", (int64_t)unread->line);
    json_member_int(json, "column", (int64_t)unread->column);
    json_member_str(json, "phrase", unread->phrase);
    json_member_str_or_null(json, "clause", unread->clause);
    json_end_object(json);
}

static void write_document(struct json_writer *json, const struct limits_of_file *file)
{
    const struct date *date = &file->found.document_date;
    json_begin_object(json);
    json_member_str(json, "file", file->file);
    json_member_str_or_null(json, "date", date->year ? date_iso(date, json->out->arena) : STR(""));
    json_end_object(json);
}

static void write_limits(struct json_writer *json, const struct limits_answer *answer)
{
    size_t first = 0;
    json_name(json, "limits");
    json_begin_array(json);
    for (size_t f = 0; f < answer->file_count; f++) {
        const struct limits_found *found = &answer->files[f].found;
        for (size_t i = 0; i < found->count; i++)
            write_limit(json, answer->files[f].file, found, &found->items[i], first);
        first += found->count;
    }
    json_end_array(json);
}

struct str limits_json(const struct limits_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    write_limits(&json, answer);
    json_name(&json, "rules");
    json_begin_array(&json);
    for (size_t f = 0; f < answer->file_count; f++)
        for (size_t i = 0; i < answer->files[f].found.rule_count; i++)
            write_rule(&json, answer->files[f].file, &answer->files[f].found.rules[i]);
    json_end_array(&json);
    json_name(&json, "unread");
    json_begin_array(&json);
    for (size_t f = 0; f < answer->file_count; f++)
        for (size_t i = 0; i < answer->files[f].found.unread_count; i++)
            write_unread(&json, answer->files[f].file, &answer->files[f].found.unread[i]);
    json_end_array(&json);
    json_name(&json, "documents");
    json_begin_array(&json);
    for (size_t f = 0; f < answer->file_count; f++)
        write_document(&json, &answer->files[f]);
    json_end_array(&json);
    json_end_object(&json);
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
