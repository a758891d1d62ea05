// SPDX-License-Identifier: Apache-2.0
//
// "sums": [{"issues": ["Share A", "Share B"], "exactly": 100},
//          {"numbers": {"Vans": {"none": 0, "two": 90.5}, "Radios": [0, 40]}, "at_most": 120},
//          {"numbers": [["Vans", "two", 90.5], [1, 1, 40]], "at_least": 10, "at_most": 120}]
//
// The numbers of `issues` are those in the words of their options; a "reason" is for people.
#include "exchange/bargain/option_number.h"
#include "exchange/bargain/scenario_parts.h"

#include "base/checked.h"

#define PLACES_MAX 18 // behind the point

struct sum_term {
    struct choice choice;
    struct grid_decimal number;
};

struct sum_reader {
    const struct scenario_reader *reader;
    struct str part;
    struct list terms; // struct sum_term
    bool *is_given;    // by flat option number; of one sum after another
    bool has_percent;  // some option's words have the sign,
    bool has_plain;    // some have a number without, other than 0
};

static bool read_decimal(const struct sum_reader *sums, const struct json *value,
                         struct grid_decimal *number)
{
    for (number->scale = 0; number->scale <= PLACES_MAX; number->scale++)
        if (json_decimal(value, number->scale, &number->units))
            return true;
    return reader_refuse(sums->reader, value, BAD_INPUT, sums->part,
                         value->kind == JSON_NUMBER
                             ? "has a number that is not told exactly with 18 places in 64 bits"
                             : "has something where a number was expected");
}

static bool add_term(struct sum_reader *sums, const struct json *place, struct choice choice,
                     struct grid_decimal number)
{
    const struct scenario *scenario = sums->reader->scenario;
    uint32_t flat = scenario->issues[choice.issue].first + choice.option;
    const struct issue *issue = &scenario->issues[choice.issue];
    if (sums->is_given[flat])
        return reader_refuse(sums->reader, place, BAD_INPUT, sums->part,
                             "gives option \"%.*s\" of the issue \"%.*s\" two numbers",
                             STR_ARGS(issue->options[choice.option]), STR_ARGS(issue->name));
    sums->is_given[flat] = true;
    *LIST_ADD(&sums->terms, struct sum_term) = (struct sum_term){choice, number};
    return true;
}

// The number that the words of an option name.
static bool add_worded(struct sum_reader *sums, const struct json *place, struct choice choice)
{
    const struct issue *issue = &sums->reader->scenario->issues[choice.issue];
    struct str words = issue->options[choice.option];
    struct worded_number number;
    enum decimal_reading reading = option_number_read(words, &number);
    if (reading != DECIMAL_READ)
        return reader_refuse(sums->reader, place, BAD_INPUT, sums->part,
                             "issue \"%.*s\": the words of option \"%.*s\" %s; give it under "
                             "\"numbers\"",
                             STR_ARGS(issue->name), STR_ARGS(words),
                             reading == DECIMAL_NONE ? "name no number"
                                                     : "do not say for sure which number is meant");
    sums->has_percent = sums->has_percent || number.is_percent;
    sums->has_plain = sums->has_plain || (!number.is_percent && number.decimal.units != 0);
    return add_term(sums, place, choice, number.decimal);
}

static bool read_worded(struct sum_reader *sums, const struct json *value)
{
    struct json list;
    if (!reader_array(sums->reader, value, "issues", sums->part, true, &list))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        struct choice choice = {0, 0};
        if (!reader_issue(sums->reader, &list.items[i], sums->part, &choice.issue))
            return false;
        uint32_t options = sums->reader->scenario->issues[choice.issue].option_count;
        for (; choice.option < options; choice.option++)
            if (!add_worded(sums, &list.items[i], choice))
                return false;
    }
    if (sums->has_percent && sums->has_plain)
        return reader_refuse(sums->reader, value, BAD_INPUT, sums->part,
                             "adds up options with and without a per cent sign; give their "
                             "\"numbers\"");
    return true;
}

// Numbers by issue: a list, or an object by option.
static bool read_rows(struct sum_reader *sums, const struct json *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct json row;
        struct choice choice = {0, 0};
        struct json name = {
            .kind = JSON_STRING, .text = rows->names[i], .byte = rows->items[i].byte};
        if (!reader_issue(sums->reader, &name, sums->part, &choice.issue) ||
            !reader_row(
                sums->reader, choice.issue, &rows->items[i], sums->part,
                arena_print(sums->reader->arena, "issue \"%.*s\": ", STR_ARGS(rows->names[i])),
                &row))
            return false;
        for (; choice.option < row.count; choice.option++) {
            struct grid_decimal number;
            if (!read_decimal(sums, &row.items[choice.option], &number) ||
                !add_term(sums, &row.items[choice.option], choice, number))
                return false;
        }
    }
    return true;
}

static bool read_triples(struct sum_reader *sums, const struct json *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct json *item = &list->items[i];
        struct choice choice;
        struct grid_decimal number;
        if (item->kind != JSON_ARRAY || item->count != 3)
            return reader_refuse(sums->reader, item, BAD_INPUT, sums->part,
                                 "has an entry that is not [issue, option, number]");
        if (!reader_choice(sums->reader, &item->items[0], &item->items[1], sums->part, &choice) ||
            !read_decimal(sums, &item->items[2], &number) || !add_term(sums, item, choice, number))
            return false;
    }
    return true;
}

static bool read_numbers(struct sum_reader *sums, const struct json *value)
{
    const struct json *numbers = json_member(value, "numbers");
    if (!numbers || numbers->kind == JSON_NULL)
        return true;
    if (numbers->kind == JSON_OBJECT)
        return read_rows(sums, numbers);
    if (numbers->kind == JSON_ARRAY)
        return read_triples(sums, numbers);
    return reader_refuse(sums->reader, numbers, BAD_INPUT, sums->part,
                         "has numbers that are neither an object by issue nor a list of [issue, "
                         "option, number]");
}

// One end, as a term without a choice; *is_there is false where the member is missing.
static bool read_end(struct sum_reader *sums, const struct json *value, const char *member,
                     struct grid_decimal *number, bool *is_there)
{
    const struct json *end = json_member(value, member);
    *is_there = end != NULL && end->kind != JSON_NULL;
    return !*is_there || read_decimal(sums, end, number);
}

struct sum_ends {
    struct grid_decimal least;
    struct grid_decimal most;
    bool has_least;
    bool has_most;
};

static bool read_ends(struct sum_reader *sums, const struct json *value, struct sum_ends *ends)
{
    struct grid_decimal exact;
    bool is_exact;
    *ends = (struct sum_ends){.has_least = false};
    if (!read_end(sums, value, "exactly", &exact, &is_exact) ||
        !read_end(sums, value, "at_least", &ends->least, &ends->has_least) ||
        !read_end(sums, value, "at_most", &ends->most, &ends->has_most))
        return false;
    if (is_exact == (ends->has_least || ends->has_most))
        return reader_refuse(sums->reader, value, BAD_INPUT, sums->part,
                             "wants either \"exactly\", or \"at_least\", \"at_most\" or both");
    if (is_exact)
        *ends = (struct sum_ends){exact, exact, true, true};
    return true;
}

static uint32_t scale_of(const struct sum_reader *sums, const struct sum_ends *ends)
{
    uint32_t scale = 0;
    for (size_t i = 0; i < sums->terms.count; i++) {
        uint32_t own = LIST_AT(&sums->terms, struct sum_term, i)->number.scale;
        scale = own > scale ? own : scale;
    }
    scale = ends->has_least && ends->least.scale > scale ? ends->least.scale : scale;
    return ends->has_most && ends->most.scale > scale ? ends->most.scale : scale;
}

static bool units_at(struct grid_decimal number, uint32_t scale, int64_t *units)
{
    *units = number.units;
    for (uint32_t s = number.scale; s < scale; s++)
        if (!checked_multiply(*units, 10, units))
            return false;
    return true;
}

static bool make_sum(struct sum_reader *sums, const struct sum_ends *ends, struct rule *rule)
{
    struct arena *arena = sums->reader->arena;
    uint32_t scale = scale_of(sums, ends);
    struct rule_sum *sum = ARENA_NEW(arena, struct rule_sum);
    struct choice *choices = ARENA_ARRAY(arena, struct choice, sums->terms.count);
    int64_t *numbers = ARENA_ARRAY(arena, int64_t, sums->terms.count);
    bool fits = units_at((struct grid_decimal){1, 0}, scale, &sum->scale);
    sum->least = INT64_MIN;
    sum->most = INT64_MAX;
    for (size_t i = 0; i < sums->terms.count && fits; i++) {
        const struct sum_term *term = LIST_AT(&sums->terms, struct sum_term, i);
        choices[i] = term->choice;
        fits = units_at(term->number, scale, &numbers[i]);
    }
    fits = fits && (!ends->has_least || units_at(ends->least, scale, &sum->least)) &&
           (!ends->has_most || units_at(ends->most, scale, &sum->most));
    sum->numbers = numbers;
    *rule = (struct rule){RULE_SUM, choices, sums->terms.count, sum};
    return fits;
}

static bool read_sum(const struct scenario_reader *reader, const struct json *value,
                     struct str part, bool *is_given, struct rule *rule)
{
    static const struct str members[] = {STR_INIT("issues"),  STR_INIT("numbers"),
                                         STR_INIT("exactly"), STR_INIT("at_least"),
                                         STR_INIT("at_most"), STR_INIT("reason")};
    struct sum_reader sums = {.reader = reader,
                              .part = part,
                              .terms = LIST_MAKE(reader->arena, struct sum_term),
                              .is_given = is_given};
    struct sum_ends ends;
    if (value->kind != JSON_OBJECT)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "is not an object with issues or numbers, and what they add up to");
    if (!reader_members(reader, value, part, STR(""), members,
                        sizeof members / sizeof members[0]) ||
        !read_worded(&sums, value) || !read_numbers(&sums, value) ||
        !read_ends(&sums, value, &ends))
        return false;
    if (sums.terms.count == 0)
        return reader_refuse(reader, value, BAD_INPUT, part, "names no issue and no number");
    if (!make_sum(&sums, &ends, rule))
        return reader_refuse(reader, value, TOO_LARGE, part,
                             "has numbers that are not told exactly together in 64 bits");
    if (rule->sum->least > rule->sum->most)
        return reader_refuse(reader, value, BAD_INPUT, part,
                             "wants at least more than it wants at most");
    for (size_t i = 0; i < rule->count; i++)
        is_given[scenario_flat(reader->scenario, rule->choices[i])] = false;
    return true;
}

bool reader_sums(const struct scenario_reader *reader, const struct json *root, struct list *rules)
{
    struct json list;
    if (!reader_array(reader, root, "sums", STR("sums"), true, &list))
        return false;
    bool *is_given = ARENA_ARRAY(reader->arena, bool, reader->scenario->option_total);
    for (size_t i = 0; i < list.count; i++) {
        struct str part = arena_print(reader->arena, "sums[%zu]", i);
        if (!read_sum(reader, &list.items[i], part, is_given, LIST_ADD(rules, struct rule)))
            return false;
    }
    return true;
}
