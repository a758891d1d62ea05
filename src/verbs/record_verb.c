// SPDX-License-Identifier: Apache-2.0
// log, verify and rebuild: the record, and whether it is still what it was.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

#include <string.h>

// Signs the log as it is now, or what somebody else signed.
static bool sign(struct request *request, struct entente_case *handle,
                 struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    struct entente_act act;
    struct entente_file note;
    struct entente_checkpoint_options options = {.size = sizeof options,
                                                 .audience = request_value(request, "audience")};
    if (!case_act(request, &act) || !request_read_option(request, "cosign", &note, &options.cosign))
        return false;
    options.now = act.now;
    return entente_case_checkpoint(&options, handle, &bounds, answer, &request->error);
}

// Does what the options of log ask for beyond listing: sign, co-sign, prove.
static bool log_answer(struct request *request, struct entente_case *handle, const void *what,
                       struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    bool is_growth = !request_has(request, "prove");
    int64_t at = request_number(request, is_growth ? "growth" : "prove", -1);
    (void)what;
    if (request_has(request, "cosign") || request_has(request, "checkpoint"))
        return sign(request, handle, answer);
    if (at >= 0) {
        struct entente_proving proving = {.size = sizeof proving,
                                          .audience = request_value(request, "audience"),
                                          .at = (uint64_t)at, // not below zero
                                          .is_growth = is_growth};
        return entente_case_prove(&proving, handle, &bounds, answer, &request->error);
    }
    struct entente_log_options listing = {.size = sizeof listing, .form = case_form(request)};
    return entente_case_log(&listing, handle, &bounds, answer, &request->error);
}

static bool run_log(struct request *request)
{
    return case_answer(request, log_answer, NULL);
}

static const struct form log_forms[] = {
    {"txt", ENTENTE_CASE_TEXT, NULL},
    {"json", ENTENTE_CASE_JSON, NULL},
    {"note|txt", ENTENTE_CASE_TEXT, "checkpoint"},
    {"note|txt", ENTENTE_CASE_TEXT, "cosign"},
    {"proof|json", ENTENTE_CASE_JSON, "prove"},
    {"proof|json", ENTENTE_CASE_JSON, "growth"},
    {NULL, 0, NULL},
};

static const struct option log_options[] = {
    {"checkpoint", OPTION_FLAG, NULL, NULL, "sign the log as it is now, with the key of --as"},
    {"cosign", OPTION_FILE, "FILE", NULL, "co-sign a checkpoint that somebody else signed"},
    {"audience", OPTION_TEXT, "WHO", NULL, "which log to sign or prove; default: all"},
    {"prove", OPTION_NUMBER, "ENTRY", NULL,
     "print a proof that this entry, counted from 0, is in the log", 0, INT64_MAX},
    {"growth", OPTION_NUMBER, "SIZE", NULL,
     "print a proof that the log of that size is the start of this one", 0, INT64_MAX},
    {"now", OPTION_TEXT, "TIME", NULL, "the time of a co-signature; default: the clock"},
    CASE_VIEW_OPTIONS,
    CASE_AS_OF_OPTION,
    CASE_JSON_OPTION,
    {"o", OPTION_OUTPUT, "FILE", NULL, "write it there"},
    {.name = NULL},
};

const struct verb log_verb = {
    .name = "log",
    .usage = "CASE [--checkpoint | --cosign FILE | --prove ENTRY | --growth SIZE]",
    .purpose = "Lists the record: every entry that the viewer may read, in order",
    .options = log_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = log_forms,
    .run = run_log,
};

// Reads the files that an option names, each time it was given.
static bool read_each(struct request *request, const char *option, struct entente_file **files,
                      size_t *count)
{
    struct list read = LIST_MAKE(request->arena, struct entente_file);
    for (size_t i = 0; i < request->options.count; i++) {
        const struct option_given *given = LIST_AT(&request->options, struct option_given, i);
        if (strcmp(given->option->name, option) == 0 &&
            !request_read(request, given->value, LIST_ADD(&read, struct entente_file)))
            return false;
    }
    *files = LIST_ITEMS(&read, struct entente_file);
    *count = read.count;
    return true;
}

static bool run_verify(struct request *request)
{
    const char *path = request_word(request, 0);
    bool is_proof = request_has(request, "proof");
    struct entente_case_view view;
    struct entente_file *checkpoints;
    struct entente_file *keys;
    struct entente_file proof;
    struct entente_verify_options kept = {
        .size = sizeof kept, .form = case_form(request), .view = &view};
    if (!path)
        return request_misuse(request, "which case? Give a case file, a folder or a record");
    if (!case_view(request, &view) ||
        !read_each(request, "checkpoint", &checkpoints, &kept.checkpoint_count) ||
        !case_keys(request, &keys, &kept.key_count) ||
        (is_proof && !request_read(request, path, &proof)))
        return false;
    kept.checkpoints = checkpoints;
    kept.keys = keys;
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    struct entente_error *error = &request->error;
    bool done = is_proof ? entente_proof_verify(&kept, &proof, &bounds, &answer, error)
                         : entente_case_verify(&kept, path, &bounds, &answer, error);
    return request_done(request, done, answer, true);
}

static const struct option verify_options[] = {
    {"proof", OPTION_FLAG, NULL, NULL, "the file is a proof that log wrote, not a case"},
    {"checkpoint", OPTION_FILE, "FILE", NULL,
     "a signed checkpoint the record must agree with; many times"},
    {"key", OPTION_FILE, "KEY|FILE", NULL,
     "a key known to be right, as show CASE key NAME prints it; many times"},
    CASE_VIEW_OPTIONS,
    CASE_JSON_OPTION,
    {"o", OPTION_OUTPUT, "FILE", NULL, "write it there"},
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
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = case_forms,
    .run = run_verify,
};

static bool rebuild(struct request *request, struct entente_case *handle, const void *what,
                    struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    (void)what;
    return entente_case_rebuild(handle, &bounds, answer, &request->error);
}

static bool run_rebuild(struct request *request)
{
    return case_answer(request, rebuild, NULL);
}

static const struct option rebuild_options[] = {{.name = NULL}};

const struct verb rebuild_verb = {
    .name = "rebuild",
    .usage = "CASE",
    .purpose = "Makes the state anew from the record alone; the answer is no if it was not right",
    .options = rebuild_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .run = run_rebuild,
};
