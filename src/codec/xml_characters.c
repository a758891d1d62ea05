// SPDX-License-Identifier: Apache-2.0
#include "codec/xml_characters.h"

#include "base/eights.h"
#include "base/utf8.h"

// May one of eight bytes be a control character, or none of ASCII?
static bool is_suspect(const char *bytes)
{
    uint64_t eight = eight_at(bytes);
    return (eight_controls(eight) | (eight & EVERY_BYTE(0x80))) != 0;
}

// Whether bytes that are none of ASCII are valid UTF-8, but for U+FFFE and U+FFFF, which are no characters.
static bool are_characters(struct str bytes)
{
    const unsigned char *c = (const unsigned char *)bytes.bytes;
    for (size_t i = 0; i + 2 < bytes.length; i++)
        if (c[i] == 0xef && c[i + 1] == 0xbf && c[i + 2] >= 0xbe)
            return false;
    return utf8_is_valid(bytes);
}

bool xml_is_plain(struct str source)
{
    for (size_t i = 0; i < source.length;) {
        while (i + 8 <= source.length && !is_suspect(source.bytes + i))
            i += 8;
        size_t from = i;
        while (i < source.length && (unsigned char)source.bytes[i] >= 0x80)
            i++;
        if (i > from && !are_characters(str_slice(source, from, i)))
            return false;
        if (i == source.length)
            break;
        char c = source.bytes[i++];
        if (c < ' ' && c != '\t' && c != '\n')
            return false;
    }
    return true;
}

uint32_t xml_referred_character(struct str digits)
{
    bool is_hexadecimal = digits.length > 1 && digits.bytes[1] == 'x';
    uint32_t base = is_hexadecimal ? 16 : 10;
    size_t i = is_hexadecimal ? 2 : 1;
    uint32_t c = 0;
    if (i == digits.length || digits.length > 9)
        return 0;
    for (; i < digits.length; i++) {
        char d = digits.bytes[i];
        uint32_t value = 99;
        if (d >= '0' && d <= '9')
            value = (uint32_t)(d - '0');
        else if ((d | 32) >= 'a' && (d | 32) <= 'f')
            value = (uint32_t)((d | 32) - 'a') + 10;
        if (value >= base)
            return 0;
        c = c * base + value;
    }
    bool is_bad = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0xd800 && c < 0xe000) ||
                  c == 0xfffe || c == 0xffff || c > 0x10ffff;
    return is_bad ? 0 : c;
}
