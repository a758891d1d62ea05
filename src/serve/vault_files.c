// SPDX-License-Identifier: Apache-2.0
#include "serve/vault_files.h"

#include "base/file.h"
#include "serve/site.h"
#include "serve/visit.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

static const struct {
    const char *name, *media_type;
} kinds[] = {{"entente-vault.mjs", "text/javascript; charset=utf-8"},
             {"entente-vault.wasm", "application/wasm"}};
enum { KINDS = sizeof kinds / sizeof *kinds };
static const size_t most_bytes = (size_t)32 << 20;

struct vault_files {
    struct arena *arena;
    struct str bytes[KINDS];
};

// Beside the program as it is installed: bin/entente and share/entente/wasm.
static const char *installed(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    struct str whole = {path, length > 0 ? (size_t)length : 0};
    struct str folder = str_slice(whole, 0, str_behind_last(whole, '/'));
    return arena_print(arena, "%.*s../share/entente/wasm", STR_ARGS(folder)).bytes;
}

bool vault_files_open(const char *folder, struct vault_files **files, struct error *error)
{
    struct arena *arena = arena_open();
    struct vault_files *made = ARENA_NEW(arena, struct vault_files);
    const char *where = folder ? folder : installed(arena);
    bool done = true;
    made->arena = arena;
    for (size_t i = 0; done && i < KINDS; i++)
        done = file_read(arena_print(arena, "%s/%s", where, kinds[i].name).bytes, most_bytes, arena,
                         &made->bytes[i], error);
    *files = done ? made : NULL;
    if (!done)
        arena_close(arena);
    return done || !folder;
}

void vault_files_close(struct vault_files *files)
{
    if (files)
        arena_close(files->arena);
}

void vault_file_answer(struct site_visit *visit)
{
    const struct vault_files *files = visit->site->vault;
    for (size_t i = 0; files && i < KINDS; i++)
        if (strcmp(kinds[i].name, visit->name) == 0) {
            visit_reply(visit,
                        &(struct visit_reply){.status = 200, .media_type = kinds[i].media_type},
                        files->bytes[i]);
            return;
        }
    visit_refuse(visit, 404, "There is no such file", NULL);
}
