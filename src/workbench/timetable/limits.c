// SPDX-License-Identifier: Apache-2.0
// entente limits: the time limits of agreements, as JSON or as a table.
#include "limits/limits.h"
#include "codec/json.h"
#include "workbench/answer.h"
#include "workbench/door.h"
#include "workbench/given_date.h"
#include "workbench/language_note.h"
#include "workbench/timetable/clauses.h"

#include <entente/reading.h>

struct printed {
    struct builder out;
    struct json_writer json;
    size_t count;
    size_t open_count;
};

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
    json_end_object(json);
}

static void print_limit(struct builder *out, struct str file, const struct limit *limit)
{
    builder_print(out, "%.*s:%zu:%zu: %s", STR_ARGS(file), limit->line, limit->column,
                  limit_relation_name(limit->relation));
    if (limit->value.length > 0)
        builder_print(out, " %.*s", STR_ARGS(limit->value));
    else if (limit->is_open)
        builder_add_c(out, " (open: no number)");
    builder_print(out, "  \"%.*s\"\n", STR_ARGS(limit->phrase));
    if (limit->step.length > 0)
        builder_print(out, "    step: %.*s\n", STR_ARGS(limit->step));
    if (limit->reference.length > 0)
        builder_print(out, "    from: %.*s (%s)\n", STR_ARGS(limit->reference),
                      limit_binding_name(limit->binding));
    if (limit->note.length > 0)
        builder_print(out, "    note: %.*s\n", STR_ARGS(limit->note));
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

static void write_json(const struct entente_file *files, const struct limits_found *found,
                       size_t file_count, struct printed *printed)
{
    struct json_writer *json = &printed->json;
    size_t first = 0;
    json_begin_object(json);
    json_name(json, "limits");
    json_begin_array(json);
    for (size_t f = 0; f < file_count; f++) {
        for (size_t i = 0; i < found[f].count; i++)
            write_limit(json, str_of(files[f].name), &found[f], &found[f].items[i], first);
        first += found[f].count;
    }
    json_end_array(json);
    json_name(json, "rules");
    json_begin_array(json);
    for (size_t f = 0; f < file_count; f++)
        for (size_t i = 0; i < found[f].rule_count; i++)
            write_rule(json, str_of(files[f].name), &found[f].rules[i]);
    json_end_array(json);
    json_name(json, "documents");
    json_begin_array(json);
    for (size_t f = 0; f < file_count; f++) {
        json_begin_object(json);
        json_member_str(json, "file", str_of(files[f].name));
        const struct date *date = &found[f].document_date;
        json_member_str_or_null(json, "date",
                                date->year ? date_iso(date, printed->out.arena) : STR(""));
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
    builder_add_byte(&printed->out, '\n');
}

static void count_limits(const struct limits_found *found, struct printed *printed)
{
    printed->count += found->count;
    for (size_t i = 0; i < found->count; i++)
        printed->open_count += found->items[i].is_open ? 1 : 0;
}

static bool read_file(const struct entente_file *file, const struct date *given,
                      struct arena *arena, struct limits_found *found, struct error *error)
{
    struct limits_text text;
    if (!clauses_open(file, arena, &text, error))
        return false;
    text.given = given;
    return limits_read(&text, arena, found, error);
}

static bool read_all(const struct entente_limits_options *options, const struct entente_file *files,
                     size_t file_count, struct arena *arena, struct limits_found *found,
                     struct error *error)
{
    struct date given;
    if (options->date && !reading_given_date(options->date, arena, &given, error))
        return false;
    for (size_t f = 0; f < file_count; f++)
        if (!read_file(&files[f], options->date ? &given : NULL, arena, &found[f], error))
            return false;
    return true;
}

static struct str summary_of(const struct entente_file *files, const struct limits_found *found,
                             size_t file_count, const struct printed *printed)
{
    struct builder summary = builder_make(printed->out.arena);
    for (size_t f = 0; f < file_count; f++)
        if (found[f].is_foreign)
            builder_print(&summary, "note: %.*s\n",
                          STR_ARGS(language_note(str_of(files[f].name), summary.arena)));
    builder_print(&summary, "%zu time limits, %zu of them open\n", printed->count,
                  printed->open_count);
    return builder_str(&summary);
}

bool entente_limits(const struct entente_limits_options *options, const struct entente_file *files,
                    size_t file_count, const struct entente_bounds *bounds,
                    struct entente_answer **answer, struct entente_error *error)
{
    struct entente_limits_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *result = answer_new();
    struct limits_found *found = ARENA_ARRAY(result->arena, struct limits_found, file_count);
    struct error inner;
    if (!read_all(options, files, file_count, result->arena, found, &inner)) {
        entente_answer_free(result);
        return answer_error(&inner, error);
    }
    struct printed printed = {.out = builder_make(result->arena)};
    printed.json = json_writer_make(&printed.out, 1);
    for (size_t f = 0; f < file_count; f++) {
        count_limits(&found[f], &printed);
        for (size_t i = 0; !options->json && i < found[f].count; i++)
            print_limit(&printed.out, str_of(files[f].name), &found[f].items[i]);
    }
    if (options->json)
        write_json(files, found, file_count, &printed);
    result->output = builder_str(&printed.out);
    result->summary = summary_of(files, found, file_count, &printed);
    *answer = result;
    return true;
}
