// SPDX-License-Identifier: Apache-2.0
#include "cli/case_console.h"
#include "cli/commands.h"

struct submitting {
    struct entente_submission submission;
    struct entente_act act;
};

static bool submit(struct entente_case *handle, const void *what, struct entente_answer **answer,
                   struct entente_error *error)
{
    const struct submitting *submitting = what;
    struct entente_bounds bounds = console_bounds();
    return entente_case_submit(&submitting->submission, handle, &submitting->act, &bounds, answer,
                               error);
}

static int run_submit(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 1);
    struct entente_file file;
    struct submitting what = {.submission = {
                                  .size = sizeof(struct entente_submission),
                                  .document = arguments_value(arguments, "document"),
                                  .party = arguments_value(arguments, "party"),
                                  .id = arguments_value(arguments, "id"),
                                  .base = arguments_value(arguments, "from"),
                                  .date = arguments_value(arguments, "date"),
                                  .note = arguments_value(arguments, "note"),
                                  .any_base = arguments_has(arguments, "any-base"),
                                  .file = &file,
                              }};
    struct entente_submission *submission = &what.submission;
    bool is_base = arguments_has(arguments, "base");
    if (!path || !submission->document)
        return console_misuse("say the draft and its document: entente submit CASE FILE "
                              "--document plan --party UA");
    if (!submission->party && !is_base)
        submission->party = arguments_value(arguments, "as");
    if (!submission->party == !is_base)
        return console_misuse("say whose draft it is (--party), or that it is the base (--base)");
    if (!console_read(arguments, path, &file) || !case_act(arguments, &what.act))
        return EXIT_BAD;
    return case_enter(arguments, submit, &what);
}

static const struct option options[] = {
    {"document", "ID", NULL, "of which document it is a draft"},
    {"party", "ID", NULL, "whose draft, a party or a group; default: that of --as"},
    {"base", NULL, NULL, "it is the base that everyone works from"},
    {"from", "DRAFT", NULL, "the draft it was made from; default: the newest base"},
    {"id", "ID", NULL, "its name; default: plan-UA-2"},
    {"date", "DATE", NULL, "when it was tabled"},
    {"note", "TEXT", NULL, "anything else"},
    {"any-base", NULL, NULL, "take it even if it was plainly made from another text"},
    CASE_ACT_OPTIONS,
    {.name = NULL},
};

const struct verb submit_verb = {
    .name = "submit",
    .usage = "CASE FILE --document ID --party ID|--base",
    .purpose = "Enters a draft, merges it with the others and carries slots and stances over",
    .details = "The file is kept byte for byte. A slot stays as long as its base wording and its "
               "place do; a stance stays as long as the slot has the wording it is about.",
    .options = options,
    .run = run_submit,
};
