// SPDX-License-Identifier: Apache-2.0
#include "clauses/clause_names.h"

#include "base/names.h"

#define BULLET_BYTES 3

static bool is_bullet(struct str part)
{
    for (size_t i = 0; i < part.length; i++) {
        char c = (char)(part.bytes[i] | 0x20);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            return false;
    }
    return part.length <= BULLET_BYTES;
}

// A part of a path, and where it begins.
struct part {
    struct str text;
    size_t at; // 0: the title
};

// The last part of a path, without the number that tells paragraphs of one clause apart. A bullet
// names nothing: its clause is the one above.
static struct part last_part(struct str path)
{
    size_t end = path.length;
    for (;;) {
        size_t from = str_behind_last(str_slice(path, 0, end), '/');
        struct str text = str_slice(path, from, end);
        text = str_slice(text, 0, str_find_byte(text, '#'));
        if (from == 0)
            return (struct part){STR(""), 0};
        if (!is_bullet(text))
            return (struct part){text, from};
        end = from - 1;
    }
}

// "Article 4/2" for "treaty/Part I/Article 4/2".
static struct str with_parent(struct str path, struct part last, struct arena *arena)
{
    struct part parent = last_part(str_slice(path, 0, last.at > 0 ? last.at - 1 : 0));
    if (parent.text.length == 0)
        return last.text;
    return arena_print(arena, "%.*s/%.*s", STR_ARGS(parent.text), STR_ARGS(last.text));
}

void clause_names(const struct str *paths, size_t count, struct arena *arena, struct str *names)
{
    struct arena *scratch = arena_open();
    struct names *shorts = names_make(scratch);
    struct str *owner = ARENA_ARRAY(scratch, struct str, count + 1); // by short name: the way to it
    bool *is_shared = ARENA_ARRAY(scratch, bool, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct part last = last_part(paths[i]);
        struct str way = str_slice(paths[i], 0, last.at);
        uint32_t number = names_add(shorts, last.text);
        if (owner[number].bytes && !str_equal(owner[number], way))
            is_shared[number] = true;
        owner[number] = way;
    }
    for (size_t i = 0; i < count; i++) {
        struct part last = last_part(paths[i]);
        names[i] = is_shared[names_find(shorts, last.text)] ? with_parent(paths[i], last, arena)
                                                            : last.text;
    }
    arena_close(scratch);
}
