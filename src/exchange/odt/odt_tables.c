// SPDX-License-Identifier: Apache-2.0
// Tables. A cell over several rows stands in Word as a cell of each; what it covers to its right is no cell
// there.
#include "codec/xml_write.h"
#include "exchange/odt/odt_parts.h"

#include "base/list.h"

#include <inttypes.h>

#define COLUMNS_MOST 1024
#define ROWS_MOST 100000

struct odt_grid {
    uint32_t count;
    int64_t widths[COLUMNS_MOST];
    uint32_t rows_left[COLUMNS_MOST]; // of a cell that began further up in this column
    uint32_t spans[COLUMNS_MOST];     // its width in columns
};

static void read_columns(const struct odt_writer *writer, uint32_t node, struct odt_grid *grid)
{
    const struct odt_tree *tree = writer->tree;
    for (uint32_t child = node + 1; child < tree->xml.nodes[node].end;
         child = tree->xml.nodes[child].end) {
        enum odt_word word = odt_word(tree, child);
        if (word == ODT_TABLE_GROUP)
            read_columns(writer, child, grid);
        if (word != ODT_TABLE_COLUMN)
            continue;
        const struct odt_style *style =
            odt_style(writer->styles, FAMILY_COLUMN, odt_value(tree, child, ODT_CELL_STYLE_NAME));
        uint32_t times = odt_count(tree, child, ODT_COLUMNS_REPEATED, 1, COLUMNS_MOST, 1);
        for (uint32_t i = 0; i < times && grid->count < COLUMNS_MOST; i++)
            grid->widths[grid->count++] = style && style->width > 0 ? style->width : 0;
    }
}

// --- Cells

static void add_cell_start(struct odt_writer *writer, const struct odt_grid *grid, uint32_t column,
                           uint32_t span, const char *merge, struct str look)
{
    int64_t width = 0;
    for (uint32_t i = column; i < column + span && i < grid->count; i++)
        width += grid->widths[i];
    builder_print(writer->out, "<w:tc><w:tcPr><w:tcW w:w=\"%" PRId64 "\" w:type=\"%s\"/>", width,
                  width > 0 ? "dxa" : "auto");
    if (span > 1)
        builder_print(writer->out, "<w:gridSpan w:val=\"%" PRIu32 "\"/>", span);
    builder_add_c(writer->out, merge);
    builder_add(writer->out, look);
    builder_add_c(writer->out, "</w:tcPr>");
}

// A cell ends with a paragraph.
static void add_cell_end(struct odt_writer *writer)
{
    if (!str_ends_with(builder_str(writer->out), STR("</w:p>")))
        builder_add_c(writer->out, "<w:p/>");
    builder_add_c(writer->out, "</w:tc>");
}

static bool add_cell(struct odt_writer *writer, uint32_t node, struct odt_grid *grid,
                     uint32_t *column)
{
    const struct odt_tree *tree = writer->tree;
    const struct odt_style *style =
        odt_style(writer->styles, FAMILY_CELL, odt_value(tree, node, ODT_CELL_STYLE_NAME));
    uint32_t span = odt_count(tree, node, ODT_COLUMNS_SPANNED, 1, COLUMNS_MOST, 1);
    uint32_t rows = odt_count(tree, node, ODT_ROWS_SPANNED, 1, ROWS_MOST, 1);
    add_cell_start(writer, grid, *column, span, rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "",
                   style ? style->cell : STR(""));
    if (!writer->add_blocks(writer, node, NULL))
        return false;
    add_cell_end(writer);
    if (*column < COLUMNS_MOST) {
        grid->rows_left[*column] = rows - 1;
        grid->spans[*column] = span;
    }
    *column += span;
    return odt_check_size(writer);
}

// The cell that began further up and reaches down to here.
static uint32_t add_reaching(struct odt_writer *writer, struct odt_grid *grid, uint32_t column)
{
    uint32_t span = grid->spans[column];
    grid->rows_left[column]--;
    add_cell_start(writer, grid, column, span, "<w:vMerge/>", STR(""));
    add_cell_end(writer);
    return span;
}

// Cells that others cover are counted off; where nothing covers them they are cells.
static bool add_cells(struct odt_writer *writer, uint32_t row, struct odt_grid *grid)
{
    const struct odt_tree *tree = writer->tree;
    uint32_t column = 0; // in Word's row
    uint32_t at = 0;     // in this one
    for (uint32_t node = row + 1; node < tree->xml.nodes[row].end;
         node = tree->xml.nodes[node].end) {
        enum odt_word word = odt_word(tree, node);
        if (word != ODT_TABLE_CELL && word != ODT_COVERED_CELL)
            continue;
        uint32_t times = odt_count(tree, node, ODT_COLUMNS_REPEATED, 1, 1 << 20, 1);
        if (!odt_repeat(writer, times))
            return false;
        for (uint32_t i = 0; i < times; i++, at++) {
            if (at < column)
                continue;
            bool reaches = column < COLUMNS_MOST && grid->rows_left[column] > 0;
            if (reaches)
                column += add_reaching(writer, grid, column);
            else if (!add_cell(writer, node, grid, &column))
                return false;
        }
    }
    return true;
}

// --- Rows

static void add_row_look(struct odt_writer *writer, uint32_t row, bool is_head, bool is_inserted,
                         struct builder *out)
{
    const struct odt_style *style =
        odt_style(writer->styles, FAMILY_ROW, odt_value(writer->tree, row, ODT_CELL_STYLE_NAME));
    builder_add_c(out, "<w:tr><w:trPr>");
    builder_add_c(out, style && style->is_unbroken ? "<w:cantSplit/>" : "");
    builder_add_c(out, is_head ? "<w:tblHeader/>" : "");
    if (is_inserted || writer->struck_by != ODT_NO_REGION)
        odt_add_marks(writer, out, true);
    builder_add_c(out, "</w:trPr>");
}

// A row is inserted where one insertion is open from before it to behind it.
static bool add_row(struct odt_writer *writer, uint32_t row, struct odt_grid *grid, bool is_head)
{
    struct builder *outer = writer->out;
    struct builder cells = builder_make(writer->arena);
    uint32_t open = odt_open_insertion(writer);
    writer->out = &cells;
    bool done = add_cells(writer, row, grid);
    writer->out = outer;
    if (!done || cells.length == 0)
        return done;
    bool is_inserted = open != ODT_NO_REGION && odt_open_insertion(writer) == open;
    add_row_look(writer, row, is_head, is_inserted, outer);
    builder_add(outer, builder_str(&cells));
    builder_add_c(outer, "</w:tr>");
    return odt_check_size(writer);
}

static bool add_rows(struct odt_writer *writer, uint32_t node, struct odt_grid *grid, bool is_head)
{
    const struct odt_tree *tree = writer->tree;
    for (uint32_t child = node + 1; child < tree->xml.nodes[node].end;
         child = tree->xml.nodes[child].end) {
        enum odt_word word = odt_word(tree, child);
        if (word == ODT_TABLE_HEADER_ROWS || word == ODT_TABLE_GROUP) {
            if (!add_rows(writer, child, grid, is_head || word == ODT_TABLE_HEADER_ROWS))
                return false;
        } else if (word == ODT_TABLE_ROW) {
            uint32_t times = odt_count(tree, child, ODT_ROWS_REPEATED, 1, 1 << 20, 1);
            if (!odt_repeat(writer, times))
                return false;
            for (uint32_t i = 0; i < times; i++)
                if (!add_row(writer, child, grid, is_head))
                    return false;
        } else if (word == ODT_CHANGE_START) {
            odt_change_start(writer, child);
        } else if (word == ODT_CHANGE_END) {
            odt_change_end(writer, child);
        }
    }
    return true;
}

static bool write_table(struct odt_writer *writer, uint32_t node)
{
    struct odt_grid *grid = ARENA_NEW(writer->arena, struct odt_grid);
    read_columns(writer, node, grid);
    builder_add_c(writer->out, "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>"
                               "<w:tblGrid>");
    for (uint32_t i = 0; i < grid->count; i++)
        builder_print(writer->out, "<w:gridCol w:w=\"%" PRId64 "\"/>", grid->widths[i]);
    builder_add_c(writer->out, "</w:tblGrid>");
    if (!add_rows(writer, node, grid, false))
        return false;
    builder_add_c(writer->out, "</w:tbl>");
    return true;
}

// A table among struck paragraphs parts the open paragraph: what comes before it ends there.
bool odt_add_table(struct odt_writer *writer, uint32_t node)
{
    struct odt_struck *struck = writer->struck;
    if (struck && writer->paragraph.is_open && !odt_paragraph_end(writer, true))
        return false;
    writer->struck = NULL;
    bool done = write_table(writer, node);
    writer->struck = struck;
    if (struck && struck->left == 0)
        odt_paragraph_begin(writer, &struck->around, &writer->paragraph.words);
    if (struck)
        struck->is_first = false;
    return done;
}
