// SPDX-License-Identifier: Apache-2.0
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

static void add_line(struct text_writer *writer, struct str line)
{
    if (line.length == 0)
        return;
    switch (writer->style.medium) {
    case MEDIUM_MARKDOWN: {
        char first = line.bytes[0];
        if (writer->after_bracket && (first == '(' || first == ':'))
            builder_add_byte(writer->out, '\\');
        markdown_escape(writer->out, line, writer->at_line_start);
        break;
    }
    case MEDIUM_TERMINAL:
        add_for_terminal(writer->out, line);
        break;
    case MEDIUM_TEXT:
    case MEDIUM_HTML:
        add_plain(writer->out, line);
        break;
    }
    writer->at_line_start = writer->at_line_start && str_trim(line).length == 0;
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
