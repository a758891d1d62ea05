// SPDX-License-Identifier: Apache-2.0
// What the clients that measure a server share.

#ifndef ENTENTE_BENCH_SERVE_CLIENT_H
#define ENTENTE_BENCH_SERVE_CLIENT_H

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// Microseconds of a clock that only goes on.
static inline int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static inline void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(2);
}

#endif
