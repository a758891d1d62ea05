// SPDX-License-Identifier: Apache-2.0
// Spreadsheets in and out: .xlsx, .ods and .csv are read, .xlsx and .csv are written.

#ifndef ENTENTE_EXCHANGE_SPREADSHEET_SPREADSHEET_H
#define ENTENTE_EXCHANGE_SPREADSHEET_SPREADSHEET_H

#include "codec/csv.h"
#include "exchange/spreadsheet/grid.h"

// Whether a file is a package, and so no .csv.
bool spreadsheet_is_package(struct str bytes);

// Reads a workbook. Nothing is computed: a formula is what its file last stored. Numbers keep the
// fifteen digits that spreadsheets show; dates before 1 March 1900, on which programs differ, stay the
// numbers they are. A .csv is one grid of texts.
//
// Owner:   arena; texts may be borrowed from the bytes
// Result:  notes say what was left out or taken otherwise: values under joined cells, formulas without a
//          result, a file that is not UTF-8
// Errors:  those of zip_read, xml_read and csv_read; BAD_INPUT for a file that is none of the three;
//          TOO_LARGE above limits sheet_cells
// Cost:    O(bytes + cells log cells)
// Source:  ECMA-376 part 1 clause 18; OpenDocument 1.3 part 3 clause 9
bool spreadsheet_read(struct str name, struct str bytes, const struct input_limits *limits,
                      struct arena *arena, struct workbook *workbook,
                      struct error *error) MUST_CHECK;

// The rows of the first sheet that is not hidden, as those of a .csv: for tables of one sheet whose words
// say what they are. row.line is the number of the row. Empty where there is no such sheet.
struct csv spreadsheet_rows(const struct workbook *workbook, struct arena *arena);

// The same of one grid.
struct csv spreadsheet_grid_rows(const struct grid *grid, struct arena *arena);

// A .csv as rows with the lines where they begin, in any encoding that spreadsheets write: UTF-8, UTF-16
// with a mark, else Windows-1252, which a note says.
bool spreadsheet_csv(struct str name, struct str bytes, const struct input_limits *limits,
                     struct arena *arena, struct csv *csv, struct list *notes,
                     struct error *error) MUST_CHECK;

// How a grid is to look.
struct spreadsheet_look {
    const uint32_t *widths; // in letters, by column; NULL: from the cells
    uint32_t head_rows;     // in bold, repeated in print, and they stay when the rest scrolls
    bool is_landscape;
};

// Writes a workbook as .xlsx: typed cells, so that no program takes one for another; no cell is a
// formula. The same workbook gives the same bytes.
//
// looks   one for each grid; NULL: plain
// Errors: TOO_LARGE as zip_write
bool spreadsheet_write_xlsx(const struct workbook *workbook, const struct spreadsheet_look *looks,
                            struct arena *arena, struct str *bytes, struct error *error) MUST_CHECK;

// Writes one grid as .csv (RFC 4180, commas, CRLF). What a program might take for a formula is
// guarded as csv_words does it.
struct str spreadsheet_write_csv(const struct grid *grid, struct arena *arena);

// A number as it is written: units / 10^scale.
struct grid_decimal {
    int64_t units;
    uint32_t scale;
};

enum decimal_reading {
    DECIMAL_READ,
    DECIMAL_NONE,      // no number
    DECIMAL_AMBIGUOUS, // "1,234": a thousand or one and a bit
    DECIMAL_TOO_LARGE,
};

// Reads what a person wrote into a cell: "8.5", "8,5", "1 234", "1,234.5", "50%" (as 0.5).
enum decimal_reading decimal_of_text(struct str text, struct grid_decimal *decimal);

#endif
