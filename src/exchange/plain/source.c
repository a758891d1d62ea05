// SPDX-License-Identifier: Apache-2.0
// From the bytes of a text file to UTF-8.
#include "base/builder.h"
#include "base/utf8.h"
#include "exchange/plain/plain.h"

enum { BYTES_PER_UNIT = 2 };

static uint32_t unit_at(struct str bytes, size_t at, bool big_end_first)
{
    uint32_t first = (unsigned char)bytes.bytes[at];
    uint32_t second = (unsigned char)bytes.bytes[at + 1];
    return big_end_first ? first << 8 | second : second << 8 | first;
}

static bool broken_utf16(struct str name, size_t at, struct error *error)
{
    struct place place = place_of(name);
    place.byte = at;
    place.has_byte = true;
    return error_at(error, BAD_INPUT, place,
                    "broken UTF-16 here; save the file as UTF-8 and try again");
}

static bool from_utf16(struct str name, struct str bytes, bool big_end_first, struct arena *arena,
                       struct str *text, struct error *error)
{
    struct builder out = builder_make(arena);
    size_t at = BYTES_PER_UNIT; // behind the byte order mark
    while (at + 1 < bytes.length) {
        uint32_t code = unit_at(bytes, at, big_end_first);
        size_t from = at;
        at += BYTES_PER_UNIT;
        if (code >= 0xd800 && code < 0xe000) {
            uint32_t low = at + 1 < bytes.length ? unit_at(bytes, at, big_end_first) : 0;
            if (code >= 0xdc00 || low < 0xdc00 || low >= 0xe000)
                return broken_utf16(name, from, error);
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            at += BYTES_PER_UNIT;
        }
        builder_add_code_point(&out, code);
    }
    if (at != bytes.length)
        return broken_utf16(name, at, error);
    *text = builder_str(&out);
    return true;
}

static struct str commonest_line_end(struct str text)
{
    size_t lines = 0;
    size_t with_return = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\n') {
            lines++;
            with_return += i > 0 && text.bytes[i - 1] == '\r';
        }
    return with_return * 2 > lines ? STR("\r\n") : STR("\n");
}

bool plain_source_read(struct str name, struct str bytes, const struct input_limits *limits,
                       struct arena *arena, struct plain_source *source, struct error *error)
{
    if (bytes.length > limits->file_bytes || bytes.length >= UINT32_MAX)
        return error_at(error, TOO_LARGE, place_of(name),
                        "the file has %zu bytes; the limit is %zu", bytes.length,
                        limits->file_bytes);
    struct str text = utf8_without_mark(bytes);
    bool has_mark = text.length < bytes.length;
    if (str_starts_with(bytes, STR("\xfe\xff")) || str_starts_with(bytes, STR("\xff\xfe"))) {
        has_mark = true;
        if (!from_utf16(name, bytes, bytes.bytes[0] == '\xfe', arena, &text, error))
            return false;
    }
    size_t valid = utf8_valid_length(text);
    if (valid < text.length)
        return error_at(error, BAD_INPUT, place_in(name, text, valid),
                        "byte 0x%02x is not UTF-8; save the file as UTF-8 and try again",
                        (unsigned)(unsigned char)text.bytes[valid]);
    size_t nul = str_find_byte(text, '\0');
    if (nul < text.length)
        return error_at(error, BAD_INPUT, place_in(name, text, nul),
                        "a NUL byte: this is no text file");
    *source = (struct plain_source){text, commonest_line_end(text), has_mark};
    return true;
}
