// SPDX-License-Identifier: Apache-2.0
#include "codec/html.h"

#include "base/direction.h"

static const char replacement[] = "\xef\xbf\xbd";

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_text(struct builder *out, struct str text)
{
    text = direction_closed(text, out->arena);
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        const char *written = entity((char)c);
        if (written == NULL && ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f))
            written = replacement;
        if (written == NULL)
            continue;
        builder_add(out, str_slice(text, from, i));
        builder_add_c(out, written);
        from = i + 1;
    }
    builder_add(out, str_skip(text, from));
}
