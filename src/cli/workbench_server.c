// SPDX-License-Identifier: Apache-2.0
#include "cli/workbench_server.h"

#include "cli/console.h"
#include "serve/serve.h"
#include "serve/worker.h"

int workbench_server_run(struct request *request)
{
    struct error inner;
    const char *secret = request_value(request, "passphrase-file");
    struct serve_options options = {
        .place = request_word(request, 0),
        .address = request_value(request, "address"),
        .port = (int)request_number(request, "port", 0),
        .behind = request_value(request, "behind"),
        .wasm = request_value(request, "wasm"),
        .viewer = request_value(request, "as"),
        .opens = !request_has(request, "no-open"),
    };
    if (secret && !options.viewer)
        request_misuse(request, "whose passphrase? Give --as PARTY too");
    else if (secret && !request->face->secret(request->face->self, secret, &options.passphrase,
                                              &request->error))
        return console_refuse(&request->error);
    else if (serve_run(&options, &inner))
        return EXIT_DONE;
    else {
        request->error.code = ENTENTE_BAD_INPUT;
        error_print(&inner, request->error.message, sizeof request->error.message);
    }
    return console_refuse(&request->error);
}

int workbench_worker_run(struct request *request)
{
    struct error inner;
    const char *place = request_word(request, 0);
    if (!place)
        request_misuse(request, "say the database: entente work postgres://host/database");
    else if (worker_run(place, &inner))
        return EXIT_DONE;
    else {
        request->error.code = ENTENTE_BAD_INPUT;
        error_print(&inner, request->error.message, sizeof request->error.message);
    }
    return console_refuse(&request->error);
}
