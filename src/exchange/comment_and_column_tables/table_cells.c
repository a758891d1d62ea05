// SPDX-License-Identifier: Apache-2.0
#include "exchange/comment_and_column_tables/table_cells.h"

#include "base/list.h"

// The readers of files say in the properties of a cell how it is joined: "gridSpan val=3;" over columns,
// "vMerge;" or "vMerge val=continue;" with the one above it.
static uint32_t span_of(struct str properties)
{
    enum { WIDEST = 1000 };
    static const struct str name = STR_INIT("gridSpan val=");
    size_t at = str_find(properties, name);
    uint32_t span = 0;
    for (size_t i = at + name.length; i < properties.length && properties.bytes[i] >= '0' &&
                                      properties.bytes[i] <= '9' && span < WIDEST;
         i++)
        span = span * 10 + (uint32_t)(properties.bytes[i] - '0');
    return span > 0 ? span : 1;
}

static bool goes_on(struct str properties)
{
    return str_contains(properties, STR("vMerge val=continue;")) ||
           str_contains(properties, STR("vMerge;"));
}

static struct table_row_cells cells_of(const struct document *document, uint32_t row,
                                       struct arena *arena)
{
    const struct block *blocks = document->blocks;
    struct list cells = LIST_MAKE(arena, struct table_cell);
    uint32_t column = 0;
    for (uint32_t cell = row + 1; cell < blocks[row].end; cell = blocks[cell].end) {
        if (blocks[cell].kind != BLOCK_CELL)
            continue;
        uint32_t span = span_of(blocks[cell].properties);
        *LIST_ADD(&cells, struct table_cell) =
            (struct table_cell){cell, column, span, goes_on(blocks[cell].properties)};
        column += span;
    }
    return (struct table_row_cells){row, LIST_ITEMS(&cells, struct table_cell),
                                    (uint32_t)cells.count, column};
}

struct table_cells table_cells_of(const struct document *document, uint32_t table,
                                  struct arena *arena)
{
    const struct block *blocks = document->blocks;
    struct list rows = LIST_MAKE(arena, struct table_row_cells);
    uint32_t width = 0;
    for (uint32_t row = table + 1; row < blocks[table].end; row = blocks[row].end) {
        if (blocks[row].kind != BLOCK_ROW)
            continue;
        struct table_row_cells cells = cells_of(document, row, arena);
        *LIST_ADD(&rows, struct table_row_cells) = cells;
        width = cells.width > width ? cells.width : width;
    }
    return (struct table_cells){table, LIST_ITEMS(&rows, struct table_row_cells),
                                (uint32_t)rows.count, width};
}

struct str table_cell_text(const struct document *document, uint32_t block)
{
    uint32_t first = NO_INDEX;
    uint32_t last = 0;
    for (uint32_t i = block + 1; i < document->blocks[block].end; i++) {
        if (document->blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        last = document->blocks[i].paragraph;
        first = first == NO_INDEX ? last : first;
    }
    if (first == NO_INDEX)
        return STR("");
    return str_slice(document->text, document->paragraphs[first].from,
                     document->paragraphs[last].to);
}
