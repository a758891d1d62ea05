// SPDX-License-Identifier: Apache-2.0
#include "base/utf8_repair.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/utf8.h"

#include <string.h>

// How many bytes at the start of s one replacement stands for: the longest beginning of a
// character, at least one byte.
static size_t broken_length(struct str s)
{
    static const char tail = (char)0x80;
    size_t longest = s.length < UTF8_MAX ? s.length : UTF8_MAX;
    for (size_t length = longest; length > 1; length--) {
        // A beginning is what some tail bytes would make whole; of the tails 0x80 … 0xbf the ends
        // suffice, for the second byte alone is bounded and it is in hand.
        char trial[UTF8_MAX + UTF8_MAX];
        memcpy(trial, s.bytes, length);
        memset(trial + length, tail, UTF8_MAX);
        for (size_t whole = length + 1; whole <= UTF8_MAX; whole++)
            if (utf8_is_valid((struct str){trial, whole}))
                return length;
    }
    return 1;
}

static void replace(struct builder *out, struct list *places)
{
    *LIST_ADD(places, size_t) = out->length;
    builder_add_code_point(out, 0xfffd);
}

// Copies valid text; each NUL is replaced.
static void copy_valid(struct str valid, struct builder *out, struct list *places)
{
    for (;;) {
        size_t zero = str_find_byte(valid, '\0');
        builder_add(out, str_slice(valid, 0, zero));
        if (zero == valid.length)
            return;
        replace(out, places);
        valid = str_skip(valid, zero + 1);
    }
}

struct str utf8_repair(struct str s, struct arena *arena, const size_t **places, size_t *count)
{
    struct list found = LIST_MAKE(arena, size_t);
    struct builder out = builder_make(arena);
    bool is_good = utf8_is_valid(s) && str_find_byte(s, '\0') == s.length;
    for (struct str rest = s; !is_good && rest.length > 0;) {
        size_t valid = utf8_valid_length(rest);
        copy_valid(str_slice(rest, 0, valid), &out, &found);
        rest = str_skip(rest, valid);
        if (rest.length == 0)
            break;
        replace(&out, &found);
        rest = str_skip(rest, broken_length(rest));
    }
    if (places)
        *places = LIST_ITEMS(&found, size_t);
    *count = found.count;
    return is_good ? s : builder_str(&out);
}
