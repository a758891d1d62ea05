// SPDX-License-Identifier: Apache-2.0
// Foreign bytes for the readers of merged texts: JSON, bracketed text, bracketed Markdown.
// Property: what was read is a sheet that can be written as JSON and read again to the same.
#include "exchange/merged/bracketed.h"
#include "exchange/merged/merged_json.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(const struct sheet *sheet, struct arena *arena)
{
    struct str text = merged_json_write(sheet, arena);
    struct sheet again;
    struct error error;
    if (!merged_json_read(STR("fuzz"), text, &input_limits_default, arena, &again, &error) ||
        !str_equal(merged_json_write(&again, arena), text))
        abort();
    struct sheet_reading reading = {READ_AGREED, {0}};
    sheet_read(sheet, reading, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str text = {(const char *)bytes, length};
    struct sheet sheet;
    struct error error;
    if (merged_json_read(STR("fuzz"), text, &input_limits_default, arena, &sheet, &error))
        check(&sheet, arena);
    for (int medium = MEDIUM_MARKDOWN; medium <= MEDIUM_TEXT; medium++) {
        struct sheet_reading reading = {READ_BASE, {0}};
        struct str resolved;
        if (!bracketed_read(STR("fuzz"), text, (enum merged_medium)medium, &input_limits_default,
                            arena, &sheet, &error))
            continue;
        check(&sheet, arena);
        if (!bracketed_resolve(STR("fuzz"), text, (enum merged_medium)medium, reading,
                               &input_limits_default, arena, &resolved, &error))
            abort();
    }
    arena_close(arena);
    return 0;
}
