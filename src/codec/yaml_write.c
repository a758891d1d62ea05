// SPDX-License-Identifier: Apache-2.0
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

void yaml_scalar(struct builder *out, struct str text)
{
    if (is_plain(text)) {
        builder_add(out, text);
        return;
    }
    // A JSON string is a YAML double-quoted scalar.
    struct json_writer writer = json_writer_make(out, 0);
    json_str(&writer, text);
}
