// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include "base/checked.h"

#include <entente/timetable.h>

#define CIRCLES_MAX 10000

static const struct option timetable_options[] = {
    {"steps", "FILE", NULL, "steps, limits and dates that a person confirmed, in YAML"},
    {"signed", "DATE", NULL, "the text's own date, where it does not say"},
    {"from", "DATE", NULL, "list only what is still to come from DATE on"},
    {"slip", "STEP=10d", NULL, "say what moves when a step comes so much later"},
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
    struct entente_network_options network = {.size = sizeof network,
                                              .json = arguments_has(arguments, "json")};
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
        .size = sizeof options,
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
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable_date(&options, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), false);
}

// The form of the output: --json, else what the ending of -o asks for, else a table.
static enum entente_timetable_form form_of(const struct arguments *arguments)
{
    static const struct {
        const char *ending;
        enum entente_timetable_form form;
    } forms[] = {
        {".json", ENTENTE_TIMETABLE_JSON}, {".csv", ENTENTE_TIMETABLE_CSV},
        {".svg", ENTENTE_TIMETABLE_SVG},   {".html", ENTENTE_TIMETABLE_HTML},
        {".ics", ENTENTE_TIMETABLE_ICS},
    };
    const char *path = arguments_value(arguments, "o");
    if (arguments_has(arguments, "json"))
        return ENTENTE_TIMETABLE_JSON;
    for (size_t i = 0; path && i < sizeof forms / sizeof forms[0]; i++)
        if (str_ends_with(str_of(path), str_of(forms[i].ending)))
            return forms[i].form;
    return ENTENTE_TIMETABLE_TABLE;
}

// Reads the file an option names; *given is NULL when the option is not given.
static bool read_option(const struct arguments *arguments, const char *option,
                        struct entente_file *file, const struct entente_file **given)
{
    const char *path = arguments_value(arguments, option);
    *given = path ? file : NULL;
    return !path || console_read(arguments, path, file);
}

static bool is_yaml(const char *path)
{
    return str_ends_with(str_of(path), STR(".yaml")) || str_ends_with(str_of(path), STR(".yml"));
}

// BASE has been read into the options; the other words are PARTY=FILE.
static int run_rivals(const struct arguments *arguments,
                      const struct entente_timetable_options *options)
{
    size_t count = arguments->words.count - 1;
    struct entente_rival *rivals = ARENA_ARRAY(arguments->arena, struct entente_rival, count);
    for (size_t i = 0; i < count; i++) {
        struct str word = str_of(arguments_word(arguments, i + 1));
        size_t equals = str_find_byte(word, '=');
        if (equals == 0 || equals == word.length)
            return console_misuse("\"%s\": a rival draft is written PARTY=FILE", word.bytes);
        rivals[i].party = arena_c_string(arguments->arena, str_slice(word, 0, equals));
        if (!console_read(arguments, word.bytes + equals + 1, &rivals[i].file))
            return EXIT_BAD;
    }
    if (options->form != ENTENTE_TIMETABLE_TABLE && options->form != ENTENTE_TIMETABLE_JSON)
        return console_misuse(
            "rival drafts are written as text or .json; draw one draft by itself");
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable_rivals(options, rivals, count, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), true);
}

static int run_plan(const struct arguments *arguments)
{
    struct entente_file text;
    struct entente_file steps;
    struct entente_file holidays;
    struct entente_timetable_options options = {
        .size = sizeof options,
        .place = arguments_value(arguments, "place"),
        .rules = arguments_value(arguments, "rules"),
        .signed_on = arguments_value(arguments, "signed"),
        .from = arguments_value(arguments, "from"),
        .slip = arguments_value(arguments, "slip"),
        .form = form_of(arguments),
    };
    if (!number_of(arguments, "circles", CIRCLES_MAX, &options.circles))
        return console_misuse("--circles takes a number up to %d", CIRCLES_MAX);
    const char *path = arguments_word(arguments, 0);
    if (!read_option(arguments, "steps", &steps, &options.steps) ||
        !read_option(arguments, "holidays", &holidays, &options.holidays))
        return EXIT_BAD;
    if (path && !options.steps && is_yaml(path)) {
        if (!console_read(arguments, path, &steps))
            return EXIT_BAD;
        options.steps = &steps;
    } else if (path) {
        if (!console_read(arguments, path, &text))
            return EXIT_BAD;
        options.text = &text;
    }
    if (arguments->words.count > 1)
        return run_rivals(arguments, &options);
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    if (!entente_timetable(&options, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), true);
}

static int run(const struct arguments *arguments)
{
    const char *date = arguments_value(arguments, "date");
    if (date)
        return run_date(arguments, date);
    const char *network = arguments_value(arguments, "network");
    if (network)
        return run_network(arguments, network);
    if (arguments->words.count == 0 && !arguments_has(arguments, "steps"))
        return console_misuse("timetable wants a text, a steps file, --network or --date; see "
                              "entente help timetable");
    return run_plan(arguments);
}

const struct verb timetable_verb = {
    .name = "timetable",
    .usage =
        "BASE [PARTY=FILE…] [--steps FILE.yaml] | --network FILE.tsv | --date DATE --period PERIOD",
    .purpose = "Says whether steps and time limits fit together, and if not, why",
    .details =
        "FILE is an agreement (.docx, Markdown, plain text) or a steps file (.yaml) in which a "
        "person confirmed steps, limits and dates. With PARTY=FILE rival drafts are laid over it. "
        "-o writes the form of its ending: .svg .html .ics .csv .json. Exit code 1: the limits "
        "contradict; the fewest clauses that do are quoted. docs/timetable.md has the forms.",
    .options = timetable_options,
    .run = run,
};
