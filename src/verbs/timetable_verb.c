// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"

#include <entente/timetable.h>

#define CIRCLES_MAX 10000

static const struct option timetable_options[] = {
    {"steps", OPTION_FILE, "FILE", NULL,
     "steps, limits and dates that a person confirmed, in YAML"},
    {"signed", OPTION_DATE, "DATE", NULL, "the text's own date, where it does not say"},
    {"from", OPTION_DATE, "DATE", NULL, "list only what is still to come from DATE on"},
    {"slip", OPTION_TEXT, "STEP=10d", NULL, "say what moves when a step comes so much later"},
    {"network", OPTION_FILE, "FILE", NULL,
     "check networks given as lines of \"u v w\"; further files may follow"},
    {"date", OPTION_DATE, "DATE", NULL, "say when a period that begins with an event on DATE ends"},
    {"period", OPTION_TEXT, "PERIOD", NULL,
     "the period: P30D, P1M, -P2M, P10WD, P7CD, PT72H, 1st-of-month+2"},
    {"rules", OPTION_TEXT, "NAME", NULL,
     "count by calendar, EU-1182/71, ETS-76, trade, or a formula (nth_day …)"},
    {"holidays", OPTION_FILE, "FILE", NULL, "the days not worked, in YAML"},
    {"place", OPTION_TEXT, "NAME", NULL, "which place's holidays to take from the file"},
    {"event-day", OPTION_CHOICE, "WORD", "counted|not-counted",
     "whether the day of the event counts"},
    {"roll", OPTION_CHOICE, "WORD", "next|none",
     "whether an end on a day not worked moves to the next that is"},
    {"circles", OPTION_NUMBER, "N", NULL,
     "list up to N minimal contradictions instead of the shortest alone", 0, CIRCLES_MAX},
    {"json", OPTION_FLAG, NULL, NULL, "print JSON"},
    {"o", OPTION_OUTPUT, "FILE", NULL, "write to FILE"},
    {.name = NULL},
};

static const struct form forms[] = {
    {"txt", ENTENTE_TIMETABLE_TABLE, NULL},
    {"svg", ENTENTE_TIMETABLE_SVG, NULL},
    {"html|htm", ENTENTE_TIMETABLE_HTML, NULL},
    {"ics", ENTENTE_TIMETABLE_ICS, NULL},
    {"csv", ENTENTE_TIMETABLE_CSV, NULL},
    {"json", ENTENTE_TIMETABLE_JSON, NULL},
    {"txt", ENTENTE_TIMETABLE_TABLE, "network"},
    {"json", ENTENTE_TIMETABLE_JSON, "network"},
    {"txt", ENTENTE_TIMETABLE_TABLE, "date"},
    {"json", ENTENTE_TIMETABLE_JSON, "date"},
    {NULL, 0, NULL},
};

static uint32_t circles_of(const struct request *request)
{
    return (uint32_t)request_number(request, "circles", 0); // up to CIRCLES_MAX
}

static bool run_network(struct request *request, const char *first)
{
    struct entente_network_options network = {
        .size = sizeof network,
        .json = request->form->value == ENTENTE_TIMETABLE_JSON,
        .circles = circles_of(request),
    };
    size_t count = 1 + request->words.count;
    struct entente_file *files = ARENA_ARRAY(request->arena, struct entente_file, count);
    if (!request_read(request, first, &files[0]) || !request_read_words(request, 0, &files[1]))
        return false;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done =
        entente_timetable_network(&network, files, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static enum entente_choice choice_of(struct request *request, const char *option, const char *yes)
{
    const char *value = request_value(request, option);
    if (!value)
        return ENTENTE_BY_RULE;
    return str_equal(str_of(value), str_of(yes)) ? ENTENTE_YES : ENTENTE_NO;
}

static bool run_date(struct request *request, const char *date)
{
    const char *rules = request_value(request, "rules");
    struct entente_file file;
    struct entente_date_options options = {
        .size = sizeof options,
        .date = date,
        .period = request_value(request, "period"),
        .rules = rules ? rules : "calendar",
        .place = request_value(request, "place"),
        .event_day = choice_of(request, "event-day", "counted"),
        .roll = choice_of(request, "roll", "next"),
        .json = request->form->value == ENTENTE_TIMETABLE_JSON,
    };
    if (!request_read_option(request, "holidays", &file, &options.holidays))
        return false;
    if (!options.period)
        return request_misuse(request, "--date wants --period as well, as in --period P1M");
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_timetable_date(&options, &bounds, &answer, &request->error);
    return request_done(request, done, answer, false);
}

static bool is_yaml(const char *path)
{
    return str_ends_with(str_of(path), STR(".yaml")) || str_ends_with(str_of(path), STR(".yml"));
}

// BASE has been read into the options; the other words are PARTY=FILE.
static bool run_rivals(struct request *request, const struct entente_timetable_options *options)
{
    size_t count = request->words.count - 1;
    struct entente_rival *rivals = ARENA_ARRAY(request->arena, struct entente_rival, count);
    if (options->form != ENTENTE_TIMETABLE_TABLE && options->form != ENTENTE_TIMETABLE_JSON)
        return request_misuse(
            request, "rival drafts are written as text or .json; draw one draft by itself");
    for (size_t i = 0; i < count; i++) {
        const char *word = request_word(request, i + 1);
        const char *path = NULL;
        rivals[i].party = request_party(request, word, &path);
        if (!rivals[i].party || rivals[i].party[0] == '\0')
            return request_misuse(request, "\"%s\": a rival draft is written PARTY=FILE", word);
        if (!request_read(request, path, &rivals[i].file))
            return false;
    }
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_timetable_rivals(options, rivals, count, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static bool run_plan(struct request *request)
{
    struct entente_file text;
    struct entente_file steps;
    struct entente_file holidays;
    struct entente_timetable_options options = {
        .size = sizeof options,
        .place = request_value(request, "place"),
        .rules = request_value(request, "rules"),
        .signed_on = request_value(request, "signed"),
        .from = request_value(request, "from"),
        .slip = request_value(request, "slip"),
        .circles = circles_of(request),
        .form = (enum entente_timetable_form)request->form->value,
    };
    const char *path = request_word(request, 0);
    if (!request_read_option(request, "steps", &steps, &options.steps) ||
        !request_read_option(request, "holidays", &holidays, &options.holidays))
        return false;
    bool is_steps = path && !options.steps && is_yaml(path);
    if (path && !request_read(request, path, is_steps ? &steps : &text))
        return false;
    if (is_steps)
        options.steps = &steps;
    else if (path)
        options.text = &text;
    if (request->words.count > 1)
        return run_rivals(request, &options);
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_timetable(&options, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static bool run(struct request *request)
{
    const char *date = request_value(request, "date");
    if (date)
        return run_date(request, date);
    const char *network = request_value(request, "network");
    if (network)
        return run_network(request, network);
    if (request->words.count == 0 && !request_has(request, "steps"))
        return request_misuse(request,
                              "timetable wants a text, a steps file, --network or --date; see "
                              "entente help timetable");
    return run_plan(request);
}

const struct verb timetable_verb = {
    .name = "timetable",
    .usage =
        "BASE [PARTY=FILE…] [--steps FILE.yaml] | --network FILE.tsv | --date DATE --period PERIOD",
    .purpose = "Says whether steps and time limits fit together, and if not, why",
    .details =
        "FILE is an agreement (.docx, Markdown, plain text) or a steps file (.yaml) in which a "
        "person confirmed steps, limits and dates. With PARTY=FILE rival drafts are laid over it; "
        "of a text that merge wrote the wordings of its open places are. "
        "-o writes the form of its ending: .svg .html .ics .csv .json. Exit code 1: the limits "
        "contradict; the fewest clauses that do are quoted. docs/timetable.md has the forms.",
    .options = timetable_options,
    .inputs = {INPUT_FILE, INPUT_DRAFT},
    .forms = forms,
    .run = run,
};
