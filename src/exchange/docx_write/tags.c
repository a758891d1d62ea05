// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx_write/tags.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static size_t name_end(struct str s, size_t at)
{
    while (at < s.length && !is_space(s.bytes[at]) && s.bytes[at] != '=' && s.bytes[at] != '>' &&
           s.bytes[at] != '/')
        at++;
    return at;
}

struct str tag_name(struct str tag)
{
    return str_slice(tag, 1, name_end(tag, 1));
}

bool tag_attribute_next(struct str *rest, struct tag_attribute *attribute)
{
    struct str s = *rest;
    size_t at = 0;
    if (s.length > 0 && s.bytes[0] == '<')
        at = name_end(s, 1);
    while (at < s.length && is_space(s.bytes[at]))
        at++;
    size_t end = name_end(s, at);
    if (end == at)
        return false;
    struct str name = str_slice(s, at, end);
    while (end < s.length && s.bytes[end] != '"' && s.bytes[end] != '\'')
        end++;
    if (end >= s.length)
        return false;
    struct str value = str_skip(s, end + 1);
    value = str_slice(value, 0, str_find_byte(value, s.bytes[end]));
    size_t colon = str_find_byte(name, ':');
    bool has_prefix = colon < name.length;
    *attribute = (struct tag_attribute){has_prefix ? str_slice(name, 0, colon) : STR(""),
                                        has_prefix ? str_skip(name, colon + 1) : name, value};
    *rest = str_skip(s, end + 1 + value.length + 1);
    return true;
}
