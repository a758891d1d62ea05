// SPDX-License-Identifier: Apache-2.0
// log, verify and rebuild: the record, and whether it is still what it was.
#include "cli/case_console.h"
#include "cli/commands.h"

#include <string.h>

// Signs the log as it is now, or what somebody else signed.
static bool sign(struct entente_case *handle, const struct arguments *arguments, const char *cosign,
                 struct entente_answer **answer, struct entente_error *error)
{
    struct entente_bounds bounds = console_bounds();
    struct entente_act act;
    struct entente_file note = {.name = ""};
    if (!case_act(arguments, &act) || (cosign && !console_read(arguments, cosign, &note)))
        return false;
    struct entente_checkpoint_options options = {.size = sizeof options,
                                                 .audience = arguments_value(arguments, "audience"),
                                                 .cosign = cosign ? &note : NULL,
                                                 .now = act.now};
    return entente_case_checkpoint(&options, handle, &bounds, answer, error);
}

// Does what the options of log ask for beyond listing: sign, co-sign, prove.
static bool log_answer(struct entente_case *handle, const void *what,
                       struct entente_answer **answer, struct entente_error *error)
{
    const struct arguments *arguments = what;
    const char *audience = arguments_value(arguments, "audience");
    const char *cosign = arguments_value(arguments, "cosign");
    const char *entry = arguments_value(arguments, "prove");
    const char *growth = arguments_value(arguments, "growth");
    struct entente_bounds bounds = console_bounds();
    struct entente_log_options listing = {.size = sizeof listing, .form = case_form(arguments)};
    if (cosign || arguments_has(arguments, "checkpoint"))
        return sign(handle, arguments, cosign, answer, error);
    if (entry || growth) {
        struct entente_proving proving = {
            .size = sizeof proving, .audience = audience, .is_growth = growth != NULL};
        return case_count(entry ? entry : growth, &proving.at) &&
               entente_case_prove(&proving, handle, &bounds, answer, error);
    }
    return entente_case_log(&listing, handle, &bounds, answer, error);
}

static int run_log(const struct arguments *arguments)
{
    return case_answer(arguments, log_answer, arguments);
}

static const struct option log_options[] = {
    {"checkpoint", NULL, NULL, "sign the log as it is now, with the key of --as"},
    {"cosign", "FILE", NULL, "co-sign a checkpoint that somebody else signed"},
    {"audience", "WHO", NULL, "which log to sign or prove; default: all"},
    {"prove", "ENTRY", NULL, "print a proof that this entry, counted from 0, is in the log"},
    {"growth", "SIZE", NULL, "print a proof that the log of that size is the start of this one"},
    {"now", "TIME", NULL, "the time of a co-signature; default: the clock"},
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"o", "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb log_verb = {
    .name = "log",
    .usage = "CASE [--checkpoint | --cosign FILE | --prove ENTRY | --growth SIZE]",
    .purpose = "Lists the record: every entry that the viewer may read, in order",
    .options = log_options,
    .run = run_log,
};

// Reads the files that an option names, each time it was given.
static bool read_each(const struct arguments *arguments, const char *option,
                      struct entente_file **files, size_t *count)
{
    struct list read = LIST_MAKE(arguments->arena, struct entente_file);
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given->option->name, option) == 0 &&
            !console_read(arguments, given->value, LIST_ADD(&read, struct entente_file)))
            return false;
    }
    *files = LIST_ITEMS(&read, struct entente_file);
    *count = read.count;
    return true;
}

// A key stands in a file, or on the command line itself.
static bool read_keys(const struct arguments *arguments, struct entente_file **files, size_t *count)
{
    struct list read = LIST_MAKE(arguments->arena, struct entente_file);
    for (size_t i = 0; i < arguments->options.count; i++) {
        const struct option_given *given = LIST_AT(&arguments->options, struct option_given, i);
        if (strcmp(given->option->name, "key") != 0)
            continue;
        struct entente_file *file = LIST_ADD(&read, struct entente_file);
        if (strchr(given->value, '+'))
            *file = (struct entente_file){"--key", given->value, strlen(given->value)};
        else if (!console_read(arguments, given->value, file))
            return false;
    }
    *files = LIST_ITEMS(&read, struct entente_file);
    *count = read.count;
    return true;
}

static int run_verify(const struct arguments *arguments)
{
    const char *path = arguments_word(arguments, 0);
    struct entente_case_view view;
    struct entente_answer *answer;
    struct entente_error error;
    struct entente_file *checkpoints;
    struct entente_file *keys;
    struct entente_file proof;
    struct entente_verify_options kept = {
        .size = sizeof kept, .form = case_form(arguments), .view = &view};
    struct entente_bounds bounds = console_bounds();
    bool is_proof = arguments_has(arguments, "proof");
    if (!path)
        return console_misuse("which case? Give a case file, a folder or a record");
    if (!case_view(arguments, &view) ||
        !read_each(arguments, "checkpoint", &checkpoints, &kept.checkpoint_count) ||
        !read_keys(arguments, &keys, &kept.key_count) ||
        (is_proof && !console_read(arguments, path, &proof)))
        return EXIT_BAD;
    kept.checkpoints = checkpoints;
    kept.keys = keys;
    bool done = is_proof ? entente_proof_verify(&kept, &proof, &bounds, &answer, &error)
                         : entente_case_verify(&kept, path, &bounds, &answer, &error);
    if (!done)
        return console_refuse(&error);
    return console_finish(answer, arguments_value(arguments, "o"), true);
}

static const struct option verify_options[] = {
    {"proof", NULL, NULL, "the file is a proof that log wrote, not a case"},
    {"checkpoint", "FILE", NULL, "a signed checkpoint the record must agree with; many times"},
    {"key", "KEY|FILE", NULL,
     "a key known to be right, as show CASE key NAME prints it; many times"},
    CASE_VIEW_OPTIONS,
    CASE_JSON_OPTION,
    {"o", "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb verify_verb = {
    .name = "verify",
    .usage =
        "CASE [--checkpoint FILE…] [--key KEY…] | PROOF --proof [--checkpoint FILE…] [--key KEY…]",
    .purpose = "Recomputes every hash of the record and says what is not as it was recorded",
    .details =
        "Give a checkpoint that you kept to be sure that nothing before it was rewritten, and "
        "the signer's key to be sure that the checkpoint is theirs.",
    .options = verify_options,
    .run = run_verify,
};

static bool rebuild(struct entente_case *handle, const void *what, struct entente_answer **answer,
                    struct entente_error *error)
{
    (void)what;
    struct entente_bounds bounds = console_bounds();
    return entente_case_rebuild(handle, &bounds, answer, error);
}

static int run_rebuild(const struct arguments *arguments)
{
    return case_answer(arguments, rebuild, NULL);
}

static const struct option rebuild_options[] = {{.name = NULL}};

const struct verb rebuild_verb = {
    .name = "rebuild",
    .usage = "CASE",
    .purpose = "Makes the state anew from the record alone; the answer is no if it was not right",
    .options = rebuild_options,
    .run = run_rebuild,
};
