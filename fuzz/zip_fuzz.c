// SPDX-License-Identifier: Apache-2.0
// Property: an archive that reads and unpacks can be copied, and the copy unpacks to the same.
#include "codec/zip.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_copy(const struct zip *zip, struct arena *arena)
{
    struct error error;
    struct str file;
    struct zip copy;
    if (!zip_write(zip, NULL, 0, arena, &file, &error) ||
        !zip_read(STR("copy"), file, &input_limits_default, arena, &copy, &error) ||
        copy.count != zip->count)
        abort();
    for (size_t i = 0; i < zip->count; i++) {
        struct str one;
        struct str other;
        bool reads = zip_unpack(zip, &zip->entries[i], arena, &one, &error);
        if (zip_unpack(&copy, &copy.entries[i], arena, &other, &error) != reads)
            abort();
        if (reads && !str_equal(one, other))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str file = {(const char *)bytes, length};
    struct zip zip;
    struct error error;
    if (zip_read(STR("fuzz"), file, &input_limits_default, arena, &zip, &error))
        check_copy(&zip, arena);
    arena_close(arena);
    return 0;
}
