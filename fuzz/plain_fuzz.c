// SPDX-License-Identifier: Apache-2.0
// Property: the document keeps its invariants, and its origins give the file again.
#include "base/builder.h"
#include "exchange/plain/plain.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    const struct document *document;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (plain_read(STR("fuzz"), text, &limits_default, arena, &document, &error)) {
        if (!document_check(document, &error))
            abort();
        const struct plain_source *source = document->source;
        uint32_t at = 0;
        for (uint32_t i = 0; i < document->paragraph_count; i++) {
            struct origin origin = document->paragraphs[i].origin;
            if (origin.from < at || origin.to < origin.from || origin.to > source->text.length)
                abort();
            at = origin.to;
        }
    }
    arena_close(arena);
    return 0;
}
