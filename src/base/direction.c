// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"

#include <string.h>

enum { POP_EMBEDDING = 0x202c, ISOLATE_FIRST = 0x2066, POP_ISOLATE = 0x2069 };

bool direction_is_mark(uint32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= ISOLATE_FIRST && c <= POP_ISOLATE);
}

bool direction_mark_at(struct str text, size_t i)
{
    if (i + DIRECTION_BYTES > text.length || text.bytes[i] != '\xe2')
        return false;
    size_t bytes;
    return direction_is_mark(utf8_at(text, i, &bytes));
}

bool direction_has_marks(struct str text)
{
    for (size_t i = 0; i + DIRECTION_BYTES <= text.length; i++) {
        const char *next = memchr(text.bytes + i, 0xe2, text.length - i);
        if (!next)
            return false;
        i = (size_t)(next - text.bytes);
        if (direction_mark_at(text, i))
            return true;
    }
    return false;
}

static bool is_isolate(struct str text, uint32_t at)
{
    size_t bytes;
    return utf8_at(text, at, &bytes) >= ISOLATE_FIRST;
}

// Takes the open mark that an end closes off, with all above it. False: it closes none. An isolate's end goes
// past embeddings, which end with it and so have no partner.
static bool close_mark(struct str text, struct list *open, bool ends_isolate, uint32_t *partner)
{
    size_t top = open->count;
    while (ends_isolate && top > 0 && !is_isolate(text, *LIST_AT(open, uint32_t, top - 1)))
        top--;
    if (top == 0 || is_isolate(text, *LIST_AT(open, uint32_t, top - 1)) != ends_isolate)
        return false;
    *partner = *LIST_AT(open, uint32_t, top - 1);
    list_cut(open, top - 1);
    return true;
}

size_t direction_loose(struct str text, struct arena *arena, bool **loose)
{
    if (!direction_has_marks(text))
        return 0;
    bool *found = ARENA_ARRAY(arena, bool, text.length + 1);
    struct list open = LIST_MAKE(arena, uint32_t);
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\n')
            list_cut(&open, 0);
        if (!direction_mark_at(text, i))
            continue;
        size_t bytes;
        uint32_t c = utf8_at(text, i, &bytes);
        bool is_end = c == POP_EMBEDDING || c == POP_ISOLATE;
        uint32_t partner;
        bool is_closed = is_end && close_mark(text, &open, c == POP_ISOLATE, &partner);
        found[i] = !is_closed;
        count += is_closed ? 0 : 1;
        if (is_closed) {
            found[partner] = false;
            count--;
        } else if (!is_end) {
            *LIST_ADD(&open, uint32_t) = (uint32_t)i; // texts are shorter than 4 GiB
        }
    }
    if (count > 0)
        *loose = found;
    return count;
}

struct str direction_closed(struct str text, struct arena *arena)
{
    bool *loose;
    if (direction_loose(text, arena, &loose) == 0)
        return text;
    struct builder out = builder_make(arena);
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (!loose[i])
            continue;
        builder_add(&out, str_slice(text, from, i));
        from = i + DIRECTION_BYTES;
    }
    builder_add(&out, str_skip(text, from));
    return builder_str(&out);
}

// How many bytes a control character takes that begins at byte i; 0: none does.
static size_t control_at(struct str text, size_t i)
{
    unsigned char c = (unsigned char)text.bytes[i];
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
        return 1;
    bool is_c1 = c == 0xc2 && i + 1 < text.length && (unsigned char)text.bytes[i + 1] < 0xa0;
    return is_c1 ? 2 : 0;
}

struct str direction_plain(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    size_t from = 0;
    for (size_t i = 0; i < text.length;) {
        bool is_mark = direction_mark_at(text, i);
        size_t bytes = is_mark ? DIRECTION_BYTES : control_at(text, i);
        if (bytes == 0) {
            i++;
            continue;
        }
        builder_add(&out, str_slice(text, from, i));
        if (!is_mark)
            builder_add_c(&out, "\xef\xbf\xbd");
        i += bytes;
        from = i;
    }
    if (from == 0)
        return text;
    builder_add(&out, str_skip(text, from));
    return builder_str(&out);
}
