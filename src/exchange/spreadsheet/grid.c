// SPDX-License-Identifier: Apache-2.0
#include "exchange/spreadsheet/grid.h"

const struct grid_cell *grid_at(const struct grid *grid, uint32_t row, uint32_t column)
{
    if (row >= grid->row_count)
        return NULL;
    size_t from = grid->row_starts[row];
    size_t to = grid->row_starts[row + 1];
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (grid->cells[middle].column < column)
            from = middle + 1;
        else
            to = middle;
    }
    bool is_there = from < grid->row_starts[row + 1] && grid->cells[from].column == column;
    return is_there ? &grid->cells[from] : NULL;
}

struct str grid_text(const struct grid *grid, uint32_t row, uint32_t column)
{
    const struct grid_cell *cell = grid_at(grid, row, column);
    return cell ? cell->text : STR("");
}

struct str grid_place(uint32_t row, uint32_t column, struct arena *arena)
{
    char letters[8];
    char *start = letters + sizeof letters - 1;
    *start = '\0';
    for (uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        *--start = (char)('A' + (rest - 1) % 26);
    return arena_print(arena, "%s%u", start, row + 1);
}

// --- Making one

struct grid_maker grid_maker_make(struct str file, const struct input_limits *limits,
                                  struct arena *arena)
{
    return (struct grid_maker){
        .arena = arena,
        .file = file,
        .cells = LIST_MAKE(arena, struct grid_cell),
        .most = limits->sheet_cells,
    };
}

static uint32_t span_within(uint32_t span, uint32_t most)
{
    return span < 1 ? 1 : span > most ? most : span;
}

bool grid_add(struct grid_maker *maker, struct grid_cell cell, struct error *error)
{
    if (maker->cells.count >= maker->most)
        return error_at(error, TOO_LARGE, place_of(maker->file),
                        "a sheet of more than %zu filled cells", maker->most);
    if (cell.row >= GRID_ROWS_MOST || cell.column >= GRID_COLUMNS_MOST)
        return error_at(error, TOO_LARGE, place_of(maker->file),
                        "a cell beyond row %d or column %d", GRID_ROWS_MOST, GRID_COLUMNS_MOST);
    cell.row_span = span_within(cell.row_span, GRID_ROWS_MOST - cell.row);
    cell.column_span = span_within(cell.column_span, GRID_COLUMNS_MOST - cell.column);
    *LIST_ADD(&maker->cells, struct grid_cell) = cell;
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct grid_cell *first = a;
    const struct grid_cell *second = b;
    if (first->row != second->row)
        return first->row < second->row ? -1 : 1;
    if (first->column != second->column)
        return first->column < second->column ? -1 : 1;
    return 0;
}

// How far down and to the right the joined cells reach that were met so far.
struct reach {
    uint32_t row;        // of this one
    uint32_t column_end; // joined ones reach up to here
    uint32_t *row_ends;  // by column: up to here, from rows above
};

static bool is_covered(struct reach *reach, const struct grid_cell *cell)
{
    if (cell->row != reach->row)
        reach->column_end = 0;
    reach->row = cell->row;
    return cell->column < reach->column_end || cell->row < reach->row_ends[cell->column];
}

static void reach_on(struct reach *reach, const struct grid_cell *cell)
{
    uint32_t end = cell->column_span < GRID_COLUMNS_MOST - cell->column
                       ? cell->column + cell->column_span
                       : GRID_COLUMNS_MOST;
    reach->column_end = end; // of a cell alone: what stands at its place a second time is covered
    for (uint32_t column = cell->column; cell->row_span > 1 && column < end; column++)
        reach->row_ends[column] = cell->row + cell->row_span;
}

// Takes out what lies under joined cells, and doubled places.
static void take_out_covered(struct grid_maker *maker)
{
    struct reach reach = {.row_ends = ARENA_ARRAY(maker->arena, uint32_t, GRID_COLUMNS_MOST)};
    size_t kept = 0;
    for (size_t i = 0; i < maker->cells.count; i++) {
        struct grid_cell cell = *LIST_AT(&maker->cells, struct grid_cell, i);
        if (is_covered(&reach, &cell)) {
            maker->covered++;
            continue;
        }
        reach_on(&reach, &cell);
        *LIST_AT(&maker->cells, struct grid_cell, kept++) = cell;
    }
    list_cut(&maker->cells, kept);
}

struct grid grid_done(struct grid_maker *maker, struct str name)
{
    struct grid grid = {.name = name};
    list_sort(&maker->cells, by_place);
    take_out_covered(maker);
    const struct grid_cell *cells = LIST_ITEMS(&maker->cells, struct grid_cell);
    grid.cells = cells;
    grid.cell_count = maker->cells.count;
    grid.row_count = grid.cell_count > 0 ? cells[grid.cell_count - 1].row + 1 : 0;
    size_t *starts = ARENA_ARRAY(maker->arena, size_t, (size_t)grid.row_count + 1);
    size_t next = 0;
    for (uint32_t row = 0; row < grid.row_count; row++) {
        starts[row] = next;
        while (next < grid.cell_count && cells[next].row == row)
            next++;
    }
    starts[grid.row_count] = next;
    for (size_t i = 0; i < grid.cell_count; i++)
        if (cells[i].column >= grid.column_count)
            grid.column_count = cells[i].column + 1;
    grid.row_starts = starts;
    return grid;
}
