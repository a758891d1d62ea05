// SPDX-License-Identifier: Apache-2.0
#include "render/text/slot_list_forms.h"

#include "base/builder.h"
#include "base/direction.h"
#include "codec/markdown.h"

// One cell of a Markdown table: a line.
static void add_cell(struct builder *out, struct str text)
{
    struct str rest = direction_closed(text, out->arena);
    struct str line;
    bool is_first = true;
    while (str_cut(&rest, '\n', &line)) {
        builder_add_c(out, is_first ? "" : "<br>");
        markdown_escape(out, line, false);
        is_first = false;
    }
    builder_add_c(out, " | ");
}

static void add_row(struct builder *out, const struct str *cells, uint32_t count)
{
    builder_add_c(out, "| ");
    for (uint32_t c = 0; c < count; c++)
        add_cell(out, cells[c]);
    out->length -= STR(" ").length; // behind the last bar
    builder_add_c(out, "\n");
}

struct str slot_list_markdown(const struct slot_list *list, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_row(&out, list->heads, list->column_count);
    builder_add_c(&out, "|");
    for (uint32_t c = 0; c < list->column_count; c++)
        builder_add_c(&out, " --- |");
    builder_add_c(&out, "\n");
    for (uint32_t r = 0; r < list->row_count; r++)
        add_row(&out, list->cells + (size_t)r * list->column_count, list->column_count);
    return builder_str(&out);
}
