// SPDX-License-Identifier: Apache-2.0
// import and export: the folder form of a case, and the record as one text file.
#include "cli/case_console.h"
#include "cli/commands.h"

static int run_import(const struct arguments *arguments)
{
    const char *folder = arguments_word(arguments, 0);
    const char *path = arguments_value(arguments, "o");
    const char *id = arguments_value(arguments, "id");
    struct entente_act act;
    struct entente_answer *answer;
    struct entente_error error;
    if (!folder || !path)
        return console_misuse("say the folder and the file: entente import FOLDER -o FILE");
    if (!case_act(arguments, &act))
        return EXIT_BAD;
    struct entente_bounds bounds = console_bounds();
    struct entente_import_options chosen = {.size = sizeof chosen,
                                            .case_id = id ? id : case_new_name(arguments, &act)};
    if (!entente_case_import(&chosen, folder, path, &act, &bounds, &answer, &error))
        return console_refuse(&error);
    return console_finish(answer, NULL, true);
}

static const struct option import_options[] = {
    {"o", "FILE", NULL, "the case file to make"},
    {"id", "ID", NULL, "the case's name in signed checkpoints, if the folder says none"},
    {"now", "TIME", NULL, "the time of the entry; default: the clock"},
    {"seed", "HEX", NULL, "64 hex digits in place of fresh randomness, to repeat a test"},
    {.name = NULL},
};

const struct verb import_verb = {
    .name = "import",
    .usage = "FOLDER -o FILE",
    .purpose = "Makes a case file of a folder that was written by hand or exported",
    .options = import_options,
    .run = run_import,
};

static int run_export(const struct arguments *arguments)
{
    const char *folder = arguments_word(arguments, 1);
    const char *path = arguments_value(arguments, "o");
    bool is_bundle = arguments_has(arguments, "bundle");
    struct entente_case *handle;
    struct entente_answer *answer;
    struct entente_error error;
    int code;
    if (!is_bundle && !folder)
        folder = path;
    if (!is_bundle && !folder)
        return console_misuse("say the folder: entente export CASE FOLDER");
    if (!case_open(arguments, &handle, &code))
        return code;
    struct entente_bounds bounds = console_bounds();
    struct entente_export_options chosen = {.size = sizeof chosen,
                                            .folder = is_bundle ? NULL : folder,
                                            .with_sealed = arguments_has(arguments, "with-sealed")};
    if (entente_case_export(&chosen, handle, &bounds, &answer, &error))
        code = console_finish(answer, is_bundle ? path : NULL, true);
    else
        code = console_refuse(&error);
    entente_case_close(handle);
    return code;
}

static const struct option export_options[] = {
    {"bundle", NULL, NULL, "write the record alone, as one text file"},
    {"with-sealed", NULL, NULL, "with what is sealed to others, as it is"},
    {"o", "PATH", NULL, "the folder, or the file of --bundle"},
    CASE_VIEW_OPTIONS,
    {.name = NULL},
};

const struct verb export_verb = {
    .name = "export",
    .usage = "CASE FOLDER | CASE --bundle [-o FILE.jsonl]",
    .purpose = "Writes a case as a folder of plain files, or its record as one text file",
    .options = export_options,
    .run = run_export,
};
