// SPDX-License-Identifier: Apache-2.0
// import, export and backup: the folder form of a case, the record as one text file, a copy of the whole.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static const struct form import_forms[] = {{"entente", 0, NULL}, {NULL, 0, NULL}};

static bool run_import(struct request *request)
{
    const char *folder = request_word(request, 0);
    const char *id = request_value(request, "id");
    struct entente_act act;
    struct entente_import_options chosen = {.size = sizeof chosen};
    if (!folder || !request->output)
        return request_misuse(request,
                              "say the folder and the file: entente import FOLDER -o FILE");
    const char *path = request->output;
    request->output = NULL; // the library makes the file
    if (!case_act(request, &act))
        return false;
    chosen.case_id = id ? id : case_new_name(request, &act);
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_case_import(&chosen, folder, path, &act, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static const struct option import_options[] = {
    {"o", OPTION_OUTPUT, "FILE", NULL, "the case file to make"},
    {"id", OPTION_TEXT, "ID", NULL,
     "the case's name in signed checkpoints, if the folder says none"},
    {"now", OPTION_TEXT, "TIME", NULL, "the time of the entry; default: the clock"},
    {"seed", OPTION_TEXT, "HEX", NULL,
     "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

const struct verb import_verb = {
    .name = "import",
    .usage = "FOLDER -o FILE",
    .purpose = "Makes a case file of a folder that was written by hand or exported",
    .options = import_options,
    .inputs = {INPUT_FOLDER, INPUT_NAME},
    .forms = import_forms,
    .run = run_import,
};

static const struct form export_forms[] = {{"*", 0, NULL}, {"jsonl", 0, "bundle"}, {NULL, 0, NULL}};

static bool write_out(struct request *request, struct entente_case *handle, const void *what,
                      struct entente_answer **answer)
{
    struct entente_bounds bounds = request_bounds(request);
    return entente_case_export(what, handle, &bounds, answer, &request->error);
}

static bool run_export(struct request *request)
{
    bool is_bundle = request_has(request, "bundle");
    const char *named = request_word(request, 1);
    struct entente_export_options chosen = {
        .size = sizeof chosen,
        .folder = is_bundle ? NULL
                  : named   ? named
                            : request->output,
        .with_sealed = request_has(request, "with-sealed"),
    };
    if (!is_bundle && !chosen.folder)
        return request_misuse(request, "say the folder: entente export CASE FOLDER");
    if (!is_bundle)
        request->output = NULL; // the library makes the folder
    return case_answer(request, write_out, &chosen);
}

static const struct option export_options[] = {
    {"bundle", OPTION_FLAG, NULL, NULL, "write the record alone, as one text file"},
    {"with-sealed", OPTION_FLAG, NULL, NULL, "with what is sealed to others, as it is"},
    {"o", OPTION_OUTPUT, "PATH", NULL, "the folder, or the file of --bundle"},
    CASE_VIEW_OPTIONS,
    {.name = NULL},
};

const struct verb export_verb = {
    .name = "export",
    .usage = "CASE FOLDER | CASE --bundle [-o FILE.jsonl]",
    .purpose = "Writes a case as a folder of plain files, or its record as one text file",
    .options = export_options,
    .inputs = {INPUT_CASE, NEW_FOLDER, INPUT_NAME},
    .forms = export_forms,
    .run = run_export,
};

// The library makes the copy, and verifies it.
static bool copy_case(struct request *request, const char *path, const char *copy)
{
    struct entente_backup_options chosen = {
        .size = sizeof chosen,
        .copy = copy,
        .form = request_has(request, "json") ? ENTENTE_CASE_JSON : ENTENTE_CASE_TEXT};
    struct entente_bounds bounds = request_bounds(request);
    struct entente_answer *answer = NULL;
    bool done = entente_case_backup(&chosen, path, &bounds, &answer, &request->error);
    return request_done(request, done, answer, true);
}

static bool run_backup(struct request *request)
{
    const char *path = request_word(request, 0);
    const char *copy = request->output;
    if (!path || !copy)
        return request_misuse(request, "say the case and the file: entente backup CASE -o FILE");
    request->output = NULL; // the library makes the file
    return copy_case(request, path, copy);
}

static const struct option backup_options[] = {
    {"o", OPTION_OUTPUT, "FILE", NULL, "the case file to make; nothing may be there"},
    CASE_JSON_OPTION,
    {.name = NULL},
};

const struct verb backup_verb = {
    .name = "backup",
    .usage = "CASE -o FILE",
    .purpose = "Copies a case file whole, also while others write to it, and verifies the copy",
    .details = "To restore, use the copy as the case.",
    .options = backup_options,
    .inputs = {INPUT_CASE, INPUT_NAME},
    .forms = import_forms,
    .run = run_backup,
};

static bool run_copy(struct request *request)
{
    if (request->words.count != 2)
        return request_misuse(request, "say the case and the new one: entente copy talks.entente "
                                       "postgres://host/database/talks");
    return copy_case(request, request_word(request, 0), request_word(request, 1));
}

static const struct option copy_options[] = {CASE_JSON_OPTION, {.name = NULL}};

const struct verb copy_verb = {
    .name = "copy",
    .usage = "CASE CASE",
    .purpose = "Copies a case, row by row, from a file or database into a new one, and verifies it",
    .details = "A case in a PostgreSQL database is postgres://host/database/case; the copy has the "
               "same entries, heads and hashes.",
    .options = copy_options,
    .inputs = {INPUT_CASE, NEW_CASE, INPUT_NAME},
    .run = run_copy,
};
