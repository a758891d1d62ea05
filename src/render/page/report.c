// SPDX-License-Identifier: Apache-2.0
#include "render/page/report.h"

#include "base/direction.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <stdarg.h>

struct report report_make(struct arena *arena, struct str title, struct str subtitle)
{
    return (struct report){.arena = arena,
                           .title = title,
                           .subtitle = subtitle,
                           .blocks = LIST_MAKE(arena, struct report_block)};
}

static struct report_block *add_block(struct report *report, enum report_kind kind,
                                      enum report_tone tone, struct str text)
{
    struct report_block *block = LIST_ADD(&report->blocks, struct report_block);
    block->kind = kind;
    block->tone = tone;
    block->text = text;
    block->anchor = STR("");
    block->links = LIST_MAKE(report->arena, struct report_link);
    return block;
}

void report_heading(struct report *report, const char *text)
{
    add_block(report, REPORT_HEADING, TONE_PLAIN, str_of(text));
}

void report_subheading(struct report *report, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_block(report, REPORT_SUBHEADING, TONE_PLAIN,
              arena_print_list(report->arena, format, arguments));
    va_end(arguments);
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

static struct report_block *last_block(struct report *report)
{
    return LIST_AT(&report->blocks, struct report_block, report->blocks.count - 1);
}

void report_anchor(struct report *report, struct str anchor)
{
    last_block(report)->anchor = anchor;
}

void report_link(struct report *report, struct str target, size_t bytes)
{
    struct report_block *block = last_block(report);
    bool is_table = block->kind == REPORT_TABLE;
    if (target.length > 0)
        *LIST_ADD(&block->links, struct report_link) =
            (struct report_link){is_table ? block->cells.count - 1 : 0, bytes, target};
}

void report_keep_from_terminal(struct report *report, size_t first)
{
    for (size_t i = first; i < report->blocks.count; i++)
        LIST_AT(&report->blocks, struct report_block, i)->is_kept_from_terminal = true;
}

static bool is_within_word(struct str text, size_t at)
{
    size_t length;
    if (at >= text.length)
        return false;
    uint32_t letter = utf8_at(text, at, &length);
    return utf8_is_letter(letter) || utf8_is_digit(letter);
}

static bool stands_at(struct str text, size_t at, struct str name)
{
    size_t before = at;
    if (name.length < 2 || !str_starts_with(str_skip(text, at), name))
        return false;
    while (before > 0 && ((unsigned char)text.bytes[--before] & 0xC0) == 0x80)
        ;
    return (at == 0 || !is_within_word(text, before)) && !is_within_word(text, at + name.length);
}

bool report_next_name(const struct report *report, struct str text, size_t from,
                      struct report_name *found)
{
    for (size_t at = from; at < text.length; at++) {
        size_t longest = 0;
        for (size_t n = 0; n < report->name_count; n++)
            if (report->names[n].length > longest && text.bytes[at] == report->names[n].bytes[0] &&
                stands_at(text, at, report->names[n])) {
                longest = report->names[n].length;
                *found = (struct report_name){at, n};
            }
        if (longest > 0)
            return true;
    }
    return false;
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

bool report_is_number(struct str cell)
{
    struct str digits = str_skip(cell, str_starts_with(cell, STR("-")) ? 1 : 0);
    for (size_t i = 0; i < digits.length; i++)
        if (digits.bytes[i] < '0' || digits.bytes[i] > '9')
            return false;
    return digits.length > 0;
}

enum { PAGE_WIDTH = 100, NARROW_COLUMN = 12 };

static size_t column_width(const struct report_block *block, size_t column, size_t most)
{
    size_t width = 0;
    for (size_t i = column; i < block->cells.count; i += block->column_count) {
        size_t cell = utf8_count(cell_at(block, i));
        width = cell > width ? cell : width;
    }
    return width > most ? most : width;
}

// The widest that columns may be so that the table fits on the page.
static size_t widest_column(const struct report_block *block)
{
    size_t most = PAGE_WIDTH;
    for (;; most--) {
        size_t sum = 0;
        for (size_t column = 0; column < block->column_count; column++)
            sum += 2 + column_width(block, column, most);
        if (sum <= PAGE_WIDTH || most <= NARROW_COLUMN)
            return most;
    }
}

// Takes a line's worth of words off a cell. A word wider than the column stays whole.
static struct str cut_line(struct str *cell, size_t width)
{
    struct str line = {cell->bytes, 0};
    while (cell->length > 0) {
        struct str rest = *cell;
        struct str word;
        (void)str_cut(&rest, ' ', &word);
        struct str longer = {line.bytes, (size_t)(word.bytes + word.length - line.bytes)};
        if (line.length > 0 && utf8_count(longer) > width)
            break;
        line = longer;
        *cell = rest;
    }
    return line;
}

// One row; `cells` is its words, and is used up.
static void text_row(struct builder *out, struct str *cells, const size_t *widths, size_t count)
{
    bool is_more = true;
    while (is_more) {
        size_t owed = 0; // blanks, if anything follows on the line
        is_more = false;
        for (size_t column = 0; column < count; column++) {
            size_t width = widths[column];
            struct str line = cut_line(&cells[column], width);
            size_t shown = utf8_count(line);
            size_t pad = shown < width ? width - shown : 0;
            bool is_right = report_is_number(line);
            owed += 2 + (is_right ? pad : 0);
            if (line.length > 0) {
                builder_add_spaces(out, owed);
                owed = 0;
                builder_add(out, line);
            }
            owed += line.length > 0 ? (is_right ? 0 : pad) : width;
            is_more = is_more || cells[column].length > 0;
        }
        builder_add_byte(out, '\n');
    }
}

static void text_table(struct builder *out, const struct report_block *block, struct arena *arena)
{
    size_t count = block->column_count;
    struct str *cells = ARENA_ARRAY(arena, struct str, count);
    size_t *widths = ARENA_ARRAY(arena, size_t, count);
    size_t most = widest_column(block);
    for (size_t column = 0; column < count; column++)
        widths[column] = column_width(block, column, most);
    for (size_t i = 0; i + count <= block->cells.count; i += count) {
        for (size_t column = 0; column < count; column++)
            cells[column] = cell_at(block, i + column);
        text_row(out, cells, widths, count);
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
        if (block->is_kept_from_terminal)
            continue;
        switch (block->kind) {
        case REPORT_HEADING:
            builder_print(&out, "\n%.*s\n", STR_ARGS(block->text));
            break;
        case REPORT_SUBHEADING:
            builder_print(&out, "  %.*s\n", STR_ARGS(block->text));
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
            text_table(&out, block, report->arena);
            break;
        case REPORT_CHART:
            text_chart(&out, block);
            break;
        }
    }
    return direction_plain(builder_str(&out), report->arena);
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

void report_chart_table(struct report_block *table, const struct report_block *block,
                        struct arena *arena)
{
    *table = (struct report_block){.kind = REPORT_TABLE,
                                   .links = LIST_MAKE(arena, struct report_link),
                                   .cells = LIST_MAKE(arena, struct str),
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
        case REPORT_SUBHEADING:
            builder_add_c(&out, "### ");
            add_escaped(&out, block->text);
            builder_add_byte(&out, '\n');
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
            report_chart_table(&table, block, report->arena);
            markdown_table(&out, &table);
            break;
        }
        before = block->kind;
    }
    return direction_plain(builder_str(&out), report->arena);
}
