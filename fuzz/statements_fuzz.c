// SPDX-License-Identifier: Apache-2.0
// Property: every range lies inside the text, quotes lie inside order, and all strings are valid UTF-8.
#include "base/utf8.h"
#include "statements/statements.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_inside(const struct text_range *range, size_t characters)
{
    return range->from <= range->to && range->to <= characters && range->line > 0 &&
           range->column > 0 && utf8_is_valid(range->text);
}

static bool is_sound(const struct statements_found *found, size_t characters)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct statement *statement = &found->items[i];
        if (!is_inside(&statement->range, characters) || statement->speaker.length == 0 ||
            !utf8_is_valid(statement->speaker) || !utf8_is_valid(statement->capacity) ||
            !utf8_is_valid(statement->channel))
            return false;
        for (size_t k = 0; k < statement->quote_count; k++)
            if (!is_inside(&statement->quotes[k], characters))
                return false;
    }
    for (size_t i = 0; i < found->meeting_count; i++)
        if (!is_inside(&found->meetings[i].range, characters))
            return false;
    for (size_t i = 0; i < found->document_count; i++)
        if (!is_inside(&found->documents[i].range, characters))
            return false;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct statements_found found;
    struct error error;
    struct str text = {(const char *)bytes, length};
    if (statements_read(STR("fuzz"), text, NULL, arena, &found, &error) &&
        !is_sound(&found, utf8_count(text)))
        abort();
    arena_close(arena);
    return 0;
}
