// SPDX-License-Identifier: Apache-2.0
#include "workbench/page_furniture.h"

#include "base/builder.h"
#include "base/list.h"
#include "base/names.h"

#include <string.h>

// How many lines with words are looked at on each side of a form feed.
#define EDGE_LINES 4
#define PAGES_MIN 3

struct edge_line {
    size_t from;
    size_t to;
    uint32_t name; // of its words, figures as "0"
};

struct furniture {
    struct str text;
    struct arena *arena;
    struct names *names;
    struct list counts; // uint32_t by name
    struct list lines;  // struct edge_line
};

// The words of a line with every row of figures as one "0" and every gap as one space.
static struct str key_of(struct str line, struct arena *arena)
{
    struct builder key = builder_make(arena);
    char before = ' ';
    for (size_t i = 0; i < line.length; i++) {
        char byte = line.bytes[i];
        byte = byte >= '0' && byte <= '9' ? '0' : byte;
        byte = strchr("\t\r\f", byte) ? ' ' : byte;
        if ((byte != '0' && byte != ' ') || byte != before)
            builder_add_byte(&key, byte);
        before = byte;
    }
    return str_trim(builder_str(&key));
}

// Takes the line up if it has words and no brackets; false when it is blank.
static bool take_line(struct furniture *furniture, size_t from, size_t to)
{
    struct str key = key_of(str_slice(furniture->text, from, to), furniture->arena);
    if (key.length == 0)
        return false;
    for (size_t i = 0; i < key.length; i++)
        if (strchr("[]{}", key.bytes[i]))
            return true;
    uint32_t name = names_add(furniture->names, key);
    if (name == furniture->counts.count)
        LIST_ADD(&furniture->counts, uint32_t);
    ++*LIST_AT(&furniture->counts, uint32_t, name);
    *LIST_ADD(&furniture->lines, struct edge_line) = (struct edge_line){from, to, name};
    return true;
}

// The lines behind (or, with the first page's top, at) byte `from`.
static void take_head(struct furniture *furniture, size_t from)
{
    struct str text = furniture->text;
    for (size_t taken = 0; taken < EDGE_LINES && from < text.length;) {
        size_t to = from + str_find_byte(str_skip(text, from), '\n');
        if (memchr(text.bytes + from, '\f', to - from))
            return;
        taken += take_line(furniture, from, to);
        from = to + 1;
    }
}

static void take_foot(struct furniture *furniture, size_t to)
{
    struct str text = furniture->text;
    for (size_t taken = 0; taken < EDGE_LINES && to > 0;) {
        size_t from = to;
        while (from > 0 && text.bytes[from - 1] != '\n' && text.bytes[from - 1] != '\f')
            from--;
        taken += take_line(furniture, from, to);
        if (from == 0 || text.bytes[from - 1] == '\f')
            return;
        to = from - 1;
    }
}

struct str page_furniture_blank(struct str text, struct arena *arena)
{
    if (str_find_byte(text, '\f') == text.length)
        return text;
    struct furniture furniture = {text, arena, names_make(arena), LIST_MAKE(arena, uint32_t),
                                  LIST_MAKE(arena, struct edge_line)};
    take_head(&furniture, 0);
    for (size_t at = 0; at < text.length; at++)
        if (text.bytes[at] == '\f') {
            take_foot(&furniture, at);
            take_head(&furniture, at + 1);
        }
    char *bytes = ARENA_ARRAY(arena, char, text.length);
    memcpy(bytes, text.bytes, text.length);
    for (size_t i = 0; i < furniture.lines.count; i++) {
        const struct edge_line *line = LIST_AT(&furniture.lines, struct edge_line, i);
        if (*LIST_AT(&furniture.counts, uint32_t, line->name) >= PAGES_MIN)
            memset(bytes + line->from, ' ', line->to - line->from);
    }
    return (struct str){bytes, text.length};
}
