// SPDX-License-Identifier: Apache-2.0
#include "brackets/brackets.h"
#include "brackets/brackets_parts.h"

#include <stdlib.h>

// Walks the text once from front to back and knows line and column.
struct sign_walk {
    struct str text;
    struct text_place place;
};

static void walk_to(struct sign_walk *walk, size_t at)
{
    for (; walk->place.at < at; walk->place.at++) {
        unsigned char byte = (unsigned char)walk->text.bytes[walk->place.at];
        if (byte == '\n') {
            walk->place.line++;
            walk->place.column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            walk->place.column++;
        }
    }
    // Inside a character the column has moved on already; callers only stop between characters.
}

static struct sign_walk walk_start(struct str text)
{
    return (struct sign_walk){text, {0, 1, 1}};
}

static int by_byte(const void *a, const void *b)
{
    const struct text_place *first = *(struct text_place *const *)a;
    const struct text_place *second = *(struct text_place *const *)b;
    return (first->at > second->at) - (first->at < second->at);
}

void bracket_places_fill(struct str text, struct text_place **places, size_t count)
{
    if (count > 0)
        qsort(places, count, sizeof(void *), by_byte);
    struct sign_walk walk = walk_start(text);
    for (size_t i = 0; i < count; i++) {
        walk_to(&walk, places[i]->at);
        *places[i] = walk.place;
    }
}

// How far a code span may reach; longer ones are not looked for, so that hostile rows of backticks
// cost no more than this each.
#define CODE_SPAN_MAX 4000

// Behind the closing run of as many backticks as stand at `at`, before the next blank line; 0 when
// there is none. *run is the length of the run.
static size_t code_end(struct str text, size_t at, size_t *run)
{
    size_t from = at;
    while (at < text.length && text.bytes[at] == '`')
        at++;
    *run = at - from;
    size_t limit = text.length - at > CODE_SPAN_MAX ? at + CODE_SPAN_MAX : text.length;
    size_t found = 0;
    for (; at < limit; at++) {
        if (text.bytes[at] == '`') {
            found++;
            continue;
        }
        if (found == *run)
            return at;
        found = 0;
        if (text.bytes[at] == '\n' && at + 1 < limit && text.bytes[at + 1] == '\n')
            return 0;
    }
    return found == *run ? at : 0;
}

// Escapes and code spans of Markdown, asked byte by byte from the front.
struct quiet {
    struct str text;
    size_t until;     // bytes before this one are quiet
    size_t run_tried; // backticks before this one open nothing
};

static bool is_quiet(struct quiet *quiet, size_t at)
{
    if (at < quiet->until)
        return true;
    char byte = quiet->text.bytes[at];
    if (byte == '\\') {
        quiet->until = at + 2;
    } else if (byte == '`' && at >= quiet->run_tried) {
        size_t run;
        size_t end = code_end(quiet->text, at, &run);
        quiet->run_tried = at + run;
        if (end > 0)
            quiet->until = end;
    }
    return false;
}

// Outside of Markdown a backslash means itself, unless a bracket or brace stands behind it.
static bool is_escaped(struct str text, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && text.bytes[at - backslashes - 1] == '\\')
        backslashes++;
    return backslashes % 2 == 1;
}

static bool is_sign(char byte)
{
    return byte == '[' || byte == ']' || byte == '{' || byte == '}';
}

static bool gather_signs(const struct bracket_input *input, const struct input_limits *limits,
                         struct list *found, struct error *error)
{
    struct quiet quiet = {.text = input->text};
    struct sign_walk walk = walk_start(input->text);
    for (size_t at = 0; at < input->text.length; at++) {
        bool quiet_here = input->is_markdown && is_quiet(&quiet, at);
        char byte = input->text.bytes[at];
        if (!is_sign(byte))
            continue;
        quiet_here = quiet_here || (!input->is_markdown && is_escaped(input->text, at));
        if (found->count >= limits->tokens)
            return error_set(error, TOO_LARGE, "more than %zu brackets", limits->tokens);
        walk_to(&walk, at);
        *LIST_ADD(found, struct sign) = (struct sign){.place = walk.place,
                                                      .byte = byte,
                                                      .is_quiet = quiet_here,
                                                      .mate = NO_INDEX,
                                                      .around = NO_INDEX};
    }
    return true;
}

// The count: a stack over every "[" and "]", whatever they mean.
static void count_brackets(const struct bracket_input *input, const struct signs *signs,
                           struct arena *arena, struct brackets *brackets)
{
    uint32_t *stack = ARENA_ARRAY(arena, uint32_t, signs->count);
    struct list unmatched = LIST_MAKE(arena, struct unmatched_bracket);
    bool *is_lost = ARENA_ARRAY(arena, bool, signs->count);
    size_t height = 0;
    for (uint32_t i = 0; i < signs->count; i++) {
        if (signs->items[i].byte == '[') {
            brackets->open++;
            stack[height++] = i;
            brackets->depth = height > brackets->depth ? height : brackets->depth;
        } else if (signs->items[i].byte == ']') {
            brackets->close++;
            if (height > 0)
                height--;
            else
                is_lost[i] = true;
        }
    }
    for (size_t i = 0; i < height; i++)
        is_lost[stack[i]] = true;
    for (uint32_t i = 0; i < signs->count; i++)
        if (is_lost[i])
            *LIST_ADD(&unmatched, struct unmatched_bracket) =
                (struct unmatched_bracket){signs->items[i].place, signs->items[i].byte == '[',
                                           bracket_point_at(input, signs->items[i].place.at)};
    brackets->unmatched = LIST_ITEMS(&unmatched, struct unmatched_bracket);
    brackets->unmatched_count = unmatched.count;
}

// The meaning: brackets and braces pair among their own kind; quiet ones are left out.
static void pair_signs(struct sign *items, uint32_t count, struct arena *arena,
                       struct brackets *brackets)
{
    uint32_t *square = ARENA_ARRAY(arena, uint32_t, count);
    uint32_t *curly = ARENA_ARRAY(arena, uint32_t, count);
    size_t square_height = 0;
    size_t curly_height = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct sign *sign = &items[i];
        bool is_square = sign->byte == '[' || sign->byte == ']';
        sign->around = square_height > 0 ? square[square_height - 1] : NO_INDEX;
        brackets->escaped += sign->is_quiet && is_square;
        if (sign->is_quiet)
            continue;
        uint32_t *stack = is_square ? square : curly;
        size_t *height = is_square ? &square_height : &curly_height;
        brackets->brace_open += sign->byte == '{';
        brackets->brace_close += sign->byte == '}';
        bool opens = sign->byte == '[' || sign->byte == '{';
        if (!opens && *height > 0) {
            sign->mate = stack[--*height];
            items[sign->mate].mate = i;
        }
        sign->around = square_height > 0 ? square[square_height - 1] : NO_INDEX;
        if (opens)
            stack[(*height)++] = i;
    }
    for (uint32_t i = 0; i < count; i++)
        brackets->brace_unmatched += !items[i].is_quiet && items[i].mate == NO_INDEX &&
                                     (items[i].byte == '{' || items[i].byte == '}');
    // A "[" that nothing closes holds nothing: look further out.
    for (uint32_t i = 0; i < count; i++)
        while (items[i].around != NO_INDEX && items[items[i].around].mate == NO_INDEX)
            items[i].around = items[items[i].around].around;
}

bool signs_read(const struct bracket_input *input, const struct input_limits *limits,
                struct arena *arena, struct brackets *brackets, struct signs *signs,
                struct error *error)
{
    struct list found = LIST_MAKE(arena, struct sign);
    if (!gather_signs(input, limits, &found, error))
        return false;
    *signs = (struct signs){input->text, LIST_ITEMS(&found, struct sign), (uint32_t)found.count};
    count_brackets(input, signs, arena, brackets);
    pair_signs(LIST_ITEMS(&found, struct sign), signs->count, arena, brackets);
    return true;
}
