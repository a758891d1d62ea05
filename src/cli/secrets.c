// SPDX-License-Identifier: Apache-2.0
#include "cli/secrets.h"

#include "base/dumps.h"
#include "base/file.h"
#include "base/memory.h"

#include <sodium.h>
#include <string.h>

#define SECRET_BYTES ((size_t)1 << 16)
#define SECRETS_MAX 8 // a run takes a passphrase or two and a seed

static void *secrets[SECRETS_MAX];
static size_t secret_count;

void *secret_take(size_t bytes)
{
    dumps_off();
    void *secret = secret_count < SECRETS_MAX && sodium_init() >= 0 ? sodium_malloc(bytes) : NULL;
    if (!secret)
        memory_exhausted(bytes);
    memset(secret, 0, bytes);
    secrets[secret_count++] = secret;
    return secret;
}

bool secret_read(const char *path, const char **text, struct error *error)
{
    char *bytes = secret_take(SECRET_BYTES + 1);
    size_t length;
    if (!file_read_into(path, bytes, SECRET_BYTES, &length, error))
        return false;
    if (str_find_byte((struct str){bytes, length}, '\0') < length)
        return error_at(error, BAD_INPUT, place_of(str_of(path)),
                        "a passphrase holds no NUL byte; if one was made with this file, only what "
                        "stands before it counted");
    *text = bytes;
    return true;
}

void secrets_wipe(void)
{
    while (secret_count > 0)
        sodium_free(secrets[--secret_count]);
}
