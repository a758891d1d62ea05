// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/source_lines.h"

size_t markdown_line_start(struct str text, size_t at)
{
    while (at > 0 && text.bytes[at - 1] != '\n' && text.bytes[at - 1] != '\r')
        at--;
    return at;
}

size_t markdown_line_end(struct str text, size_t at)
{
    while (at < text.length && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at++;
    if (at + 1 < text.length && text.bytes[at] == '\r' && text.bytes[at + 1] == '\n')
        at++;
    return at < text.length ? at + 1 : at;
}

bool markdown_is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

bool markdown_line_is_blank(struct str text, size_t from, size_t to)
{
    while (from < to && (markdown_is_white(text.bytes[from]) || text.bytes[from] == '>'))
        from++;
    return from == to;
}

static size_t mark_length(struct str text, size_t at, size_t to)
{
    char c = text.bytes[at];
    if (c == '>')
        return 1;
    size_t end = at;
    if (c == '-' || c == '+' || c == '*') {
        end++;
    } else if (c == '#') {
        while (end < to && text.bytes[end] == '#' && end - at < 7)
            end++;
    } else {
        while (end < to && text.bytes[end] >= '0' && text.bytes[end] <= '9' && end - at < 10)
            end++;
        if (end == at || end == to || (text.bytes[end] != '.' && text.bytes[end] != ')'))
            return 0;
        end++;
    }
    return end == to || markdown_is_white(text.bytes[end]) ? end - at : 0;
}

size_t markdown_prefix_length(struct str text, size_t from, size_t to)
{
    size_t at = from;
    while (at < to) {
        size_t length = markdown_is_white(text.bytes[at]) ? 1 : mark_length(text, at, to);
        if (length == 0)
            break;
        at += length;
    }
    return at - from;
}
