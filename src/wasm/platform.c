// SPDX-License-Identifier: Apache-2.0
// What the C library of emscripten 3.1 lacks, or answers wrongly.
#include "wasm/platform.h"

#include "wasm/host_parts.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

// Without a second name for a file, it gets the new one instead; never over one that is there.
int link(const char *from, const char *to)
{
    if (access(to, F_OK) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

int isatty(int descriptor)
{
    return host_is_terminal(descriptor);
}
