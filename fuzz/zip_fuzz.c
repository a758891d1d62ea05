// SPDX-License-Identifier: Apache-2.0
// Properties: an archive that reads and unpacks can be copied, and the copy unpacks to the same; whatever
// the bytes, a new archive that holds them as a part unpacks to them.
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

static void check_packed(struct str content, struct arena *arena)
{
    struct error error;
    struct str file;
    struct zip zip;
    struct str unpacked;
    struct zip_change change = {.name = STR("part"), .content = content};
    if (!zip_write(NULL, &change, 1, arena, &file, &error) ||
        !zip_read(STR("new"), file, &input_limits_default, arena, &zip, &error) ||
        !zip_unpack(&zip, &zip.entries[0], arena, &unpacked, &error) ||
        !str_equal(unpacked, content))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str file = {(const char *)bytes, length};
    struct zip zip;
    struct error error;
    if (zip_read(STR("fuzz"), file, &input_limits_default, arena, &zip, &error))
        check_copy(&zip, arena);
    check_packed(file, arena);
    arena_close(arena);
    return 0;
}
