// SPDX-License-Identifier: Apache-2.0
#include "statements/places.h"

#include "base/utf8.h"

// Characters before byte `to`, when there are *characters before byte *at; walks both on.
static size_t walk(struct str file, size_t to, size_t *at, size_t *characters)
{
    for (; *at < to; (*at)++)
        *characters += (file.bytes[*at] & 0xC0) != 0x80 ? 1 : 0;
    return *characters;
}

// The bytes of the file that the prose's bytes [from, to) were made of.
static struct source_span span_of(const struct source_text *source, size_t from, size_t to)
{
    return (struct source_span){source->spans[from].from, source->spans[to - 1].to};
}

static struct list line_starts(struct str text, struct arena *arena)
{
    struct list lines = LIST_MAKE(arena, size_t);
    *LIST_ADD(&lines, size_t) = 0;
    size_t characters = 0;
    for (size_t i = 0; i < text.length; i++) {
        characters += (text.bytes[i] & 0xC0) != 0x80 ? 1 : 0;
        if (text.bytes[i] == '\n')
            *LIST_ADD(&lines, size_t) = characters;
    }
    return lines;
}

struct places places_make(const struct news *news)
{
    size_t count = news->prose.count;
    struct places places = {.news = news,
                            .from = ARENA_ARRAY(news->arena, size_t, count + 1),
                            .to = ARENA_ARRAY(news->arena, size_t, count + 1),
                            .lines = line_starts(news->source.file, news->arena)};
    size_t at = 0;
    size_t characters = 0;
    for (size_t i = 0; i < count; i++) {
        const struct token *token = prose_token(&news->prose, i);
        size_t end = (size_t)token->at + token->length;
        if (token->length > 0) {
            struct source_span span = span_of(&news->source, token->at, end);
            places.from[i] = walk(news->source.file, span.from, &at, &characters);
            places.to[i] = walk(news->source.file, span.to, &at, &characters);
        } else {
            places.from[i] = characters;
            places.to[i] = characters;
        }
    }
    return places;
}

// Ranges stand in any order, so the line is searched for in the table of lines.
static void place_line(const struct list *lines, struct text_range *range)
{
    size_t low = 0;
    size_t high = lines->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (*LIST_AT(lines, size_t, middle) <= range->from)
            low = middle;
        else
            high = middle;
    }
    range->line = low + 1;
    range->column = range->from - *LIST_AT(lines, size_t, low) + 1;
}

struct text_range places_range(const struct places *places, size_t from, size_t to)
{
    const struct news *news = places->news;
    struct str words = prose_range(&news->prose, from, to);
    if (!news->source.is_page && words.length > 0) {
        size_t start = prose_token(&news->prose, from)->at;
        struct source_span span = span_of(&news->source, start, start + words.length);
        words = str_slice(news->source.file, span.from, span.to);
    }
    struct text_range range = {.from = places->from[from],
                               .to = places->to[to - 1],
                               .text = prose_flat(words, news->arena)};
    place_line(&places->lines, &range);
    return range;
}
