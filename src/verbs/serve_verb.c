// SPDX-License-Identifier: Apache-2.0
// serve: the face itself does it.
#include "verbs/case_request.h"
#include "verbs/each_verb.h"

static const struct option options[] = {
    CASE_VIEW_OPTIONS,
    {"port", OPTION_NUMBER, "NUMBER", NULL, "listen at this port; default: any that is free", 0,
     65535},
    {"address", OPTION_TEXT, "ADDRESS", NULL,
     "listen at this address; default: 127.0.0.1, this machine alone"},
    {"behind", OPTION_TEXT, "URL", NULL,
     "how the world sees the server in front: https://talks.example"},
    {"wasm", OPTION_TEXT, "FOLDER", NULL,
     "the WebAssembly module with which parties seal in their own browser (entente-vault.mjs, "
     "entente-vault.wasm); default: as it is installed"},
    {"no-open", OPTION_FLAG, NULL, NULL, "print the link, open no browser"},
    {.name = NULL},
};

const struct verb serve_verb = {
    .name = "serve",
    .usage = "[CASE | FOLDER | postgres://HOST/DATABASE]",
    .purpose = "Opens the workbench in the browser, for one person or for several parties at once",
    .details = "Without a case its first page takes a base and drafts and gives their consolidated "
               "text. With a case, "
               "or a folder or database of cases, it shows all that the command line does; parties "
               "are invited "
               "by a link and act "
               "each for itself. Nothing leaves this machine unless you put a server with TLS in "
               "front (docs/serving.md).",
    .options = options,
    .inputs = {INPUT_CASE, INPUT_END},
};
