// SPDX-License-Identifier: Apache-2.0
// entente VERB ARGUMENTS: finds the verb in the table and runs it.
#include "cli/console.h"
#include "cli/help.h"
#include "cli/secrets.h"
#include "cli/workbench_server.h"
#include "serve/serve.h"
#include "verbs/each_verb.h"
#include "verbs/run.h"

#include <string.h>

// "--help" anywhere asks for the help of the verb; alone, of the program.
static bool asks_for_help(int count, char **words)
{
    for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++)
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
            return true;
    return false;
}

static int run(const struct verb *verb, char **words, size_t count)
{
    struct arena *arena = arena_open();
    struct face face = console_face();
    struct request request;
    bool done = verb_run(&request, verb, &face, (const char *const *)words, count, arena);
    int code = !done || verb->run    ? console_finish(&request, done)
               : verb == &serve_verb ? workbench_server_run(&request)
               : verb == &work_verb  ? workbench_worker_run(&request)
                                     : help_run(&request);
    request_close(&request);
    secrets_wipe();
    arena_close(arena);
    return code;
}

int main(int count, char **words)
{
    if ((count == 2 || count == 3) && strcmp(words[1], "serve-errand") == 0)
        return serve_errand(count == 3 ? words[2] : NULL);
    if (count >= 2 && strcmp(words[1], "--version") == 0)
        return run(&version_verb, NULL, 0);
    const struct verb *verb = count < 2 ? NULL : verb_named(words[1]);
    if (asks_for_help(count, words))
        return run(&help_verb, words + 1, verb ? 1 : 0);
    if (count < 2) {
        run(&help_verb, NULL, 0);
        return EXIT_BAD;
    }
    if (!verb)
        return console_unknown_verb(words[1]);
    return run(verb, words + 2, (size_t)count - 2);
}
