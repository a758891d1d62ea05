// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_sheets.h"

#include <inttypes.h>

#define FIRST_PARTY 2u // column
#define PLACES_MOST 18

struct sheet_writer {
    const struct scenario *scenario;
    struct grid_maker maker;
    uint32_t row;
    struct error *error;
};

// How many places behind the point numbers of this scale have; PLACES_MOST + 1: they have no end.
static int places_of(int64_t scale)
{
    int64_t power = 1;
    int places = 0;
    while (places <= PLACES_MOST && power % scale != 0) {
        places++;
        power = places <= PLACES_MOST ? power * 10 : power;
    }
    return places;
}

bool scores_sheets_can(const struct scenario *scenario)
{
    for (uint32_t p = 0; p < scenario->party_count; p++)
        if (scenario->parties[p].pair_count > 0)
            return false;
    return scenario->point_count == 0 && places_of(scenario->scale) <= PLACES_MOST;
}

// "-8.5" of -85 tenths.
static struct str decimal(int64_t units, int64_t value, struct arena *arena)
{
    uint64_t scale = (uint64_t)units;
    uint64_t size = (uint64_t)(value < 0 ? -value : value); // sums stay far below 64 bits
    int places = places_of(units);
    uint64_t power = 1;
    for (int i = 0; i < places; i++)
        power *= 10;
    uint64_t whole = size / scale;
    uint64_t part = size % scale * (power / scale);
    const char *sign = value < 0 ? "-" : "";
    if (part == 0)
        return arena_print(arena, "%s%" PRIu64, sign, whole);
    struct str text = arena_print(arena, "%s%" PRIu64 ".%0*" PRIu64, sign, whole, places, part);
    while (text.bytes[text.length - 1] == '0')
        text.length--;
    return text;
}

static bool put(struct sheet_writer *writer, uint32_t column, enum grid_kind kind, struct str text)
{
    struct grid_cell cell = {.row = writer->row,
                             .column = column,
                             .kind = kind,
                             .text = text,
                             .row_span = 1,
                             .column_span = 1};
    return text.length == 0 || grid_add(&writer->maker, cell, writer->error);
}

static bool is_red_line(const struct scenario_party *party, struct choice choice)
{
    for (size_t i = 0; i < party->red_line_count; i++)
        if (party->red_lines[i].issue == choice.issue &&
            party->red_lines[i].option == choice.option)
            return true;
    return false;
}

static bool put_score(struct sheet_writer *writer, uint32_t party, struct choice choice)
{
    const struct scenario *scenario = writer->scenario;
    struct arena *arena = writer->maker.arena;
    const struct scenario_party *who = &scenario->parties[party];
    struct str number =
        decimal(scenario->scale, who->scores[scenario_flat(scenario, choice)], arena);
    if (!is_red_line(who, choice))
        return put(writer, FIRST_PARTY + party, GRID_NUMBER, number);
    return put(writer, FIRST_PARTY + party, GRID_TEXT,
               arena_print(arena, "%.*s red line", STR_ARGS(number)));
}

static bool put_option(struct sheet_writer *writer, struct choice choice)
{
    const struct issue *issue = &writer->scenario->issues[choice.issue];
    bool done = put(writer, 0, GRID_TEXT, issue->name) &&
                put(writer, 1, GRID_TEXT, issue->options[choice.option]);
    for (uint32_t p = 0; p < writer->scenario->party_count && done; p++)
        done = put_score(writer, p, choice);
    writer->row++;
    return done;
}

static bool put_scores(struct sheet_writer *writer)
{
    const struct scenario *scenario = writer->scenario;
    bool done = put(writer, 0, GRID_TEXT, STR("issue")) && put(writer, 1, GRID_TEXT, STR("option"));
    for (uint32_t p = 0; p < scenario->party_count && done; p++)
        done = put(writer, FIRST_PARTY + p, GRID_TEXT, scenario->parties[p].name);
    writer->row++;
    for (uint32_t i = 0; i < scenario->issue_count; i++)
        for (uint32_t o = 0; o < scenario->issues[i].option_count && done; o++)
            done = put_option(writer, (struct choice){i, o});
    done = done && put(writer, 0, GRID_TEXT, STR("reserve"));
    for (uint32_t p = 0; p < scenario->party_count && done; p++)
        done = put(writer, FIRST_PARTY + p, GRID_NUMBER,
                   decimal(scenario->scale, scenario->parties[p].reservation, writer->maker.arena));
    return done;
}

// A row for each end of a sum.
static bool put_sum_row(struct sheet_writer *writer, const struct rule *rule, const char *words,
                        int64_t end)
{
    struct arena *arena = writer->maker.arena;
    uint32_t column = 2;
    bool done = put(writer, 0, GRID_TEXT, str_of(words)) &&
                put(writer, 1, GRID_NUMBER, decimal(rule->sum->scale, end, arena));
    for (size_t c = 0; c < rule->count && done; c++) {
        const struct issue *issue = &writer->scenario->issues[rule->choices[c].issue];
        struct str option = issue->options[rule->choices[c].option];
        struct str number = decimal(rule->sum->scale, rule->sum->numbers[c], arena);
        if (rule->sum->numbers[c] != 0)
            done = put(writer, column++, GRID_TEXT,
                       arena_print(arena, "%.*s: %.*s = %.*s", STR_ARGS(issue->name),
                                   STR_ARGS(option), STR_ARGS(number)));
    }
    writer->row++;
    return done;
}

static bool put_sum(struct sheet_writer *writer, const struct rule *rule)
{
    const struct rule_sum *sum = rule->sum;
    if (sum->least == sum->most)
        return put_sum_row(writer, rule, "sum exactly", sum->least);
    return (sum->least == INT64_MIN || put_sum_row(writer, rule, "sum at least", sum->least)) &&
           (sum->most == INT64_MAX || put_sum_row(writer, rule, "sum at most", sum->most));
}

static bool put_rules(struct sheet_writer *writer)
{
    static const char *const words[] = {[RULE_EXCLUDES] = "not together",
                                        [RULE_REQUIRES] = "only with",
                                        [RULE_EXACTLY_ONE] = "exactly one"};
    const struct scenario *scenario = writer->scenario;
    bool done = true;
    for (size_t r = 0; r < scenario->rule_count && done; r++) {
        const struct rule *rule = &scenario->rules[r];
        if (rule->kind == RULE_SUM) {
            done = put_sum(writer, rule);
            continue;
        }
        bool is_alone = rule->count == 1 && rule->kind == RULE_EXCLUDES;
        done = put(writer, 0, GRID_TEXT, is_alone ? STR("never") : str_of(words[rule->kind]));
        for (size_t c = 0; c < rule->count && done; c++) {
            const struct issue *issue = &scenario->issues[rule->choices[c].issue];
            struct str name = arena_print(writer->maker.arena, "%.*s: %.*s", STR_ARGS(issue->name),
                                          STR_ARGS(issue->options[rule->choices[c].option]));
            done = put(writer, 1 + (uint32_t)c, GRID_TEXT, name);
        }
        writer->row++;
    }
    return done;
}

bool scores_sheets_make(const struct scenario *scenario, struct arena *arena, struct grid *scores,
                        struct grid *rules, struct error *error)
{
    struct sheet_writer writer = {.scenario = scenario,
                                  .maker =
                                      grid_maker_make(STR("scores"), &input_limits_default, arena),
                                  .error = error};
    if (!put_scores(&writer))
        return false;
    *scores = grid_done(&writer.maker, STR("Scores"));
    writer.maker = grid_maker_make(STR("rules"), &input_limits_default, arena);
    writer.row = 0;
    if (!put_rules(&writer))
        return false;
    *rules = grid_done(&writer.maker, STR("Rules"));
    return true;
}
