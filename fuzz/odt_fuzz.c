// SPDX-License-Identifier: Apache-2.0
// Property: an OpenDocument text is refused, or becomes a Word file that is read and keeps the invariants
// of a document under every reading. Inputs are archives, or parts as odt_made.h takes them.
#include "exchange/docx/docx_read.h"
#include "odt_made.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(struct str file, enum reading_kind kind)
{
    struct arena *arena = arena_open();
    const struct reading reading = {.kind = kind};
    const struct document *document;
    struct error error;
    if (docx_read(STR("fuzz"), file, &reading, &input_limits_default, arena, &document, &error)) {
        if (!document_check(document, &error))
            abort();
    } else if (str_starts_with(str_of(error.place.part), STR("word/"))) {
        abort(); // what was made of it is sound, whatever it was made of
    }
    arena_close(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct str file = {(const char *)bytes, length};
    if (!str_starts_with(file, STR("PK")))
        file = odt_made(arena, file);
    check(file, READING_ACCEPT);
    check(file, READING_REJECT);
    arena_close(arena);
    return 0;
}
