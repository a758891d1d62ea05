// SPDX-License-Identifier: Apache-2.0
#include "record/passphrase.h"

#include "base/utf8.h"
#include "record/guarded.h"

#include <string.h>
#include <utf8proc.h>

enum { WEAK_CHARACTERS = 10, WEAK_KINDS = 5 };

static struct str without_line_end(struct str text)
{
    if (str_ends_with(text, STR("\r\n")))
        return str_slice(text, 0, text.length - 2);
    bool has_end = str_ends_with(text, STR("\n")) || str_ends_with(text, STR("\r"));
    return str_slice(text, 0, text.length - has_end);
}

// The library writes the text back into the memory of its code points, which is guarded too.
static bool compose(struct str text, struct str *normal)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.bytes;
    utf8proc_ssize_t length = (utf8proc_ssize_t)text.length;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, length, NULL, 0, options);
    if (count < 0)
        return false;
    utf8proc_int32_t *points = guarded_take(((size_t)count + 1) * sizeof *points);
    bool is_composed = utf8proc_decompose(bytes, length, points, count, options) == count;
    length = is_composed ? utf8proc_reencode(points, count, options) : -1;
    if (length < 0) {
        guarded_free(points);
        return false;
    }
    *normal = (struct str){(const char *)points, (size_t)length};
    return true;
}

bool passphrase_normal(struct str given, struct str *normal, struct error *error)
{
    struct str text = without_line_end(utf8_without_mark(given));
    if (text.length == 0)
        return error_set(error, MISUSE, "the passphrase is empty");
    return (utf8_is_valid(text) && compose(text, normal)) ||
           error_set(error, BAD_INPUT, "the passphrase is not text in UTF-8");
}

struct str passphrase_old(struct str given)
{
    return str_slice(given, 0, str_find_byte(given, '\n'));
}

bool passphrase_is_weak(struct str given)
{
    struct str text = without_line_end(utf8_without_mark(given));
    uint32_t seen[WEAK_KINDS] = {0};
    size_t kinds = 0;
    size_t characters = 0;
    size_t bytes;
    for (size_t at = 0; at < text.length; at += bytes, characters++) {
        uint32_t c = utf8_at(text, at, &bytes);
        bool is_known = false;
        for (size_t i = 0; i < kinds; i++)
            is_known = is_known || seen[i] == c;
        if (!is_known && kinds < WEAK_KINDS)
            seen[kinds++] = c;
    }
    return characters < WEAK_CHARACTERS || kinds < WEAK_KINDS;
}
