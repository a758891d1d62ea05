// SPDX-License-Identifier: Apache-2.0
// Tables. A cell that Word merges downwards is one that spans rows; what it covers is told as covered.
#include "codec/xml_write.h"
#include "exchange/odt_write/output_parts.h"

#include <inttypes.h>

#define COLUMNS_MOST 1024

struct odt_cell {
    uint32_t node;
    uint32_t row;
    uint32_t column;
    uint32_t span;
    uint32_t rows;
    bool goes_on; // of a cell further up
    bool begins;  // one that may go on further down
};

struct odt_rows {
    struct list cells; // struct odt_cell, row by row
    struct list nodes; // uint32_t: the w:tr
    uint32_t columns;
};

static uint32_t span_of(const struct docx_part *part, uint32_t cell)
{
    int64_t span;
    uint32_t properties = docx_child(part, cell, W_TC_PR);
    return odt_number_of(odt_named_value(part, properties, "gridSpan"), &span) && span > 0 &&
                   span < COLUMNS_MOST
               ? (uint32_t)span
               : 1;
}

static void read_cells(const struct docx_part *part, uint32_t node, uint32_t row, uint32_t *column,
                       struct odt_rows *rows)
{
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end) {
        enum word word = docx_word(part, child);
        if (word == W_SDT || word == W_SDT_CONTENT || word == W_CUSTOM_XML)
            read_cells(part, child, row, column, rows);
        if (word != W_TC)
            continue;
        uint32_t properties = docx_child(part, child, W_TC_PR);
        uint32_t merge =
            properties == NO_NODE ? NO_NODE : odt_named_child(part, properties, "vMerge");
        bool begins =
            merge != NO_NODE && str_equal(odt_attribute(part, merge, "val"), STR("restart"));
        uint32_t span = *column < COLUMNS_MOST ? span_of(part, child) : 1;
        *LIST_ADD(&rows->cells, struct odt_cell) =
            (struct odt_cell){child, row, *column, span, 1, merge != NO_NODE && !begins, begins};
        *column += span;
    }
    rows->columns = *column > rows->columns ? *column : rows->columns;
}

static void read_rows(const struct docx_part *part, uint32_t node, struct odt_rows *rows)
{
    for (uint32_t child = node + 1; child < part->xml.nodes[node].end;
         child = part->xml.nodes[child].end) {
        enum word word = docx_word(part, child);
        uint32_t column = 0;
        if (word == W_SDT || word == W_SDT_CONTENT || word == W_CUSTOM_XML)
            read_rows(part, child, rows);
        if (word != W_TR)
            continue;
        read_cells(part, child, (uint32_t)rows->nodes.count, &column, rows);
        *LIST_ADD(&rows->nodes, uint32_t) = child;
    }
}

// How many rows each cell takes that begins such a merge: one pass from the top, by column.
static void count_rows(struct odt_rows *rows, struct arena *arena)
{
    uint32_t *above =
        ARENA_ARRAY(arena, uint32_t, rows->columns + 1); // cell + 1 that is open there
    struct odt_cell *cells = LIST_ITEMS(&rows->cells, struct odt_cell);
    for (size_t i = 0; i < rows->cells.count; i++) {
        struct odt_cell *cell = &cells[i];
        uint32_t open = above[cell->column];
        bool follows = open > 0 && cells[open - 1].row + cells[open - 1].rows == cell->row;
        if (cell->goes_on && follows)
            cells[open - 1].rows++;
        else
            cell->goes_on = false; // nothing above it goes on
        if (!cell->goes_on)
            above[cell->column] = cell->begins ? (uint32_t)i + 1 : 0;
    }
}

// --- Looks

// The frame of a table as one side of it says it; tables of ours have one all around.
static struct str border_of(struct odt_output *output, const struct docx_part *part, uint32_t node)
{
    uint32_t borders = node == NO_NODE ? NO_NODE : odt_named_child(part, node, "tblBorders");
    uint32_t side = borders == NO_NODE ? NO_NODE : odt_named_child(part, borders, "top");
    int64_t size;
    if (side == NO_NODE || str_equal(odt_attribute(part, side, "val"), STR("nil")) ||
        str_equal(odt_attribute(part, side, "val"), STR("none")) ||
        !odt_number_of(odt_attribute(part, side, "sz"), &size) || size <= 0)
        return STR("");
    struct str color = odt_attribute(part, side, "color");
    return arena_print(output->arena, "%" PRId64 ".%02" PRId64 "pt solid #%.*s", size / 8,
                       size % 8 * 100 / 8, STR_ARGS(odt_is_color(color) ? color : STR("000000")));
}

static struct str table_border(struct odt_output *output, uint32_t table)
{
    const struct docx_part *part = output->part;
    uint32_t properties = docx_child(part, table, W_TBL_PR);
    struct str own = border_of(output, part, properties);
    struct str id =
        properties == NO_NODE ? STR("") : docx_child_value(part, properties, W_TBL_STYLE);
    const struct docx_style *style = id.length > 0 ? styles_find(output->styles, id) : NULL;
    if (own.length > 0 || !style)
        return own;
    const struct docx_part *styles = &output->package->parts[output->styles->part];
    return border_of(output, styles, docx_child(styles, style->node, W_TBL_PR));
}

static struct str cell_style(struct odt_output *output, uint32_t cell, struct str border)
{
    const struct docx_part *part = output->part;
    uint32_t properties = docx_child(part, cell, W_TC_PR);
    struct builder out = builder_make(output->arena);
    builder_add_c(&out, "<style:table-cell-properties fo:padding=\"0.04in\"");
    if (border.length > 0)
        xml_add_attribute(&out, "fo:border", border);
    uint32_t shade = properties == NO_NODE ? NO_NODE : odt_named_child(part, properties, "shd");
    struct str fill = shade == NO_NODE ? STR("") : odt_attribute(part, shade, "fill");
    if (odt_is_color(fill))
        builder_print(&out, " fo:background-color=\"#%.*s\"", STR_ARGS(fill));
    builder_add_c(&out, "/>");
    return odt_automatic_style(output, "table-cell", "C", STR(""), builder_str(&out));
}

static void add_columns(struct odt_output *output, uint32_t table, uint32_t count)
{
    const struct docx_part *part = output->part;
    uint32_t grid = docx_child(part, table, W_TBL_GRID);
    uint32_t child = grid == NO_NODE ? NO_NODE : grid + 1;
    for (uint32_t i = 0; i < count; i++) {
        int64_t width = 0;
        bool is_there = child != NO_NODE && child < part->xml.nodes[grid].end;
        if (is_there && !odt_number_of(docx_attribute(part, child, W_W), &width))
            width = 0;
        child = is_there ? part->xml.nodes[child].end : child;
        if (width <= 0) {
            builder_add_c(&output->out, "<table:table-column/>");
            continue;
        }
        struct builder says = builder_make(output->arena);
        builder_add_c(&says, "<style:table-column-properties");
        odt_add_length(&says, "style:column-width", width);
        builder_add_c(&says, "/>");
        struct str name =
            odt_automatic_style(output, "table-column", "W", STR(""), builder_str(&says));
        builder_print(&output->out, "<table:table-column table:style-name=\"%.*s\"/>",
                      STR_ARGS(name));
    }
}

// --- Cells

static void add_covered(struct odt_output *output, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        builder_add_c(&output->out, "<table:covered-table-cell/>");
}

static bool write_cell(struct odt_output *output, const struct odt_cell *cell, struct str border)
{
    if (cell->goes_on) {
        add_covered(output, cell->span);
        return true;
    }
    builder_print(&output->out, "<table:table-cell table:style-name=\"%.*s\"",
                  STR_ARGS(cell_style(output, cell->node, border)));
    if (cell->span > 1)
        builder_print(&output->out, " table:number-columns-spanned=\"%" PRIu32 "\"", cell->span);
    if (cell->rows > 1)
        builder_print(&output->out, " table:number-rows-spanned=\"%" PRIu32 "\"", cell->rows);
    builder_add_c(&output->out, ">");
    if (!output->write_blocks(output, cell->node))
        return false;
    builder_add_c(&output->out, "</table:table-cell>");
    add_covered(output, cell->span - 1);
    return true;
}

static bool is_head(const struct docx_part *part, uint32_t row)
{
    uint32_t properties = docx_child(part, row, W_TR_PR);
    return properties != NO_NODE && odt_named_child(part, properties, "tblHeader") != NO_NODE;
}

static bool is_tracked(const struct docx_part *part, uint32_t row)
{
    uint32_t properties = docx_child(part, row, W_TR_PR);
    return properties != NO_NODE && (docx_child(part, properties, W_INS) != NO_NODE ||
                                     docx_child(part, properties, W_DEL) != NO_NODE);
}

static bool write_rows(struct odt_output *output, const struct odt_rows *rows, struct str border)
{
    const struct docx_part *part = output->part;
    const struct odt_cell *cells = LIST_ITEMS(&rows->cells, struct odt_cell);
    bool in_head = false;
    bool is_past_head = false;
    size_t at = 0;
    for (uint32_t r = 0; r < rows->nodes.count; r++) {
        uint32_t row = *LIST_AT(&rows->nodes, uint32_t, r);
        bool head = is_head(part, row) && !is_past_head;
        if (in_head != head)
            builder_add_c(&output->out,
                          head ? "<table:table-header-rows>" : "</table:table-header-rows>");
        in_head = head;
        is_past_head = !head;
        output->rows_tracked += is_tracked(part, row);
        builder_add_c(&output->out, "<table:table-row>");
        for (; at < rows->cells.count && cells[at].row == r; at++)
            if (!write_cell(output, &cells[at], border))
                return false;
        builder_add_c(&output->out, "</table:table-row>");
    }
    builder_add_c(&output->out, in_head ? "</table:table-header-rows>" : "");
    return true;
}

bool odt_write_table(struct odt_output *output, uint32_t node)
{
    struct odt_rows rows = {LIST_MAKE(output->arena, struct odt_cell),
                            LIST_MAKE(output->arena, uint32_t), 0};
    read_rows(output->part, node, &rows);
    if (rows.cells.count == 0)
        return true;
    count_rows(&rows, output->arena);
    builder_print(&output->out, "<table:table table:name=\"Table%" PRIu32 "\">",
                  ++output->table_count);
    add_columns(output, node, rows.columns);
    if (!write_rows(output, &rows, table_border(output, node)))
        return false;
    builder_add_c(&output->out, "</table:table>");
    return true;
}
