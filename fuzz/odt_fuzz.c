// SPDX-License-Identifier: Apache-2.0
// Property: an OpenDocument text is refused, or becomes a Word file that is read and keeps the invariants
// of a document under every reading, and of which an OpenDocument text is made again that is read as well.
// Inputs are archives, or parts as odt_made.h takes them.
#include "exchange/docx/docx_read.h"
#include "exchange/odt_write/docx_to_odt.h"
#include "odt_made.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check_again(struct docx_package *package, struct arena *arena)
{
    const struct reading accept = {.kind = READING_ACCEPT};
    const struct document *document;
    struct odt_losses losses;
    struct error error;
    struct str again;
    if (docx_to_odt(package, arena, &again, &losses, &error) &&
        !docx_read(STR("again"), again, &accept, &input_limits_default, arena, &document, &error) &&
        error.code != TOO_LARGE)
        abort();
}

static void check(struct str file, enum reading_kind kind)
{
    struct arena *arena = arena_open();
    const struct reading reading = {.kind = kind};
    const struct document *document;
    struct error error;
    if (docx_read(STR("fuzz"), file, &reading, &input_limits_default, arena, &document, &error)) {
        if (!document_check(document, &error))
            abort();
        if (kind == READING_ACCEPT)
            check_again(docx_source(document)->package, arena);
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
