// SPDX-License-Identifier: Apache-2.0
#include "workbench/case/case_sheet.h"

#include "exchange/spreadsheet/spreadsheet.h"
#include "render/case/case_forms.h"
#include "workbench/case/case_slot_list.h"
#include "workbench/text/slot_list_file.h"

// A grid of texts under construction.
struct sheet_maker {
    struct grid_maker maker;
    uint32_t row;
    struct error *error;
};

static struct sheet_maker sheet_make(struct str title, struct arena *arena, struct error *error)
{
    return (struct sheet_maker){grid_maker_make(title, &input_limits_default, arena), 0, error};
}

static bool add_text(struct sheet_maker *sheet, uint32_t column, struct str text)
{
    struct grid_cell cell = {
        .row = sheet->row, .column = column, .text = text, .row_span = 1, .column_span = 1};
    return text.length == 0 || grid_add(&sheet->maker, cell, sheet->error);
}

static bool add_row(struct sheet_maker *sheet, const struct str *cells, uint32_t count)
{
    for (uint32_t c = 0; c < count; c++)
        if (!add_text(sheet, c, cells[c]))
            return false;
    sheet->row++;
    return true;
}

static struct str value_of(const struct case_item *item, struct str field, struct arena *arena)
{
    const struct json *value = json_member(item->value, arena_c_string(arena, field));
    if (!value)
        return STR("");
    return str_equal(field, STR("file")) ? json_text(value, "name")
                                         : case_value_words(value, arena);
}

static bool kind_grid(const struct case_list *list, struct arena *arena, struct grid *grid,
                      struct error *error)
{
    struct sheet_maker sheet = sheet_make(list->plural, arena, error);
    if (!add_text(&sheet, 0, STR("id")))
        return false;
    for (size_t f = 0; f < list->field_count; f++)
        if (!add_text(&sheet, (uint32_t)f + 1, list->fields[f]))
            return false;
    for (size_t i = 0; i < list->count; i++) {
        sheet.row++;
        if (!add_text(&sheet, 0, list->items[i].id))
            return false;
        for (size_t f = 0; f < list->field_count; f++)
            if (!add_text(&sheet, (uint32_t)f + 1,
                          value_of(&list->items[i], list->fields[f], arena)))
                return false;
    }
    *grid = grid_done(&sheet.maker, list->plural);
    return true;
}

static bool slots_grid(const struct case_list *list, const struct items *items, struct str title,
                       struct arena *arena, struct grid *grid, struct error *error)
{
    struct slot_list slots = case_slot_list(items, list, title, arena);
    return slot_list_grid(&slots, arena, grid, error);
}

static bool list_grid(const struct case_list *list, const struct items *items, struct str title,
                      struct arena *arena, struct grid *grid, struct error *error)
{
    return str_equal(list->kind, STR("slot")) ? slots_grid(list, items, title, arena, grid, error)
                                              : kind_grid(list, arena, grid, error);
}

// A row for each field that an item has.
static bool add_fields(struct sheet_maker *sheet, struct str kind, const struct case_item *item,
                       const struct str *fields, size_t count, struct arena *arena)
{
    for (size_t f = 0; f < count; f++) {
        const struct str cells[] = {kind, item->id, fields[f], value_of(item, fields[f], arena)};
        if (cells[3].length > 0 && !add_row(sheet, cells, 4))
            return false;
    }
    return true;
}

static bool fields_grid(const struct case_answer *found, struct str title, struct arena *arena,
                        struct grid *grid, struct error *error)
{
    static const struct str heads[] = {STR_INIT("kind"), STR_INIT("id"), STR_INIT("field"),
                                       STR_INIT("value")};
    struct sheet_maker sheet = sheet_make(title, arena, error);
    bool done = add_row(&sheet, heads, 4);
    if (found->shown == SHOWN_ITEM)
        done = done && add_fields(&sheet, found->kind, &found->detail.item, found->detail.fields,
                                  found->detail.field_count, arena);
    for (size_t l = 0; l < found->list_count && found->shown == SHOWN_ALL; l++)
        for (size_t i = 0; done && i < found->lists[l].count; i++)
            done = add_fields(&sheet, found->lists[l].kind, &found->lists[l].items[i],
                              found->lists[l].fields, found->lists[l].field_count, arena);
    *grid = grid_done(&sheet.maker, STR("Case"));
    return done;
}

// A sheet for each kind that there is anything of.
static bool all_grids(const struct case_answer *found, const struct items *items, struct str title,
                      struct arena *arena, struct grid *grids, size_t *count, struct error *error)
{
    *count = 0;
    for (size_t l = 0; l < found->list_count; l++)
        if (found->lists[l].count > 0 &&
            !list_grid(&found->lists[l], items, title, arena, &grids[(*count)++], error))
            return false;
    if (*count == 0)
        grids[(*count)++] = (struct grid){.name = STR("Case"), .row_starts = NULL};
    return true;
}

bool case_sheet_write(const struct case_answer *found, const struct items *items, struct str title,
                      bool is_csv, struct arena *arena, struct str *bytes, struct error *error)
{
    struct grid *grids = ARENA_ARRAY(arena, struct grid, found->list_count + 1);
    struct spreadsheet_look *looks =
        ARENA_ARRAY(arena, struct spreadsheet_look, found->list_count + 1);
    size_t count = 1;
    bool is_book = found->shown == SHOWN_ALL && !is_csv;
    for (size_t i = 0; i <= found->list_count; i++)
        looks[i] = (struct spreadsheet_look){.head_rows = 1, .is_landscape = true};
    if (is_book ? !all_grids(found, items, title, arena, grids, &count, error)
        : found->shown == SHOWN_KIND
            ? !list_grid(&found->lists[0], items, title, arena, &grids[0], error)
            : !fields_grid(found, title, arena, &grids[0], error))
        return false;
    const struct workbook book = {.name = title, .grids = grids, .grid_count = count};
    if (!is_csv)
        return spreadsheet_write_xlsx(&book, looks, arena, bytes, error);
    *bytes = spreadsheet_write_csv(&grids[0], arena);
    return true;
}
