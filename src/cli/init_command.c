// SPDX-License-Identifier: Apache-2.0
#include "cli/case_console.h"
#include "cli/commands.h"

static int run_init(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    struct entente_act act;
    struct entente_answer *answer;
    struct entente_error error;
    size_t count;
    if (!path || arguments->words.count != 1)
        return console_misuse("say one file to make: entente init talks.entente --title TITLE");
    if (!arguments_has(arguments, "title"))
        return console_misuse("say what the talks are called: --title TITLE");
    if (!case_act(arguments, &act))
        return EXIT_BAD;
    const char *id = arguments_value(arguments, "id");
    const struct entente_field *fields = case_fields(arguments, &count);
    struct entente_bounds bounds = console_bounds();
    struct entente_init_options chosen = {.size = sizeof chosen,
                                          .case_id = id ? id : case_new_name(arguments, &act),
                                          .fields = fields,
                                          .count = count};
    if (!entente_case_init(&chosen, path, &act, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, NULL, true);
}

static const struct option options[] = {
    {"title", "TEXT", NULL, "what the talks are called"},
    {"summary", "TEXT", NULL, "what they are about"},
    {"place", "TEXT", NULL, "where they are held"},
    {"started", "DATE", NULL, "their first day"},
    {"languages", "LIST", NULL, "languages of the texts"},
    {"id", "ID", NULL, "the case's name in signed checkpoints; default: random"},
    {"now", "TIME", NULL, "the time of the act, 2025-12-20T10:00:00Z; default: the clock"},
    {"seed", "HEX", NULL, "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

const struct verb init_verb = {
    .name = "init",
    .usage = "FILE --title TITLE",
    .purpose = "Makes a new case file",
    .options = options,
    .run = run_init,
};
