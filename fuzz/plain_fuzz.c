// SPDX-License-Identifier: Apache-2.0
// Property: the document keeps its invariants, and its origins give the file again.
#include "exchange/plain/plain.h"
#include "origins.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    const struct document *document;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (plain_read(STR("fuzz"), text, &input_limits_default, arena, &document, &error)) {
        struct builder out = builder_make(arena);
        if (!document_check(document, &error) || !from_origins(document, &out))
            abort();
    }
    arena_close(arena);
    return 0;
}
