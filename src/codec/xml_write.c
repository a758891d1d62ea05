// SPDX-License-Identifier: Apache-2.0
#include "codec/xml_write.h"

#include "base/eights.h"

enum where { IN_TEXT, IN_VALUE };

// What stands for this byte, NULL when it stands for itself.
static const char *replacement(unsigned char byte, enum where where)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return where == IN_VALUE ? "&quot;" : NULL;
    case '\r':
        return "&#13;";
    case '\n':
        return where == IN_VALUE ? "&#10;" : NULL;
    case '\t':
        return where == IN_VALUE ? "&#9;" : NULL;
    default:
        return byte < 0x20 ? "\xef\xbf\xbd" : NULL;
    }
}

// Do all eight bytes? They do when none is a control character, a mark, or the first of U+FFFE.
static bool stands_for_itself(uint64_t eight)
{
    return (eight_controls(eight) | eight_that_are(eight, '&') | eight_that_are(eight, '<') |
            eight_that_are(eight, '>') | eight_that_are(eight, '"') |
            eight_that_are(eight, 0xef)) == 0;
}

static void add(struct builder *out, struct str text, enum where where)
{
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        while (i + 8 <= text.length && stands_for_itself(eight_at(text.bytes + i)))
            i += 8;
        if (i == text.length)
            break;
        const char *instead = replacement((unsigned char)text.bytes[i], where);
        // U+FFFE and U+FFFF, EF BF BE and EF BF BF, are no characters of XML either.
        if (text.bytes[i] == '\xef' && i + 2 < text.length && text.bytes[i + 1] == '\xbf' &&
            (unsigned char)text.bytes[i + 2] >= 0xbe) {
            builder_add(out, str_slice(text, from, i));
            builder_add_c(out, "\xef\xbf\xbd");
            i += 2;
            from = i + 1;
        } else if (instead) {
            builder_add(out, str_slice(text, from, i));
            builder_add_c(out, instead);
            from = i + 1;
        }
    }
    builder_add(out, str_slice(text, from, text.length));
}

void xml_add_text(struct builder *out, struct str text)
{
    add(out, text, IN_TEXT);
}

void xml_add_value(struct builder *out, struct str value)
{
    add(out, value, IN_VALUE);
}

void xml_add_attribute(struct builder *out, const char *name, struct str value)
{
    builder_add_byte(out, ' ');
    builder_add_c(out, name);
    builder_add_c(out, "=\"");
    xml_add_value(out, value);
    builder_add_byte(out, '"');
}
