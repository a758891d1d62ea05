// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void say_so(void *context, size_t bytes)
{
    (void)context;
    char line[100];
    int length = snprintf(line, sizeof line,
                          "entente: the machine has no memory left (asked for %zu bytes)\n", bytes);
    // Nothing can be done about an error stream that is closed.
    if (write(STDERR_FILENO, line, (size_t)length) < 0)
        return;
}

static void (*on_exhausted)(void *context, size_t bytes) = say_so;
static void *hook_context;
// Below 0 when arenas are closed here that another thread opened.
static _Thread_local int64_t held;

void memory_on_exhausted(void (*hook)(void *context, size_t bytes), void *context)
{
    on_exhausted = hook ? hook : say_so;
    hook_context = context;
}

void memory_exhausted(size_t bytes)
{
    on_exhausted(hook_context, bytes);
    abort();
}

int64_t memory_held(void)
{
    return held;
}

void memory_count(size_t taken, size_t given_back)
{
    // No object is larger than PTRDIFF_MAX.
    held += (int64_t)taken;
    held -= (int64_t)given_back;
}

bool memory_is_sanitised(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    return true;
#endif
#endif
    return false;
}
