// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "exchange/markdown/events.h"

struct named_entity {
    struct str name;
    uint32_t code;
};

// The names that occur in prose; the full list of HTML has two thousand.
static const struct named_entity named[] = {
    {STR_INIT("amp"), '&'},       {STR_INIT("lt"), '<'},       {STR_INIT("gt"), '>'},
    {STR_INIT("quot"), '"'},      {STR_INIT("apos"), '\''},    {STR_INIT("nbsp"), 0xa0},
    {STR_INIT("shy"), 0xad},      {STR_INIT("sect"), 0xa7},    {STR_INIT("para"), 0xb6},
    {STR_INIT("copy"), 0xa9},     {STR_INIT("reg"), 0xae},     {STR_INIT("deg"), 0xb0},
    {STR_INIT("plusmn"), 0xb1},   {STR_INIT("middot"), 0xb7},  {STR_INIT("laquo"), 0xab},
    {STR_INIT("raquo"), 0xbb},    {STR_INIT("times"), 0xd7},   {STR_INIT("frac12"), 0xbd},
    {STR_INIT("euro"), 0x20ac},   {STR_INIT("pound"), 0xa3},   {STR_INIT("ndash"), 0x2013},
    {STR_INIT("mdash"), 0x2014},  {STR_INIT("lsquo"), 0x2018}, {STR_INIT("rsquo"), 0x2019},
    {STR_INIT("sbquo"), 0x201a},  {STR_INIT("ldquo"), 0x201c}, {STR_INIT("rdquo"), 0x201d},
    {STR_INIT("bdquo"), 0x201e},  {STR_INIT("bull"), 0x2022},  {STR_INIT("hellip"), 0x2026},
    {STR_INIT("trade"), 0x2122},  {STR_INIT("ensp"), 0x2002},  {STR_INIT("emsp"), 0x2003},
    {STR_INIT("thinsp"), 0x2009}, {STR_INIT("rarr"), 0x2192},  {STR_INIT("larr"), 0x2190},
    {STR_INIT("eacute"), 0xe9},   {STR_INIT("egrave"), 0xe8},  {STR_INIT("agrave"), 0xe0},
    {STR_INIT("ccedil"), 0xe7},   {STR_INIT("auml"), 0xe4},    {STR_INIT("ouml"), 0xf6},
    {STR_INIT("uuml"), 0xfc},     {STR_INIT("szlig"), 0xdf},
};

// The code point of "#123" or "#x1F"; 0 when it is none that a text may hold.
static uint32_t numeric(struct str digits)
{
    bool is_hex = digits.length > 1 && (digits.bytes[1] | 0x20) == 'x';
    uint32_t code = 0;
    for (size_t i = is_hex ? 2 : 1; i < digits.length && code < 0x110000; i++) {
        char c = digits.bytes[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a') + 10;
        code = code * (is_hex ? 16 : 10) + digit;
    }
    bool is_text = code >= 0x20 && code < 0x110000 && (code < 0xd800 || code >= 0xe000) &&
                   code != 0xfffc && code != 0x7f;
    return is_text ? code : 0;
}

struct str markdown_entity(struct str entity, struct arena *arena)
{
    struct str name = str_slice(entity, 1, entity.length - 1);
    uint32_t code = 0;
    if (name.length > 0 && name.bytes[0] == '#')
        code = numeric(name);
    for (size_t i = 0; i < sizeof named / sizeof named[0] && code == 0; i++)
        if (str_equal(name, named[i].name))
            code = named[i].code;
    if (code == 0)
        return entity;
    struct builder out = builder_make(arena);
    builder_add_code_point(&out, code);
    return builder_str(&out);
}
