// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/slot_list_file.h"

#include "exchange/docx_write/column_shares.h"
#include "exchange/docx_write/docx_table.h"
#include "render/text/slot_list_forms.h"
#include "workbench/text/slot_list.h"

static bool add_cells(const struct slot_list *list, struct grid_maker *maker, struct error *error)
{
    for (uint32_t c = 0; c < list->column_count; c++) {
        struct grid_cell head = {
            .column = c, .text = list->heads[c], .row_span = 1, .column_span = 1};
        if (!grid_add(maker, head, error))
            return false;
        for (uint32_t r = 0; r < list->row_count; r++) {
            struct grid_cell cell = {.row = r + 1,
                                     .column = c,
                                     .kind = c == 0 ? GRID_NUMBER : GRID_TEXT,
                                     .text = list->cells[(size_t)r * list->column_count + c],
                                     .row_span = 1,
                                     .column_span = 1};
            if (cell.text.length > 0 && !grid_add(maker, cell, error))
                return false;
        }
    }
    return true;
}

bool slot_list_grid(const struct slot_list *list, struct arena *arena, struct grid *grid,
                    struct error *error)
{
    struct grid_maker maker = grid_maker_make(list->title, &input_limits_default, arena);
    if (!add_cells(list, &maker, error))
        return false;
    *grid = grid_done(&maker, STR("Open places"));
    return true;
}

static bool write_grid(const struct slot_list *list, bool is_csv, struct arena *arena,
                       struct str *bytes, struct error *error)
{
    static const struct spreadsheet_look look = {.head_rows = 1, .is_landscape = true};
    struct grid grid;
    if (!slot_list_grid(list, arena, &grid, error))
        return false;
    struct workbook workbook = {.name = list->title, .grids = &grid, .grid_count = 1};
    if (!is_csv)
        return spreadsheet_write_xlsx(&workbook, &look, arena, bytes, error);
    *bytes = spreadsheet_write_csv(&grid, arena);
    return true;
}

static const uint32_t *shares_of(const struct slot_list *list, struct arena *arena)
{
    size_t columns = list->column_count;
    size_t count = columns * (list->row_count + (size_t)1);
    struct str *cells = ARENA_ARRAY(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        cells[i] = i < columns ? list->heads[i] : list->cells[i - columns];
    return column_shares(cells, count, list->column_count, arena);
}

static bool write_docx(const struct slot_list *list, struct arena *arena, struct str *bytes,
                       struct error *error)
{
    size_t count = (size_t)list->column_count * list->row_count;
    struct docx_line *lines = ARENA_ARRAY(arena, struct docx_line, count + 1);
    struct docx_cell *cells = ARENA_ARRAY(arena, struct docx_cell, count + 1);
    for (size_t i = 0; i < count; i++) {
        lines[i] = (struct docx_line){DOCX_PLAIN, STR(""), list->cells[i]};
        cells[i] = (struct docx_cell){&lines[i], 1};
    }
    const struct docx_table table = {.title = list->title,
                                     .summary = list->summary,
                                     .heads = list->heads,
                                     .column_count = list->column_count,
                                     .shares = shares_of(list, arena),
                                     .cells = cells,
                                     .row_count = list->row_count};
    return docx_write_table(&table, arena, bytes, error);
}

bool slot_list_write(const struct slot_list *list, enum entente_format format, struct arena *arena,
                     struct str *bytes, struct error *error)
{
    switch (format) {
    case ENTENTE_CSV:
    case ENTENTE_XLSX:
        return write_grid(list, format == ENTENTE_CSV, arena, bytes, error);
    case ENTENTE_DOCX:
        return write_docx(list, arena, bytes, error);
    case ENTENTE_MARKDOWN:
    case ENTENTE_TERMINAL:
        *bytes = slot_list_markdown(list, arena);
        return true;
    case ENTENTE_TEXT:
    case ENTENTE_HTML:
        break;
    }
    return error_set(error, MISUSE, "a list is written as .csv, .xlsx, .docx or .md");
}
