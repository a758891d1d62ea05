// SPDX-License-Identifier: Apache-2.0
// Worths in scenarios: decimals made whole by one scale, and scores by position or by name.
#include "exchange/bargain/scenario_parts.h"

#include "base/near.h"

#define PLACES_MAX 18 // behind the point: 10^18 is the largest power that fits 64 bits

static unsigned more_places(const struct json *value, unsigned places)
{
    int64_t number;
    if (value->kind == JSON_NUMBER)
        while (places < PLACES_MAX && !json_decimal(value, places, &number))
            places++;
    for (size_t i = 0; i < value->count; i++)
        places = more_places(&value->items[i], places);
    return places;
}

unsigned reader_places(const struct json *parties)
{
    unsigned places = 0;
    for (size_t p = 0; parties && p < parties->count; p++) {
        static const char *const members[] = {"scores", "pairs", "reservation"};
        for (size_t m = 0; m < sizeof members / sizeof members[0]; m++) {
            const struct json *value = json_member(&parties->items[p], members[m]);
            places = value ? more_places(value, places) : places;
        }
    }
    return places;
}

bool reader_value(const struct scenario_reader *reader, const struct json *value, struct str part,
                  struct str who, int64_t *number)
{
    if (json_decimal(value, reader->places, number))
        return true;
    if (value->kind != JSON_NUMBER)
        return reader_refuse(reader, value, BAD_INPUT, part, "%.*sis not a number", STR_ARGS(who));
    return reader_refuse(reader, value, BAD_INPUT, part,
                         "%.*s%.*s cannot be told exactly together with the other worths; %s",
                         STR_ARGS(who), STR_ARGS(value->text),
                         reader->is_whole
                             ? "beside intervals and rankings worths are whole numbers "
                               "of 64 bits"
                             : "all worths share one scale of 64 bits");
}

// The values of an object in the order of the names; every name must stand there.
static bool by_name(const struct scenario_reader *reader, const struct json *object,
                    struct str part, struct str who, const char *what, const struct str *names,
                    size_t count, struct json *list)
{
    struct json *items = ARENA_ARRAY(reader->arena, struct json, count);
    bool *is_given = ARENA_ARRAY(reader->arena, bool, count);
    for (size_t i = 0; i < object->count; i++) {
        size_t place = 0;
        while (place < count && (is_given[place] || !str_equal(object->names[i], names[place])))
            place++;
        if (place == count) {
            struct str meant = near_meant(object->names[i], names, count, reader->arena);
            return reader_refuse(reader, &object->items[i], BAD_INPUT, part,
                                 "%.*sthere is no %s \"%.*s\"%.*s", STR_ARGS(who), what,
                                 STR_ARGS(object->names[i]), STR_ARGS(meant));
        }
        is_given[place] = true;
        items[place] = object->items[i];
    }
    for (size_t i = 0; i < count; i++)
        if (!is_given[i])
            return reader_refuse(reader, object, BAD_INPUT, part, "%.*sthe %s \"%.*s\" is missing",
                                 STR_ARGS(who), what, STR_ARGS(names[i]));
    *list = (struct json){.kind = JSON_ARRAY, .items = items, .count = count, .byte = object->byte};
    return true;
}

bool reader_rows(const struct scenario_reader *reader, const struct json *scores, struct str part,
                 struct str who, struct json *rows)
{
    const struct scenario *scenario = reader->scenario;
    if (scores->kind == JSON_OBJECT)
        return by_name(reader, scores, part, who, "issue", reader->issue_names,
                       scenario->issue_count, rows);
    if (scores->kind != JSON_ARRAY)
        return reader_refuse(reader, scores, BAD_INPUT, part, "%.*sis not a list", STR_ARGS(who));
    if (scores->count != scenario->issue_count)
        return reader_refuse(reader, scores, BAD_INPUT, part,
                             "%.*shas %zu lists of scores for %u issues", STR_ARGS(who),
                             scores->count, scenario->issue_count);
    *rows = *scores;
    return true;
}

bool reader_row(const struct scenario_reader *reader, uint32_t issue, const struct json *row,
                struct str part, struct str who, struct json *values)
{
    const struct issue *about = &reader->scenario->issues[issue];
    if (row->kind == JSON_OBJECT)
        return by_name(reader, row, part, who, "option", about->options, about->option_count,
                       values);
    if (row->kind != JSON_ARRAY)
        return reader_refuse(reader, row, BAD_INPUT, part, "%.*sis not a list of scores",
                             STR_ARGS(who));
    if (row->count != about->option_count)
        return reader_refuse(reader, row, BAD_INPUT, part, "%.*shas %zu scores for %u options",
                             STR_ARGS(who), row->count, about->option_count);
    *values = *row;
    return true;
}

struct str reader_who(const struct scenario_reader *reader, struct str party, uint32_t issue)
{
    if (issue == UINT32_MAX)
        return arena_print(reader->arena, "party \"%.*s\": ", STR_ARGS(party));
    return arena_print(reader->arena, "party \"%.*s\", issue \"%.*s\": ", STR_ARGS(party),
                       STR_ARGS(reader->scenario->issues[issue].name));
}
