// SPDX-License-Identifier: Apache-2.0
#include "exchange/report/report.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <stdarg.h>

struct report report_make(struct arena *arena, struct str title, struct str subtitle)
{
    return (struct report){arena, title, subtitle, LIST_MAKE(arena, struct report_block)};
}

static struct report_block *add_block(struct report *report, enum report_kind kind,
                                      enum report_tone tone, struct str text)
{
    struct report_block *block = LIST_ADD(&report->blocks, struct report_block);
    block->kind = kind;
    block->tone = tone;
    block->text = text;
    return block;
}

void report_heading(struct report *report, const char *text)
{
    add_block(report, REPORT_HEADING, TONE_PLAIN, str_of(text));
}

void report_paragraph(struct report *report, enum report_tone tone, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_block(report, REPORT_PARAGRAPH, tone, arena_print_list(report->arena, format, arguments));
    va_end(arguments);
}

void report_item(struct report *report, enum report_tone tone, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_block(report, REPORT_ITEM, tone, arena_print_list(report->arena, format, arguments));
    va_end(arguments);
}

void report_table(struct report *report, const char *heads)
{
    struct report_block *block = add_block(report, REPORT_TABLE, TONE_PLAIN, STR(""));
    block->cells = LIST_MAKE(report->arena, struct str);
    struct str rest = str_of(heads);
    struct str head;
    while (str_cut(&rest, '|', &head))
        *LIST_ADD(&block->cells, struct str) = head;
    block->column_count = block->cells.count;
}

void report_cell(struct report *report, const char *format, ...)
{
    struct report_block *block =
        LIST_AT(&report->blocks, struct report_block, report->blocks.count - 1);
    va_list arguments;
    va_start(arguments, format);
    *LIST_ADD(&block->cells, struct str) = arena_print_list(report->arena, format, arguments);
    va_end(arguments);
}

void report_chart(struct report *report, struct str caption, const struct str *labels,
                  size_t label_count, const struct report_series *series, size_t series_count)
{
    struct report_block *block = add_block(report, REPORT_CHART, TONE_PLAIN, caption);
    block->labels = labels;
    block->label_count = label_count;
    block->series = series;
    block->series_count = series_count;
}

static const struct report_block *block_at(const struct report *report, size_t i)
{
    return LIST_AT(&report->blocks, struct report_block, i);
}

static struct str cell_at(const struct report_block *block, size_t i)
{
    return *LIST_AT(&block->cells, struct str, i);
}

// A sign that says the tone without colour.
static const char *sign_of(enum report_tone tone)
{
    switch (tone) {
    case TONE_GOOD:
        return "✓ ";
    case TONE_WARN:
        return "! ";
    case TONE_BAD:
        return "✗ ";
    case TONE_PLAIN:
    case TONE_QUIET:
        break;
    }
    return "";
}

// Adds words, broken before column 100, further lines indented.
static void add_wrapped(struct builder *out, struct str text, size_t indent)
{
    size_t column = indent;
    struct str word;
    bool is_first = true;
    while (str_cut(&text, ' ', &word)) {
        size_t width = utf8_count(word);
        if (!is_first && column + 1 + width > 100) {
            builder_add_byte(out, '\n');
            builder_add_spaces(out, indent);
            column = indent;
        } else if (!is_first) {
            builder_add_byte(out, ' ');
            column++;
        }
        builder_add(out, word);
        column += width;
        is_first = false;
    }
    builder_add_byte(out, '\n');
}

static bool is_number(struct str cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if ((cell.bytes[i] < '0' || cell.bytes[i] > '9') && cell.bytes[i] != '-')
            return false;
    return cell.length > 0;
}

static size_t column_width(const struct report_block *block, size_t column)
{
    size_t width = 0;
    for (size_t i = column; i < block->cells.count; i += block->column_count) {
        size_t cell = utf8_count(cell_at(block, i));
        width = cell > width ? cell : width;
    }
    return width > 52 ? 52 : width;
}

static void text_table(struct builder *out, const struct report_block *block)
{
    for (size_t i = 0; i < block->cells.count; i++) {
        struct str cell = cell_at(block, i);
        size_t column = i % block->column_count;
        size_t width = column_width(block, column);
        size_t shown = utf8_count(cell);
        size_t pad = shown < width ? width - shown : 0;
        bool is_last = column + 1 == block->column_count;
        builder_add_c(out, "  ");
        if (is_number(cell))
            builder_add_spaces(out, pad);
        builder_add(out, cell);
        if (!is_number(cell) && !is_last)
            builder_add_spaces(out, pad);
        if (is_last)
            builder_add_byte(out, '\n');
    }
}

static void text_chart(struct builder *out, const struct report_block *block)
{
    builder_print(out, "  %.*s\n", STR_ARGS(block->text));
    for (size_t s = 0; s < block->series_count; s++) {
        builder_print(out, "  %-16.*s", STR_ARGS(block->series[s].name));
        for (size_t i = 0; i < block->label_count; i++)
            builder_print(out, "%s%.*s: %" PRId64, i > 0 ? ", " : "", STR_ARGS(block->labels[i]),
                          block->series[s].values[i]);
        builder_add_byte(out, '\n');
    }
}

struct str report_text(const struct report *report)
{
    struct builder out = builder_make(report->arena);
    builder_print(&out, "%.*s\n%.*s\n", STR_ARGS(report->title), STR_ARGS(report->subtitle));
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct report_block *block = block_at(report, i);
        switch (block->kind) {
        case REPORT_HEADING:
            builder_print(&out, "\n%.*s\n", STR_ARGS(block->text));
            break;
        case REPORT_PARAGRAPH:
            builder_print(&out, "  %s", sign_of(block->tone));
            add_wrapped(&out, block->text, 2);
            break;
        case REPORT_ITEM:
            builder_print(&out, "  - %s", sign_of(block->tone));
            add_wrapped(&out, block->text, 4);
            break;
        case REPORT_TABLE:
            text_table(&out, block);
            break;
        case REPORT_CHART:
            text_chart(&out, block);
            break;
        }
    }
    return builder_str(&out);
}

// Marks that Markdown would read stand behind a backslash.
static void add_escaped(struct builder *out, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '\n' || c == '\r')
            c = ' ';
        if (c == '*' || c == '_' || c == '|' || c == '`' || c == '<' || c == '[' || c == ']' ||
            c == '\\' || c == '#')
            builder_add_byte(out, '\\');
        builder_add_byte(out, c);
    }
}

static void markdown_table(struct builder *out, const struct report_block *block)
{
    builder_add_byte(out, '\n');
    for (size_t i = 0; i < block->cells.count; i++) {
        builder_add_c(out, "| ");
        add_escaped(out, cell_at(block, i));
        builder_add_byte(out, ' ');
        if ((i + 1) % block->column_count != 0)
            continue;
        builder_add_c(out, "|\n");
        for (size_t c = 0; i + 1 == block->column_count && c < block->column_count; c++)
            builder_add_c(out, c + 1 == block->column_count ? "| --- |\n" : "| --- ");
    }
    builder_add_byte(out, '\n');
}

static void markdown_chart(struct report_block *table, const struct report_block *block,
                           struct arena *arena)
{
    *table = (struct report_block){.cells = LIST_MAKE(arena, struct str),
                                   .column_count = block->label_count + 1};
    *LIST_ADD(&table->cells, struct str) = block->text;
    for (size_t i = 0; i < block->label_count; i++)
        *LIST_ADD(&table->cells, struct str) = block->labels[i];
    for (size_t s = 0; s < block->series_count; s++) {
        *LIST_ADD(&table->cells, struct str) = block->series[s].name;
        for (size_t i = 0; i < block->label_count; i++)
            *LIST_ADD(&table->cells, struct str) =
                arena_print(arena, "%" PRId64, block->series[s].values[i]);
    }
}

struct str report_markdown(const struct report *report)
{
    struct builder out = builder_make(report->arena);
    builder_add_c(&out, "# ");
    add_escaped(&out, report->title);
    builder_add_c(&out, "\n\n");
    add_escaped(&out, report->subtitle);
    builder_add_c(&out, "\n");
    enum report_kind before = REPORT_PARAGRAPH;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct report_block *block = block_at(report, i);
        struct report_block table;
        if (block->kind != REPORT_ITEM || before != REPORT_ITEM)
            builder_add_byte(&out, '\n');
        switch (block->kind) {
        case REPORT_HEADING:
            builder_print(&out, "## %.*s\n", STR_ARGS(block->text));
            break;
        case REPORT_PARAGRAPH:
        case REPORT_ITEM:
            builder_print(&out, "%s%s", block->kind == REPORT_ITEM ? "- " : "",
                          sign_of(block->tone));
            add_escaped(&out, block->text);
            builder_add_byte(&out, '\n');
            break;
        case REPORT_TABLE:
            markdown_table(&out, block);
            break;
        case REPORT_CHART:
            markdown_chart(&table, block, report->arena);
            markdown_table(&out, &table);
            break;
        }
        before = block->kind;
    }
    return builder_str(&out);
}
