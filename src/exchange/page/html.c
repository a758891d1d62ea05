// SPDX-License-Identifier: Apache-2.0
#include "exchange/page/html.h"

static const char object_character[] = "\xef\xbf\xbc";
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

static void add_line(struct builder *out, struct str line)
{
    struct str rest = line;
    for (;;) {
        size_t at = str_find(rest, str_of(object_character));
        html_text(out, str_slice(rest, 0, at));
        if (at == rest.length)
            return;
        builder_add_c(out, "<span class=\"obj\">object</span>");
        rest = str_skip(rest, at + 3);
    }
}

void html_lines(struct builder *out, struct str text, const char *line_break)
{
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        add_line(out, line);
        if (line.bytes + line.length < text.bytes + text.length)
            builder_add_c(out, line_break);
    }
}

static bool is_safe_link(struct str link)
{
    return str_starts_with(link, STR("https://")) || str_starts_with(link, STR("http://")) ||
           str_starts_with(link, STR("mailto:")) || str_starts_with(link, STR("#"));
}

struct tag {
    bool is_on;
    const char *open;
    const char *close;
};

static void add_marked(struct builder *out, const struct marks *marks, struct str text)
{
    const struct tag tags[] = {
        {marks->bold, "<strong>", "</strong>"},  {marks->italic, "<em>", "</em>"},
        {marks->strike, "<s>", "</s>"},          {marks->code, "<code>", "</code>"},
        {marks->superscript, "<sup>", "</sup>"}, {marks->subscript, "<sub>", "</sub>"},
    };
    size_t count = sizeof tags / sizeof tags[0];
    bool has_link = is_safe_link(marks->link);
    if (has_link) {
        builder_add_c(out, "<a rel=\"noreferrer\" href=\"");
        html_text(out, marks->link);
        builder_add_c(out, "\">");
    }
    for (size_t i = 0; i < count; i++)
        builder_add_c(out, tags[i].is_on ? tags[i].open : "");
    html_lines(out, text, "<br>");
    for (size_t i = count; i-- > 0;)
        builder_add_c(out, tags[i].is_on ? tags[i].close : "");
    builder_add_c(out, has_link ? "</a>" : "");
}

void html_passages(struct builder *out, const struct document *document, uint32_t from, uint32_t to)
{
    uint32_t at = from;
    for (uint32_t i = passage_at(document, from); at < to && i < document->passage_count; i++) {
        const struct passage *passage = &document->passages[i];
        uint32_t end = passage->to < to ? passage->to : to;
        if (end <= at)
            continue;
        if (passage->object == NO_INDEX) {
            add_marked(out, &document->marks[passage->marks], str_slice(document->text, at, end));
        } else {
            builder_add_c(out, "<span class=\"obj\">");
            html_text(out, document->objects[passage->object].description);
            builder_add_c(out, "</span>");
        }
        at = end;
    }
}
