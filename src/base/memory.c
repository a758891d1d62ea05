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
// Wraps around when an arena is closed by another thread than the one that opened it.
static _Thread_local size_t held;

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

size_t memory_held(void)
{
    return held;
}

void memory_count(size_t taken, size_t given_back)
{
    held += taken;
    held -= given_back;
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
