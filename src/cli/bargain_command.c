// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/scenario_paths.h"

#include <entente/bargain.h>

#include <string.h>

static void read_changes(const struct arguments *arguments, struct entente_bargain_options *options)
{
    struct list changes = LIST_MAKE(arguments->arena, const char *);
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given->option->name, "what-if") == 0)
            *LIST_ADD(&changes, const char *) = given->value;
    }
    options->changes = LIST_ITEMS(&changes, const char *);
    options->change_count = changes.count;
}

// --json, or what the ending of -o says.
static enum entente_bargain_form form_of(const struct arguments *arguments)
{
    static const struct {
        const char *ending;
        enum entente_bargain_form form;
    } endings[] = {{".json", ENTENTE_BARGAIN_JSON},
                   {".html", ENTENTE_BARGAIN_HTML},
                   {".svg", ENTENTE_BARGAIN_SVG},
                   {".csv", ENTENTE_BARGAIN_CSV}};
    const char *path = arguments_value(arguments, "o");
    if (arguments_has(arguments, "json"))
        return ENTENTE_BARGAIN_JSON;
    for (size_t i = 0; path && i < sizeof endings / sizeof endings[0]; i++)
        if (str_ends_with(str_of(path), str_of(endings[i].ending)))
            return endings[i].form;
    return ENTENTE_BARGAIN_TEXT;
}

static int run_bargain(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    const char *old_path = arguments_value(arguments, "compare");
    if (!path)
        return console_misuse("bargain wants a scenario; see entente help bargain");
    struct scenario_files files;
    struct scenario_files old;
    if ((old_path && !scenario_paths_read_from(arguments, old_path, &old)) ||
        !scenario_paths_read(arguments, &files))
        return EXIT_BAD;
    struct entente_bargain_options options = {.size = sizeof options,
                                              .form = form_of(arguments),
                                              .point = arguments_value(arguments, "point"),
                                              .draft = arguments_joined(arguments, "from-draft"),
                                              .explain = arguments_has(arguments, "explain"),
                                              .party = arguments_value(arguments, "party"),
                                              .profiles = files.more,
                                              .profile_count = files.more_count};
    if (old_path) {
        options.old_profiles = old.more;
        options.old_profile_count = old.more_count;
    }
    read_changes(arguments, &options);
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    bool done = old_path ? entente_bargain_compare(&options, &old.first, &files.first, &bounds,
                                                   &answer, &error)
                         : entente_bargain(&options, &files.first, &bounds, &answer, &error);
    if (!done)
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"),
                          arguments_has(arguments, "check"));
}

static const struct option bargain_options[] = {
    {"json", NULL, NULL, "Writes the whole answer as JSON"},
    {"point", "NAME", "nash|ks|egalitarian|maxmin|utilitarian",
     "Finds this fair point only, without the front"},
    {"from-draft", "PACKAGE", NULL,
     "Weighs the package on the table: 0,2,1 or \"Seat=Aland, Term=two years\"; may be given again "
     "for further issues"},
    {"explain", NULL, NULL, "Says also which issues, reserves and red lines stand in the way"},
    {"what-if", "CHANGE", NULL,
     "Changes the scenario first: PARTY.reserve=-5, PARTY.red_line=none, PARTY.ISSUE.OPTION=+3 or "
     "ISSUE=OPTION; may be given again"},
    {"party", "NAME", NULL,
     "Answers as this party sees it: its own worths alone, nothing of the others"},
    {"compare", "OLD", NULL, "Says whether the scenario brings agreement nearer than OLD does"},
    {"check", NULL, NULL, "Exits 1 when nothing is acceptable, or agreement is farther"},
    {"o", "FILE", NULL, "Writes to a file; .html, .svg, .csv and .json say what"},
    {NULL, NULL, NULL, NULL},
};

const struct verb bargain_verb = {
    .name = "bargain",
    .usage = "SCENARIO | DOMAIN PROFILE… | FOLDER",
    .purpose = "Says what everyone could accept, exactly",
    .details =
        "A change like PARTY.reserve=-5 lowers by 5; PARTY.reserve=5 sets; PARTY.reserve==-5 "
        "sets to -5. Parties, issues and options are named, or numbered from 0. A scenario is JSON "
        "(entente-bargain/1), or a domain with one profile a party: of Genius (.xml), GeniusWeb "
        "(.json) or NegMAS (.yml, .yaml, .json); the files are named, or lie in a FOLDER.",
    .options = bargain_options,
    .run = run_bargain,
};
