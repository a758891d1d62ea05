// SPDX-License-Identifier: Apache-2.0
// Property: what a workbook was read as is read the same again from the file that we write of it.
#include "exchange/spreadsheet/spreadsheet.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

// Characters that XML cannot hold are written as U+FFFD; no need to follow them here.
static void check_grid(const struct grid *found, const struct grid *wanted)
{
    if (found->cell_count != wanted->cell_count)
        abort();
    for (size_t i = 0; i < found->cell_count; i++)
        if (found->cells[i].row != wanted->cells[i].row ||
            found->cells[i].column != wanted->cells[i].column ||
            found->cells[i].row_span != wanted->cells[i].row_span)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_open();
    struct workbook book, again;
    struct str written;
    struct error error;
    struct str text = {(const char *)bytes, length};
    struct input_limits limits = input_limits_default;
    limits.sheet_cells = 20000;
    if (spreadsheet_read(STR("fuzz.csv"), text, &limits, arena, &book, &error) &&
        spreadsheet_write_xlsx(&book, NULL, arena, &written, &error)) {
        if (!spreadsheet_read(STR("fuzz.xlsx"), written, &limits, arena, &again, &error) ||
            again.grid_count != book.grid_count)
            abort();
        for (size_t i = 0; i < book.grid_count; i++)
            check_grid(&again.grids[i], &book.grids[i]);
    }
    arena_close(arena);
    return 0;
}
