// SPDX-License-Identifier: Apache-2.0
// Names in scenarios: members, issues and options that are known, and what a mistyped one may mean.
#include "exchange/bargain/scenario_parts.h"

#include "base/near.h"

static bool is_among(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, names[i]))
            return true;
    return false;
}

// A misspelt member would silently change the answer.
bool reader_members(const struct scenario_reader *reader, const struct json *object,
                    struct str part, struct str who, const struct str *known, size_t count)
{
    static const struct str remarks[] = {STR_INIT("note"), STR_INIT("notes"), STR_INIT("comment")};
    for (size_t i = 0; i < object->count; i++) {
        struct str name = object->names[i];
        if (is_among(name, known, count) ||
            is_among(name, remarks, sizeof remarks / sizeof remarks[0]))
            continue;
        struct str near = near_meant(name, known, count, reader->arena);
        return reader_refuse(reader, &object->items[i], BAD_INPUT, part,
                             "%.*sthe member \"%.*s\" is not known%.*s", STR_ARGS(who),
                             STR_ARGS(name), STR_ARGS(near));
    }
    return true;
}

// The place of a name in a list; false where it is not there, or there twice.
static bool place_named(struct str name, const struct str *names, size_t count, uint32_t *place)
{
    size_t found = count;
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, names[i])) {
            if (found < count)
                return false;
            found = i;
        }
    *place = (uint32_t)found; // at most 2^32 issues or options
    return found < count;
}

// Says why a name or number stands for nothing.
static bool refuse_name(const struct scenario_reader *reader, const struct json *value,
                        struct str part, const char *what, const struct str *names, size_t count)
{
    if (value->kind != JSON_STRING)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "names %s that does not exist: neither a name nor a number below %zu",
                             what, count);
    if (is_among(value->text, names, count))
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "names %s \"%.*s\", but that name stands twice; its number is needed",
                             what, STR_ARGS(value->text));
    struct str near = near_meant(value->text, names, count, reader->arena);
    return reader_refuse(reader, value, BAD_INPUT, part,
                         "names %s \"%.*s\" that does not exist%.*s", what, STR_ARGS(value->text),
                         STR_ARGS(near));
}

static bool place_given(const struct json *value, const struct str *names, size_t count,
                        uint32_t *place)
{
    int64_t number;
    if (value->kind == JSON_STRING)
        return place_named(value->text, names, count, place);
    if (!json_whole(value, &number) || number < 0 || (uint64_t)number >= count)
        return false;
    *place = (uint32_t)number;
    return true;
}

bool reader_issue(const struct scenario_reader *reader, const struct json *value, struct str part,
                  uint32_t *issue)
{
    const struct scenario *scenario = reader->scenario;
    return place_given(value, reader->issue_names, scenario->issue_count, issue) ||
           refuse_name(reader, value, part, "an issue", reader->issue_names, scenario->issue_count);
}

bool reader_option(const struct scenario_reader *reader, uint32_t issue, const struct json *value,
                   struct str part, uint32_t *option)
{
    const struct issue *about = &reader->scenario->issues[issue];
    if (place_given(value, about->options, about->option_count, option))
        return true;
    const char *what =
        arena_print(reader->arena, "an option of the issue \"%.*s\"", STR_ARGS(about->name)).bytes;
    return refuse_name(reader, value, part, what, about->options, about->option_count);
}

bool reader_choice(const struct scenario_reader *reader, const struct json *issue_value,
                   const struct json *option_value, struct str part, struct choice *choice)
{
    return reader_issue(reader, issue_value, part, &choice->issue) &&
           reader_option(reader, choice->issue, option_value, part, &choice->option);
}

bool reader_pair(const struct scenario_reader *reader, const struct json *value, struct str part,
                 struct choice *choice)
{
    if (value->kind != JSON_ARRAY || value->count != 2)
        return reader_refuse(reader, value, BAD_INPUT, part, "is not [issue, option]");
    return reader_choice(reader, &value->items[0], &value->items[1], part, choice);
}

bool reader_choices(const struct scenario_reader *reader, const struct json *list, struct str part,
                    const struct choice **choices, size_t *count)
{
    if (list->kind != JSON_ARRAY)
        return reader_refuse(reader, list, BAD_INPUT, part, "is not a list of [issue, option]");
    struct choice *made = ARENA_ARRAY(reader->arena, struct choice, list->count);
    for (size_t i = 0; i < list->count; i++)
        if (!reader_pair(reader, &list->items[i], part, &made[i]))
            return false;
    *choices = made;
    *count = list->count;
    return true;
}
