// SPDX-License-Identifier: Apache-2.0
#include "codec/markdown.h"

static bool is_mark(char c)
{
    return c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' ||
           c == '|' || c == '~' || c == '&';
}

// How many bytes at the start of a line stand before the one that would make it a list, a heading,
// a quote or a rule: "12." gives 2. text.length when nothing would.
static size_t block_mark_at(struct str text)
{
    size_t at = 0;
    while (at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9')
        at++;
    if (at == text.length)
        return text.length;
    char c = text.bytes[at];
    if (at > 0)
        return c == '.' || c == ')' ? at : text.length;
    return c == '#' || c == '+' || c == '-' || c == '=' || c == '>' ? 0 : text.length;
}

void markdown_escape(struct builder *out, struct str text, bool at_line_start)
{
    // White space at a line's start is not shown, and much of it would make the line code.
    while (at_line_start && text.length > 0 && (text.bytes[0] == ' ' || text.bytes[0] == '\t'))
        text = str_skip(text, 1);
    size_t block_mark = at_line_start ? block_mark_at(text) : text.length;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (i == block_mark || is_mark(c))
            builder_add_byte(out, '\\');
        builder_add_byte(out, c);
    }
}
