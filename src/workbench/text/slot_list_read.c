// SPDX-License-Identifier: Apache-2.0
#include "workbench/text/slot_list_read.h"

#include "codec/zip.h"
#include "exchange/comment_and_column_tables/table_cells.h"
#include "exchange/open.h"
#include "exchange/spreadsheet/spreadsheet.h"
#include "workbench/answer.h"

#include <string.h>

// --- Heads

static void set_column(uint32_t *column, uint32_t c)
{
    if (*column == NO_INDEX)
        *column = c;
}

// "plan/7(a)/1a2b3c4d", or "…/1a2b3c4d~2": the name of a slot.
static bool is_slot_name(struct str cell)
{
    enum { DIGITS = 8 };
    struct str name = str_trim(cell);
    struct str last = str_skip(name, str_behind_last(name, '/'));
    size_t digits = 0;
    while (digits < last.length && strchr("0123456789abcdef", last.bytes[digits]))
        digits++;
    return str_find_byte(name, '/') + 1 < name.length - last.length && digits == DIGITS &&
           (digits == last.length || last.bytes[digits] == '~');
}

// Under a head in words that are not known the slots are known by their names.
static void tell_slots(const struct slot_list *list, struct slot_list_columns *columns,
                       enum list_role *roles)
{
    for (uint32_t c = 0; list->row_count > 0 && columns->slot == NO_INDEX; c++) {
        if (c == list->column_count)
            return;
        bool may_be = roles[c] == LIST_WORDINGS || roles[c] == LIST_POINT;
        if (!may_be || !is_slot_name(list->cells[c]))
            continue;
        if (columns->point == c)
            columns->point = NO_INDEX;
        columns->slot = c;
        roles[c] = LIST_SLOT;
    }
    for (uint32_t c = list->column_count; c-- > 0;)
        if (roles[c] == LIST_POINT)
            columns->point = c;
}

bool slot_list_columns_of(const struct slot_list *list, struct arena *arena,
                          struct slot_list_columns *columns)
{
    enum list_role *roles = ARENA_ARRAY(arena, enum list_role, (size_t)list->column_count + 1);
    uint32_t count[LIST_NOTE + 1] = {0};
    *columns = (struct slot_list_columns){NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX, roles};
    for (uint32_t c = 0; c < list->column_count; c++) {
        uint32_t *const places[] = {
            [LIST_ROW] = &columns->row,       [LIST_SLOT] = &columns->slot,
            [LIST_POINT] = &columns->point,   [LIST_BASE] = &columns->base,
            [LIST_STATUS] = &columns->status,
        };
        roles[c] = list_role_of(list->heads[c], arena);
        count[roles[c]]++;
        if (roles[c] >= LIST_ROW && roles[c] <= LIST_STATUS)
            set_column(places[roles[c]], c);
    }
    tell_slots(list, columns, roles);
    bool has_stances = count[LIST_STANCES] > 0;
    bool has_base = count[LIST_BASE] == 1;
    return (count[LIST_SLOT] == 1 && (has_base || has_stances)) ||
           (has_base && has_stances && columns->row == 0 && columns->point != NO_INDEX);
}

// --- Rows

// Rows of cells from wherever they came, the heads first.
struct rows_of_cells {
    const struct csv_row *rows;
    size_t count;
};

static struct slot_list list_of_rows(const struct rows_of_cells *rows, struct arena *arena)
{
    size_t columns = rows->rows[0].count;
    struct str *cells = ARENA_ARRAY(arena, struct str, columns * rows->count);
    uint32_t count = 0;
    for (size_t r = 1; r < rows->count; r++) {
        bool is_empty = true;
        for (size_t c = 0; c < columns; c++) {
            struct str cell = c < rows->rows[r].count ? rows->rows[r].cells[c] : STR("");
            cells[columns * count + c] = cell;
            is_empty = is_empty && str_trim(cell).length == 0;
        }
        count += !is_empty;
    }
    return (struct slot_list){
        .summary = arena_print(arena, "%u open place%s.", count, count == 1 ? "" : "s"),
        .heads = rows->rows[0].cells,
        .column_count = (uint32_t)columns,
        .cells = cells,
        .row_count = count};
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

static bool is_list(const struct rows_of_cells *rows, struct arena *arena)
{
    struct slot_list_columns unused;
    if (rows->count == 0)
        return false;
    const struct slot_list heads = {.heads = rows->rows[0].cells,
                                    .column_count = (uint32_t)rows->rows[0].count};
    return slot_list_columns_of(&heads, arena, &unused);
}

// --- Files

static bool ends_in_one_of(struct str name, const struct str *ends, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends_with_ignoring_case(name, ends[i]))
            return true;
    return false;
}

static bool is_sheet(struct str name)
{
    static const struct str sheets[] = {STR_INIT(".csv"), STR_INIT(".xlsx"), STR_INIT(".ods")};
    return ends_in_one_of(name, sheets, sizeof sheets / sizeof *sheets);
}

static bool is_text(struct str name)
{
    static const struct str texts[] = {STR_INIT(".docx"), STR_INIT(".odt"), STR_INIT(".md")};
    return ends_in_one_of(name, texts, sizeof texts / sizeof *texts);
}

static struct rows_of_cells rows_of_grid(const struct grid *grid, struct str name,
                                         struct arena *arena)
{
    struct csv csv = spreadsheet_grid_rows(grid, arena);
    struct rows_of_cells rows = {csv.rows, csv.count};
    if (str_ends_with_ignoring_case(name, STR(".csv")))
        drop_guards(&rows, arena);
    return rows;
}

static bool read_grid(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct slot_list *list)
{
    struct str name = str_of(file->name);
    struct workbook book;
    struct error unused;
    if (!spreadsheet_read(name, answer_file(file), limits, arena, &book, &unused))
        return false;
    for (size_t g = 0; g < book.grid_count; g++) {
        struct rows_of_cells rows = rows_of_grid(&book.grids[g], name, arena);
        if (book.grids[g].is_hidden || !is_list(&rows, arena))
            continue;
        *list = list_of_rows(&rows, arena);
        list->title = str_skip(name, str_behind_last(name, '/'));
        return true;
    }
    return false;
}

// The first `most` rows of a table.
static struct rows_of_cells rows_of_table(const struct document *document,
                                          const struct table_cells *whole, uint32_t most,
                                          struct arena *arena)
{
    struct table_cells table = *whole;
    table.row_count = table.row_count < most ? table.row_count : most;
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

// The first table of a text, NO_INDEX when there is none; *count is how many there are.
static uint32_t first_table(const struct document *document, uint32_t *count)
{
    uint32_t first = NO_INDEX;
    *count = 0;
    for (uint32_t i = 1; i < document->blocks[0].end; i = document->blocks[i].end) {
        if (document->blocks[i].kind != BLOCK_TABLE)
            continue;
        first = first == NO_INDEX ? i : first;
        (*count)++;
    }
    return first;
}

bool slot_list_of_document(const struct document *document, struct arena *arena,
                           struct slot_list *list)
{
    uint32_t count;
    uint32_t table = first_table(document, &count);
    if (table == NO_INDEX)
        return false;
    struct table_cells cells = table_cells_of(document, table, arena);
    struct rows_of_cells rows = rows_of_table(document, &cells, 1, arena);
    if (!is_list(&rows, arena))
        return false;
    rows = rows_of_table(document, &cells, UINT32_MAX, arena);
    *list = list_of_rows(&rows, arena);
    list->title = table > 1 ? paragraph_text(document, &document->paragraphs[0])
                            : str_skip(document->name, str_behind_last(document->name, '/'));
    if (count > 1)
        list->left = arena_print(arena, "of the file's %u tables only the first was read", count);
    return true;
}

static bool open_text(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, const struct document **document)
{
    static const struct reading accepted = {.kind = READING_ACCEPT};
    struct error unused;
    return document_open(str_of(file->name), answer_file(file), &accepted, limits, arena, document,
                         &unused);
}

// A part of a Word file as it stands there; empty: there is none, or it is too long for a list.
static struct str docx_part_of(const struct entente_file *file, const char *name,
                               struct arena *arena)
{
    enum { MOST = 32 << 20 };
    struct zip zip;
    struct error unused;
    struct str content;
    if (!zip_read(str_of(file->name), answer_file(file), &input_limits_default, arena, &zip,
                  &unused))
        return STR("");
    const struct zip_entry *entry = zip_find(&zip, str_of(name));
    bool is_read =
        entry && entry->bytes < MOST && zip_unpack(&zip, entry, arena, &content, &unused);
    return is_read ? content : STR("");
}

// A title, a summary and a covering note may stand above the table.
bool slot_list_may_be(const struct entente_file *file)
{
    enum { PARAGRAPHS_MOST = 30 };
    struct str name = str_of(file->name);
    if (!str_ends_with_ignoring_case(name, STR(".docx")))
        return is_sheet(name) || is_text(name);
    struct arena *arena = arena_open();
    struct str main = docx_part_of(file, "word/document.xml", arena);
    size_t table = str_find(main, STR("<w:tbl>"));
    bool may_be = table < main.length;
    size_t paragraphs = 0;
    for (size_t at = 0; may_be && at < table && paragraphs <= PARAGRAPHS_MOST; paragraphs++)
        at += str_find(str_slice(main, at, table), STR("</w:p>")) + 1;
    may_be = may_be && paragraphs <= PARAGRAPHS_MOST;
    arena_close(arena);
    return may_be;
}

static struct str left_in_margin(const struct entente_file *file, struct arena *arena)
{
    struct str comments = docx_part_of(file, "word/comments.xml", arena);
    return str_contains(comments, STR("<w:comment "))
               ? STR("comments in its margin are not read; write them into the notes")
               : STR("");
}

static bool read_text(const struct entente_file *file, const struct input_limits *limits,
                      struct arena *arena, struct slot_list *list)
{
    const struct document *document;
    if (!open_text(file, limits, arena, &document) || !slot_list_of_document(document, arena, list))
        return false;
    list->margin = left_in_margin(file, arena);
    return true;
}

bool slot_list_read(const struct entente_file *file, const struct input_limits *limits,
                    struct arena *arena, struct slot_list *list)
{
    struct str name = str_of(file->name);
    if (is_sheet(name))
        return read_grid(file, limits, arena, list);
    return is_text(name) && read_text(file, limits, arena, list);
}
