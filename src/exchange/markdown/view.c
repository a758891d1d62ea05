// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/view.h"

#include "exchange/markdown/source_lines.h"

#include <string.h>

// Bytes that no UTF-8 has stand for marks that are none.
static const struct {
    char stand_in;
    char mark;
} stand_ins[] = {
    {'\xfb', '~'}, {'\xfc', '('}, {'\xfd', ':'}, {'\xfe', '<'}, {'\xff', '|'},
};

enum { STAND_IN_COUNT = sizeof stand_ins / sizeof *stand_ins };

static char stand_in_of(char mark)
{
    for (size_t i = 0; i < STAND_IN_COUNT; i++)
        if (stand_ins[i].mark == mark)
            return stand_ins[i].stand_in;
    return mark;
}

// CommonMark has no longer label; looking no farther back keeps hostile lines cheap.
enum { LABEL_MAX = 1000 };

static bool is_escaped(struct str text, size_t at)
{
    size_t from = at;
    while (from > 0 && text.bytes[from - 1] == '\\')
        from--;
    return (at - from) % 2 == 1;
}

// Letters, digits, hyphens, apostrophes, and all that is not ASCII.
static bool is_word_byte(char c)
{
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '\'' || (unsigned char)c >= 0x80;
}

static size_t behind_blanks(struct str text, size_t at)
{
    while (at < text.length && (text.bytes[at] == ' ' || text.bytes[at] == '\t'))
        at++;
    return at;
}

// Whether the target of a link at byte `at` is words, not an address: no point, stroke, colon or
// number sign in it.
static bool leads_to_words(struct str text, size_t at)
{
    at = behind_blanks(text, at);
    bool is_enclosed = at < text.length && text.bytes[at] == '<';
    at += is_enclosed;
    while (at < text.length &&
           (is_word_byte(text.bytes[at]) || (is_enclosed && text.bytes[at] == ' ')))
        at++;
    if (at == text.length)
        return true;
    char end = text.bytes[at];
    return is_enclosed ? end == '>'
                       : end == ')' || end == ' ' || end == '\t' || end == '\n' || end == '\r';
}

static size_t line_start_near(struct str text, size_t at)
{
    size_t from = at > LABEL_MAX ? at - LABEL_MAX : 0;
    return from + markdown_line_start(str_slice(text, from, at), at - from);
}

// "[US]: may" at a line's start; `at` is the colon.
static bool begins_line(struct str text, size_t at)
{
    size_t from = line_start_near(text, at);
    size_t open = from + markdown_prefix_length(text, from, at);
    return open < at && text.bytes[open] == '[' &&
           str_find_byte(str_slice(text, open, at), ']') + open + 1 == at;
}

// The "[" of the "]" at byte `at`, on the same line; `at` when there is none.
static size_t opening_of(struct str text, size_t at)
{
    size_t depth = 0;
    size_t from = line_start_near(text, at);
    for (size_t i = at; i-- > from;) {
        if (is_escaped(text, i))
            continue;
        depth += text.bytes[i] == ']';
        if (text.bytes[i] == '[' && depth-- == 0)
            return i;
    }
    return at;
}

// Pictures show what their target is and keep it.
static bool is_picture(struct str text, size_t closing)
{
    size_t open = opening_of(text, closing);
    return open > 0 && open < closing && text.bytes[open - 1] == '!' && !is_escaped(text, open - 1);
}

// Whether the "(" or ":" at byte `at` stands before words that are no address.
static bool is_before_words(struct str source, size_t at)
{
    char c = source.bytes[at];
    return at > 0 && source.bytes[at - 1] == ']' && !is_escaped(source, at - 1) &&
           leads_to_words(source, at + 1) &&
           ((c == '(' && !is_picture(source, at - 1)) || (c == ':' && begins_line(source, at)));
}

// What the parser gets to see in the place of a byte.
static char seen(struct str source, size_t at)
{
    char c = source.bytes[at];
    if (c == '~') {
        bool is_alone = (at == 0 || source.bytes[at - 1] != '~') &&
                        (at + 1 == source.length || source.bytes[at + 1] != '~');
        return is_alone && !is_escaped(source, at) ? stand_in_of(c) : c;
    }
    if (c == '(' || c == ':')
        return is_before_words(source, at) ? stand_in_of(c) : c;
    if (c != '<')
        return c;
    size_t before = at;
    while (before > 0 && (source.bytes[before - 1] == ' ' || source.bytes[before - 1] == '\t'))
        before--;
    return before > 0 && is_before_words(source, before - 1) ? stand_in_of(c) : c;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

struct markdown_view markdown_view_make(struct str source, uint32_t from, struct arena *arena)
{
    struct markdown_view view = {.note_count = 0};
    char *full = ARENA_ARRAY(arena, char, source.length + 1);
    char *text = ARENA_ARRAY(arena, char, source.length + 1);
    memcpy(full, source.bytes, from);
    for (size_t i = from; i < source.length; i++)
        full[i] = seen(source, i);
    memcpy(text, full, source.length);
    view.labels = note_places_find(source, from, arena, &view.notes);
    view.note_count = names_count(view.labels);
    for (size_t n = 0; n < view.note_count; n++)
        for (uint32_t i = view.notes[n].from; i < view.notes[n].to; i++)
            text[i] = is_line_end(text[i]) ? text[i] : ' ';
    view.text = (struct str){text, source.length};
    view.full = (struct str){full, source.length};
    return view;
}

// The view owns both its texts.
static void free_bar(const struct markdown_view *view, size_t at)
{
    ((char *)(uintptr_t)view->text.bytes)[at] = stand_in_of('|');
    ((char *)(uintptr_t)view->full.bytes)[at] = stand_in_of('|');
}

void markdown_view_free_bars(const struct markdown_view *view, size_t from, size_t to)
{
    struct str full = view->full;
    for (size_t i = from; i < to; i++) {
        if (full.bytes[i] != ']' || is_escaped(full, i))
            continue;
        size_t open = opening_of(full, i);
        for (size_t k = open < from ? i : open; k < i; k++)
            if (full.bytes[k] == '|' && !is_escaped(full, k))
                free_bar(view, k);
    }
}

void markdown_view_free_line(const struct markdown_view *view, size_t at)
{
    for (size_t i = markdown_line_start(view->full, at); i < at; i++)
        if (view->full.bytes[i] == '|')
            free_bar(view, i);
}

struct str markdown_view_words(struct str piece, struct arena *arena)
{
    char *words = ARENA_ARRAY(arena, char, piece.length + 1);
    for (size_t i = 0; i < piece.length; i++) {
        words[i] = piece.bytes[i];
        for (size_t s = 0; s < STAND_IN_COUNT; s++)
            if (words[i] == stand_ins[s].stand_in)
                words[i] = stand_ins[s].mark;
    }
    return (struct str){words, piece.length};
}

bool markdown_view_reference(const struct markdown_view *view, struct str text, size_t *length,
                             uint32_t *note)
{
    struct str label = note_reference(text);
    *note = label.length > 0 ? names_find(view->labels, label) : NAMES_NONE;
    *length = label.length + sizeof "[^]" - 1;
    return *note != NAMES_NONE;
}
