// SPDX-License-Identifier: Apache-2.0
// entente timetable --date: when one period ends, by which rule.
#include "codec/json.h"
#include "codec/yaml.h"
#include "exchange/steps/holidays_yaml.h"
#include "timetable/rules.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/timetable.h>

static bool read_holidays(const struct entente_date_options *options, struct arena *arena,
                          struct calendar *calendar, struct error *error)
{
    *calendar = calendar_plain;
    if (!options->holidays)
        return true;
    struct str source = str_of(options->holidays->name);
    struct str text = answer_file(options->holidays);
    const struct json *tree;
    return yaml_read(source, text, &limits_default, arena, &tree, error) &&
           holidays_from_yaml(source, text, tree, str_of(options->place), arena, calendar, error);
}

static struct rules adjusted(const struct rules *rules, const struct entente_date_options *options)
{
    struct rules own = *rules;
    if (options->event_day != ENTENTE_BY_RULE)
        own.counts_event_day = options->event_day == ENTENTE_YES;
    if (options->roll != ENTENTE_BY_RULE)
        own.rolls = options->roll == ENTENTE_YES;
    return own;
}

static struct str date_json(const struct entente_date_options *options, const struct rules *rules,
                            const struct period *period, const struct due *due, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer json = json_writer_make(&out, 1);
    json_begin_object(&json);
    json_member_str(&json, "date", moment_print(arena, due->minutes, due->has_time));
    json_member_str(&json, "rule", str_of(options->rules));
    json_member_str(&json, "counted_by", str_of(rules->title));
    json_member_str(&json, "start", str_of(options->date));
    json_member_str(&json, "period", period_print(arena, period));
    json_member_str(&json, "raw", day_print(arena, due->raw_day));
    json_member_bool(&json, "moved", due->is_rolled || due->is_widened);
    json_member_str(&json, "why", rules_why(rules, period, due, arena));
    json_end_object(&json);
    return builder_str(&out);
}

static bool find_date(const struct entente_date_options *options, struct entente_answer *answer,
                      struct error *error)
{
    struct arena *arena = answer->arena;
    int64_t start;
    bool has_time;
    if (!moment_parse(str_of(options->date), &start, &has_time))
        return error_set(error, BAD_INPUT,
                         "\"%s\" is not a date like 2024-02-29 or 2024-02-29T10:30", options->date);
    struct calendar calendar;
    struct period period;
    const struct rules *named;
    struct due due;
    if (!read_holidays(options, arena, &calendar, error) ||
        !rules_formula(str_of(options->rules), str_of(options->period), &named, &period, error))
        return false;
    struct rules rules = adjusted(named, options);
    if (!rules_end(&rules, &calendar, start, has_time, &period, &due, error))
        return false;
    answer->output =
        options->json
            ? date_json(options, &rules, &period, &due, arena)
            : arena_print(arena, "%.*s  %s: %.*s\n",
                          STR_ARGS(moment_print(arena, due.minutes, due.has_time)), options->rules,
                          STR_ARGS(rules_why(&rules, &period, &due, arena)));
    return true;
}

bool entente_timetable_date(const struct entente_date_options *options,
                            const struct entente_bounds *bounds, struct entente_answer **answer,
                            struct entente_error *error)
{
    struct entente_date_options own;
    if (!DOOR_TAKE(options, &own, error) || !door_bounds(bounds, error))
        return false;
    options = &own;
    struct entente_answer *made = answer_new();
    struct error inner;
    if (!find_date(options, made, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    *answer = made;
    return true;
}
