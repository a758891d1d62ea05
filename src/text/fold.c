// SPDX-License-Identifier: Apache-2.0
#include "text/fold.h"

#include "base/builder.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

// U+2010 to U+206F: quotation marks, dashes and signs that are composed of nothing and with nothing.
static bool is_general_mark(struct str text, size_t at)
{
    const unsigned char *c = (const unsigned char *)text.bytes + at;
    return at + 2 < text.length && c[0] == 0xe2 &&
           ((c[1] == 0x80 && c[2] >= 0x90) || (c[1] == 0x81 && c[2] <= 0xaf));
}

// Only text with characters from U+0300 up can be changed by normalisation to NFC (Unicode 15,
// quick check table: everything below is NFC_QC=Yes).
static bool may_need_nfc(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.bytes[i] < 0xcc)
            continue;
        if (!is_general_mark(text, i))
            return true;
        i += 2;
    }
    return false;
}

static struct str composed(struct str text, struct arena *arena)
{
    if (!may_need_nfc(text))
        return text;
    utf8proc_uint8_t *bytes = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length, &bytes,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    struct str result = text;
    if (length >= 0)
        result = arena_copy(arena, (struct str){(const char *)bytes, (size_t)length});
    free(bytes);
    return result;
}

struct folding {
    uint32_t first; // code points [first, last]
    uint32_t last;
    const char *to;
};

static const struct folding foldings[] = {
    {0xad, 0xad, ""},        {0x2010, 0x2011, "-"},  {0x2012, 0x2015, "-"},
    {0x2018, 0x201b, "'"},   {0x201c, 0x201f, "\""}, {0x2026, 0x2026, "..."},
    {0x2060, 0x2060, ""},    {0x2212, 0x2212, "-"},  {0xfb00, 0xfb00, "ff"},
    {0xfb01, 0xfb01, "fi"},  {0xfb02, 0xfb02, "fl"}, {0xfb03, 0xfb03, "ffi"},
    {0xfb04, 0xfb04, "ffl"}, {0xfeff, 0xfeff, ""},
};

static const char *folded(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof foldings / sizeof foldings[0]; i++)
        if (code_point >= foldings[i].first && code_point <= foldings[i].last)
            return foldings[i].to;
    return NULL;
}

static bool is_all(struct str text, char c)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != c)
            return false;
    return true;
}

// Whether no character with this first byte is ever folded or composed with what stands beside it:
// ASCII but for white space, Latin, Cyrillic, Chinese and Korean letters.
static bool is_settled_byte(unsigned char byte)
{
    return (byte > ' ' && byte < 0xc2) || (byte > 0xc2 && byte < 0xcc) || byte == 0xd0 ||
           byte == 0xd1 || (byte >= 0xe4 && byte <= 0xed);
}

static bool is_settled(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_settled_byte((unsigned char)text.bytes[i]))
            return false;
    return true;
}

// "--" and "---" are dashes on old keyboards; longer rows are lines to fill in.
static bool is_long_dash(struct str text)
{
    return text.length >= 2 && text.length <= 3 && is_all(text, '-');
}

bool text_is_settled(struct str text)
{
    return is_settled(text) && !is_long_dash(text);
}

struct str text_fold(struct str text, struct arena *arena)
{
    if (is_long_dash(text))
        return STR("-");
    if (is_settled(text))
        return text;
    struct str source = composed(text, arena);
    struct builder out = builder_make(arena);
    for (size_t at = 0; at < source.length;) {
        size_t bytes;
        uint32_t code_point = utf8_at(source, at, &bytes);
        const char *to = folded(code_point);
        bool is_space = !to && utf8_is_space(code_point);
        bool is_first_space = is_space && (out.length == 0 || out.bytes[out.length - 1] != ' ');
        if (to)
            builder_add_c(&out, to);
        else if (is_first_space)
            builder_add_byte(&out, ' ');
        else if (!is_space)
            builder_add(&out, str_slice(source, at, at + bytes));
        at += bytes;
    }
    return builder_str(&out);
}

bool text_is_same(struct str a, struct str b)
{
    if (str_equal(a, b))
        return true;
    if (!may_need_nfc(a) && !may_need_nfc(b))
        return false;
    struct arena *arena = arena_open();
    bool same = str_equal(composed(a, arena), composed(b, arena));
    arena_close(arena);
    return same;
}
