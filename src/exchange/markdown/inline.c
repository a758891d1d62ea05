// SPDX-License-Identifier: Apache-2.0
#include "exchange/markdown/inline.h"

#include "exchange/markdown/markdown.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static void add_lines(struct str text, bool at_line_start, const char *line_break,
                      struct builder *out)
{
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        markdown_escape(out, line, at_line_start);
        if (line.bytes + line.length < text.bytes + text.length)
            builder_add_c(out, line_break);
        at_line_start = true;
    }
}

// A fence of backquotes longer than any inside.
static void add_code(struct str text, struct builder *out)
{
    size_t longest = 0;
    size_t run = 0;
    for (size_t i = 0; i < text.length; i++) {
        run = text.bytes[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    bool pad = text.length > 0 && (text.bytes[0] == '`' || text.bytes[text.length - 1] == '`');
    for (size_t i = 0; i <= longest; i++)
        builder_add_byte(out, '`');
    builder_add_c(out, pad ? " " : "");
    builder_add(out, text);
    builder_add_c(out, pad ? " " : "");
    for (size_t i = 0; i <= longest; i++)
        builder_add_byte(out, '`');
}

static const char *emphasis(const struct marks *marks)
{
    return marks->bold && marks->italic ? "***" : marks->bold ? "**" : marks->italic ? "*" : "";
}

// Emphasis may not begin or end with white space: that goes outside.
static void add_marked(const struct marks *marks, struct str text, bool at_line_start,
                       const char *line_break, struct builder *out)
{
    size_t from = 0;
    size_t to = text.length;
    while (from < to && is_space(text.bytes[from]))
        from++;
    while (to > from && is_space(text.bytes[to - 1]))
        to--;
    add_lines(str_slice(text, 0, from), at_line_start, line_break, out);
    if (from < to) {
        struct str core = str_slice(text, from, to);
        builder_add_c(out, emphasis(marks));
        builder_add_c(out, marks->strike ? "~~" : "");
        builder_add_c(out, marks->link.length > 0 ? "[" : "");
        if (marks->code)
            add_code(core, out);
        else
            add_lines(core, at_line_start && from == 0, line_break, out);
        if (marks->link.length > 0)
            builder_print(out, "](<%.*s>)", STR_ARGS(marks->link));
        builder_add_c(out, marks->strike ? "~~" : "");
        builder_add_c(out, emphasis(marks));
    }
    add_lines(str_skip(text, to), false, line_break, out);
}

static bool look_alike(const struct marks *a, const struct marks *b)
{
    return a->bold == b->bold && a->italic == b->italic && a->strike == b->strike &&
           a->code == b->code && str_equal(a->link, b->link);
}

void markdown_inline_write(const struct document *document, uint32_t from, uint32_t to,
                           bool at_line_start, const char *line_break, struct builder *out)
{
    uint32_t at = from;
    uint32_t i = passage_at(document, from);
    while (at < to && i < document->passage_count) {
        const struct passage *passage = &document->passages[i];
        const struct marks *marks = &document->marks[passage->marks];
        if (passage->object != NO_INDEX) {
            const struct object *object = &document->objects[passage->object];
            if (document->form == FORM_MARKDOWN)
                builder_add(out, object->key);
            else
                builder_add_c(out, "\xef\xbf\xbc");
            at = passage->to;
            i++;
            continue;
        }
        // Neighbours that look alike are written as one.
        uint32_t end = passage->to;
        while (++i < document->passage_count && end < to &&
               document->passages[i].object == NO_INDEX && document->passages[i].from == end &&
               look_alike(&document->marks[document->passages[i].marks], marks))
            end = document->passages[i].to;
        end = end < to ? end : to;
        add_marked(marks, str_slice(document->text, at, end), at_line_start && at == from,
                   line_break, out);
        at = end;
    }
}
