// SPDX-License-Identifier: Apache-2.0
#include "codec/html.h"
#include "render/counterparts/counterparts_forms.h"
#include "render/page/assets.h"
#include "render/page/page.h"
#include "render/page/page_table.h"

static void add_line(struct builder *out, const struct side_line *line)
{
    static const char *const classes[] = {[LINE_DIFFERENCE] = "diff",
                                          [LINE_POINT] = "point",
                                          [LINE_WORDS] = "words",
                                          [LINE_CARRIED] = "by",
                                          [LINE_NOTHING] = "none"};
    builder_print(out, "<p class=\"%s\" dir=\"auto\">", classes[line->kind]);
    if (line->lead.length > 0) {
        builder_add_c(out, "<b>");
        html_text(out, line->lead);
        builder_add_c(out, "</b> ");
    }
    html_text(out, line->text);
    builder_add_c(out, "</p>");
}

static bool has_differences(const struct side_table *table, uint32_t row)
{
    for (uint32_t c = 1; c < table->column_count; c++) {
        const struct side_cell *cell = &table->cells[row * table->column_count + c];
        for (uint32_t l = 0; l < cell->count; l++)
            if (cell->lines[l].kind == LINE_DIFFERENCE)
                return true;
    }
    return false;
}

static void add_row(struct builder *out, const struct side_table *table, uint32_t row)
{
    builder_add_c(out, has_differences(table, row) ? "<tr class=\"differs\">" : "<tr>");
    for (uint32_t c = 0; c < table->column_count; c++) {
        const struct side_cell *cell = &table->cells[row * table->column_count + c];
        builder_add_c(out, "<td data-h=\"");
        html_text(out, table->heads[c]);
        builder_add_c(out, "\">");
        for (uint32_t l = 0; l < cell->count; l++)
            add_line(out, &cell->lines[l]);
        builder_add_c(out, "</td>");
    }
    builder_add_c(out, "</tr>\n");
}

static void add_heads(struct builder *out, const struct side_table *table)
{
    page_columns_begin(out);
    for (uint32_t c = 0; c < table->column_count; c++) {
        page_cell_begin(out, CELL_COLUMN);
        if (c == 0)
            html_text(out, table->heads[c]);
        else
            page_party(out, table->heads[c], c - 1);
        page_cell_end(out, CELL_COLUMN);
    }
    page_columns_end(out);
}

struct str counterparts_page(const struct side_table *table, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct page_head head = {.title = table->title,
                             .kind = STR("Counterparts"),
                             .style = counterparts_page_css,
                             .hue_count = table->column_count - 1,
                             .is_wide = true};
    page_begin(&out, &head);
    builder_add_c(&out, "<p class=\"lede\">");
    html_text(&out, table->summary);
    builder_add_c(&out, ".</p>\n</header><main class=\"wrap report\">\n");
    page_table_begin(&out,
                     "What differs in substance stands first; then the words of each side, and "
                     "which of them carried the match");
    add_heads(&out, table);
    for (uint32_t r = 0; r < table->row_count; r++)
        add_row(&out, table, r);
    page_table_end(&out);
    builder_add_c(&out, "</main>\n");
    page_end(&out, (struct str){NULL, 0});
    return builder_str(&out);
}
