// SPDX-License-Identifier: Apache-2.0
// entente timetable --date: when one period ends, by which rule.
#include "codec/yaml.h"
#include "exchange/timetable_steps/holidays_yaml.h"
#include "render/timetable/date_forms.h"
#include "workbench/answer.h"
#include "workbench/door.h"

#include <entente/timetable.h>

static bool read_holidays(const struct entente_date_options *options, struct budget *budget,
                          struct arena *arena, struct calendar *calendar, struct error *error)
{
    *calendar = calendar_plain;
    if (!options->holidays)
        return true;
    struct str source = str_of(options->holidays->name);
    struct str text = answer_file(options->holidays);
    const struct json *tree;
    return yaml_read(source, text, answer_limits(budget, arena), arena, &tree, error) &&
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

static bool find_date(const struct entente_date_options *options, struct budget *budget,
                      struct arena *arena, struct date_answer *answer, struct error *error)
{
    int64_t start;
    bool has_time;
    if (!moment_parse(str_of(options->date), &start, &has_time))
        return error_set(error, BAD_INPUT,
                         "\"%s\" is not a date like 2024-02-29 or 2024-02-29T10:30", options->date);
    struct calendar calendar;
    const struct rules *named;
    if (!read_holidays(options, budget, arena, &calendar, error) ||
        !rules_formula(str_of(options->rules), str_of(options->period), &named, &answer->period,
                       error))
        return false;
    answer->start = str_of(options->date);
    answer->named = str_of(options->rules);
    answer->rules = adjusted(named, options);
    return rules_end(&answer->rules, &calendar, start, has_time, &answer->period, &answer->due,
                     error);
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
    struct date_answer found;
    struct error inner;
    struct budget budget = answer_budget(bounds);
    if (!find_date(options, &budget, made->arena, &found, &inner)) {
        entente_answer_free(made);
        return answer_error(&inner, error);
    }
    made->output = options->json ? date_json(&found, made->arena) : date_text(&found, made->arena);
    *answer = made;
    return true;
}
