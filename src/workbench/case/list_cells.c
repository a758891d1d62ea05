// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/list_cells.h"

#include "base/builder.h"
#include "base/names.h"
#include "exchange/comment_and_column_tables/rows_read.h"

struct list list_new_lines(struct str cell, struct str known, struct arena *arena)
{
    struct names *old = names_make(arena);
    struct list lines = LIST_MAKE(arena, struct str);
    struct str line;
    while (str_cut(&known, '\n', &line))
        names_add(old, text_in_one_line(line, arena));
    while (str_cut(&cell, '\n', &line)) {
        struct str plain = text_in_one_line(line, arena);
        if (plain.length > 0 && names_find(old, plain) == NAMES_NONE)
            *LIST_ADD(&lines, struct str) = plain;
    }
    return lines;
}

// The digits of a whole number of which thousands may be parted; empty: it is something else.
static struct str digits_of(struct str text, struct arena *arena)
{
    struct builder out = builder_make(arena);
    size_t group = 0; // digits since the last sign
    bool has_sign = false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_sign = byte == ',' || byte == '.' || byte == '\'' || byte == ' ';
        if (is_sign && (group == 0 || group > 3 || (has_sign && group != 3)))
            return STR("");
        if (!is_sign && (byte < '0' || byte > '9'))
            return STR("");
        if (!is_sign)
            builder_add_byte(&out, byte);
        has_sign = has_sign || is_sign;
        group = is_sign ? 0 : group + 1;
    }
    return has_sign && group != 3 ? STR("") : builder_str(&out);
}

bool list_cells_agree(struct str a, struct str b, struct arena *arena)
{
    struct str x = text_in_one_line(a, arena);
    struct str y = text_in_one_line(b, arena);
    if (str_equal(x, y))
        return true;
    struct str digits = digits_of(x, arena);
    return digits.length > 0 && str_equal(digits, digits_of(y, arena));
}

struct str list_line_party(struct str line, const struct str *names, const struct str *ids,
                           size_t count, struct str *behind)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = names[i].length;
        if (length == 0 || length >= line.length || line.bytes[length] != ':' ||
            !str_equal_ignoring_case(str_slice(line, 0, length), names[i]))
            continue;
        *behind = str_trim(str_skip(line, length + 1));
        return ids[i];
    }
    *behind = line;
    return STR("");
}
