// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"
#include "base/utf8.h"
#include "codec/markdown.h"
#include "exchange/merged/merged_text_parts.h"

void text_add_mark(struct text_writer *writer, const char *mark)
{
    builder_add_c(writer->out, mark);
    writer->at_line_start = false;
    size_t length = str_of(mark).length;
    writer->after_bracket = length > 0 && mark[length - 1] == ']';
}

void text_end_paragraph(struct text_writer *writer)
{
    builder_add_c(writer->out, writer->in_cell ? "<br>" : "\n\n");
    writer->at_line_start = !writer->in_cell;
    writer->after_bracket = false;
}

// In terminals nothing is escaped, but control characters must not reach the terminal.
static void add_for_terminal(struct builder *out, struct str line)
{
    for (size_t i = 0; i < line.length; i++) {
        unsigned char c = (unsigned char)line.bytes[i];
        bool is_c1 = c == 0xc2 && i + 1 < line.length && (unsigned char)line.bytes[i + 1] < 0xa0;
        if (is_c1)
            i++;
        if (is_c1 || (c < 0x20 && c != '\t') || c == 0x7f)
            builder_add_c(out, "\xef\xbf\xbd");
        else
            builder_add_byte(out, line.bytes[i]);
    }
}

static void add_plain(struct builder *out, struct str line)
{
    for (size_t i = 0; i < line.length; i++) {
        char c = line.bytes[i];
        if (c == '[' || c == ']' || c == '\\')
            builder_add_byte(out, '\\');
        builder_add_byte(out, c);
    }
}

static void add_stretch(struct text_writer *writer, struct str line)
{
    switch (writer->style.medium) {
    case MEDIUM_MARKDOWN:
        markdown_escape(writer->out, line, writer->at_line_start);
        break;
    case MEDIUM_TERMINAL:
        add_for_terminal(writer->out, line);
        break;
    case MEDIUM_TEXT:
    case MEDIUM_HTML:
        add_plain(writer->out, line);
        break;
    }
    writer->at_line_start = writer->at_line_start && str_trim(line).length == 0;
}

// A mark of direction without its partner would turn the words of others that stand behind it. It is written
// with its number, which reads back as the mark.
static void add_loose_mark(struct text_writer *writer, struct str mark)
{
    size_t bytes;
    unsigned c = utf8_at(mark, 0, &bytes);
    switch (writer->style.medium) {
    case MEDIUM_MARKDOWN:
        builder_print(writer->out, "&#x%X;", c);
        break;
    case MEDIUM_TERMINAL:
        break;
    case MEDIUM_TEXT:
    case MEDIUM_HTML:
        builder_print(writer->out, "\\{U+%X}", c);
        break;
    }
    writer->at_line_start = false;
}

static void add_line(struct text_writer *writer, struct str line)
{
    if (line.length == 0)
        return;
    char first = line.bytes[0];
    bool is_markdown = writer->style.medium == MEDIUM_MARKDOWN;
    if (is_markdown && writer->after_bracket && (first == '(' || first == ':'))
        builder_add_byte(writer->out, '\\');
    bool *loose;
    size_t from = 0;
    bool has_loose = direction_loose(line, writer->arena, &loose) > 0;
    for (size_t i = 0; has_loose && i < line.length; i++) {
        if (!loose[i])
            continue;
        if (i > from)
            add_stretch(writer, str_slice(line, from, i));
        from = i + DIRECTION_BYTES;
        add_loose_mark(writer, str_slice(line, i, from));
    }
    if (from < line.length)
        add_stretch(writer, str_skip(line, from));
    writer->after_bracket = false;
}

void text_add(struct text_writer *writer, struct str text, bool breaks_paragraph)
{
    struct str rest = text;
    struct str line;
    while (str_cut(&rest, '\n', &line)) {
        add_line(writer, line);
        bool has_end = line.bytes + line.length < text.bytes + text.length;
        if (!has_end)
            break;
        if (breaks_paragraph || writer->in_cell) {
            text_end_paragraph(writer);
            continue;
        }
        builder_add_c(writer->out, writer->style.medium == MEDIUM_MARKDOWN ? "\\\n" : "\n");
        writer->at_line_start = true;
        writer->after_bracket = false;
    }
}

void text_add_source(struct text_writer *writer, struct str source)
{
    bool *loose;
    size_t from = 0;
    bool has_loose = direction_loose(source, writer->arena, &loose) > 0 &&
                     str_find_byte(source, '`') == source.length;
    for (size_t i = 0; has_loose && i < source.length; i++) {
        size_t bytes;
        if (!loose[i])
            continue;
        builder_add(writer->out, str_slice(source, from, i));
        builder_print(writer->out, "&#x%X;", (unsigned)utf8_at(source, i, &bytes));
        from = i + DIRECTION_BYTES;
    }
    builder_add(writer->out, str_skip(source, from));
}

// "base", what begins as a unit, and what would end a name, gets a backslash.
void text_add_name(struct text_writer *writer, uint32_t party)
{
    struct str name = writer->sheet->party_names[party];
    if (str_equal(name, STR("base")) || str_starts_with(name, STR("row ")) ||
        str_starts_with(name, STR("cell ")))
        builder_add_byte(writer->out, '\\');
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        bool is_mark = c == ',' || c == ':' || c == ';' || c == '[' || c == ']' || c == '\\';
        bool is_markdown_mark =
            c == '*' || c == '_' || c == '`' || c == '<' || c == '&' || c == '|' || c == '~';
        if (is_mark || (is_markdown_mark && writer->style.medium == MEDIUM_MARKDOWN))
            builder_add_byte(writer->out, '\\');
        builder_add_byte(writer->out, c);
    }
}
