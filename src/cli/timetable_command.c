// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include "base/checked.h"

#include <entente/timetable.h>

#define CIRCLES_MAX 10000

static const struct option options[] = {
    {"network", "FILE", NULL,
     "check networks given as lines of \"u v w\"; further files may follow"},
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

static int run(const struct arguments *arguments)
{
    const char *network = arguments_value(arguments, "network");
    if (network)
        return run_network(arguments, network);
    return console_misuse("timetable wants --network FILE; see entente help timetable");
}

const struct verb timetable_verb = {
    .name = "timetable",
    .usage = "--network FILE.tsv",
    .purpose = "Says whether steps and time limits fit together, and if not, why",
    .options = options,
    .run = run,
};
