// SPDX-License-Identifier: Apache-2.0
// Stands in for libFuzzer: runs the target once on every file named on the command line.
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        struct arena *arena = arena_open();
        struct str content;
        struct error error;
        if (!file_read(paths[i], (size_t)1 << 28, arena, &content, &error)) {
            fprintf(stderr, "%s: %s\n", paths[i], error.message);
            return EXIT_FAILURE;
        }
        LLVMFuzzerTestOneInput((const uint8_t *)content.bytes, content.length);
        arena_close(arena);
    }
    printf("%d inputs replayed\n", count - 1);
    return EXIT_SUCCESS;
}
