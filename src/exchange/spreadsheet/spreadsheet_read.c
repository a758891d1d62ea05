// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "codec/csv.h"
#include "exchange/plain/plain.h"
#include "exchange/spreadsheet/workbook_parts.h"

bool spreadsheet_is_package(struct str bytes)
{
    return str_starts_with(bytes, STR("PK\x03\x04"));
}

static void note(struct workbook_reader *reader, const char *format, uint32_t count)
{
    if (count > 0)
        *LIST_ADD(&reader->notes, struct str) = arena_print(reader->arena, format, count);
}

static bool read_package(struct workbook_reader *reader, struct str bytes)
{
    if (!zip_read(reader->name, bytes, reader->limits, reader->arena, &reader->zip, reader->error))
        return false;
    bool is_xlsx = zip_find(&reader->zip, STR("xl/workbook.xml"));
    if (!is_xlsx && !zip_find(&reader->zip, STR("content.xml")))
        return error_at(reader->error, BAD_INPUT, place_of(reader->name),
                        "not a spreadsheet; .xlsx, .ods and .csv are read");
    if (!(is_xlsx ? xlsx_read(reader) : ods_read(reader)))
        return false;
    note(reader, "%u values that lie hidden under joined cells are left out", reader->covered);
    note(reader,
         "%u formulas have no stored result; open and save the file in a spreadsheet program",
         reader->without_result);
    return true;
}

// --- .csv

// Windows-1252, as Excel saves a .csv: bytes 128 to 159.
static uint32_t windows_1252(unsigned char byte)
{
    static const uint16_t upper[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;
}

static struct str text_of(struct str bytes, struct arena *arena, struct list *notes)
{
    struct builder out = builder_make(arena);
    for (size_t i = 0; i < bytes.length; i++)
        builder_add_code_point(&out, windows_1252((unsigned char)bytes.bytes[i]));
    *LIST_ADD(notes, struct str) = STR("the file is not UTF-8: it was read as Windows-1252");
    return builder_str(&out);
}

bool spreadsheet_csv(struct str name, struct str bytes, const struct input_limits *limits,
                     struct arena *arena, struct csv *csv, struct list *notes, struct error *error)
{
    struct plain_source source;
    bool has_mark =
        str_starts_with(bytes, STR("\xff\xfe")) || str_starts_with(bytes, STR("\xfe\xff"));
    if (!has_mark && !utf8_is_valid(bytes) && str_find_byte(bytes, '\0') == bytes.length)
        bytes = text_of(bytes, arena, notes);
    return plain_source_read(name, bytes, limits, arena, &source, error) &&
           csv_read(name, source.text, arena, csv, error);
}

static bool read_csv(struct workbook_reader *reader, struct str bytes)
{
    struct csv csv;
    if (!spreadsheet_csv(reader->name, bytes, reader->limits, reader->arena, &csv, &reader->notes,
                         reader->error))
        return false;
    struct grid_maker maker = grid_maker_make(reader->name, reader->limits, reader->arena);
    for (size_t i = 0; i < csv.count; i++)
        for (size_t c = 0; c < csv.rows[i].count; c++) {
            struct grid_cell cell = {.row = (uint32_t)i,
                                     .column =
                                         c < GRID_COLUMNS_MOST ? (uint32_t)c : GRID_COLUMNS_MOST,
                                     .kind = GRID_TEXT,
                                     .text = csv.rows[i].cells[c]};
            if (cell.text.length > 0 && !grid_add(&maker, cell, reader->error))
                return false;
        }
    workbook_add_grid(reader, &maker, reader->name, false);
    return true;
}

bool spreadsheet_read(struct str name, struct str bytes, const struct input_limits *limits,
                      struct arena *arena, struct workbook *workbook, struct error *error)
{
    struct workbook_reader reader = {.name = name,
                                     .limits = limits,
                                     .arena = arena,
                                     .error = error,
                                     .grids = LIST_MAKE(arena, struct grid),
                                     .notes = LIST_MAKE(arena, struct str)};
    if (!(spreadsheet_is_package(bytes) ? read_package(&reader, bytes) : read_csv(&reader, bytes)))
        return false;
    *workbook = (struct workbook){name, LIST_ITEMS(&reader.grids, struct grid), reader.grids.count,
                                  LIST_ITEMS(&reader.notes, struct str), reader.notes.count};
    return true;
}

struct csv spreadsheet_grid_rows(const struct grid *grid, struct arena *arena)
{
    struct list rows = LIST_MAKE(arena, struct csv_row);
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (grid->row_starts[row] == grid->row_starts[row + 1])
            continue;
        struct str *cells = ARENA_ARRAY(arena, struct str, grid->column_count);
        for (size_t i = grid->row_starts[row]; i < grid->row_starts[row + 1]; i++)
            cells[grid->cells[i].column] = grid->cells[i].text;
        *LIST_ADD(&rows, struct csv_row) =
            (struct csv_row){cells, grid->column_count, (size_t)row + 1};
    }
    return (struct csv){LIST_ITEMS(&rows, struct csv_row), rows.count, ','};
}

struct csv spreadsheet_rows(const struct workbook *workbook, struct arena *arena)
{
    for (size_t i = 0; i < workbook->grid_count; i++)
        if (!workbook->grids[i].is_hidden)
            return spreadsheet_grid_rows(&workbook->grids[i], arena);
    return (struct csv){NULL, 0, ','};
}
