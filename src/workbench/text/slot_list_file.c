// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/slot_list_file.h"

#include "exchange/comment_and_column_tables/table_cells.h"
#include "exchange/docx_write/column_shares.h"
#include "exchange/docx_write/docx_table.h"
#include "exchange/open.h"
#include "render/text/slot_list_forms.h"
#include "workbench/answer.h"
#include "workbench/text/slot_list.h"

#include <string.h>

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

// --- Reading

// Rows of cells from wherever they came, the heads first.
struct rows_of_cells {
    const struct csv_row *rows;
    size_t count;
};

static bool has_heads(const struct csv_row *heads)
{
    struct str end[SLOT_LIST_END];
    size_t base = 0;
    slot_list_end_heads(end);
    if (heads->count < SLOT_LIST_END + 3 || !str_equal(heads->cells[0], STR("Row")))
        return false;
    while (base < heads->count && !str_equal(heads->cells[base], STR("Base")))
        base++;
    for (size_t i = 0; i < SLOT_LIST_END; i++)
        if (!str_equal(heads->cells[heads->count - SLOT_LIST_END + i], end[i]))
            return false;
    return base == 2 || base == 3;
}

static struct slot_list list_of_rows(const struct rows_of_cells *rows, struct arena *arena)
{
    size_t columns = rows->rows[0].count;
    struct str *cells = ARENA_ARRAY(arena, struct str, columns * rows->count);
    for (size_t r = 1; r < rows->count; r++)
        for (size_t c = 0; c < columns; c++)
            cells[columns * (r - 1) + c] =
                c < rows->rows[r].count ? rows->rows[r].cells[c] : STR("");
    return (struct slot_list){.summary = arena_print(arena, "%zu open place%s.", rows->count - 1,
                                                     rows->count == 2 ? "" : "s"),
                              .heads = rows->rows[0].cells,
                              .column_count = (uint32_t)columns,
                              .cells = cells,
                              .row_count = (uint32_t)rows->count - 1};
}

// The apostrophe that keeps a program from taking words for a formula.
static struct str without_guard(struct str cell)
{
    static const char formula[] = "=+-@";
    bool is_guarded = cell.length > 1 && cell.bytes[0] == '\'' &&
                      ((unsigned char)cell.bytes[1] < ' ' || strchr(formula, cell.bytes[1]));
    return is_guarded ? str_skip(cell, 1) : cell;
}

static void drop_guards(struct rows_of_cells *rows, struct arena *arena)
{
    struct csv_row *plain = ARENA_ARRAY(arena, struct csv_row, rows->count + 1);
    for (size_t r = 0; r < rows->count; r++) {
        struct str *cells = ARENA_ARRAY(arena, struct str, rows->rows[r].count);
        for (size_t c = 0; c < rows->rows[r].count; c++)
            cells[c] = without_guard(rows->rows[r].cells[c]);
        plain[r] = (struct csv_row){cells, rows->rows[r].count, rows->rows[r].line};
    }
    rows->rows = plain;
}

static bool read_grid(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct slot_list *list)
{
    struct str name = str_of(file->name);
    struct workbook book;
    struct error unused;
    if (!spreadsheet_read(name, answer_file(file), limits, arena, &book, &unused))
        return false;
    struct csv csv = spreadsheet_rows(&book, arena);
    struct rows_of_cells rows = {csv.rows, csv.count};
    if (rows.count == 0 || !has_heads(&rows.rows[0]))
        return false;
    if (str_ends_with_ignoring_case(name, STR(".csv")))
        drop_guards(&rows, arena);
    *list = list_of_rows(&rows, arena);
    list->title = str_skip(name, str_behind_last(name, '/'));
    return true;
}

static struct rows_of_cells rows_of_table(const struct document *document, uint32_t block,
                                          struct arena *arena)
{
    struct table_cells table = table_cells_of(document, block, arena);
    struct csv_row *rows = ARENA_ARRAY(arena, struct csv_row, (size_t)table.row_count + 1);
    for (uint32_t r = 0; r < table.row_count; r++) {
        struct str *cells = ARENA_ARRAY(arena, struct str, (size_t)table.width + 1);
        for (uint32_t c = 0; c < table.rows[r].count; c++) {
            const struct table_cell *cell = &table.rows[r].cells[c];
            if (cell->block != NO_INDEX)
                cells[cell->column] = table_cell_text(document, cell->block);
        }
        rows[r] = (struct csv_row){cells, table.width, r + 1};
    }
    return (struct rows_of_cells){rows, table.row_count};
}

static bool read_text(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct slot_list *list)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    const struct document *document;
    struct error unused;
    if (!document_open(str_of(file->name), answer_file(file), &accepted, limits, arena, &document,
                       &unused))
        return false;
    for (uint32_t i = 1; i < document->blocks[0].end; i = document->blocks[i].end) {
        if (document->blocks[i].kind != BLOCK_TABLE)
            continue;
        struct rows_of_cells rows = rows_of_table(document, i, arena);
        if (rows.count == 0 || !has_heads(&rows.rows[0]))
            return false;
        *list = list_of_rows(&rows, arena);
        list->title = i > 1 ? paragraph_text(document, &document->paragraphs[0])
                            : str_skip(document->name, str_behind_last(document->name, '/'));
        return true;
    }
    return false;
}

bool slot_list_read(const struct entente_file *file, const struct input_limits *limits,
                    struct arena *arena, struct slot_list *list)
{
    static const struct str sheets[] = {STR_INIT(".csv"), STR_INIT(".xlsx"), STR_INIT(".ods")};
    static const struct str texts[] = {STR_INIT(".docx"), STR_INIT(".md")};
    struct str name = str_of(file->name);
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        if (str_ends_with_ignoring_case(name, sheets[i]))
            return read_grid(file, limits, arena, list);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (str_ends_with_ignoring_case(name, texts[i]))
            return read_text(file, limits, arena, list);
    return false;
}
