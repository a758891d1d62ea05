// SPDX-License-Identifier: Apache-2.0
#include "verbs/each_verb.h"
#include "verbs/request.h"
#include "verbs/scenario_paths.h"

#include <entente/bargain.h>

#include <stdlib.h>
#include <string.h>

#define MILLION ((uint64_t)1000 * 1000)
#define MILLIONS_MOST (1000 * 1000)
#define SECONDS_MOST (24 * 60 * 60)

static void read_changes(struct request *request, struct entente_bargain_options *options)
{
    struct list changes = LIST_MAKE(request->arena, const char *);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, "what-if") == 0)
            *LIST_ADD(&changes, const char *) = given->value;
    }
    options->changes = LIST_ITEMS(&changes, const char *);
    options->change_count = changes.count;
}

static const struct form forms[] = {
    {"txt", ENTENTE_BARGAIN_TEXT, NULL},
    {"html|htm", ENTENTE_BARGAIN_HTML, NULL},
    {"svg", ENTENTE_BARGAIN_SVG, NULL},
    {"csv", ENTENTE_BARGAIN_CSV, NULL},
    {"xlsx", ENTENTE_BARGAIN_XLSX, NULL},
    {"json", ENTENTE_BARGAIN_JSON, NULL},
    {"txt", ENTENTE_BARGAIN_TEXT, "compare"},
    {"html|htm", ENTENTE_BARGAIN_HTML, "compare"},
    {"csv", ENTENTE_BARGAIN_CSV, "compare"},
    {"json", ENTENTE_BARGAIN_JSON, "compare"},
    {NULL, 0, NULL},
};

// How long it may go on. False when nobody here can measure it.
static bool read_bounds(struct request *request, struct entente_bounds *bounds)
{
    const char *seconds = request_value(request, "seconds");
    const char *millions = request_value(request, "steps");
    const struct face *face = request->face;
    *bounds = request_bounds(request);
    if (millions)
        bounds->steps = strtoull(millions, NULL, 10) * MILLION;
    if (!seconds)
        return true;
    if (!face->stop_after)
        return request_misuse(request, "nobody measures seconds here; --steps bounds the work");
    face->stop_after(face->self, (unsigned)strtoul(seconds, NULL, 10));
    return true;
}

static bool run_bargain(struct request *request)
{
    const char *path = request_word(request, 0);
    const char *old_path = request_value(request, "compare");
    if (!path)
        return request_misuse(request, "bargain wants a scenario; see entente help bargain");
    struct scenario_files files;
    struct scenario_files old = {.more_count = 0};
    if ((old_path && !scenario_paths_read_from(request, old_path, &old)) ||
        !scenario_paths_read(request, &files))
        return false;
    struct entente_bargain_options options = {
        .size = sizeof options,
        .form = (enum entente_bargain_form)request->form->value,
        .point = request_value(request, "point"),
        .draft = request_joined(request, "from-draft"),
        .explain = request_has(request, "explain"),
        .party = request_value(request, "party"),
        .profiles = files.more,
        .profile_count = files.more_count,
        .old_profiles = old.more,
        .old_profile_count = old.more_count,
    };
    read_changes(request, &options);
    struct entente_bounds bounds;
    struct entente_answer *answer = NULL;
    if (!read_bounds(request, &bounds))
        return false;
    struct entente_error *error = &request->error;
    bool done = old_path ? entente_bargain_compare(&options, &old.first, &files.first, &bounds,
                                                   &answer, error)
                         : entente_bargain(&options, &files.first, &bounds, &answer, error);
    return request_done(request, done, answer, request_has(request, "check"));
}

static const struct option bargain_options[] = {
    {"json", OPTION_FLAG, NULL, NULL, "Writes the whole answer as JSON"},
    {"point", OPTION_CHOICE, "NAME", "nash|ks|egalitarian|maxmin|utilitarian",
     "Finds this fair point only, without the front"},
    {"from-draft", OPTION_TEXT, "PACKAGE", NULL,
     "Weighs the package on the table: 0,2,1 or \"Seat=Aland, Term=two years\"; may be given again "
     "for further issues"},
    {"explain", OPTION_FLAG, NULL, NULL,
     "Says also which issues, reserves and red lines stand in the way"},
    {"what-if", OPTION_TEXT, "CHANGE", NULL,
     "Changes the scenario first: PARTY.reserve=-5, PARTY.red_line=none, PARTY.ISSUE.OPTION=+3 or "
     "ISSUE=OPTION; may be given again"},
    {"party", OPTION_TEXT, "NAME", NULL,
     "Answers as this party sees it: its own worths alone, nothing of the others"},
    {"compare", OPTION_FILE, "OLD", NULL,
     "Says whether the scenario brings agreement nearer than OLD does"},
    {"seconds", OPTION_NUMBER, "N", NULL,
     "Answers within N seconds, or little more, with what is proved by then", 1, SECONDS_MOST},
    {"steps", OPTION_NUMBER, "N", NULL,
     "Takes no more than N million steps; the same answer on every machine", 1, MILLIONS_MOST},
    {"check", OPTION_FLAG, NULL, NULL,
     "Exits 1 when nothing is acceptable, or agreement is farther"},
    {"o", OPTION_OUTPUT, "FILE", NULL,
     "Writes to a file; .html, .svg, .csv, .xlsx and .json say what"},
    {.name = NULL},
};

const struct verb bargain_verb = {
    .name = "bargain",
    .usage = "SCENARIO | DOMAIN PROFILE… | FOLDER",
    .purpose = "Says what everyone could accept, exactly",
    .details =
        "A change like PARTY.reserve=-5 lowers by 5; PARTY.reserve=5 sets; PARTY.reserve==-5 "
        "sets to -5. Parties, issues and options are named, or numbered from 0. A scenario is JSON "
        "(entente-bargain/1), a table of scores (.xlsx, .ods, .csv), or a domain with one profile "
        "a party: of Genius (.xml), GeniusWeb "
        "(.json) or NegMAS (.yml, .yaml, .json); the files are named, or lie in a FOLDER.",
    .options = bargain_options,
    .inputs = {INPUT_SCENARIO},
    .forms = forms,
    .run = run_bargain,
};
