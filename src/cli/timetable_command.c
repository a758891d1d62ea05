// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include "base/checked.h"

#include <entente/timetable.h>

#define CIRCLES_MAX 10000

static const struct option timetable_options[] = {
    {"network", "FILE", NULL,
     "check networks given as lines of \"u v w\"; further files may follow"},
    {"date", "DATE", NULL, "say when a period that begins with an event on DATE ends"},
    {"period", "PERIOD", NULL, "the period: P30D, P1M, -P2M, P10WD, P7CD, PT72H, 1st-of-month+2"},
    {"rules", "NAME", NULL,
     "count by calendar, EU-1182/71, ETS-76, trade, or a formula (nth_day …)"},
    {"holidays", "FILE", NULL, "the days not worked, in YAML"},
    {"place", "NAME", NULL, "which place's holidays to take from the file"},
    {"event-day", "WORD", "counted|not-counted", "whether the day of the event counts"},
    {"roll", "WORD", "next|none", "whether an end on a day not worked moves to the next that is"},
    {"circles", "N", NULL, "list up to N minimal contradictions instead of the shortest alone"},
    {"json", NULL, NULL, "print JSON"},
    {"o", "FILE", NULL, "write to FILE"},
    {NULL, NULL, NULL, NULL},
};

// A whole number from 0 to most; *number stays as it is when the option is not given.
static bool number_of(const struct arguments *arguments, const char *option, uint32_t most,
                      uint32_t *number)
{
    const char *value = arguments_value(arguments, option);
    int64_t read;
    if (!value)
        return true;
    if (!checked_parse(str_of(value), &read) || read < 0 || read > (int64_t)most)
        return false;
    *number = (uint32_t)read;
    return true;
}

static int run_network(const struct arguments *arguments, const char *first)
{
    struct entente_network_options network = {.json = arguments_has(arguments, "json")};
    if (!number_of(arguments, "circles", CIRCLES_MAX, &network.circles))
        return console_misuse("--circles takes a number up to %d", CIRCLES_MAX);
    size_t count = 1 + arguments->words.count;
    struct entente_file *files = ARENA_ARRAY(arguments->arena, struct entente_file, count);
    for (size_t i = 0; i < count; i++)
        if (!console_read(arguments, i == 0 ? first : arguments_word(arguments, i - 1), &files[i]))
            return EXIT_BAD;
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable_network(&network, files, count, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), true);
}

static enum entente_choice choice_of(const struct arguments *arguments, const char *option,
                                     const char *yes)
{
    const char *value = arguments_value(arguments, option);
    if (!value)
        return ENTENTE_BY_RULE;
    return str_equal(str_of(value), str_of(yes)) ? ENTENTE_YES : ENTENTE_NO;
}

static int run_date(const struct arguments *arguments, const char *date)
{
    const char *rules = arguments_value(arguments, "rules");
    const char *holidays = arguments_value(arguments, "holidays");
    struct entente_file file;
    if (holidays && !console_read(arguments, holidays, &file))
        return EXIT_BAD;
    struct entente_date_options options = {
        .date = date,
        .period = arguments_value(arguments, "period"),
        .rules = rules ? rules : "calendar",
        .holidays = holidays ? &file : NULL,
        .place = arguments_value(arguments, "place"),
        .event_day = choice_of(arguments, "event-day", "counted"),
        .roll = choice_of(arguments, "roll", "next"),
        .json = arguments_has(arguments, "json"),
    };
    if (!options.period)
        return console_misuse("--date wants --period as well, as in --period P1M");
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable_date(&options, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

static int run(const struct arguments *arguments)
{
    const char *date = arguments_value(arguments, "date");
    if (date)
        return run_date(arguments, date);
    const char *network = arguments_value(arguments, "network");
    if (network)
        return run_network(arguments, network);
    return console_misuse("timetable wants --network FILE; see entente help timetable");
}

const struct verb timetable_verb = {
    .name = "timetable",
    .usage = "--network FILE.tsv | --date DATE --period PERIOD",
    .purpose = "Says whether steps and time limits fit together, and if not, why",
    .options = timetable_options,
    .run = run,
};
