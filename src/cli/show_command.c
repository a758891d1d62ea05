// SPDX-License-Identifier: Apache-2.0
#include "cli/case_console.h"
#include "cli/commands.h"

static bool show(struct entente_case *handle, const void *what, struct entente_answer **answer,
                 struct entente_error *error)
{
    const struct arguments *arguments = what;
    struct entente_bounds bounds = console_bounds();
    struct entente_show_options options = {.size = sizeof options,
                                           .form = case_form(arguments),
                                           .kind = arguments_word(arguments, 1),
                                           .id = arguments_word(arguments, 2)};
    return entente_case_show(&options, handle, &bounds, answer, error);
}

static int run_show(const struct arguments *arguments)
{
    return case_answer(arguments, show, arguments);
}

static const struct option options[] = {
    CASE_VIEW_OPTIONS, CASE_AS_OF_OPTION, CASE_JSON_OPTION, {"o", "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb show_verb = {
    .name = "show",
    .usage = "CASE [KIND [ID]]",
    .purpose = "Shows what is in a case: all of it, a kind, or one item",
    .options = options,
    .run = run_show,
};
