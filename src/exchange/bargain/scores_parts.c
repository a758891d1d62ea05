// SPDX-License-Identifier: Apache-2.0
#include "exchange/bargain/scores_parts.h"

#include "base/near.h"

#include <string.h>

// In a workbook a place is a cell of a sheet, in a .csv a line.
bool scores_refuse_cell(const struct scores_reader *reader, const struct csv_row *row,
                        size_t column, struct str what)
{
    struct place place = place_of(reader->source);
    const struct csv_row *rows = reader->csv.rows;
    bool is_rule = row < rows || row >= rows + reader->score_rows;
    struct str sheet = is_rule ? reader->rules_sheet : reader->scores_sheet;
    if (sheet.length == 0) {
        place.line = row->line;
        return error_at(reader->error, BAD_INPUT, place, "%.*s", STR_ARGS(what));
    }
    struct str cell = grid_place((uint32_t)row->line - 1, (uint32_t)column, reader->arena);
    struct str part =
        arena_print(reader->arena, "sheet \"%.*s\", cell %.*s", STR_ARGS(sheet), STR_ARGS(cell));
    return error_at(reader->error, BAD_INPUT, place_with_part(place, part), "%.*s", STR_ARGS(what));
}

bool scores_refuse(const struct scores_reader *reader, const struct csv_row *row, struct str what)
{
    return scores_refuse_cell(reader, row, 0, what);
}

// The apostrophe that keeps a cell from being a formula is no part of it.
struct str scores_cell(const struct csv_row *row, size_t column)
{
    struct str cell = column < row->count ? str_trim(row->cells[column]) : STR("");
    bool is_guarded = cell.length > 1 && cell.bytes[0] == '\'' && strchr("=+-@", cell.bytes[1]);
    return is_guarded ? str_skip(cell, 1) : cell;
}

bool scores_is_word(struct str cell, const char *word)
{
    return str_equal_ignoring_case(cell, str_of(word));
}

bool scores_refuse_name(const struct scores_reader *reader, const struct csv_row *row,
                        size_t column, const char *what, const struct list *known)
{
    struct str cell = scores_cell(row, column);
    struct str meant = near_meant(cell, LIST_ITEMS(known, struct str), known->count, reader->arena);
    return scores_refuse_cell(reader, row, column,
                              arena_print(reader->arena, "\"%.*s\" is no %s of the table%.*s",
                                          STR_ARGS(cell), what, STR_ARGS(meant)));
}

bool scores_is_reason(struct str cell)
{
    return scores_is_word(str_slice(cell, 0, 8), "because ");
}
