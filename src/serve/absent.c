// SPDX-License-Identifier: Apache-2.0
// In place of the server where the program was built without it.
#include "serve/serve.h"
#include "serve/worker.h"

bool serve_run(const struct serve_options *options, struct error *error)
{
    (void)options;
    return error_set(
        error, UNSUPPORTED,
        "this program was built without the server; build it again with libmicrohttpd and "
        "libseccomp (Debian: libmicrohttpd-dev, libseccomp-dev)");
}

int serve_errand(const char *queue)
{
    (void)queue;
    return 2;
}

bool worker_run(const char *place, struct error *error)
{
    (void)place;
    return error_set(error, UNSUPPORTED,
                     "this program was built without the server, and so without its workers");
}
