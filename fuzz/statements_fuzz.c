// SPDX-License-Identifier: Apache-2.0
// Properties: every range lies inside the text, quotations follow one another and, in plain text, are the
// words at their characters; all strings are valid UTF-8.
#include "base/utf8.h"
#include "prose/prose.h"
#include "statements/statements.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool is_inside(const struct text_range *range, size_t characters)
{
    return range->from <= range->to && range->to <= characters && range->line > 0 &&
           range->column > 0 && utf8_is_valid(range->text);
}

// The words at the range's characters, white space flattened.
static struct str words_at(struct str text, const struct text_range *range, struct arena *arena)
{
    size_t start = 0;
    size_t at = 0;
    size_t bytes;
    for (size_t i = 0; i < range->to; i++, at += bytes) {
        utf8_at(text, at, &bytes);
        start = i == range->from ? at : start;
    }
    return prose_flat(str_slice(text, start, at), arena);
}

static bool is_quoted_soundly(const struct statement *statement, struct str text, size_t characters,
                              bool is_plain, struct arena *arena)
{
    for (size_t k = 0; k < statement->quote_count; k++) {
        const struct text_range *quote = &statement->quotes[k];
        if (!is_inside(quote, characters) || (k > 0 && quote->from < quote[-1].to) ||
            (is_plain && !str_equal(words_at(text, quote, arena), quote->text)))
            return false;
    }
    return true;
}

static bool is_sound(const struct statements_found *found, struct str text, bool is_plain,
                     struct arena *arena)
{
    size_t characters = utf8_count(text);
    for (size_t i = 0; i < found->count; i++) {
        const struct statement *statement = &found->items[i];
        if (!is_inside(&statement->range, characters) || statement->speaker.length == 0 ||
            !utf8_is_valid(statement->speaker) || !utf8_is_valid(statement->capacity) ||
            !utf8_is_valid(statement->channel) ||
            !is_quoted_soundly(statement, text, characters, is_plain, arena))
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
    struct statements_source source = {.name = STR("fuzz"), .text = text};
    if (statements_read(&source, arena, &found, &error) &&
        !is_sound(&found, text, str_find_byte(text, '<') == text.length, arena))
        abort();
    arena_close(arena);
    return 0;
}
