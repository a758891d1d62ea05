// SPDX-License-Identifier: Apache-2.0
#include "render/page/page_table.h"

#include "codec/html.h"

void page_table_begin(struct builder *out, const char *caption)
{
    builder_add_c(out, "<div class=\"scroll\"><table class=\"data\">\n");
    if (caption)
        builder_print(out, "<caption>%s</caption>\n", caption);
}

void page_columns_begin(struct builder *out)
{
    builder_add_c(out, "<thead><tr>");
}

void page_columns_end(struct builder *out)
{
    builder_add_c(out, "</tr></thead>\n<tbody>\n");
}

void page_columns(struct builder *out, const struct page_column *columns, size_t count)
{
    page_columns_begin(out);
    for (size_t i = 0; i < count; i++)
        page_cell(out, columns[i].is_number ? CELL_NUMBER_COLUMN : CELL_COLUMN,
                  str_of(columns[i].words));
    page_columns_end(out);
}

void page_table_end(struct builder *out)
{
    builder_add_c(out, "</tbody></table></div>\n");
}

void page_cell_begin(struct builder *out, enum page_cell cell)
{
    static const char *const tags[] = {[CELL_WORDS] = "<td>",
                                       [CELL_NUMBER] = "<td class=\"n\">",
                                       [CELL_ROW] = "<th scope=\"row\">",
                                       [CELL_COLUMN] = "<th scope=\"col\">",
                                       [CELL_NUMBER_COLUMN] = "<th scope=\"col\" class=\"n\">"};
    builder_add_c(out, tags[cell]);
}

void page_cell_end(struct builder *out, enum page_cell cell)
{
    builder_add_c(out, cell == CELL_WORDS || cell == CELL_NUMBER ? "</td>" : "</th>");
}

void page_cell(struct builder *out, enum page_cell cell, struct str text)
{
    page_cell_begin(out, cell);
    html_text(out, text);
    page_cell_end(out, cell);
}

void page_party(struct builder *out, struct str name, uint32_t party)
{
    builder_print(out, "<span class=\"party h%u\" dir=\"auto\">", party);
    html_text(out, name);
    builder_add_c(out, "</span>");
}

struct str page_grouped(struct str number, struct arena *arena)
{
    struct builder out = builder_make(arena);
    size_t first = number.length > 0 && number.bytes[0] == '-';
    size_t end = first;
    while (end < number.length && number.bytes[end] >= '0' && number.bytes[end] <= '9')
        end++;
    if (end < number.length && number.bytes[end] != '.')
        return number;
    for (size_t i = 0; i < number.length; i++) {
        if (i > first && i < end && (end - i) % 3 == 0)
            builder_add_byte(&out, ',');
        builder_add_byte(&out, number.bytes[i]);
    }
    return builder_str(&out);
}
