// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "codec/yaml.h"

#include <string.h>

// Plain text that no YAML reader takes for anything else: it starts with a letter or digit, ends
// without white space, and has no mark of punctuation that could end or begin something.
static bool is_plain(struct str text)
{
    if (text.length == 0 || text.length > 60)
        return false;
    char first = text.bytes[0];
    char last = text.bytes[text.length - 1];
    bool starts_well = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
                       (first >= '0' && first <= '9');
    if (!starts_well || last == ' ')
        return false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        // A colon may stand inside a word ("10:00:00"), but then nothing may make it a key.
        bool is_inner = c == ':' && i + 1 < text.length && text.bytes[i + 1] != ' ';
        if (!is_word && !is_inner && !strchr(" -_./()@+", c))
            return false;
    }
    static const char *const words[] = {"yes", "no",  "true", "false", "null",
                                        "on",  "off", "y",    "n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal_ignoring_case(text, str_of(words[i])))
            return false;
    return true;
}

// Characters that JSON lets stand in quotes and YAML 1.1 does not, or takes for the end of a line.
static bool is_escaped(uint32_t c)
{
    return (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
           c == 0xFFFF;
}

static void escape_from(struct builder *out, size_t start)
{
    struct str written = str_skip(builder_str(out), start);
    written = arena_copy(out->arena, written);
    builder_cut(out, start);
    for (size_t at = 0, bytes; at < written.length; at += bytes) {
        uint32_t c = utf8_at(written, at, &bytes);
        if (is_escaped(c))
            builder_print(out, "\\u%04x", (unsigned)c);
        else
            builder_add(out, str_slice(written, at, at + bytes));
    }
}

void yaml_scalar(struct builder *out, struct str text)
{
    if (is_plain(text)) {
        builder_add(out, text);
        return;
    }
    // A JSON string is a YAML double-quoted scalar.
    size_t start = out->length;
    struct json_writer writer = json_writer_make(out, 0);
    json_str(&writer, text);
    for (size_t at = 0, bytes; at < text.length; at += bytes)
        if (is_escaped(utf8_at(text, at, &bytes))) {
            escape_from(out, start);
            break;
        }
}
