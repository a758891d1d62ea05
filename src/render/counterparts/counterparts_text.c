// SPDX-License-Identifier: Apache-2.0
#include "base/builder.h"
#include "codec/markdown.h"
#include "render/counterparts/counterparts_forms.h"

static const char *const indents[] = {[LINE_DIFFERENCE] = "      ≠ ",
                                      [LINE_POINT] = "    ",
                                      [LINE_WORDS] = "        ",
                                      [LINE_CARRIED] = "        ",
                                      [LINE_NOTHING] = "    "};

static void add_line(struct builder *out, const struct side_line *line, struct str party)
{
    if (line->kind == LINE_NOTHING && party.length == 0)
        return;
    builder_add_c(out, party.length == 0 && line->kind == LINE_POINT ? "" : indents[line->kind]);
    if (line->kind == LINE_POINT || line->kind == LINE_NOTHING)
        builder_print(out, "%.*s%s", STR_ARGS(party), party.length > 0 ? " " : "");
    builder_add(out, line->lead);
    if (line->text.length > 0)
        builder_print(out, "%s%.*s",
                      line->lead.length == 0                                        ? ""
                      : line->kind == LINE_DIFFERENCE || line->kind == LINE_CARRIED ? ": "
                                                                                    : "  ",
                      STR_ARGS(line->text));
    builder_add_byte(out, '\n');
}

static void add_cell(struct builder *out, const struct side_cell *cell, struct str party)
{
    for (uint32_t l = 0; l < cell->count; l++)
        add_line(out, &cell->lines[l], party);
}

struct str counterparts_text(const struct side_table *table, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_print(&out, "%.*s\n", STR_ARGS(table->summary));
    for (uint32_t r = 0; r < table->row_count; r++) {
        builder_add_byte(&out, '\n');
        for (uint32_t c = 0; c < table->column_count; c++)
            add_cell(&out, &table->cells[r * table->column_count + c],
                     c == 0 ? (struct str){NULL, 0} : table->heads[c]);
    }
    return builder_str(&out);
}

// A cell of a Markdown table is one line: a bar would end it.
static void add_escaped(struct builder *out, struct str text)
{
    struct str piece;
    bool is_first = true;
    while (str_cut(&text, '|', &piece)) {
        builder_add_c(out, is_first ? "" : "\\|");
        markdown_escape(out, piece, false);
        is_first = false;
    }
}

static void add_markdown_line(struct builder *out, const struct side_line *line)
{
    const char *mark = line->kind == LINE_POINT || line->kind == LINE_DIFFERENCE ? "**" : "";
    if (line->lead.length > 0) {
        builder_add_c(out, mark);
        add_escaped(out, line->lead);
        builder_add_c(out, mark);
        builder_add_c(out, line->text.length > 0 ? line->kind == LINE_POINT ? " " : ": " : "");
    }
    builder_add_c(out, line->kind == LINE_NOTHING ? "*" : "");
    add_escaped(out, line->text);
    builder_add_c(out, line->kind == LINE_NOTHING ? "*" : "");
}

struct str counterparts_markdown(const struct side_table *table, struct arena *arena)
{
    struct builder out = builder_make(arena);
    builder_add_c(&out, "# ");
    markdown_escape(&out, table->title, false);
    builder_add_c(&out, "\n\n");
    markdown_escape(&out, table->summary, true);
    builder_add_c(&out, "\n\n|");
    for (uint32_t c = 0; c < table->column_count; c++) {
        builder_add_byte(&out, ' ');
        add_escaped(&out, table->heads[c]);
        builder_add_c(&out, " |");
    }
    builder_add_c(&out, "\n|");
    for (uint32_t c = 0; c < table->column_count; c++)
        builder_add_c(&out, " --- |");
    for (uint32_t r = 0; r < table->row_count; r++) {
        builder_add_c(&out, "\n|");
        for (uint32_t c = 0; c < table->column_count; c++) {
            const struct side_cell *cell = &table->cells[r * table->column_count + c];
            for (uint32_t l = 0; l < cell->count; l++) {
                builder_add_c(&out, l > 0 ? "<br>" : " ");
                add_markdown_line(&out, &cell->lines[l]);
            }
            builder_add_c(&out, " |");
        }
    }
    builder_add_byte(&out, '\n');
    return builder_str(&out);
}
