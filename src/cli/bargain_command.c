// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/console.h"

#include <entente/bargain.h>

#include <dirent.h>
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

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The .xml files of a folder, by name; none when it is no folder.
static struct list files_in(const struct arguments *arguments, const char *path)
{
    struct list files = LIST_MAKE(arguments->arena, const char *);
    DIR *folder = opendir(path);
    const struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        if (str_ends_with(str_of(entry->d_name), STR(".xml")))
            *LIST_ADD(&files, const char *) =
                arena_print(arguments->arena, "%s/%s", path, entry->d_name).bytes;
    if (folder)
        closedir(folder);
    list_sort(&files, by_path);
    return files;
}

// The scenario and its further files: the words, or what lies in the folder that they name.
static bool read_files(const struct arguments *arguments, struct entente_file *scenario,
                       struct entente_bargain_options *options)
{
    struct list paths = files_in(arguments, arguments_word(arguments, 0));
    for (size_t i = 0; paths.count == 0 || i < arguments->words.count; i++) {
        const char *word = arguments_word(arguments, i);
        if (!word)
            break;
        if (i > 0 || files_in(arguments, word).count == 0)
            *LIST_ADD(&paths, const char *) = word;
    }
    struct entente_file *files = ARENA_ARRAY(arguments->arena, struct entente_file, paths.count);
    for (size_t i = 0; i < paths.count; i++)
        if (!console_read(arguments, *LIST_AT(&paths, const char *, i), &files[i]))
            return false;
    *scenario = files[0];
    options->profiles = files + 1;
    options->profile_count = paths.count - 1;
    return true;
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
    struct entente_file file;
    struct entente_file old;
    struct entente_bargain_options options = {.form = form_of(arguments),
                                              .point = arguments_value(arguments, "point"),
                                              .draft = arguments_value(arguments, "from-draft"),
                                              .explain = arguments_has(arguments, "explain")};
    if ((old_path && !console_read(arguments, old_path, &old)) ||
        !read_files(arguments, &file, &options))
        return EXIT_BAD;
    read_changes(arguments, &options);
    struct entente_bounds bounds = console_bounds();
    struct entente_answer *answer;
    struct entente_error error;
    bool done = old_path ? entente_bargain_compare(&options, &old, &file, &bounds, &answer, &error)
                         : entente_bargain(&options, &file, &bounds, &answer, &error);
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
     "Weighs the package on the table: 0,2,1 or \"Seat=Aland, Term=two years\""},
    {"explain", NULL, NULL, "Says also which issues, reserves and red lines stand in the way"},
    {"what-if", "CHANGE", NULL,
     "Changes the scenario first: PARTY.reserve=-5, PARTY.red_line=none, PARTY.ISSUE.OPTION=+3 or "
     "ISSUE=OPTION; may be given again"},
    {"compare", "OLD", NULL, "Says whether the scenario brings agreement nearer than OLD does"},
    {"check", NULL, NULL, "Exits 1 when nothing is acceptable, or agreement is farther"},
    {"o", "FILE", NULL, "Writes to a file; .html, .svg, .csv and .json say what"},
    {NULL, NULL, NULL, NULL},
};

const struct verb bargain_verb = {
    .name = "bargain",
    .usage = "SCENARIO | DOMAIN.xml PROFILE.xml… | FOLDER",
    .purpose = "Says what everyone could accept, exactly",
    .details =
        "A change like PARTY.reserve=-5 lowers by 5; PARTY.reserve=5 sets; PARTY.reserve==-5 "
        "sets to -5. Parties, issues and options are named, or numbered from 0. A scenario is JSON "
        "(entente-bargain/1) or a domain of the Genius platform with its profiles, one a party.",
    .options = bargain_options,
    .run = run_bargain,
};
