// SPDX-License-Identifier: Apache-2.0
#include "cli/secrets.h"

#include "base/dumps.h"
#include "base/file.h"
#include "base/memory.h"

#include <sodium.h>
#include <string.h>

#define LINE_BYTES ((size_t)1 << 16)
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

bool secret_read_line(const char *path, const char **line, struct error *error)
{
    char *bytes = secret_take(LINE_BYTES + 1);
    size_t length;
    if (!file_read_into(path, bytes, LINE_BYTES, &length, error))
        return false;
    size_t end = str_find_byte((struct str){bytes, length}, '\n');
    sodium_memzero(bytes + end, LINE_BYTES + 1 - end);
    *line = bytes;
    return true;
}

void secrets_wipe(void)
{
    while (secret_count > 0)
        sodium_free(secrets[--secret_count]);
}
